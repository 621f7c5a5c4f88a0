#pragma once

#include "ui/tray/notifier.h"

#include <QDBusConnection>
#include <QHash>

namespace otpdesk {

/// The desktop's notification service over D-Bus, with a button that copies the code.
/// Desktop Notifications Specification 1.2. Asynchronous calls only: a hung service must not hang the window.
class FreedesktopNotifier : public Notifier
{
    Q_OBJECT

public:
    /// `fallback` shows what the service does not take.
    explicit FreedesktopNotifier(std::unique_ptr<Notifier> fallback, QObject *parent = nullptr);
    void notify(const Notification &notification) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id);

private:
    QDBusConnection m_bus;
    std::unique_ptr<Notifier> m_fallback;
    QHash<uint, Notification> m_shown; // by the service's id
};

} // namespace otpdesk
