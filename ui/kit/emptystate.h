#pragma once

#include "ui/kit/iconengine.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace otpdesk {

/// What stands where a list has nothing to show: what that means, and the next step on a button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(Icon symbol, const QString &headline, const QString &sentence);
    /// An empty text hides the button.
    void setPrimary(const QString &text);
    void setSecondary(const QString &text);

    QPushButton *primaryButton() const { return m_primary; }
    QPushButton *secondaryButton() const { return m_secondary; }

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    Icon m_symbolName = Icon::Info;
    QLabel *m_symbol;
    QLabel *m_headline;
    QLabel *m_sentence;
    QPushButton *m_primary;
    QPushButton *m_secondary;
};

} // namespace otpdesk
