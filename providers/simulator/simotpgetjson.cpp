#include "providers/simulator/simotpgetjson.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

SimOtpGetJson::SimOtpGetJson(World &world, Words words)
    : SimWire(world, u"otpget"_s, u"/otpget/stubs"_s), m_words(std::move(words))
{}

void SimOtpGetJson::act(const QString &action, const QString &call, Handler handler)
{
    m_actions.insert(action, {call, std::move(handler)});
}

SimWire::Call SimOtpGetJson::resolve(const ServerRequest &request, const QString &)
{
    const QString action = SimRequest{request, {}, {}}.query(u"action"_s);
    const auto known = m_actions.constFind(action);
    if (known == m_actions.cend())
        return {u"unknown"_s, [this, &request, action] { return guarded(request, action, {}); }};
    const Handler &handler = known->handler;
    return {known->call, [this, &request, action, &handler] { return guarded(request, action, handler); }};
}

ServerReply SimOtpGetJson::guarded(const ServerRequest &request, const QString &action,
                                   const Handler &handler) const
{
    const SimRequest asked{request, {}, {}};
    if (asked.query(u"api_key"_s) != account().key)
        return say(401, m_words.wrongKey);
    if (account().blocked)
        return say(403, m_words.blocked);
    return handler ? handler(asked) : say(400, m_words.unknownAction.arg(action));
}

ServerReply SimOtpGetJson::done(QJsonObject data) const
{
    data.insert(u"status"_s, world().script().seenForms ? u"success"_s : u"200"_s);
    return jsonReply(data);
}

ServerReply SimOtpGetJson::say(int status, const QString &message) const
{
    const QJsonValue said =
        world().script().seenForms ? QJsonValue(status) : QJsonValue(QString::number(status));
    return jsonReply(QJsonObject{{u"status"_s, said}, {u"message"_s, message}});
}

QString pakistanTime(const QDateTime &utc)
{
    return utc.toUTC().addSecs(5 * 3600).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace otpdesk
