#include "ui/tray/notifier.h"

#include "ui/tray/traynotifier.h"
#ifdef OTPDESK_FREEDESKTOP
#include "ui/tray/freedesktopnotifier_linux.h"
#endif

namespace otpdesk {

std::unique_ptr<Notifier> makeNotifier(QSystemTrayIcon &tray)
{
    auto balloons = std::make_unique<TrayNotifier>(tray);
#ifdef OTPDESK_FREEDESKTOP
    if (QDBusConnection::sessionBus().isConnected())
        return std::make_unique<FreedesktopNotifier>(std::move(balloons));
#endif
    return balloons;
}

} // namespace otpdesk
