#include "providers/simulator/simwire.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// What stood for ":id"; nothing when the path does not fit.
std::optional<QString> fit(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QString id = u""_s;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (pattern[i] == ":id"_L1)
            id = path[i];
        else if (pattern[i] != path[i])
            return std::nullopt;
    }
    return id;
}

QList<NamedId> distinct(const QList<const Offer *> &offers, QString Offer::*id, QString Offer::*name)
{
    QList<NamedId> list;
    QSet<QString> seen;
    for (const Offer *offer : offers) {
        if (seen.contains(offer->*id))
            continue;
        seen.insert(offer->*id);
        list.append({offer->*id, offer->*name});
    }
    return list;
}

} // namespace

QString SimRequest::field(QLatin1StringView name) const
{
    const QJsonValue value = body.value(name);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

void RestWire::route(const QByteArray &method, const QString &pattern, const QString &call, Handler handler)
{
    m_routes.append({method, pattern.split(u'/', Qt::SkipEmptyParts), call, std::move(handler)});
}

SimWire::Call RestWire::resolve(const ServerRequest &request, const QString &path)
{
    const QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    QByteArray allowed;
    for (const Route &route : m_routes) {
        const std::optional<QString> id = fit(route.segments, segments);
        if (!id)
            continue;
        if (route.method == request.method) {
            const Handler &handler = route.handler;
            return {route.call,
                    [this, &request, &handler, id = *id] { return guarded(request, id, handler); }};
        }
        allowed += (allowed.isEmpty() ? "" : ", ") + route.method;
    }
    return {u"unknown"_s, [this, allowed] {
                if (allowed.isEmpty())
                    return refuse(404, u"Endpoint not found"_s);
                ServerReply reply = refuse(405, u"Method not allowed"_s);
                reply.headers.append({"Allow", allowed});
                return reply;
            }};
}

ServerReply RestWire::guarded(const ServerRequest &request, const QString &id, const Handler &handler)
{
    if (keyOf(request) != account().key)
        return refuse(401, u"Invalid API key"_s);
    if (account().blocked)
        return refuse(403, u"Account suspended"_s);
    if (const std::optional<int> wait = overLimit()) {
        ServerReply reply = refuse(429, u"Too many requests"_s);
        reply.headers.append({"Retry-After", QByteArray::number(*wait)});
        return reply;
    }
    QJsonObject body;
    if (!request.body.isEmpty()) {
        QJsonParseError error;
        body = QJsonDocument::fromJson(request.body, &error).object();
        if (error.error != QJsonParseError::NoError)
            return refuse(400, u"Invalid JSON"_s);
    }
    return handler({request, id, body});
}

QString RestWire::keyOf(const ServerRequest &request) const
{
    const QByteArray header = request.headers.value("authorization");
    return header.startsWith("Bearer ") ? QString::fromLatin1(header.mid(7)).trimmed() : QString();
}

std::optional<int> RestWire::overLimit()
{
    if (requestsPerMinute() <= 0)
        return std::nullopt;
    const QDateTime now = world().now();
    while (!m_recent.isEmpty() && m_recent.first().secsTo(now) >= 60)
        m_recent.removeFirst();
    if (m_recent.size() < requestsPerMinute()) {
        m_recent.append(now);
        return std::nullopt;
    }
    return int(std::max<qint64>(1, 60 - m_recent.first().secsTo(now)));
}

ServerReply jsonReply(const QJsonObject &object, int status)
{
    ServerReply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

ServerReply jsonReply(const QJsonArray &array, int status)
{
    ServerReply reply;
    reply.status = status;
    reply.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return reply;
}

ServerReply textReply(const QString &text, const QByteArray &contentType)
{
    ServerReply reply;
    reply.contentType = contentType;
    reply.body = text.toUtf8();
    return reply;
}

double jsonAmount(Money money)
{
    return double(money.units()) / Money::UnitsPerMain;
}

QJsonValue jsonId(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(id);
}

QString newestCode(const SimOrder &order)
{
    if (order.messages.isEmpty())
        return {};
    const SimMessage &newest = order.messages.last();
    return newest.code.isEmpty() ? newest.text : newest.code;
}

QList<NamedId> countriesIn(const QList<const Offer *> &offers)
{
    return distinct(offers, &Offer::countryId, &Offer::country);
}

QList<NamedId> servicesIn(const QList<const Offer *> &offers)
{
    return distinct(offers, &Offer::serviceId, &Offer::service);
}

} // namespace otpdesk
