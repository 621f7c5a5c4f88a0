#include "providers/simulator/simwhichotp.h"

#include <QUuid>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString statusWord(const SimOrder &order)
{
    switch (order.state) {
    case SimState::Waiting:
        return u"waiting"_s;
    case SimState::Received:
    case SimState::Finished:
        return u"completed"_s;
    case SimState::Cancelled:
        return u"refunded"_s;
    case SimState::Expired:
        return u"cancelled"_s;
    }
    return {};
}

} // namespace

SimWhichOtp::SimWhichOtp(World &world) : RestWire(world, u"whichotp"_s, u"/whichotp/api/v1"_s)
{
    route("GET", u"balance"_s, u"balance"_s, [this](const SimRequest &) {
        const Money balance = this->world().balance(providerId());
        return jsonReply(
            QJsonObject{{u"balance"_s, jsonAmount(balance)}, {u"currency"_s, balance.currency().code()}});
    });
    route("GET", u"services"_s, u"services"_s, [this](const SimRequest &) { return services(); });
    route("POST", u"orders/buy"_s, u"buy"_s, [this](const SimRequest &r) { return buy(r); });
    route("GET", u"orders/:id"_s, u"check"_s, [this](const SimRequest &r) { return order(r); });
    route("POST", u"orders/:id/cancel"_s, u"cancel"_s, [this](const SimRequest &r) { return cancel(r); });
}

ServerReply SimWhichOtp::refuse(int status, const QString &words, const QString &field) const
{
    if (field.isEmpty())
        return jsonReply(QJsonObject{{u"error"_s, words}}, status);
    return jsonReply(
        QJsonObject{{u"success"_s, false},
                    {u"message"_s, u"Validation failed"_s},
                    {u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, field}, {u"message"_s, words}}}}},
        status);
}

ServerReply SimWhichOtp::services() const
{
    QJsonArray list;
    for (const Offer *offer : offers()) {
        list.append(QJsonObject{{u"id"_s, offer->serviceId},
                                {u"name"_s, offer->service},
                                {u"price"_s, jsonAmount(*offer->price)},
                                {u"available"_s, offer->available}});
    }
    return jsonReply(QJsonObject{{u"services"_s, list}});
}

ServerReply SimWhichOtp::buy(const SimRequest &request)
{
    const QString id = request.field("serviceId"_L1);
    if (QUuid::fromString(id).isNull())
        return refuse(400, u"Invalid serviceId. Must be a valid UUID."_s, u"serviceId"_s);
    const QList<const Offer *> shelf = offers();
    const auto offer =
        std::find_if(shelf.cbegin(), shelf.cend(), [&id](const Offer *o) { return o->serviceId == id; });
    if (offer == shelf.cend())
        return refuse(404, u"Service not found"_s);
    const Result<SimOrder> order = world().buy(providerId(), **offer);
    if (!order) {
        switch (order.error().kind) {
        case ErrorKind::NoBalance:
            return refuse(402, u"Insufficient balance"_s);
        case ErrorKind::NoStock:
            return refuse(409, u"No numbers available for this service"_s);
        case ErrorKind::PriceChanged:
            return refuse(409, u"Price has changed"_s);
        default:
            return refuse(502, u"Upstream provider error"_s);
        }
    }
    return jsonReply(QJsonObject{{u"id"_s, order->id},
                                 {u"phoneNumber"_s, u'+' + order->number},
                                 {u"cost"_s, jsonAmount(order->price)},
                                 {u"status"_s, statusWord(*order)},
                                 {u"createdAt"_s, order->createdAt.toString(Qt::ISODate)}});
}

ServerReply SimWhichOtp::order(const SimRequest &request)
{
    const Result<SimOrder> order = world().find(providerId(), request.id);
    if (!order)
        return refuse(404, u"Order not found"_s);
    const QString code = newestCode(*order);
    return jsonReply(QJsonObject{{u"id"_s, order->id},
                                 {u"phoneNumber"_s, u'+' + order->number},
                                 {u"status"_s, statusWord(*order)},
                                 {u"smsCode"_s, code.isEmpty() ? QJsonValue::Null : QJsonValue(code)},
                                 {u"cost"_s, jsonAmount(order->price)}});
}

ServerReply SimWhichOtp::cancel(const SimRequest &request)
{
    const Result<SimOrder> order = world().cancel(providerId(), request.id);
    if (!order) {
        switch (order.error().kind) {
        case ErrorKind::NotFound:
            return refuse(404, u"Order not found"_s);
        case ErrorKind::TooLate:
            return refuse(409, u"Only waiting orders can be cancelled"_s);
        default:
            return refuse(502, u"Upstream provider error"_s);
        }
    }
    return jsonReply(QJsonObject{{u"id"_s, order->id},
                                 {u"status"_s, statusWord(*order)},
                                 {u"refundedAmount"_s, jsonAmount(order->price)}});
}

} // namespace otpdesk
