#pragma once

#include <QList>
#include <QString>

class QAction;

namespace otpdesk {

/// What a tab of orders puts on buttons. Owned by the controller, which alone decides what is enabled.
struct OrdersActions
{
    struct Button
    {
        QAction *action = nullptr;
        QString name; ///< what assistive technology calls it, whatever it counts down
        QList<QAction *> menu{};
        bool onlyMenu = false; ///< the button itself does nothing but open it
    };
    QList<Button> order; ///< what can be done with the selected order
    QList<Button> tools; ///< about the whole list; beside its filter
};

} // namespace otpdesk
