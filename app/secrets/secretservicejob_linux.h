#pragma once

#include "models/accounts/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QTimer>

#include <chrono>
#include <functional>

class QDBusPendingCall;

namespace otpdesk {

/// How long the parts of a call may take.
struct SecretServiceLimits
{
    std::chrono::milliseconds probe = std::chrono::seconds(2);
    std::chrono::milliseconds answer = std::chrono::seconds(10);
    std::chrono::milliseconds prompt = std::chrono::minutes(2); ///< a person types a password
};

/// Calls `answered(call)` once the call has ended, through the event loop; never if `context` is gone by
/// then. (QDBusPendingCallWatcher says nothing about a call made without a connection.)
void whenAnswered(const QDBusPendingCall &call, QObject *context,
                  std::function<void(const QDBusPendingCall &call)> answered);

/// What is asked of the Secret Service.
struct SecretRequest
{
    enum class Kind { Read, Write, Erase };
    Kind kind = Kind::Read;
    QString name;
    QString secret; ///< of a Write
    QString label;  ///< of a Write
};

/// One request to the Secret Service, from opening a session to its end: ended() comes exactly once.
///
/// Asynchronous calls with a timeout only: QDBusInterface waits for the service in its constructor.
/// Secret Service API 0.2, https://specifications.freedesktop.org/secret-service/
class SecretServiceJob : public QObject
{
    Q_OBJECT

public:
    SecretServiceJob(const QDBusConnection &bus, SecretServiceLimits limits, SecretRequest request,
                     QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void ended(const otpdesk::SecretReply &reply);

private Q_SLOTS:
    void promptCompleted(bool dismissed, const QDBusVariant &result);

private:
    using Next = std::function<void(const QDBusMessage &reply)>;
    struct Call
    {
        QString path;
        QString interface;
        QString method;
        QVariantList arguments;
        QString answer; ///< the signature its reply must have
    };

    void call(const Call &call, Next next);
    /// Shows a prompt, where there is one, and goes on when the user has answered it.
    void afterPrompt(const QDBusObjectPath &prompt, std::function<void(const QVariant &result)> next);
    void end(const SecretReply &reply);
    void fail(SecretProblem problem, const QString &detail);

    void findCollection();
    void createCollection();
    void unlock(const QDBusObjectPath &object, std::function<void()> next);
    void search();
    void readItem(const QDBusObjectPath &item);
    void createItem(const QDBusObjectPath &collection);
    void eraseItems(QList<QDBusObjectPath> items);

    QDBusConnection m_bus;
    SecretServiceLimits m_limits;
    SecretRequest m_request;
    QString m_peer; ///< the service's own address on the bus, once it has answered
    QDBusObjectPath m_session;
    QDBusServiceWatcher m_peerWatch;
    QTimer m_promptTimer;
    QString m_promptPath; ///< empty: none is shown
    std::function<void(const QVariant &)> m_afterPrompt;
    bool m_ended = false;
};

} // namespace otpdesk
