#include "providers/simulator/simzapotp.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

ServerReply answered(const QJsonValue &data)
{
    return jsonReply(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, data}});
}

QString statusWord(const SimOrder &order)
{
    switch (order.state) {
    case SimState::Waiting:
        return u"PENDING"_s;
    case SimState::Received:
        return u"RECEIVED"_s;
    case SimState::Finished:
        return u"FINISHED"_s;
    case SimState::Cancelled:
    case SimState::Expired:
        return u"CANCELED"_s;
    }
    return {};
}

QJsonArray pools(const QList<const Offer *> &offers)
{
    QJsonArray list;
    for (const Offer *offer : offers) {
        QJsonObject pool{{u"pool"_s, offer->variantId},
                         {u"name"_s, offer->variant},
                         {u"success_rate"_s, offer->successRate.value_or(0)},
                         {u"price"_s, jsonAmount(*offer->price)}};
        if (offer->stock)
            pool.insert(u"count"_s, *offer->stock);
        list.append(pool);
    }
    return list;
}

} // namespace

SimZapOtp::SimZapOtp(World &world) : RestWire(world, u"zapotp"_s, u"/zapotp/account/api/v1"_s)
{
    route("GET", u"user"_s, u"balance"_s, [this](const SimRequest &) {
        const Money balance = this->world().balance(providerId());
        return answered(QJsonObject{{u"username"_s, u"demo"_s},
                                    {u"balance"_s, jsonAmount(balance)},
                                    {u"currency"_s, balance.currency().code()}});
    });
    route("GET", u"services"_s, u"services"_s, [this](const SimRequest &r) { return services(r); });
    route("POST", u"rent"_s, u"buy"_s, [this](const SimRequest &r) { return rent(r); });
    route("GET", u"sms"_s, u"check"_s, [this](const SimRequest &r) { return sms(r); });
    route("GET", u"orders"_s, u"orders"_s, [this](const SimRequest &) { return orders(); });
}

ServerReply SimZapOtp::refuse(int status, const QString &words, const QString &) const
{
    if (world().script().seenForms)
        return jsonReply(QJsonObject{{u"status"_s, u"error"_s}, {u"error"_s, words}});
    return jsonReply(QJsonObject{{u"status"_s, u"error"_s}, {u"message"_s, words}}, status);
}

QString SimZapOtp::keyOf(const ServerRequest &request) const
{
    const QString bearer = RestWire::keyOf(request);
    return bearer.isEmpty() ? request.query.queryItemValue(u"api_key"_s, QUrl::FullyDecoded) : bearer;
}

QList<const Offer *> SimZapOtp::sold(const QString &provider, const QString &country) const
{
    QList<const Offer *> found = offers(provider);
    found.removeIf(
        [&country](const Offer *o) { return o->countryId.compare(country, Qt::CaseInsensitive) != 0; });
    return found;
}

ServerReply SimZapOtp::services(const SimRequest &request) const
{
    const QString country = request.query(u"country"_s);
    if (country.isEmpty())
        return refuse(400, u"country is required"_s);
    // The table calls it required, the examples leave it out.
    const QString provider =
        request.query(u"provider"_s).isEmpty() ? u"global"_s : request.query(u"provider"_s);
    if (provider != "global"_L1 && provider != "usa"_L1)
        return refuse(400, u"Invalid provider"_s);

    QList<const Offer *> found = sold(provider, country);
    if (const QString service = request.query(u"service"_s); !service.isEmpty()) {
        found.removeIf([&service](const Offer *o) { return o->serviceId != service; });
        return found.isEmpty() ? refuse(404, u"Service not available"_s) : answered(pools(found));
    }
    QJsonArray list;
    for (const NamedId &service : servicesIn(found)) {
        std::optional<Money> cheapest;
        for (const Offer *offer : found) {
            if (offer->serviceId == service.id && (!cheapest || *offer->price < *cheapest))
                cheapest = offer->price;
        }
        list.append(QJsonObject{{u"service_id"_s, service.id},
                                {u"service_name"_s, service.name},
                                {u"price"_s, jsonAmount(*cheapest)}});
    }
    return answered(list);
}

ServerReply SimZapOtp::rent(const SimRequest &request)
{
    if (request.field("action"_L1) != "rent"_L1)
        return refuse(400, u"Invalid action"_s);
    for (const auto name : {"service"_L1, "country"_L1, "provider"_L1}) {
        if (request.field(name).isEmpty())
            return refuse(400, QString(name) + " is required"_L1);
    }
    const QString provider = request.field("provider"_L1);
    if (provider != "global"_L1 && provider != "usa"_L1)
        return refuse(400, u"Invalid provider"_s);
    const QString pool = request.field("pool"_L1);
    QList<const Offer *> found = sold(provider, request.field("country"_L1));
    found.removeIf([&](const Offer *o) {
        return o->serviceId != request.field("service"_L1) || (!pool.isEmpty() && o->variantId != pool);
    });
    if (found.isEmpty())
        return refuse(404, u"Service not available"_s);
    // Without a pool, the cheapest one that has a number.
    std::stable_sort(found.begin(), found.end(), [](const Offer *a, const Offer *b) {
        return std::pair(a->stock == 0, a->price->units()) < std::pair(b->stock == 0, b->price->units());
    });

    const Result<SimOrder> order = world().buy(providerId(), *found.first());
    if (!order) {
        switch (order.error().kind) {
        case ErrorKind::NoBalance:
            return refuse(402, u"Insufficient balance"_s);
        case ErrorKind::NoStock:
            return refuse(404, u"No numbers available"_s);
        case ErrorKind::PriceChanged:
            return refuse(409, u"Price has changed"_s);
        default:
            return refuse(502, u"Upstream provider error"_s);
        }
    }
    // A bare local time: the provider does not say in which zone; Lagos is assumed.
    const QString expiry = order->expiresAt.toOffsetFromUtc(3600).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return answered(QJsonObject{{u"order_id"_s, order->id},
                                {u"number"_s, order->number},
                                {u"price"_s, jsonAmount(order->price)},
                                {u"expiry"_s, expiry}});
}

ServerReply SimZapOtp::sms(const SimRequest &request)
{
    const QString id = request.query(u"order_id"_s);
    if (id.isEmpty())
        return refuse(400, u"order_id is required"_s);
    const Result<SimOrder> order = world().find(providerId(), id);
    if (!order)
        return refuse(404, u"Order not found"_s);
    const QString code = newestCode(*order);
    QJsonObject data{{u"order_id"_s, order->id},
                     {u"sms_code"_s, code.isEmpty() ? QJsonValue::Null : QJsonValue(code)},
                     {u"status"_s, statusWord(*order)}};
    if (world().script().seenForms && !order->messages.isEmpty())
        data.insert(u"full_sms"_s, order->messages.last().text);
    return answered(data);
}

ServerReply SimZapOtp::orders()
{
    QJsonArray list;
    for (const SimOrder &order : world().orders()) {
        if (order.providerId != providerId())
            continue;
        list.prepend(QJsonObject{{u"id"_s, 100 + order.serial},
                                 {u"order_id"_s, order.id},
                                 {u"service"_s, order.offer.serviceId},
                                 {u"number"_s, order.number},
                                 {u"status"_s, statusWord(order)},
                                 {u"price"_s, jsonAmount(order.price)}});
    }
    return answered(list);
}

} // namespace otpdesk
