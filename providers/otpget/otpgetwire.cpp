#include "providers/otpget/otpgetwire.h"

#include "providers/otpget/otpgetlabels.h"
#include "providers/otpget/otpgetwords.h"
#include "providers/types/country.h"
#include "providers/wire/json.h"
#include "providers/wire/orders.h"
#include "providers/wire/plain.h"
#include "providers/wire/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace otpdesk::otpget {

using namespace Qt::StringLiterals;

namespace {

/// "Number expires in 15 minutes."
constexpr std::chrono::seconds CheapLifetime = std::chrono::minutes(15);
constexpr std::chrono::seconds LongestLifetime = std::chrono::hours(24 * 366);

using Arguments = std::initializer_list<std::pair<QLatin1StringView, QString>>;

HttpRequest requestFor(Line line, const QString &action, Arguments arguments = {})
{
    HttpRequest request;
    request.path = line == Line::Cheap ? u"/cheap_handler.php"_s : u"/handler_api.php"_s;
    request.query.addQueryItem(u"action"_s, action);
    for (const auto &[name, value] : arguments)
        request.query.addQueryItem(name, value);
    return request;
}

HttpRequest changeRequest(Line line, const QString &orderId, const QString &status)
{
    HttpRequest request = requestFor(line, u"setStatus"_s, {{"id"_L1, orderId}, {"status"_L1, status}});
    request.delivery = Delivery::Once;
    return request;
}

/// A shelf's path: "sms", "cheap", "sms/<type>/<country>", "cheap/<type>/<server>".
struct Place
{
    Line line = Line::Sms;
    QString type;
    QString id; ///< of the country or server; empty: the list of them
};

std::optional<Place> placeOf(const Shelf &shelf)
{
    const QString name = shelf.path.section(u'/', 0, 0);
    if (name != u"sms" && name != u"cheap")
        return std::nullopt;
    Place place;
    place.line = name == u"cheap" ? Line::Cheap : Line::Sms;
    place.type = shelf.path.section(u'/', 1, 1);
    place.id = shelf.path.section(u'/', 2);
    if (place.type.isEmpty() != place.id.isEmpty())
        return std::nullopt;
    return place;
}

bool isContainer(const QJsonValue &value)
{
    return value.isArray() || (value.isObject() && !value.toObject().contains("name"_L1));
}

/// A catalog as JSON. Nothing on sale is an empty object.
Result<QJsonObject> readCatalog(const HttpReply &reply)
{
    const Result<QJsonValue> json = plainJson(reply);
    if (!json || !wordyMembers(json->toObject()).isEmpty()) {
        const Result<Words> words = readWords(reply);
        std::optional<ApiError> refused = words ? refusalByWord(reply, *words) : std::nullopt;
        if (!refused && !json)
            refused = json.error();
        if (refused && refused->kind == ErrorKind::NoStock)
            return QJsonObject();
        if (refused)
            return *refused;
    }
    // PHP writes an empty map as an empty list.
    if (json->isArray() && !json->toArray().isEmpty())
        return malformed(reply, u"type"_s);
    return json->toObject();
}

/// {"1":[{id,name},…],"2":[…]}: a shelf for each country or server of each type.
Result<ShelfPage> readPlaces(const HttpReply &reply, Line line)
{
    const Result<QJsonObject> types = readCatalog(reply);
    if (!types)
        return types.error();
    ShelfPage page;
    bool hasTypes = types->isEmpty();
    for (auto it = types->constBegin(); it != types->constEnd(); ++it) {
        const QString type = cleanLine(it.key());
        if (!isContainer(*it) || type.isEmpty() || type.contains(u'/'))
            continue;
        hasTypes = true;
        const QList<Entry> entries = entriesOf(*it);
        if (entries.isEmpty() && it->isArray() && !it->toArray().isEmpty())
            return malformed(reply, u"id"_s);
        for (const Entry &entry : entries) {
            const Country *country = findCountry(entry.label.name);
            const bool isSms = line == Line::Sms;
            Shelf shelf;
            shelf.path = (isSms ? u"sms/%1/%2"_s : u"cheap/%1/%2"_s).arg(type, entry.id);
            shelf.title = isSms ? u"Server %1 · %2"_s.arg(type, entry.label.name) : entry.label.name;
            shelf.country = isSms ? entry.label.name : country ? country->name : QString();
            shelf.countryIso = country ? country->iso : QString();
            page.shelves.append(shelf);
        }
    }
    if (!hasTypes)
        return malformed(reply, u"type"_s);
    return page;
}

Offer smsOffer(const Shelf &shelf, const Place &place, const Entry &entry)
{
    Offer offer;
    offer.line = u"sms"_s;
    offer.service = entry.label.name;
    offer.country = shelf.country;
    offer.countryIso = shelf.countryIso;
    offer.variant = u"Server "_s + place.type;
    offer.serviceId = entry.id;
    offer.countryId = place.id;
    offer.variantId = place.type;
    offer.price = entry.label.price;
    return offer;
}

Offer cheapOffer(const Shelf &shelf, const Place &place, const Entry &entry)
{
    Offer offer;
    offer.line = u"cheap"_s;
    offer.service = entry.label.name;
    offer.country = shelf.country;
    offer.countryIso = shelf.countryIso;
    if (offer.countryIso.isEmpty()) {
        if (const Country *country = findCountry(entry.label.name)) {
            offer.country = country->name;
            offer.countryIso = country->iso;
        }
    }
    offer.variant = shelf.title;
    offer.serviceId = entry.id;
    offer.variantId = place.type;
    offer.productId = place.id;
    offer.price = entry.label.price;
    return offer;
}

Result<ShelfPage> readServices(const HttpReply &reply, const Shelf &shelf, const Place &place)
{
    const Result<QJsonObject> catalog = readCatalog(reply);
    if (!catalog)
        return catalog.error();
    // Flat, or once more under the number of the type. Another type's services are not for sale here.
    const QJsonValue nested = catalog->value(place.type);
    QList<Entry> entries = entriesOf(isContainer(nested) ? nested : QJsonValue(*catalog));
    if (entries.isEmpty() && !isContainer(nested) && !catalog->isEmpty())
        return malformed(reply, u"services"_s);

    if (place.line == Line::Cheap) {
        const auto isThisServer = [&](const Entry &entry) {
            return entry.id == place.id && isSameName(entry.label.name, shelf.title);
        };
        if (std::any_of(entries.cbegin(), entries.cend(), isThisServer))
            entries.removeIf([&](const Entry &entry) { return !isThisServer(entry); });
    }
    ShelfPage page;
    for (const Entry &entry : std::as_const(entries)) {
        page.offers.append(place.line == Line::Sms ? smsOffer(shelf, place, entry)
                                                   : cheapOffer(shelf, place, entry));
    }
    return page;
}

OrderReport reportOf(const HttpReply &reply, const Words &words, std::optional<OrderStatus> status)
{
    OrderReport report;
    report.status = status;
    report.statusWord = words.head;
    report.serverTime = reply.date;
    return report;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression shape(u"^\\+?[0-9][0-9 ()-]{3,24}$"_s);
    return shape.match(text.trimmed()).hasMatch();
}

/// What a check or a change says about an order; nothing for words of another kind.
std::optional<OrderReport> readOrderWords(const HttpReply &reply, const Words &words)
{
    if (words.head == u"STATUS_WAIT_CODE")
        return reportOf(reply, words, OrderStatus::Waiting);
    if (words.head == u"STATUS_OK") {
        OrderReport report = reportOf(reply, words, OrderStatus::CodeReceived);
        if (!words.rest.isEmpty())
            addMessage(report, messageOfCode(words.rest));
        return report;
    }
    if (words.head == u"STATUS_CANCEL" || words.head == u"ACCESS_CANCEL")
        return reportOf(reply, words, OrderStatus::Refunded);
    if (words.head == u"ACCESS_FINISH")
        return reportOf(reply, words, OrderStatus::Finished);
    return std::nullopt;
}

Result<OrderReport> readChange(const HttpReply &reply, std::optional<OrderStatus> whenReady)
{
    const Result<Words> words = readWords(reply);
    if (!words)
        return words.error();
    if (const auto report = readOrderWords(reply, *words))
        return *report;
    if (words->head == u"ACCESS_READY")
        return reportOf(reply, *words, whenReady);
    return unexpectedWords(reply, *words);
}

} // namespace

Line lineOf(const Offer &offer)
{
    return offer.line == u"cheap" ? Line::Cheap : Line::Sms;
}

HttpRequest balanceRequest()
{
    return requestFor(Line::Sms, u"getBalance"_s);
}

Result<Balance> readBalance(const HttpReply &reply)
{
    const Result<Words> words = readWords(reply);
    if (!words)
        return words.error();
    if (words->head != u"ACCESS_BALANCE")
        return unexpectedWords(reply, *words);
    const auto amount = readPrice(words->rest);
    if (!amount)
        return malformed(reply, u"balance"_s);
    return Balance{*amount, {}};
}

ShelfPage rootPage()
{
    Shelf sms;
    sms.path = u"sms"_s;
    sms.title = u"SMS"_s;
    Shelf cheap;
    cheap.path = u"cheap"_s;
    cheap.title = u"Cheap"_s;
    return {{}, {sms, cheap}};
}

std::optional<HttpRequest> shelfRequest(const Shelf &shelf)
{
    const std::optional<Place> place = placeOf(shelf);
    if (!place)
        return std::nullopt;
    if (place->id.isEmpty())
        return requestFor(place->line, place->line == Line::Sms ? u"getCountries"_s : u"getServers"_s);
    const QLatin1StringView idName = place->line == Line::Sms ? "country"_L1 : "server"_L1;
    return requestFor(place->line, u"getServices"_s, {{idName, place->id}, {"type"_L1, place->type}});
}

Result<ShelfPage> readShelf(const HttpReply &reply, const Shelf &shelf)
{
    const std::optional<Place> place = placeOf(shelf);
    if (!place)
        return malformed(reply, u"shelf"_s);
    return place->id.isEmpty() ? readPlaces(reply, place->line) : readServices(reply, shelf, *place);
}

Shelf shelfOf(const Offer &offer)
{
    const bool isCheap = lineOf(offer) == Line::Cheap;
    Shelf shelf;
    shelf.path = isCheap ? u"cheap/%1/%2"_s.arg(offer.variantId, offer.productId)
                         : u"sms/%1/%2"_s.arg(offer.variantId, offer.countryId);
    shelf.title = isCheap ? offer.variant : QString();
    shelf.country = offer.country;
    shelf.countryIso = offer.countryIso;
    return shelf;
}

HttpRequest buyRequest(const Offer &offer)
{
    HttpRequest request = lineOf(offer) == Line::Cheap
                              ? requestFor(Line::Cheap, u"buyNumber"_s,
                                           {{"server"_L1, offer.productId}, {"type"_L1, offer.variantId}})
                              : requestFor(Line::Sms, u"getNumber"_s,
                                           {{"service"_L1, offer.serviceId},
                                            {"country"_L1, offer.countryId},
                                            {"type"_L1, offer.variantId}});
    request.delivery = Delivery::Once;
    request.spends = true;
    return request;
}

Result<OrderReport> readPurchase(const HttpReply &reply, Line line)
{
    const Result<Words> words = readWords(reply);
    if (!words)
        return words.error();

    const bool isAccess = words->head == u"ACCESS_NUMBER";
    const QString firstLine = (isAccess ? words->rest : words->text).section(u'\n', 0, 0);
    const QStringList parts = firstLine.split(isAccess ? u':' : u',');
    const bool isTriple = parts.size() > 1 && (isNumber(parts[1]) || parts[0].startsWith(u"ORD_"));
    if (!isAccess && (!isTriple || refusalByWord(reply, *words)))
        return unexpectedWords(reply, *words);

    OrderReport report = reportOf(reply, *words, OrderStatus::Waiting);
    report.statusWord.clear();
    report.id = cleanLine(parts.first());
    report.number = cleanLine(isAccess ? parts.last() : parts[1]);
    if (report.id.isEmpty())
        return malformed(reply, u"id"_s);
    if (parts.size() < 2 || !isNumber(report.number)) {
        ApiError error = malformed(reply, u"number"_s);
        error.detail = report.id; // the one clue to an order that may have been paid
        return error;
    }
    if (line == Line::Cheap)
        report.lifetime = CheapLifetime;
    const std::chrono::seconds said(isAccess ? 0 : parts.value(2).trimmed().toInt());
    if (said.count() > 0 && said <= LongestLifetime)
        report.lifetime = said;
    if (reply.date.isValid() && report.lifetime.count() > 0)
        report.expiresAt = reply.date.addSecs(report.lifetime.count());
    return report;
}

HttpRequest statusRequest(Line line, const QString &orderId)
{
    return requestFor(line, u"getStatus"_s, {{"id"_L1, orderId}});
}

Result<OrderReport> readStatus(const HttpReply &reply)
{
    const Result<Words> words = readWords(reply);
    if (!words)
        return words.error();
    if (const auto report = readOrderWords(reply, *words))
        return *report;
    const ApiError error = unexpectedWords(reply, *words);
    const bool isOneWord = words->head.size() == words->text.section(u':', 0, 0).trimmed().size();
    const bool isUnmapped = error.kind == ErrorKind::Refused || error.kind == ErrorKind::Malformed;
    if (isOneWord && !words->head.isEmpty() && isUnmapped && reply.status < 300)
        return reportOf(reply, *words, std::nullopt);
    return error;
}

HttpRequest finishRequest(Line line, const QString &orderId)
{
    return changeRequest(line, orderId, u"6"_s);
}

Result<OrderReport> readFinish(const HttpReply &reply)
{
    return readChange(reply, std::nullopt);
}

HttpRequest cancelRequest(Line line, const QString &orderId)
{
    return changeRequest(line, orderId, u"8"_s);
}

Result<OrderReport> readCancellation(const HttpReply &reply)
{
    return readChange(reply, OrderStatus::Refunded);
}

} // namespace otpdesk::otpget
