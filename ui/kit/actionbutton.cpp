#include "ui/kit/actionbutton.h"

#include <QAction>

namespace otpdesk {

ActionButton::ActionButton(QAction &action, const QString &name, QWidget *parent)
    : WordButton(parent), m_action(action)
{
    setAccessibleName(name);
    setObjectName(action.objectName() + QLatin1StringView("Button"));
    connect(&action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    follow();
}

void ActionButton::follow()
{
    setText(m_action.text());
    setIcon(m_action.icon());
    setToolTip(m_action.toolTip());
    setEnabled(m_action.isEnabled());
}

} // namespace otpdesk
