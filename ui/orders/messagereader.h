#pragma once

#include <QModelIndex>
#include <QWidget>

namespace otpdesk {

class ElidedLabel;
class HeroCode;
class LinkBar;
class MessageBody;
class WordButton;

/// One message in full: who, when, its code, and its words.
class MessageReader : public QWidget
{
    Q_OBJECT

public:
    explicit MessageReader(QWidget *parent = nullptr);

    /// A row of a model with the roles of MessageModel; invalid: nothing.
    void showMessage(const QModelIndex &message);
    void showCodeCopied();

Q_SIGNALS:
    void codeCopyRequested(const QString &code);
    void linkCopyRequested(const QString &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showBody();

    QPersistentModelIndex m_message;
    QWidget *m_head;
    ElidedLabel *m_title;
    ElidedLabel *m_origin;
    WordButton *m_formatted;
    HeroCode *m_code;
    LinkBar *m_link;
    MessageBody *m_body;
};

} // namespace otpdesk
