#pragma once

#include "providers/simulator/httpserver.h"
#include "providers/simulator/world.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace otpdesk {

/// One provider's way of speaking: translates between HTTP and the world, and decides nothing itself.
class SimWire
{
public:
    /// What a request asks for. `answer` acts; until it is called nothing has happened.
    struct Call
    {
        QString name; ///< "buy", "check"… (see each wire); "unknown" where there is no such thing
        std::function<ServerReply()> answer;
    };

    SimWire(World &world, QString providerId, QString prefix)
        : m_world(world), m_providerId(std::move(providerId)), m_prefix(std::move(prefix))
    {}
    virtual ~SimWire() = default;
    Q_DISABLE_COPY_MOVE(SimWire)

    const QString &providerId() const { return m_providerId; }
    const QString &prefix() const { return m_prefix; } ///< "/otpzap/api/v1"

    /// `path` is what follows the prefix. The request must live until the answer is made.
    virtual Call resolve(const ServerRequest &request, const QString &path) = 0;

protected:
    World &world() const { return m_world; }
    const SimAccount &account() const { return m_world.account(m_providerId); }
    QList<const Offer *> offers(QStringView line = {}, QStringView countryId = {}) const
    {
        return m_world.catalog().of(m_providerId, line, countryId);
    }

private:
    World &m_world;
    QString m_providerId;
    QString m_prefix;
};

/// A request as the handlers of a JSON API see it.
struct SimRequest
{
    const ServerRequest &http;
    QString id;       ///< what stood for ":id" in the path
    QJsonObject body; ///< empty where there was none

    QString query(const QString &name) const { return http.query.queryItemValue(name, QUrl::FullyDecoded); }
    /// A member of the body as text; a number as its digits. Empty: not there.
    QString field(QLatin1StringView name) const;
};

/// A JSON API with paths, methods and a bearer key: all but OTPGet.
class RestWire : public SimWire
{
public:
    using SimWire::SimWire;
    Call resolve(const ServerRequest &request, const QString &path) override;

protected:
    using Handler = std::function<ServerReply(const SimRequest &)>;

    /// `pattern` is a path in which one segment may be ":id".
    void route(const QByteArray &method, const QString &pattern, const QString &call, Handler handler);
    /// The provider's error body. `field` is the argument concerned, or empty.
    virtual ServerReply refuse(int status, const QString &words, const QString &field = {}) const = 0;
    /// Requests a key may make in a minute; 0: no limit.
    virtual int requestsPerMinute() const { return 0; }
    virtual QString keyOf(const ServerRequest &request) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList segments;
        QString call;
        Handler handler;
    };
    ServerReply guarded(const ServerRequest &request, const QString &id, const Handler &handler);
    std::optional<int> overLimit();

    QList<Route> m_routes;
    QList<QDateTime> m_recent; ///< requests of the last minute
};

ServerReply jsonReply(const QJsonObject &object, int status = 200);
ServerReply jsonReply(const QJsonArray &array, int status = 200);
ServerReply textReply(const QString &text, const QByteArray &contentType);
/// An amount as a JSON number.
double jsonAmount(Money money);
/// An id as a JSON number where it is one.
QJsonValue jsonId(const QString &id);
/// What a provider with a single field for the code puts there: the newest code, or the whole text where it
/// recognises none; empty before the first message.
QString newestCode(const SimOrder &order);
/// Each id once, with its name, in the order of the offers.
QList<NamedId> countriesIn(const QList<const Offer *> &offers);
QList<NamedId> servicesIn(const QList<const Offer *> &offers);

} // namespace otpdesk
