#include "providers/otpzap/otpzapwebhookwire.h"

#include "providers/otpzap/otpzapanswers.h"
#include "providers/wire/envelope.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace otpdesk::otpzap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestSecret = 16;

/// Whether nobody but this computer, or the network around it, is at this address.
bool isPrivate(const QHostAddress &address)
{
    bool isV4 = false;
    const QHostAddress v4(address.toIPv4Address(&isV4)); // of an IPv4-mapped one as well
    if (!isV4) {
        // Only this part of IPv6 is routed: the others are loopback, link-local, unique local, multicast…
        return !address.isInSubnet(QHostAddress(u"2000::"_s), 3);
    }
    static const QList<QPair<QHostAddress, int>> closed = [] {
        QList<QPair<QHostAddress, int>> nets;
        for (const auto net : {"0.0.0.0/8"_L1, "10.0.0.0/8"_L1, "100.64.0.0/10"_L1, "127.0.0.0/8"_L1,
                               "169.254.0.0/16"_L1, "172.16.0.0/12"_L1, "192.0.0.0/24"_L1,
                               "192.168.0.0/16"_L1, "198.18.0.0/15"_L1, "224.0.0.0/3"_L1})
            nets += QHostAddress::parseSubnet(net);
        return nets;
    }();
    return std::any_of(closed.cbegin(), closed.cend(), [&v4](const auto &net) { return v4.isInSubnet(net); });
}

/// Whether a host name leads nowhere on the internet.
bool isLocalName(const QString &host)
{
    if (!host.contains(u'.'))
        return true;
    for (const auto suffix : {".localhost"_L1, ".local"_L1, ".internal"_L1}) {
        if (host.endsWith(suffix))
            return true;
    }
    return false;
}

bool isPublicHttps(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || !url.userInfo().isEmpty())
        return false;
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    // Also in one number, or in hexadecimal ones.
    if (const QHostAddress address(host); !address.isNull())
        return !isPrivate(address);
    return !isLocalName(host);
}

/// Which member a refusal is about, from its words.
QString fieldOfWords(const QString &words)
{
    const QString text = words.toLower();
    const auto says = [&text](std::initializer_list<QLatin1StringView> any) {
        return std::any_of(any.begin(), any.end(),
                           [&text](QLatin1StringView word) { return text.contains(word); });
    };
    if (says({"https"_L1, "private"_L1, "loopback"_L1, "public"_L1}))
        return u"url"_s;
    if (says({"event"_L1}))
        return u"events"_s;
    if (says({"secret"_L1}))
        return u"secret"_s;
    return says({"url"_L1, "host"_L1}) ? u"url"_s : QString();
}

/// The member of a validation error: "events.0" is about "events".
QString fieldIn(const HttpReply &reply, const ApiError &error)
{
    QString name = error.field;
    if (name.isEmpty()) { // {"errors":{"url":["…"]}}
        const Result<QJsonValue> json = jsonOf(reply);
        const QStringList members =
            json ? JsonView(*json).child({"errors"_L1}).object().keys() : QStringList();
        name = members.value(0);
    }
    for (const QString &known : {u"url"_s, u"events"_s, u"secret"_s}) {
        if (name.startsWith(known, Qt::CaseInsensitive))
            return known;
    }
    return fieldOfWords(error.detail);
}

WebhookState stateIn(const QJsonValue &data)
{
    const JsonView outer(data);
    const JsonView inner = outer.child({"webhook"_L1});
    const JsonView view = inner.object().isEmpty() ? outer : inner;
    WebhookState state;
    state.url = view.text({"url"_L1, "webhook_url"_L1});
    for (const QJsonValue event : view.value({"events"_L1}).toArray())
        state.events += JsonView(QJsonObject{{u"event"_s, event}}).line({"event"_L1});
    state.isActive = view.flag({"is_active"_L1, "active"_L1});
    return state;
}

} // namespace

QStringList webhookEvents()
{
    return {u"order.otp_received"_s, u"order.cancelled"_s, u"order.finished"_s,
            u"order.replaced"_s,     u"deposit.success"_s, u"*"_s};
}

std::optional<ApiError> webhookProblem(const WebhookUpdate &update)
{
    if (!isPublicHttps(update.url))
        return badArgument(u"url"_s);
    const QStringList known = webhookEvents();
    const bool allKnown = std::all_of(update.events.cbegin(), update.events.cend(),
                                      [&known](const QString &event) { return known.contains(event); });
    if (update.events.isEmpty() || !allKnown)
        return badArgument(u"events"_s);
    if (!update.secret.isEmpty() && update.secret.size() < ShortestSecret)
        return badArgument(u"secret"_s);
    return std::nullopt;
}

HttpRequest webhookStateRequest()
{
    HttpRequest request;
    request.path = u"/webhook/get"_s;
    return request;
}

Result<WebhookState> readWebhookState(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (data)
        return stateIn(*data);
    if (data.error().kind == ErrorKind::NotFound && isJsonObject(reply))
        return WebhookState();
    return data.error();
}

HttpRequest webhookUpdateRequest(const WebhookUpdate &update)
{
    QJsonObject body{{u"url"_s, update.url},
                     {u"events"_s, QJsonArray::fromStringList(update.events)},
                     {u"is_active"_s, update.isActive}};
    if (!update.secret.isEmpty())
        body.insert("secret"_L1, update.secret);
    return requestWith("PATCH", u"/webhook/update"_s, body);
}

Result<WebhookSaved> readWebhookUpdated(const WebhookUpdate &update, const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data) {
        ApiError error = data.error();
        if (reply.status == 422) // whatever else the words sound like
            error.kind = ErrorKind::BadRequest;
        if (error.kind == ErrorKind::BadRequest)
            error.field = fieldIn(reply, error);
        return error;
    }
    WebhookSaved saved;
    saved.state = stateIn(*data);
    if (saved.state.url.isEmpty())
        saved.state.url = update.url;
    if (saved.state.events.isEmpty())
        saved.state.events = update.events;
    if (!saved.state.isActive)
        saved.state.isActive = update.isActive;
    const JsonView view(*data);
    static constexpr auto names = {"secret"_L1, "webhook_secret"_L1};
    saved.secret = view.text(names);
    if (saved.secret.isEmpty())
        saved.secret = view.child({"webhook"_L1}).text(names);
    return saved;
}

} // namespace otpdesk::otpzap
