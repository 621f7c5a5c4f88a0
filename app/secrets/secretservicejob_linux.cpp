#include "app/secrets/secretservicejob_linux.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QMap>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"org.freedesktop.secrets"_s;
const QString ServicePath = u"/org/freedesktop/secrets"_s;
const QString ServiceInterface = u"org.freedesktop.Secret.Service"_s;
const QString CollectionInterface = u"org.freedesktop.Secret.Collection"_s;
const QString ItemInterface = u"org.freedesktop.Secret.Item"_s;
const QString PromptInterface = u"org.freedesktop.Secret.Prompt"_s;
const QString SessionInterface = u"org.freedesktop.Secret.Session"_s;

using Attributes = QMap<QString, QString>;

/// The wire's (oayays).
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

bool isNone(const QDBusObjectPath &path)
{
    return path.path().isEmpty() || path.path() == "/"_L1;
}

QDBusObjectPath pathIn(const QDBusMessage &reply, int index)
{
    return reply.arguments().at(index).value<QDBusObjectPath>();
}

QList<QDBusObjectPath> pathsIn(const QDBusMessage &reply, int index)
{
    return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().at(index));
}

SecretProblem problemOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return SecretProblem::TimedOut;
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
    case QDBusError::NoNetwork:
        return SecretProblem::NoStore;
    default:
        return error.name() == "org.freedesktop.Secret.Error.IsLocked"_L1 ? SecretProblem::Locked
                                                                          : SecretProblem::Failed;
    }
}

Attributes attributesOf(const SecretRequest &request)
{
    return {{u"application"_s, u"otpdesk"_s}, {u"account"_s, request.name}};
}

} // namespace

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::WireSecret)

namespace otpdesk {

void whenAnswered(const QDBusPendingCall &call, QObject *context,
                  std::function<void(const QDBusPendingCall &)> answered)
{
    if (call.isFinished()) {
        QMetaObject::invokeMethod(
            context, [call, answered = std::move(answered)] { answered(call); }, Qt::QueuedConnection);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, answered = std::move(answered)] {
                         watcher->deleteLater();
                         answered(*watcher);
                     });
}

SecretServiceJob::SecretServiceJob(const QDBusConnection &bus, SecretServiceLimits limits,
                                   SecretRequest request, QObject *parent)
    : QObject(parent), m_bus(bus), m_limits(limits), m_request(std::move(request)), m_peer(Service)
{
    qDBusRegisterMetaType<WireSecret>();
    qDBusRegisterMetaType<Attributes>();
    m_peerWatch.setConnection(m_bus);
    m_peerWatch.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    m_peerWatch.addWatchedService(Service);
    connect(&m_peerWatch, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { fail(SecretProblem::NoStore, u"the service went away"_s); });
    m_promptTimer.setSingleShot(true);
    connect(&m_promptTimer, &QTimer::timeout, this,
            [this] { fail(SecretProblem::TimedOut, u"the prompt was not answered"_s); });
}

void SecretServiceJob::start()
{
    // "plain": the secret crosses the user's own session bus, which carries it in the clear to the same
    // process that would otherwise decrypt it.
    call({ServicePath,
          ServiceInterface,
          u"OpenSession"_s,
          {u"plain"_s, QVariant::fromValue(QDBusVariant(QString(u""_s)))},
          u"vo"_s},
         [this](const QDBusMessage &reply) {
             // From here on to this very process: one that takes over its name knows nothing of our session.
             m_peer = reply.service();
             m_peerWatch.addWatchedService(m_peer);
             m_session = pathIn(reply, 1);
             findCollection();
         });
}

void SecretServiceJob::call(const Call &call, Next next)
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_peer, call.path, call.interface, call.method);
    message.setArguments(call.arguments);
    const int timeout = static_cast<int>(m_limits.answer.count());
    whenAnswered(
        m_bus.asyncCall(message, timeout), this,
        [this, method = call.method, signature = call.answer, next = std::move(next)](const auto &answer) {
            if (m_ended)
                return;
            if (answer.isError())
                fail(problemOf(answer.error()), answer.error().message());
            else if (answer.reply().signature() != signature)
                fail(SecretProblem::Failed, u"unexpected answer to %1"_s.arg(method));
            else
                next(answer.reply());
        });
}

void SecretServiceJob::afterPrompt(const QDBusObjectPath &prompt, std::function<void(const QVariant &)> next)
{
    if (isNone(prompt)) {
        next({});
        return;
    }
    m_promptPath = prompt.path();
    m_afterPrompt = std::move(next);
    m_bus.connect(m_peer, m_promptPath, PromptInterface, u"Completed"_s, this,
                  SLOT(promptCompleted(bool, QDBusVariant)));
    m_promptTimer.start(m_limits.prompt);
    call({m_promptPath, PromptInterface, u"Prompt"_s, {u""_s}, u""_s}, [](const QDBusMessage &) {});
}

void SecretServiceJob::promptCompleted(bool dismissed, const QDBusVariant &result)
{
    if (m_ended || m_promptPath.isEmpty())
        return;
    m_promptTimer.stop();
    m_bus.disconnect(m_peer, m_promptPath, PromptInterface, u"Completed"_s, this,
                     SLOT(promptCompleted(bool, QDBusVariant)));
    m_promptPath.clear();
    if (dismissed) {
        fail(SecretProblem::Locked, u"the prompt was dismissed"_s);
        return;
    }
    const auto next = std::exchange(m_afterPrompt, {});
    next(result.variant());
}

void SecretServiceJob::findCollection()
{
    call({ServicePath, ServiceInterface, u"ReadAlias"_s, {u"default"_s}, u"o"_s},
         [this](const QDBusMessage &reply) {
             const QDBusObjectPath collection = pathIn(reply, 0);
             const bool writes = m_request.kind == SecretRequest::Kind::Write;
             if (!isNone(collection))
                 unlock(collection,
                        [this, writes, collection] { writes ? createItem(collection) : search(); });
             else if (writes)
                 createCollection();
             else
                 search();
         });
}

void SecretServiceJob::createCollection()
{
    const QVariantMap properties{{u"org.freedesktop.Secret.Collection.Label"_s, u"Login"_s}};
    call({ServicePath, ServiceInterface, u"CreateCollection"_s, {properties, u"default"_s}, u"oo"_s},
         [this](const QDBusMessage &reply) {
             const QDBusObjectPath made = pathIn(reply, 0);
             afterPrompt(pathIn(reply, 1), [this, made](const QVariant &result) {
                 const QDBusObjectPath collection = isNone(made) ? result.value<QDBusObjectPath>() : made;
                 if (isNone(collection))
                     fail(SecretProblem::Failed, u"no keyring was made"_s);
                 else
                     unlock(collection, [this, collection] { createItem(collection); });
             });
         });
}

void SecretServiceJob::unlock(const QDBusObjectPath &object, std::function<void()> next)
{
    call({ServicePath,
          ServiceInterface,
          u"Unlock"_s,
          {QVariant::fromValue(QList<QDBusObjectPath>{object})},
          u"aoo"_s},
         [this, next = std::move(next)](const QDBusMessage &reply) {
             afterPrompt(pathIn(reply, 1), [next](const QVariant &) { next(); });
         });
}

void SecretServiceJob::search()
{
    call({ServicePath,
          ServiceInterface,
          u"SearchItems"_s,
          {QVariant::fromValue(attributesOf(m_request))},
          u"aoao"_s},
         [this](const QDBusMessage &reply) {
             const QList<QDBusObjectPath> open = pathsIn(reply, 0), locked = pathsIn(reply, 1);
             if (m_request.kind == SecretRequest::Kind::Erase)
                 eraseItems(open + locked);
             else if (!open.isEmpty())
                 readItem(open.first());
             else if (!locked.isEmpty()) // in another collection than the default one
                 unlock(locked.first(), [this, item = locked.first()] { readItem(item); });
             else
                 end({true, {}, {}, {}});
         });
}

void SecretServiceJob::readItem(const QDBusObjectPath &item)
{
    call({item.path(), ItemInterface, u"GetSecret"_s, {QVariant::fromValue(m_session)}, u"(oayays)"_s},
         [this](const QDBusMessage &reply) {
             const auto secret = qdbus_cast<WireSecret>(reply.arguments().constFirst());
             end({true, QString::fromUtf8(secret.value), {}, {}});
         });
}

void SecretServiceJob::createItem(const QDBusObjectPath &collection)
{
    const QVariantMap properties{
        {u"org.freedesktop.Secret.Item.Label"_s, m_request.label},
        {u"org.freedesktop.Secret.Item.Attributes"_s, QVariant::fromValue(attributesOf(m_request))}};
    const WireSecret secret{m_session, {}, m_request.secret.toUtf8(), u"text/plain; charset=utf8"_s};
    constexpr bool replace = true;
    call({collection.path(),
          CollectionInterface,
          u"CreateItem"_s,
          {properties, QVariant::fromValue(secret), replace},
          u"oo"_s},
         [this](const QDBusMessage &reply) {
             afterPrompt(pathIn(reply, 1), [this](const QVariant &) { end({true, {}, {}, {}}); });
         });
}

void SecretServiceJob::eraseItems(QList<QDBusObjectPath> items)
{
    if (items.isEmpty()) {
        end({true, {}, {}, {}});
        return;
    }
    const QDBusObjectPath item = items.takeFirst();
    call({item.path(), ItemInterface, u"Delete"_s, {}, u"o"_s}, [this, items](const QDBusMessage &reply) {
        afterPrompt(pathIn(reply, 0), [this, items](const QVariant &) { eraseItems(items); });
    });
}

void SecretServiceJob::fail(SecretProblem problem, const QString &detail)
{
    end({false, {}, problem, detail});
}

void SecretServiceJob::end(const SecretReply &reply)
{
    if (m_ended)
        return;
    m_ended = true;
    m_promptTimer.stop();
    // Nobody waits for the answers to these.
    if (!m_promptPath.isEmpty())
        m_bus.send(QDBusMessage::createMethodCall(m_peer, m_promptPath, PromptInterface, u"Dismiss"_s));
    if (!m_session.path().isEmpty())
        m_bus.send(QDBusMessage::createMethodCall(m_peer, m_session.path(), SessionInterface, u"Close"_s));
    Q_EMIT ended(reply);
}

} // namespace otpdesk
