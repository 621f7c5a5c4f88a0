#include "ui/tray/freedesktopnotifier_linux.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace otpdesk {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int AnswerWithinMs = 3000;
constexpr int ShowForMs = 20000;

} // namespace

FreedesktopNotifier::FreedesktopNotifier(std::unique_ptr<Notifier> fallback, QObject *parent)
    : Notifier(parent), m_bus(QDBusConnection::sessionBus()), m_fallback(std::move(fallback))
{
    connect(m_fallback.get(), &Notifier::activated, this, &Notifier::activated);
    m_bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                  SLOT(actionInvoked(uint, QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this,
                  SLOT(notificationClosed(uint)));
}

void FreedesktopNotifier::notify(const Notification &notification)
{
    QStringList actions{QStringLiteral("default"), tr("Show")};
    if (notification.offersCopy)
        actions << QStringLiteral("copy") << tr("Copy code");
    // The body may hold markup by the specification: what comes from outside must not be taken for it.
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("Notify"));
    // Also the name its icon is installed under.
    const QString application = QGuiApplication::desktopFileName();
    call << tr("OTP Desk") << uint(0) << application << notification.title
         << notification.text.toHtmlEscaped() << actions
         << QVariantMap{{QStringLiteral("desktop-entry"), application}} << ShowForMs;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, AnswerWithinMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notification](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<uint> reply = *done;
                if (reply.isError())
                    m_fallback->notify(notification);
                else
                    m_shown.insert(reply.value(), notification);
            });
}

void FreedesktopNotifier::actionInvoked(uint id, const QString &action)
{
    const auto shown = m_shown.constFind(id);
    if (shown == m_shown.constEnd())
        return;
    const Notification notification = *shown; // the service may close it meanwhile
    if (action == u"copy")
        Q_EMIT copyRequested(notification.orderKey);
    else
        Q_EMIT activated(notification);
}

void FreedesktopNotifier::notificationClosed(uint id)
{
    m_shown.remove(id);
}

} // namespace otpdesk
