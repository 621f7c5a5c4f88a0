#include "providers/otpzap/otpzapcatalog.h"

#include "providers/otpzap/otpzapwire.h"
#include "providers/types/country.h"
#include "providers/wire/envelope.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace otpdesk::otpzap {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView AnyOperatorName = u"Server 2 · any operator";
constexpr int ProductsPerPage = 100;
constexpr int MostPages = 500;

/// Third part of the path of a shelf that lists a country's platforms.
constexpr QStringView ByPlatform = u"platforms";

/// A shelf's path, taken apart: "s1", "s1/country" (its products, first page), "s1/country/platforms",
/// "s1/country/platform/page/first/previous" (platform may be empty: all of them), "s2", "s2/country",
/// "special". The last two parts are the fingerprints of the first page and of the one before.
struct Address
{
    QString line;
    QString countryId;
    QString platformId{};
    bool listsPlatforms = false;
    int page = 1;
    QString firstPrint{};
    QString previousPrint{};
};

QString pathOf(const QStringList &parts)
{
    QStringList encoded;
    for (const QString &part : parts)
        encoded += QString::fromLatin1(QUrl::toPercentEncoding(part));
    return encoded.join(u'/');
}

QString pathOfPage(const Address &at)
{
    return pathOf(
        {at.line, at.countryId, at.platformId, QString::number(at.page), at.firstPrint, at.previousPrint});
}

std::optional<Address> addressOf(const QString &path)
{
    QStringList parts = path.split(u'/');
    for (QString &part : parts)
        part = QUrl::fromPercentEncoding(part.toUtf8());
    Address at;
    at.line = parts[0];
    at.countryId = parts.value(1);
    const qsizetype count = parts.size();
    if (at.line == LineSpecial && count == 1)
        return at;
    if ((at.line == LineS1 || at.line == LineS2) && count == 1)
        return at;
    if (at.countryId.isEmpty())
        return std::nullopt;
    if ((at.line == LineS1 || at.line == LineS2) && count == 2)
        return at;
    if (at.line == LineS1 && count == 3 && parts[2] == ByPlatform) {
        at.listsPlatforms = true;
        return at;
    }
    if (at.line != LineS1 || count != 6)
        return std::nullopt;
    at.platformId = parts[2];
    at.page = parts[3].toInt();
    at.firstPrint = parts[4];
    at.previousPrint = parts[5];
    if (at.page < 1 || at.page > MostPages)
        return std::nullopt;
    return at;
}

QString titleOfLine(QStringView line)
{
    if (line == LineS1)
        return QCoreApplication::translate("OtpZap", "Server 1");
    if (line == LineS2)
        return QCoreApplication::translate("OtpZap", "Server 2");
    return QCoreApplication::translate("OtpZap", "Special services");
}

QString isoOf(const JsonView &view, const QString &name)
{
    const QString code = view.line({"iso"_L1, "iso2"_L1, "code"_L1, "country_code"_L1});
    const Country *country = code.size() == 2 ? findCountry(code) : nullptr;
    if (!country)
        country = findCountry(name);
    return country ? country->iso : QString();
}

struct Named
{
    QString id;
    QString name;
    JsonView view;
};

/// The elements of a list that can be told apart: objects with an id, or plain strings.
QList<Named> namedIn(const QJsonArray &list, Names ids)
{
    QList<Named> all;
    for (const QJsonValue element : list) {
        Named one;
        if (element.isObject()) {
            one.view = JsonView(element);
            one.id = one.view.id(ids);
            one.name = one.view.line({"name"_L1, "service_name"_L1, "title"_L1});
        } else {
            one.id = one.name = JsonView(QJsonObject{{"id"_L1, element}}).id({"id"_L1});
        }
        if (one.name.isEmpty())
            one.name = one.id;
        if (!one.id.isEmpty())
            all += one;
    }
    return all;
}

/// namedIn() of an answer's list; Malformed when there are elements, and none of them has an id.
Result<QList<Named>> readNamed(const HttpReply &reply, Names lists, Names ids)
{
    const Result<QJsonArray> list = openList(reply, lists);
    if (!list)
        return list.error();
    const QList<Named> all = namedIn(*list, ids);
    if (all.isEmpty() && !list->isEmpty())
        return malformed(reply, QString(*ids.begin()));
    return all;
}

Result<ShelfPage> readCountries(const Address &at, const HttpReply &reply)
{
    const auto countries = readNamed(reply, {"countries"_L1}, {"id"_L1, "country_id"_L1});
    if (!countries)
        return countries.error();
    ShelfPage page;
    for (const Named &one : *countries) {
        Shelf shelf;
        shelf.path = pathOf({at.line, one.id});
        shelf.title = titleOfLine(at.line) + u" · "_s + one.name;
        shelf.country = one.name;
        shelf.countryIso = isoOf(one.view, one.name);
        page.shelves += shelf;
    }
    return page;
}

Result<ShelfPage> readPlatforms(const Address &at, const Shelf &country, const HttpReply &reply)
{
    const auto platforms =
        readNamed(reply, {"services"_L1, "platforms"_L1}, {"id"_L1, "platform_id"_L1, "service_id"_L1});
    if (!platforms)
        return platforms.error();
    ShelfPage page;
    for (const Named &one : *platforms) {
        Shelf shelf = country;
        Address first{at.line, at.countryId, one.id};
        shelf.path = pathOfPage(first);
        shelf.title = titleOfLine(at.line) + u" · "_s + country.country + u" · "_s + one.name;
        shelf.service = one.name;
        page.shelves += shelf;
    }
    return page;
}

/// What all offers on a shelf have in common.
Offer offerOn(const Shelf &shelf, const Address &at)
{
    Offer offer;
    offer.line = at.line;
    offer.service = shelf.service;
    offer.country = shelf.country;
    offer.countryIso = shelf.countryIso;
    offer.countryId = at.countryId;
    offer.serviceId = at.platformId;
    return offer;
}

void readFigures(Offer &offer, const JsonView &view)
{
    offer.price = view.money({"price"_L1, "cost"_L1}, currency());
    offer.stock = view.count({"stock"_L1, "count"_L1, "quantity"_L1});
    offer.successRate = view.count({"success_rate"_L1, "activation_rate"_L1, "rate"_L1});
    if (offer.successRate > 100)
        offer.successRate.reset();
    offer.available = view.flag({"available"_L1, "is_available"_L1, "is_active"_L1}).value_or(true);
}

/// The services of Server 2, of one country or special ones without.
Result<ShelfPage> readServices(const Address &at, const Shelf &shelf, const HttpReply &reply)
{
    const auto services =
        readNamed(reply, {"services"_L1, "special"_L1, "special_services"_L1}, {"service_id"_L1, "id"_L1});
    if (!services)
        return services.error();
    ShelfPage page;
    for (const Named &one : *services) {
        Offer offer = offerOn(shelf, at);
        offer.serviceId = one.id;
        offer.service = one.name;
        if (at.line == LineS2) {
            offer.variant = AnyOperatorName.toString();
            offer.variantId = AnyOperator.toString();
        }
        if (at.line == LineSpecial)
            offer.variant = u"Special"_s;
        readFigures(offer, one.view);
        page.offers += offer;
    }
    return page;
}

/// Whether the answer itself says that a page follows; nothing when it does not say.
std::optional<bool> saysMore(const HttpReply &reply, int page)
{
    const Result<QJsonValue> json = jsonOf(reply);
    const JsonView root(json ? *json : QJsonValue());
    const JsonView data = root.child({"data"_L1});
    static constexpr auto places = {"pagination"_L1, "meta"_L1, "paging"_L1};
    for (const JsonView &view : {data.child(places), root.child(places), data, root}) {
        if (const auto more = view.flag({"has_more"_L1, "has_next"_L1, "hasMore"_L1, "hasNext"_L1}))
            return more;
        if (const auto last = view.count({"total_pages"_L1, "last_page"_L1, "pages"_L1, "totalPages"_L1}))
            return page < *last;
        const QJsonObject &members = view.object();
        for (const QLatin1StringView name : {"next_page"_L1, "next_page_url"_L1, "next"_L1}) {
            if (members.contains(name))
                return view.flag({name}).value_or(!view.line({name}).isEmpty());
        }
        const auto total = view.count({"total"_L1, "total_items"_L1});
        const auto perPage = view.count({"limit"_L1, "per_page"_L1, "perPage"_L1});
        if (total && perPage && *perPage > 0)
            return qint64(page) * *perPage < *total;
    }
    return std::nullopt;
}

QString fingerprint(const QList<Named> &products)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const Named &one : products) {
        hash.addData(one.id.toUtf8());
        hash.addData(QByteArrayView("\n"));
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

/// A country's platforms, one by one: where the server does not list all its products at once.
ShelfPage platformsInstead(const Address &at, const Shelf &shelf)
{
    ShelfPage page;
    page.shelves += shelf;
    page.shelves.last().path = pathOf({at.line, at.countryId, ByPlatform.toString()});
    return page;
}

/// Asking for a whole country takes one request for a hundred products; platform by platform it takes one for
/// each of hundreds of platforms. Whether the server insists on a platform, nobody says.
bool insistsOnPlatform(const Address &at, const Result<QList<Named>> &products)
{
    if (!at.platformId.isEmpty() || at.page > 1)
        return false;
    if (!products) {
        const ErrorKind kind = products.error().kind;
        return kind != ErrorKind::WrongKey && kind != ErrorKind::AccountBlocked &&
               kind != ErrorKind::RateLimited;
    }
    return std::all_of(products->cbegin(), products->cend(), [](const Named &one) {
        return !one.view.has({"service_name"_L1}) && !one.view.has({"name"_L1});
    });
}

Result<ShelfPage> readProducts(const Address &at, const Shelf &shelf, const HttpReply &reply)
{
    const auto products = readNamed(reply, {"products"_L1}, {"product_id"_L1, "id"_L1});
    if (insistsOnPlatform(at, products))
        return platformsInstead(at, shelf);
    if (!products)
        return products.error();
    ShelfPage page;
    const QString print = fingerprint(*products);
    // A server that ignores the page number, or stays at the last page, would be asked for ever.
    if (products->isEmpty() || print == at.previousPrint || print == at.firstPrint)
        return page;

    for (const Named &one : *products) {
        Offer offer = offerOn(shelf, at);
        offer.productId = one.id;
        if (offer.serviceId.isEmpty())
            offer.serviceId = one.view.id({"platform_id"_L1, "service_id"_L1});
        const QString service = one.view.line({"service_name"_L1});
        const QString name = one.view.line({"name"_L1});
        if (!service.isEmpty() || !name.isEmpty())
            offer.service = service.isEmpty() ? name : service;
        offer.variant = u"Server 1"_s;
        if (!service.isEmpty() && !name.isEmpty() && name != service)
            offer.variant += u" · "_s + name;
        readFigures(offer, one.view);
        page.offers += offer;
    }

    const bool more = saysMore(reply, at.page).value_or(products->size() >= ProductsPerPage);
    if (more && at.page < MostPages) {
        Address next = at;
        next.page = at.page + 1;
        next.firstPrint = at.page == 1 ? print : at.firstPrint;
        next.previousPrint = print;
        Shelf following = shelf;
        following.path = pathOfPage(next);
        following.title.clear();
        page.shelves += following;
    }
    return page;
}

} // namespace

ShelfPage rootPage()
{
    ShelfPage page;
    for (const QStringView line : {LineS1, LineS2, LineSpecial}) {
        Shelf shelf;
        shelf.path = line.toString();
        shelf.title = titleOfLine(line);
        page.shelves += shelf;
    }
    return page;
}

std::optional<HttpRequest> shelfRequest(const Shelf &shelf)
{
    const auto at = addressOf(shelf.path);
    if (!at)
        return std::nullopt;
    HttpRequest request;
    if (at->line == LineSpecial) {
        request.path = u"/s2/special"_s;
    } else if (at->countryId.isEmpty()) {
        request.path = at->line == LineS1 ? u"/countries"_s : u"/s2/countries"_s;
    } else if (at->line == LineS2 || at->listsPlatforms) {
        request.path = at->line == LineS1 ? u"/services"_s : u"/s2/services"_s;
        request.query.addQueryItem(u"country_id"_s, at->countryId);
    } else {
        request.path = u"/products"_s;
        if (!at->platformId.isEmpty())
            request.query.addQueryItem(u"platform_id"_s, at->platformId);
        request.query.addQueryItem(u"country_id"_s, at->countryId);
        request.query.addQueryItem(u"page"_s, QString::number(at->page));
        request.query.addQueryItem(u"limit"_s, QString::number(ProductsPerPage));
    }
    return request;
}

Result<ShelfPage> readShelf(const Shelf &shelf, const HttpReply &reply)
{
    const auto at = addressOf(shelf.path);
    if (!at)
        return malformed(reply, shelf.path);
    if (at->line == LineSpecial)
        return readServices(*at, shelf, reply);
    if (at->countryId.isEmpty())
        return readCountries(*at, reply);
    if (at->line == LineS2)
        return readServices(*at, shelf, reply);
    return at->listsPlatforms ? readPlatforms(*at, shelf, reply) : readProducts(*at, shelf, reply);
}

Shelf countryShelfOf(const Offer &offer)
{
    Shelf shelf;
    shelf.country = offer.country;
    shelf.countryIso = offer.countryIso;
    shelf.path = pathOf({offer.line, offer.countryId});
    return shelf;
}

Shelf shelfOf(const Offer &offer)
{
    Shelf shelf;
    shelf.country = offer.country;
    shelf.countryIso = offer.countryIso;
    if (offer.line == LineS1) {
        shelf.path = pathOfPage({offer.line, offer.countryId, offer.serviceId});
        shelf.service = offer.service;
    } else if (offer.line == LineS2) {
        shelf.path = pathOf({offer.line, offer.countryId});
    } else {
        shelf.path = offer.line;
    }
    return shelf;
}

bool isSameProduct(const Offer &a, const Offer &b)
{
    if (a.line != b.line)
        return false;
    return a.line == LineS1 ? a.productId == b.productId
                            : a.serviceId == b.serviceId && a.countryId == b.countryId;
}

HttpRequest operatorsRequest(const Offer &offer)
{
    HttpRequest request;
    request.path = u"/s2/operators"_s;
    request.query.addQueryItem(u"country_id"_s, offer.countryId);
    return request;
}

Result<QList<Offer>> readOperators(const Offer &offer, const HttpReply &reply)
{
    const auto operators = readNamed(reply, {"operators"_L1}, {"operator_id"_L1, "id"_L1});
    // A country without a list of operators still sells without a choice.
    if (!operators && operators.error().kind != ErrorKind::NotFound)
        return operators.error();
    Offer any = offer;
    any.variant = AnyOperatorName.toString();
    any.variantId = AnyOperator.toString();
    QList<Offer> offers{any};
    for (const Named &one : operators ? *operators : QList<Named>()) {
        if (one.id.compare(AnyOperator, Qt::CaseInsensitive) == 0)
            continue;
        Offer own = any;
        own.variant = u"Server 2 · "_s + one.name;
        own.variantId = one.id;
        // The price list counts by country; an operator has figures of its own only where it says so.
        own.price = one.view.has({"price"_L1}) ? one.view.money({"price"_L1}, currency()) : any.price;
        own.stock = one.view.count({"stock"_L1, "count"_L1});
        offers += own;
    }
    const auto chosen = std::find_if(offers.begin(), offers.end(),
                                     [&offer](const Offer &o) { return o.variantId == offer.variantId; });
    if (chosen != offers.end())
        std::rotate(offers.begin(), chosen, chosen + 1);
    return offers;
}

} // namespace otpdesk::otpzap
