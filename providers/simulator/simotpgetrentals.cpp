#include "providers/simulator/simotpgetrentals.h"

#include "providers/types/phonenumber.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstRow = 27; ///< rentals have an id of their own beside the order's

bool isServer(const QString &server)
{
    return server == "1"_L1 || server == "2"_L1;
}

bool isMonthly(const QString &hours)
{
    return hours == "720"_L1 || hours == "4320"_L1 || hours == "8640"_L1;
}

/// Without the country's code, as this handler writes numbers.
QString phoneOf(const SimOrder &order)
{
    return readPhoneNumber(order.number, order.offer.countryIso).national;
}

int rowOf(const SimOrder &order)
{
    return FirstRow + order.serial - 1;
}

bool isRental(const SimOrder &order)
{
    return order.providerId == "otpget"_L1 && order.offer.kind == OfferKind::Rental;
}

} // namespace

SimOtpGetRentals::SimOtpGetRentals(World &world)
    : SimOtpGetJson(world,
                    {u"Invalid API key."_s, u"Account is blocked or inactive."_s, u"Unknown action: %1"_s})
{
    act(u"getRentalCountries"_s, u"rentalcountries"_s, [this](const auto &r) { return countries(r); });
    act(u"getRentalPricing"_s, u"rentalpricing"_s, [this](const auto &r) { return pricing(r); });
    act(u"getAvailableRentals"_s, u"rentalavailable"_s, [this](const auto &r) { return available(r); });
    act(u"rentNumber"_s, u"rent"_s, [this](const auto &r) { return rent(r); });
    act(u"getMyRentals"_s, u"rentals"_s, [this](const auto &) { return rentals(); });
    act(u"getRentalSMS"_s, u"rentalsms"_s, [this](const auto &r) { return messages(r); });
    act(u"renewRental"_s, u"renew"_s, [this](const auto &r) { return renew(r); });
}

std::optional<ServerReply> SimOtpGetRentals::lacking(const SimRequest &request,
                                                     const QStringList &names) const
{
    for (const QString &name : names) {
        if (request.query(name).isEmpty())
            return say(400, name + u" is required."_s);
    }
    return std::nullopt;
}

QList<const Offer *> SimOtpGetRentals::sold(const QString &countryCode, const QString &server) const
{
    QList<const Offer *> found = offers(QString(u"rental"_s + server));
    found.removeIf([&countryCode](const Offer *o) { return o->countryId != countryCode; });
    return found;
}

Result<const Offer *> SimOtpGetRentals::tier(const QString &countryCode, const QString &server,
                                             const QString &hours) const
{
    for (const Offer *offer : sold(countryCode, server)) {
        if (QString::number(offer->duration.count()) == hours)
            return offer;
    }
    ApiError error;
    error.kind = ErrorKind::NotFound;
    return error;
}

ServerReply SimOtpGetRentals::notSold(const QString &server, const QString &hours) const
{
    if (server == "2"_L1 && !isMonthly(hours))
        return say(400, u"Server 2 only supports monthly durations: 720, 4320, 8640."_s);
    return say(404, u"No pricing found for this country, provider and duration."_s);
}

ServerReply SimOtpGetRentals::refused(const ApiError &error, const QString &server) const
{
    switch (error.kind) {
    case ErrorKind::NoBalance:
        return say(402, u"Insufficient balance."_s);
    case ErrorKind::NotFound:
        return say(404, u"Rental not found or does not belong to you."_s);
    case ErrorKind::TooLate:
        return say(400, u"Rental is not active."_s);
    case ErrorKind::ServiceDown:
        return say(500, u"Database error: the rental was not saved."_s);
    case ErrorKind::NoStock:
        return say(502, u"Server %1 error: No numbers available"_s.arg(server));
    default:
        return say(502, u"Server %1 error: SERVICE_UNAVAILABLE"_s.arg(server));
    }
}

ServerReply SimOtpGetRentals::countries(const SimRequest &request) const
{
    const QString only = request.query(u"provider"_s);
    QJsonArray list;
    int id = 0;
    for (const QString &server : {u"1"_s, u"2"_s}) {
        for (const NamedId &country : countriesIn(offers(QString(u"rental"_s + server)))) {
            ++id;
            if (!only.isEmpty() && only != server)
                continue;
            list.append(QJsonObject{{u"id"_s, QString::number(id)},
                                    {u"provider"_s, server},
                                    {u"name"_s, country.name},
                                    {u"country_code"_s, country.id}});
        }
    }
    return done({{u"countries"_s, list}});
}

ServerReply SimOtpGetRentals::pricing(const SimRequest &request) const
{
    if (const auto reply = lacking(request, {u"country_code"_s, u"provider"_s}))
        return *reply;
    QJsonArray list;
    for (const Offer *offer : sold(request.query(u"country_code"_s), request.query(u"provider"_s))) {
        list.append(QJsonObject{{u"id"_s, QString::number(list.size() + 1)},
                                {u"duration_hours"_s, QString::number(offer->duration.count())},
                                {u"price"_s, offer->price->toDecimal()},
                                {u"country_name"_s, offer->country}});
    }
    if (list.isEmpty())
        return say(404, u"No pricing found for this country."_s);
    return done({{u"pricing"_s, list}});
}

/// One area for the whole country, with as many numbers as are left for every duration.
ServerReply SimOtpGetRentals::available(const SimRequest &request) const
{
    if (const auto reply = lacking(request, {u"country_code"_s, u"provider"_s}))
        return *reply;
    const QString code = request.query(u"country_code"_s);
    const QString server = request.query(u"provider"_s);
    const QList<const Offer *> tiers = sold(code, server);
    QJsonArray list;
    if (!tiers.isEmpty()) {
        const Offer *scarcest =
            *std::min_element(tiers.cbegin(), tiers.cend(), [](const Offer *a, const Offer *b) {
                return a->stock.value_or(0) < b->stock.value_or(0);
            });
        list.append(QJsonObject{{u"area_code"_s, code},
                                {u"area_title"_s, scarcest->country},
                                {u"available"_s, scarcest->stock.value_or(0)},
                                {u"min_month"_s, server == "2"_L1 ? 1 : 0}});
    }
    return done({{u"available"_s, list}});
}

ServerReply SimOtpGetRentals::rent(const SimRequest &request)
{
    if (const auto reply = lacking(request, {u"country_code"_s, u"provider"_s, u"duration_hours"_s}))
        return *reply;
    const QString server = request.query(u"provider"_s);
    const QString hours = request.query(u"duration_hours"_s);
    if (!isServer(server))
        return say(400, u"provider must be 1 or 2."_s);
    const auto offer = tier(request.query(u"country_code"_s), server, hours);
    if (!offer)
        return notSold(server, hours);
    const Result<SimOrder> order = world().buy(providerId(), **offer);
    if (!order)
        return refused(order.error(), server);
    return done({{u"message"_s, u"Number rented successfully"_s},
                 {u"phone"_s, phoneOf(*order)},
                 {u"order_id"_s, order->id},
                 {u"duration_hours"_s, hours.toInt()},
                 {u"price_paid"_s, order->price.toDecimal()},
                 {u"new_balance"_s, world().balance(providerId()).toDecimal()},
                 {u"expires"_s, pakistanTime(order->expiresAt)}});
}

ServerReply SimOtpGetRentals::rentals() const
{
    QJsonArray list;
    for (const SimOrder &order : world().orders()) {
        if (!isRental(order))
            continue;
        list.prepend(QJsonObject{{u"id"_s, QString::number(rowOf(order))},
                                 {u"server"_s, u"Server "_s + order.offer.variantId},
                                 {u"phone_number"_s, phoneOf(order)},
                                 {u"order_id"_s, order.id},
                                 {u"status"_s, order.isActive() ? u"active"_s : u"expired"_s},
                                 {u"country_code"_s, order.offer.countryId},
                                 {u"expiry_time"_s, pakistanTime(order.expiresAt)}});
    }
    return done({{u"total"_s, list.size()}, {u"rentals"_s, list}});
}

/// Newest first, and never a code: that is left to the reader.
ServerReply SimOtpGetRentals::messages(const SimRequest &request) const
{
    if (const auto reply = lacking(request, {u"order_id"_s}))
        return *reply;
    const Result<SimOrder> order = world().find(providerId(), request.query(u"order_id"_s));
    if (!order || !isRental(*order))
        return say(404, u"Rental not found or does not belong to you."_s);
    QJsonArray list;
    for (const SimMessage &sms : order->messages) {
        list.prepend(QJsonObject{{u"from"_s, sms.sender},
                                 {u"text"_s, sms.text},
                                 {u"code"_s, QString(u""_s)},
                                 {u"timestamp"_s, sms.at.toUTC().toString(Qt::ISODate)}});
    }
    return done({{u"phone_number"_s, phoneOf(*order)}, {u"total"_s, list.size()}, {u"messages"_s, list}});
}

ServerReply SimOtpGetRentals::renew(const SimRequest &request)
{
    if (const auto reply = lacking(request, {u"rental_id"_s, u"duration_hours"_s}))
        return *reply;
    const QString row = request.query(u"rental_id"_s);
    const QString hours = request.query(u"duration_hours"_s);
    const QList<SimOrder> all = world().orders();
    const auto rental = std::find_if(all.cbegin(), all.cend(), [&row](const SimOrder &order) {
        return isRental(order) && QString::number(rowOf(order)) == row;
    });
    if (rental == all.cend())
        return say(404, u"Rental not found or does not belong to you."_s);
    const QString server = rental->offer.variantId;
    const auto offer = tier(rental->offer.countryId, server, hours);
    if (!offer)
        return notSold(server, hours);
    const Result<SimOrder> renewed = world().renew(providerId(), rental->id, **offer);
    if (!renewed)
        return refused(renewed.error(), server);
    return done({{u"message"_s, u"Renewed successfully"_s},
                 {u"rental_id"_s, rowOf(*renewed)},
                 {u"phone_number"_s, phoneOf(*renewed)},
                 {u"duration_hours"_s, hours.toInt()},
                 {u"price_paid"_s, renewed->price.toDecimal()},
                 {u"new_balance"_s, world().balance(providerId()).toDecimal()},
                 {u"new_expiry"_s, pakistanTime(renewed->expiresAt)}});
}

} // namespace otpdesk
