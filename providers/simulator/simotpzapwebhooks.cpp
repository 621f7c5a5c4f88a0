#include "providers/simulator/simotpzapwebhooks.h"

#include "providers/simulator/simotpzapanswers.h"

#include <QHostAddress>
#include <QUrl>

namespace otpdesk {

using namespace Qt::StringLiterals;
using simzap::refuse;

namespace {

constexpr qsizetype ShortestSecret = 16;

const QStringList &events()
{
    static const QStringList all{u"order.otp_received"_s, u"order.cancelled"_s, u"order.finished"_s,
                                 u"order.replaced"_s,     u"deposit.success"_s, u"*"_s};
    return all;
}

/// Without asking a name server: what the loopback server is to refuse is written as an address.
bool resolvesToPrivate(const QString &host)
{
    if (host == "localhost"_L1)
        return true;
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    for (const auto net : {"10.0.0.0/8"_L1, "172.16.0.0/12"_L1, "192.168.0.0/16"_L1, "100.64.0.0/10"_L1}) {
        if (address.isInSubnet(QHostAddress::parseSubnet(net)))
            return true;
    }
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast() ||
           address.isMulticast();
}

QJsonObject described(const WebhookState &state)
{
    return {{u"url"_s, state.url},
            {u"events"_s, QJsonArray::fromStringList(state.events)},
            {u"is_active"_s, state.isActive.value_or(true)}};
}

} // namespace

ServerReply SimOtpZapWebhooks::get() const
{
    return m_state ? simzap::answered(described(*m_state)) : simzap::answeredNothing();
}

ServerReply SimOtpZapWebhooks::update(const SimRequest &request)
{
    WebhookState state;
    state.url = request.field("url"_L1);
    const QUrl url(state.url);
    if (url.scheme() != "https"_L1 || url.host().isEmpty())
        return refuse(422, u"Webhook URL must use HTTPS"_s, u"url"_s);
    if (resolvesToPrivate(url.host()))
        return refuse(422, u"Webhook URL resolves to a private or loopback IP"_s, u"url"_s);
    for (const QJsonValue event : request.body.value("events"_L1).toArray()) {
        if (!events().contains(event.toString()))
            return refuse(422, u"Unknown event: "_s + event.toString(), u"events"_s);
        state.events.append(event.toString());
    }
    if (state.events.isEmpty())
        return refuse(422, u"At least one event is required"_s, u"events"_s);
    state.isActive = request.body.value("is_active"_L1).toBool(true);
    m_state = state;

    QString secret = request.field("secret"_L1);
    if (secret.size() < ShortestSecret)
        secret = freshSecret();
    QJsonObject data = described(state);
    data.insert(u"secret"_s, secret);
    return simzap::answered(data);
}

QString SimOtpZapWebhooks::freshSecret()
{
    QByteArray bytes;
    while (bytes.size() < 24)
        bytes += char(m_random.bounded(256));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace otpdesk
