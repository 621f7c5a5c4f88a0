#include "app/secrets/secretservicestore_linux.h"

#include "providers/types/result.h"

#include <QDBusPendingCall>
#include <QDBusPendingReply>
#include <QUuid>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QDBusConnection connectTo(const QString &address, const QString &name)
{
    return address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
                             : QDBusConnection::connectToBus(address, name);
}

/// A question to the bus itself: a T, or `otherwise` when it does not answer in time.
template <typename T>
QFuture<T> askBus(const QDBusConnection &bus, QObject *context, const QString &method,
                  const QVariantList &arguments, std::chrono::milliseconds timeout, T otherwise)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
    message.setArguments(arguments);
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    whenAnswered(bus.asyncCall(message, static_cast<int>(timeout.count())), context,
                 [promise, otherwise](const QDBusPendingCall &answer) {
                     const QDBusPendingReply<T> reply = answer;
                     promise->addResult(reply.isError() ? otherwise : T(reply.value()));
                     promise->finish();
                 });
    return promise->future();
}

} // namespace

SecretServiceStore::SecretServiceStore(SecretServiceLimits limits, const QString &busAddress, QObject *parent)
    : SecretStore(parent),
      m_connectionName(u"otpdesk-secrets-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_bus(connectTo(busAddress, m_connectionName)),
      m_limits(limits)
{}

SecretServiceStore::~SecretServiceStore()
{
    qDeleteAll(findChildren<SecretServiceJob *>(QString(), Qt::FindDirectChildrenOnly));
    QDBusConnection::disconnectFromBus(m_connectionName);
}

QFuture<bool> SecretServiceStore::probe()
{
    const QString name = u"org.freedesktop.secrets"_s;
    const auto runs = askBus<bool>(m_bus, this, u"NameHasOwner"_s, {name}, m_limits.probe, false);
    return chained(runs, this, [this, name](bool there) {
        if (there)
            return readyFuture(true);
        const auto names =
            askBus<QStringList>(m_bus, this, u"ListActivatableNames"_s, {}, m_limits.probe, QStringList());
        return mapped(names, this, [name](const QStringList &startable) { return startable.contains(name); });
    });
}

QFuture<SecretReply> SecretServiceStore::read(const QString &name)
{
    return enqueue({SecretRequest::Kind::Read, name, {}, {}});
}

QFuture<SecretReply> SecretServiceStore::write(const QString &name, const QString &secret,
                                               const QString &label)
{
    return enqueue({SecretRequest::Kind::Write, name, secret, label});
}

QFuture<SecretReply> SecretServiceStore::erase(const QString &name)
{
    return enqueue({SecretRequest::Kind::Erase, name, {}, {}});
}

QFuture<SecretReply> SecretServiceStore::enqueue(SecretRequest request)
{
    // One at a time: several at once would have the user asked for the same password several times.
    auto promise = std::make_shared<QPromise<SecretReply>>();
    promise->start();
    m_queue.push_back({std::move(request), promise});
    if (m_queue.size() == 1)
        startNext();
    return promise->future();
}

void SecretServiceStore::startNext()
{
    auto *job = new SecretServiceJob(m_bus, m_limits, m_queue.front().request, this);
    connect(job, &SecretServiceJob::ended, this, [this, job](const SecretReply &reply) {
        job->deleteLater();
        finish(reply);
    });
    job->start();
}

void SecretServiceStore::finish(const SecretReply &reply)
{
    // A service that is gone, hangs, or stays locked is not asked again for each request behind this one.
    const bool forAll = !reply.ok && reply.problem != SecretProblem::Failed;
    std::deque<Waiting> done;
    do {
        done.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    } while (forAll && !m_queue.empty());
    if (!m_queue.empty())
        startNext();
    for (const Waiting &waiting : done) {
        waiting.promise->addResult(reply);
        waiting.promise->finish();
    }
}

} // namespace otpdesk
