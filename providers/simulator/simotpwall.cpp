#include "providers/simulator/simotpwall.h"

#include <QJsonDocument>

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
        return u"received"_s;
    case SimState::Finished:
        return u"complete"_s;
    case SimState::Cancelled:
        return u"cancelled"_s;
    case SimState::Expired:
        return u"expired"_s;
    }
    return {};
}

} // namespace

SimOtpWall::SimOtpWall(World &world) : RestWire(world, u"otpwall"_s, u"/otpwall/v1"_s)
{
    route("GET", u"balance"_s, u"balance"_s, [this](const SimRequest &) {
        const Money balance = this->world().balance(providerId());
        return jsonReply(
            QJsonObject{{u"balance"_s, jsonAmount(balance)}, {u"currency"_s, balance.currency().code()}});
    });
    route("GET", u"countries"_s, u"countries"_s,
          [this](const SimRequest &) { return named(countriesIn(offers())); });
    route("GET", u"services"_s, u"services"_s,
          [this](const SimRequest &) { return named(servicesIn(offers())); });
    route("POST", u"number"_s, u"buy"_s, [this](const SimRequest &r) { return number(r); });
    route("GET", u"activation/:id/status"_s, u"check"_s, [this](const SimRequest &r) { return status(r); });
    route("POST", u"activation/:id/status"_s, u"change"_s, [this](const SimRequest &r) { return change(r); });
}

SimWire::Call SimOtpWall::resolve(const ServerRequest &request, const QString &path)
{
    Call call = RestWire::resolve(request, path);
    // One address for two calls: which one it is stands in the body.
    if (call.name == "change"_L1) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        call.name = body.value("status"_L1) == "cancel"_L1 ? u"cancel"_s : u"finish"_s;
    }
    return call;
}

ServerReply SimOtpWall::refuse(int status, const QString &words, const QString &) const
{
    return jsonReply(QJsonObject{{u"error"_s, words}}, status);
}

ServerReply SimOtpWall::named(const QList<NamedId> &list) const
{
    QJsonArray array;
    for (const NamedId &item : list)
        array.append(QJsonObject{{u"code"_s, item.id}, {u"name"_s, item.name}});
    return jsonReply(array);
}

ServerReply SimOtpWall::number(const SimRequest &request)
{
    const QString service = request.field("service"_L1);
    QString country = request.field("country"_L1).toUpper();
    if (service.isEmpty())
        return refuse(400, u"service is required"_s);
    if (country.isEmpty())
        return refuse(400, u"country is required"_s);
    if (country == "PKR"_L1)
        country = u"PK"_s; // the documentation's own example
    const QList<const Offer *> shelf = offers();
    const auto offer = std::find_if(shelf.cbegin(), shelf.cend(), [&](const Offer *o) {
        return o->serviceId == service && o->countryId == country;
    });
    if (offer == shelf.cend())
        return refuse(404, u"Service not available in this country"_s);
    const Result<SimOrder> order = world().buy(providerId(), **offer);
    if (!order) {
        switch (order.error().kind) {
        case ErrorKind::NoBalance:
            return refuse(402, u"Insufficient balance"_s);
        case ErrorKind::NoStock:
            return refuse(404, u"No numbers available"_s);
        default:
            return refuse(502, u"Upstream provider error"_s);
        }
    }
    return jsonReply(QJsonObject{{u"activation_id"_s, order->id},
                                 {u"number"_s, u'+' + order->number},
                                 {u"status"_s, statusWord(*order)}});
}

ServerReply SimOtpWall::status(const SimRequest &request)
{
    const Result<SimOrder> order = world().find(providerId(), request.id);
    if (!order)
        return refuse(404, u"Activation not found"_s);
    QJsonObject answer{{u"activation_id"_s, order->id}, {u"status"_s, statusWord(*order)}};
    if (!order->messages.isEmpty())
        answer.insert(u"sms"_s, order->messages.last().text);
    return jsonReply(answer);
}

ServerReply SimOtpWall::change(const SimRequest &request)
{
    const QString wanted = request.field("status"_L1);
    if (wanted != "complete"_L1 && wanted != "cancel"_L1)
        return refuse(400, u"Invalid status"_s);
    const Result<SimOrder> order = wanted == "cancel"_L1 ? world().cancel(providerId(), request.id)
                                                         : world().finish(providerId(), request.id);
    if (order)
        return jsonReply(QJsonObject{{u"activation_id"_s, order->id}, {u"status"_s, statusWord(*order)}});
    switch (order.error().kind) {
    case ErrorKind::NotFound:
        return refuse(404, u"Activation not found"_s);
    case ErrorKind::NoSmsYet:
        return refuse(409, u"No SMS received yet"_s);
    case ErrorKind::TooLate:
        return refuse(409, u"Activation can no longer be changed"_s);
    default:
        return refuse(502, u"Upstream provider error"_s);
    }
}

} // namespace otpdesk
