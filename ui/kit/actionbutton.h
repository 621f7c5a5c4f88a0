#pragma once

#include "ui/kit/wordbutton.h"

namespace otpdesk {

/// A button for a QAction that keeps the action's mnemonic (QToolButton's own way drops it) and one
/// accessible name, whatever the action's text counts down.
class ActionButton : public WordButton
{
    Q_OBJECT

public:
    /// `name`: what assistive technology calls it. The action must outlive the button.
    ActionButton(QAction &action, const QString &name, QWidget *parent = nullptr);

private:
    void follow();

    QAction &m_action;
};

} // namespace otpdesk
