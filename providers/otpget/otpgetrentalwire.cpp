#include "providers/otpget/otpgetrentalwire.h"

#include "providers/otpget/otpgetjson.h"
#include "providers/otpget/otpgetlabels.h"
#include "providers/types/country.h"
#include "providers/wire/messages.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>

namespace otpdesk::otpget {

using namespace Qt::StringLiterals;
using std::chrono::hours;

namespace {

/// What "min_month" counts in: server 2 sells 1, 6 and 12 of them.
constexpr int HoursPerMonth = 720;
/// Nobody lets a number for longer; a mistake in the answer might lead beyond the calendar.
constexpr int LongestRental = 10 * 366 * 24;
constexpr std::array<int, 3> MonthlyDurations = {720, 4320, 8640};

HttpRequest requestFor(const QString &action,
                       std::initializer_list<std::pair<QLatin1StringView, QString>> arguments = {})
{
    return jsonRequest(u"/rental-handler.php"_s, action, arguments);
}

HttpRequest requestFor(const QString &action, const RentalPlace &place)
{
    return requestFor(action, {{"country_code"_L1, place.countryCode}, {"provider"_L1, place.server}});
}

QString isoOf(const QString &code, const QString &name)
{
    const Country *country = findCountry(code);
    if (!country)
        country = findCountry(name);
    return country ? country->iso : QString();
}

QString hoursText(const Offer &offer)
{
    return QString::number(offer.duration.count());
}

bool isSold(const QString &server, int duration)
{
    return server != u"2" ||
           std::find(MonthlyDurations.begin(), MonthlyDurations.end(), duration) != MonthlyDurations.end();
}

/// The parts of an offer that its server and country decide.
Offer offerAt(const RentalPlace &place)
{
    Offer offer;
    offer.kind = OfferKind::Rental;
    offer.country = place.country;
    offer.countryIso = place.countryIso;
    offer.countryId = place.countryCode;
    if (!place.server.isEmpty()) {
        offer.line = u"rental"_s + place.server;
        offer.variant = u"Server "_s + place.server;
        offer.variantId = place.server;
    }
    return offer;
}

struct Area
{
    std::optional<int> available;
    int fromHours = 0;
};

std::optional<QList<Area>> readAreas(const HttpReply &reply)
{
    const Result<JsonView> data = openData(reply);
    const auto list = data ? listIn(data->object(), {"available"_L1}) : std::nullopt;
    if (!list)
        return std::nullopt;
    QList<Area> areas;
    for (const QJsonValue item : *list) {
        const JsonView area(item);
        const int months = std::min(area.count({"min_month"_L1}).value_or(0), 1000);
        areas.append({area.count({"available"_L1, "count"_L1}), months * HoursPerMonth});
    }
    return areas;
}

std::optional<OrderStatus> statusOf(const QString &word)
{
    static constexpr std::pair<QLatin1StringView, OrderStatus> words[] = {
        {"active"_L1, OrderStatus::Waiting},     {"expired"_L1, OrderStatus::Expired},
        {"ended"_L1, OrderStatus::Expired},      {"finished"_L1, OrderStatus::Expired},
        {"completed"_L1, OrderStatus::Expired},  {"inactive"_L1, OrderStatus::Expired},
        {"cancelled"_L1, OrderStatus::Refunded}, {"canceled"_L1, OrderStatus::Refunded},
        {"refunded"_L1, OrderStatus::Refunded},
    };
    for (const auto &[known, status] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return status;
    }
    return std::nullopt;
}

/// "Server 2", "2" → "2".
QString serverIn(const QString &text)
{
    static const QRegularExpression number(u"\\d+"_s);
    return number.match(text).captured();
}

OrderReport listedRental(const HttpReply &reply, const JsonView &rental)
{
    OrderReport report;
    report.id = rental.id({"order_id"_L1});
    report.renewId = rental.id({"id"_L1, "rental_id"_L1});
    report.number = rental.line({"phone_number"_L1, "phone"_L1, "number"_L1});
    report.statusWord = rental.line({"status"_L1});
    report.status = statusOf(report.statusWord);
    report.expiresAt = rental.time({"expiry_time"_L1, "expires"_L1, "new_expiry"_L1}, ZoneSeconds);
    report.expirySlack = ZoneSlack;
    report.serverTime = reply.date;

    RentalPlace place;
    place.server = serverIn(rental.line({"server"_L1, "provider"_L1}));
    place.countryCode = rental.line({"country_code"_L1});
    place.country = rental.line({"country_name"_L1, "country"_L1});
    place.countryIso = isoOf(place.countryCode, place.country);
    if (const Country *known = findCountry(place.countryIso); known && place.country.isEmpty())
        place.country = known->name;
    report.offer = offerAt(place);
    return report;
}

} // namespace

ShelfPage rentalRoot()
{
    Shelf shelf;
    shelf.kind = OfferKind::Rental;
    shelf.path = u"rental"_s;
    shelf.title = u"Rentals"_s;
    return {{}, {shelf}};
}

HttpRequest rentalCountriesRequest()
{
    return requestFor(u"getRentalCountries"_s);
}

Result<ShelfPage> readRentalCountries(const HttpReply &reply)
{
    const Result<QJsonArray> countries = openCatalog(reply, "countries"_L1);
    if (!countries)
        return countries.error();
    ShelfPage page;
    for (const QJsonValue item : *countries) {
        const JsonView country(item);
        const QString server = serverIn(country.line({"provider"_L1, "server"_L1}));
        const QString code = country.line({"country_code"_L1, "code"_L1});
        if (server.isEmpty() || code.isEmpty() || code.contains(u'/'))
            continue;
        Shelf shelf;
        shelf.kind = OfferKind::Rental;
        shelf.path = u"rental/%1/%2"_s.arg(server, code);
        shelf.country = country.line({"name"_L1, "country_name"_L1});
        shelf.countryIso = isoOf(code, shelf.country);
        shelf.title =
            u"Rentals · Server %1 · %2"_s.arg(server, shelf.country.isEmpty() ? code : shelf.country);
        page.shelves.append(shelf);
    }
    if (page.shelves.isEmpty() && !countries->isEmpty())
        return malformed(reply, u"country_code"_s);
    return page;
}

std::optional<RentalPlace> rentalPlaceOf(const Shelf &shelf)
{
    const QStringList parts = shelf.path.split(u'/');
    if (parts.size() != 3 || parts[0] != u"rental" || parts[1].isEmpty() || parts[2].isEmpty())
        return std::nullopt;
    const QString iso = shelf.countryIso.isEmpty() ? isoOf(parts[2], shelf.country) : shelf.countryIso;
    return RentalPlace{parts[1], parts[2], shelf.country, iso};
}

RentalPlace rentalPlaceOf(const Offer &offer)
{
    return {offer.variantId, offer.countryId, offer.country, offer.countryIso};
}

HttpRequest rentalPricingRequest(const RentalPlace &place)
{
    return requestFor(u"getRentalPricing"_s, place);
}

Result<QList<Offer>> readRentalPricing(const HttpReply &reply, const RentalPlace &place)
{
    const Result<QJsonArray> pricing = openCatalog(reply, "pricing"_L1);
    if (!pricing)
        return pricing.error();
    QList<Offer> offers;
    bool readable = pricing->isEmpty();
    for (const QJsonValue item : *pricing) {
        const JsonView tier(item);
        const int duration = tier.count({"duration_hours"_L1, "hours"_L1}).value_or(0);
        readable = readable || duration > 0;
        const bool known = std::any_of(offers.cbegin(), offers.cend(),
                                       [duration](const Offer &o) { return o.duration == hours(duration); });
        if (duration == 0 || duration > LongestRental || known || !isSold(place.server, duration))
            continue;
        Offer offer = offerAt(place);
        if (offer.country.isEmpty())
            offer.country = tier.line({"country_name"_L1});
        offer.duration = hours(duration);
        offer.price = tier.money({"price"_L1}, pkr());
        offers.append(offer);
    }
    if (!readable)
        return malformed(reply, u"duration_hours"_s);
    std::sort(offers.begin(), offers.end(),
              [](const Offer &a, const Offer &b) { return a.duration < b.duration; });
    return offers;
}

HttpRequest rentalStockRequest(const RentalPlace &place)
{
    return requestFor(u"getAvailableRentals"_s, place);
}

QList<Offer> withRentalStock(const HttpReply &reply, QList<Offer> offers)
{
    const auto areas = readAreas(reply);
    if (!areas)
        return offers;
    for (Offer &offer : offers) {
        qint64 stock = 0;
        bool isKnown = true;
        bool isLetSoShort = areas->isEmpty();
        for (const Area &area : *areas) {
            if (hours(area.fromHours) > offer.duration)
                continue;
            isLetSoShort = true;
            isKnown = isKnown && area.available.has_value();
            stock += area.available.value_or(0);
        }
        offer.available = isLetSoShort;
        if (isKnown)
            offer.stock = int(std::min<qint64>(stock, std::numeric_limits<int>::max()));
    }
    return offers;
}

HttpRequest rentRequest(const Offer &offer)
{
    return onceRequest(requestFor(u"rentNumber"_s, {{"country_code"_L1, offer.countryId},
                                                    {"provider"_L1, offer.variantId},
                                                    {"duration_hours"_L1, hoursText(offer)}}),
                       true);
}

Result<OrderReport> readRented(const HttpReply &reply, const Offer &offer)
{
    const Result<JsonView> data = openData(reply);
    if (!data)
        return data.error();
    OrderReport report;
    report.status = OrderStatus::Waiting;
    report.id = data->id({"order_id"_L1});
    report.number = data->line({"phone"_L1, "phone_number"_L1, "number"_L1});
    if (report.id.isEmpty() || report.number.isEmpty()) {
        ApiError error = malformed(reply, report.id.isEmpty() ? u"order_id"_s : u"phone"_s);
        error.detail = report.id + report.number; // the one clue to an order that may have been paid
        return error;
    }
    report.price = data->money({"price_paid"_L1, "price"_L1}, pkr());
    report.balanceAfter = data->money({"new_balance"_L1, "balance"_L1}, pkr());
    report.serverTime = reply.date;
    const auto said = data->count({"duration_hours"_L1});
    report.lifetime = said && *said > 0 && *said <= LongestRental ? hours(*said) : offer.duration;
    if (reply.date.isValid() && report.lifetime.count() > 0) {
        report.expiresAt = reply.date.addSecs(report.lifetime.count());
    } else {
        report.expiresAt = data->time({"expires"_L1, "expiry_time"_L1}, ZoneSeconds);
        report.expirySlack = ZoneSlack;
    }
    return report;
}

HttpRequest rentalMessagesRequest(const QString &orderId)
{
    return requestFor(u"getRentalSMS"_s, {{"order_id"_L1, orderId}});
}

Result<OrderReport> readRentalMessages(const HttpReply &reply)
{
    const Result<Answer> answer = openAnswer(reply);
    if (!answer)
        return answer.error();
    OrderReport report;
    report.serverTime = reply.date;
    if (answer->code < 200 || answer->code >= 300) {
        report.statusWord = answer->word;
        return report;
    }
    const JsonView &data = answer->data;
    const auto list = listIn(data.object(), {"messages"_L1});
    if (!list && data.count({"total"_L1}) != 0)
        return malformed(reply, u"messages"_s);
    QList<Message> messages;
    for (const QJsonValue item : list.value_or(QJsonArray())) {
        const JsonView sms(item);
        Message message =
            messageFrom(sms.text({"code"_L1, "otp"_L1}), sms.text({"text"_L1, "message"_L1, "sms"_L1}));
        message.sender = sms.line({"from"_L1, "sender"_L1});
        message.receivedAt =
            sms.time({"timestamp"_L1, "received_at"_L1, "date"_L1, "created_at"_L1}, ZoneSeconds);
        if (!message.code.isEmpty() || !message.text.isEmpty())
            messages.append(message);
    }
    report.status = OrderStatus::Waiting;
    report.number = data.line({"phone_number"_L1});
    takeMessages(report, messages);
    return report;
}

HttpRequest rentalsRequest()
{
    return requestFor(u"getMyRentals"_s);
}

Result<OrderPage> readRentals(const HttpReply &reply)
{
    const Result<JsonView> data = openData(reply);
    if (!data)
        return data.error();
    const auto list = listIn(data->object(), {"rentals"_L1});
    if (!list)
        return malformed(reply, u"rentals"_s);
    OrderPage page;
    for (const QJsonValue item : *list) {
        const OrderReport report = listedRental(reply, JsonView(item));
        // A rental that is there but cannot be named must not look like one that is not.
        if (report.id.isEmpty())
            return malformed(reply, u"order_id"_s);
        page.orders.append(report);
    }
    std::stable_sort(page.orders.begin(), page.orders.end(), [](const OrderReport &a, const OrderReport &b) {
        return a.renewId.toLongLong() > b.renewId.toLongLong();
    });
    return page;
}

HttpRequest renewRequest(const QString &renewId, const Offer &offer)
{
    return onceRequest(
        requestFor(u"renewRental"_s, {{"rental_id"_L1, renewId}, {"duration_hours"_L1, hoursText(offer)}}),
        true);
}

Result<OrderReport> readRenewal(const HttpReply &reply)
{
    const Result<JsonView> data = openData(reply);
    if (!data)
        return data.error();
    OrderReport report;
    report.renewId = data->id({"rental_id"_L1});
    report.price = data->money({"price_paid"_L1, "price"_L1}, pkr());
    report.balanceAfter = data->money({"new_balance"_L1, "balance"_L1}, pkr());
    report.expiresAt = data->time({"new_expiry"_L1, "expires"_L1, "expiry_time"_L1}, ZoneSeconds);
    report.expirySlack = ZoneSlack;
    report.serverTime = reply.date;
    return report;
}

} // namespace otpdesk::otpget
