#pragma once

#include "ui/tray/notifier.h"

namespace otpdesk {

/// Balloons of the tray icon: Windows, macOS, and desktops without a notification service.
class TrayNotifier : public Notifier
{
    Q_OBJECT

public:
    explicit TrayNotifier(QSystemTrayIcon &tray, QObject *parent = nullptr);
    void notify(const Notification &notification) override;

private:
    QSystemTrayIcon &m_tray;
    Notification m_shown; // a balloon has no id: a click means the last one
};

} // namespace otpdesk
