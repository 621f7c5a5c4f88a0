#pragma once

#include <QFrame>
#include <QUrl>

class QLabel;
class QLineEdit;
class QPushButton;

namespace otpdesk {

/// Where a link in a message leads to, before anything is opened: its host and its whole address. Only https
/// can be opened; a name in other letters is shown as what it is (punycode).
class LinkBar : public QFrame
{
    Q_OBJECT

public:
    explicit LinkBar(QWidget *parent = nullptr);

    void showLink(const QUrl &link);

Q_SIGNALS:
    void copyRequested(const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void open();

    QUrl m_link;
    QLabel *m_words;
    QLineEdit *m_address;
    QPushButton *m_open;
    QPushButton *m_copy;
};

} // namespace otpdesk
