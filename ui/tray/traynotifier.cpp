#include "ui/tray/traynotifier.h"

#include <QSystemTrayIcon>

namespace otpdesk {

TrayNotifier::TrayNotifier(QSystemTrayIcon &tray, QObject *parent) : Notifier(parent), m_tray(tray)
{
    connect(&tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT activated(m_shown); });
}

void TrayNotifier::notify(const Notification &notification)
{
    if (!m_tray.isVisible())
        return;
    m_shown = notification;
    m_tray.showMessage(notification.title, notification.text, m_tray.icon());
}

} // namespace otpdesk
