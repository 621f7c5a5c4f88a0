#include "providers/simulator/simotpzapmail.h"

#include "providers/simulator/simotpzapanswers.h"

#include <QRegularExpression>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using simzap::answered;
using simzap::badField;
using simzap::refused;
using simzap::statusWord;
using simzap::wib;

namespace {

constexpr int MostAtOnce = 10;

bool isHostName(const QString &site)
{
    static const QRegularExpression pattern(u"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*$"_s);
    return site.size() <= 253 && pattern.match(site).hasMatch();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue::Null : QJsonValue(text);
}

/// How many are asked for; nothing when that is no number that can be had.
std::optional<int> quantityIn(const SimRequest &request)
{
    const QJsonValue value = request.body.value("qty"_L1);
    const int count = value.isUndefined() ? 1 : request.field("qty"_L1).toInt();
    return count >= 1 && count <= MostAtOnce ? std::optional(count) : std::nullopt;
}

QJsonObject created(const SimOrder &order)
{
    return {{u"ref"_s, order.id},
            {u"email"_s, order.number},
            {u"site"_s, order.offer.service},
            {u"domain"_s, order.offer.variantId},
            {u"price"_s, jsonAmount(order.price)},
            {u"status"_s, statusWord(order)},
            {u"expires_at"_s, wib(order.expiresAt)}};
}

} // namespace

ServerReply SimOtpZapMail::sites() const
{
    QJsonArray sites;
    for (const NamedId &site : servicesIn(m_world.catalog().of(simzap::ProviderId, u"s3")))
        sites.append(QJsonObject{{u"site"_s, site.id}});
    return answered({{u"sites"_s, sites}});
}

/// The service of each is the site that was asked for; the id stays the one it stands under on the shelf.
QList<Offer> SimOtpZapMail::offersFor(const QString &site) const
{
    const QList<const Offer *> all = m_world.catalog().of(simzap::ProviderId, u"s3");
    const bool isListed =
        std::any_of(all.cbegin(), all.cend(), [&site](const Offer *o) { return o->serviceId == site; });
    if (all.isEmpty() || (!isListed && !isHostName(site)))
        return {};
    const QString shelf = isListed ? site : all.first()->serviceId;
    QList<Offer> offers;
    for (const Offer *offer : all) {
        if (offer->serviceId != shelf)
            continue;
        offers.append(*offer);
        offers.last().service = site;
    }
    return offers;
}

ServerReply SimOtpZapMail::domains(const SimRequest &request) const
{
    const QString site = request.query(u"site"_s);
    const QList<Offer> offers = offersFor(site);
    if (offers.isEmpty())
        return simzap::refuse(422, u"A valid site is required"_s, u"site"_s);
    QJsonArray domains;
    for (const Offer &offer : offers) {
        domains.append(QJsonObject{
            {u"domain"_s, offer.variantId},
            {u"stock"_s, offer.stock ? QJsonValue(*offer.stock) : QJsonValue::Null},
            {u"price"_s, jsonAmount(*offer.price)},
            {u"activation_rate"_s, offer.successRate ? QJsonValue(*offer.successRate) : QJsonValue::Null},
            {u"cancel_fee"_s, offer.cancelFee ? jsonAmount(*offer.cancelFee) : 0}});
    }
    return answered({{u"site"_s, site}, {u"domains"_s, domains}});
}

Result<QList<Offer>> SimOtpZapMail::chosen(const SimRequest &request) const
{
    const QList<Offer> offers = offersFor(request.field("site"_L1));
    if (offers.isEmpty())
        return badField(u"site"_s, u"A valid site is required"_s);
    const bool isAggregated = request.body.contains("domains"_L1);
    const QString field = isAggregated ? u"domains"_s : u"domain"_s;
    QStringList wanted{request.field("domain"_L1)};
    if (isAggregated) {
        wanted.clear();
        for (const QJsonValue domain : request.body.value("domains"_L1).toArray())
            wanted.append(domain.toString());
    }
    QList<Offer> found;
    for (const QString &domain : wanted) {
        const auto offer = std::find_if(offers.cbegin(), offers.cend(),
                                        [&domain](const Offer &o) { return o.variantId == domain; });
        if (offer == offers.cend())
            return badField(field, u"This domain is not on offer for the site"_s);
        found.append(*offer);
    }
    if (found.isEmpty())
        return badField(field, u"At least one domain is required"_s);
    return found;
}

ServerReply SimOtpZapMail::create(const SimRequest &request)
{
    const Result<QList<Offer>> offers = chosen(request);
    if (!offers)
        return refused(offers.error());
    const auto count = quantityIn(request);
    if (!count)
        return simzap::refuse(422, u"qty must be between 1 and 10"_s, u"qty"_s);
    if (!QRegularExpression(request.field("regex"_L1)).isValid())
        return simzap::refuse(422, u"regex is not valid"_s, u"regex"_s);
    const Result<QList<SimOrder>> bought = m_world.buySeveral(simzap::ProviderId, *offers, *count);
    if (!bought)
        return refused(bought.error());
    if (*count == 1)
        return answered(created(bought->first()));
    QJsonArray all;
    for (const SimOrder &order : *bought)
        all.append(created(order));
    return answered({{u"orders"_s, all}});
}

Result<SimOrder> SimOtpZapMail::inbox(const QString &ref) const
{
    if (ref.isEmpty())
        return badField(u"ref"_s, u"ref is required"_s);
    const Result<SimOrder> order = m_world.find(simzap::ProviderId, ref);
    return order && order->offer.kind != OfferKind::Email ? simzap::errorOf(ErrorKind::NotFound) : order;
}

ServerReply SimOtpZapMail::check(const SimRequest &request) const
{
    const Result<SimOrder> order = inbox(request.query(u"ref"_s));
    if (!order)
        return refused(order.error());
    QJsonArray messages;
    QString newest;
    for (const SimMessage &mail : order->messages) {
        messages.append(QJsonObject{{u"from"_s, mail.sender},
                                    {u"subject"_s, mail.subject},
                                    {u"body"_s, mail.html.isEmpty() ? mail.text : mail.html},
                                    {u"otp"_s, orNull(mail.code)},
                                    {u"received_at"_s, wib(mail.at)}});
        newest = mail.code.isEmpty() ? newest : mail.code;
    }
    QJsonObject data = created(*order);
    data.insert(u"otp"_s, orNull(newest));
    data.insert(u"messages"_s, messages);
    if (!order->messages.isEmpty()) {
        data.insert(u"headline"_s, order->messages.last().subject);
        data.insert(u"preview"_s, order->messages.last().text.left(120));
    }
    return answered(data);
}

ServerReply SimOtpZapMail::change(const SimRequest &request, Change act)
{
    const QString ref = request.field("ref"_L1);
    const Result<SimOrder> known = inbox(ref);
    const Result<SimOrder> result = known ? (m_world.*act)(simzap::ProviderId, ref) : known;
    if (!result)
        return refused(result.error());
    const SimOrder &order = *result;
    QJsonObject data{{u"ref"_s, order.id}, {u"status"_s, statusWord(order)}};
    if (order.state == SimState::Cancelled) {
        data.insert(u"refund_amount"_s, jsonAmount(order.refunded));
        data.insert(u"balance"_s, jsonAmount(m_world.balance(simzap::ProviderId)));
    }
    if (order.isActive())
        data.insert(u"expires_at"_s, wib(order.expiresAt));
    return answered(data);
}

} // namespace otpdesk
