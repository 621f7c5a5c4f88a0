#pragma once

class QAction;

namespace otpdesk {

/// What the orders view puts on buttons. Owned by the controller, which alone decides what is enabled.
struct OrdersActions
{
    QAction *copyCode = nullptr;
    QAction *copyNumber = nullptr;
    QAction *copyE164 = nullptr;
    QAction *copyDigits = nullptr;
    QAction *copyNational = nullptr;
    QAction *resend = nullptr;
    QAction *replace = nullptr;
    QAction *finish = nullptr;
    QAction *cancel = nullptr;
};

} // namespace otpdesk
