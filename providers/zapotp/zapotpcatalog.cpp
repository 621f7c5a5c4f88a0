#include "providers/zapotp/zapotpcatalog.h"

#include "providers/types/country.h"
#include "providers/wire/envelope.h"
#include "providers/zapotp/zapotpwire.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace otpdesk::zapotp {

using namespace Qt::StringLiterals;

namespace {

Shelf countryShelf(QStringView line, const Country &country)
{
    Shelf shelf;
    shelf.path = line.toString() + u'/' + country.iso;
    const QString title = line == LineUsa ? QCoreApplication::translate("ZapOtp", "USA line · %1")
                                          : QCoreApplication::translate("ZapOtp", "Global · %1");
    shelf.title = title.arg(country.name);
    shelf.country = country.name;
    shelf.countryIso = country.iso;
    return shelf;
}

bool isCode(QStringView iso)
{
    return iso.size() == 2 &&
           std::all_of(iso.cbegin(), iso.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

HttpRequest servicesRequest(const QString &line, const QString &country)
{
    HttpRequest request;
    request.path = u"/services"_s;
    request.query.addQueryItem(u"country"_s, country);
    request.query.addQueryItem(u"provider"_s, line);
    return request;
}

/// The elements of a catalog answer: a list, or a single object in place of one. Nothing is sold where the
/// provider says that it finds nothing.
Result<QJsonArray> openServices(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data) {
        const ErrorKind kind = data.error().kind;
        if (kind == ErrorKind::NotFound || kind == ErrorKind::NoStock || kind == ErrorKind::NotSupported)
            return QJsonArray();
        return data.error();
    }
    if (const auto list = listIn(*data, {"services"_L1, "pools"_L1}))
        return *list;
    if (data->isNull() || (data->isObject() && data->toObject().isEmpty()))
        return QJsonArray();
    const JsonView single(*data);
    if (single.has({"service_id"_L1, "service"_L1, "pool"_L1, "price"_L1}))
        return QJsonArray{*data};
    return malformed(reply, u"data"_s);
}

QString serviceIdIn(const JsonView &view)
{
    return view.id({"service_id"_L1, "service"_L1, "id"_L1, "code"_L1});
}

void readFigures(Offer &offer, const JsonView &view)
{
    offer.price = view.money({"price"_L1, "cost"_L1}, currency());
    offer.stock = view.count({"count"_L1, "stock"_L1});
    offer.successRate = view.count({"success_rate"_L1, "rate"_L1});
    if (offer.successRate > 100)
        offer.successRate.reset();
}

Offer poolOffer(const Offer &offer, const JsonView &view)
{
    Offer pool = offer;
    pool.variantId = view.id({"pool"_L1, "pool_id"_L1});
    pool.variant = view.line({"name"_L1, "pool_name"_L1});
    if (pool.variant.isEmpty())
        pool.variant = pool.variantId;
    readFigures(pool, view);
    return pool;
}

/// The offer without a choice of pool, which the documented purchase is.
Offer withoutPool(const Offer &offer, const QList<Offer> &pools)
{
    Offer any = offer;
    any.variant.clear();
    any.variantId.clear();
    const bool soldAsListed =
        offer.price && std::any_of(pools.cbegin(), pools.cend(), [&offer](const Offer &pool) {
            return pool.price == offer.price && pool.stock != 0;
        });
    if (!soldAsListed)
        any.price = pools.first().price;
    any.successRate = pools.size() == 1 ? pools.first().successRate : std::nullopt;
    any.stock = 0;
    for (const Offer &pool : pools) {
        if (any.stock && pool.stock)
            any.stock = static_cast<int>(std::min<qint64>(qint64(*any.stock) + *pool.stock, INT_MAX));
        else
            any.stock.reset();
    }
    return any;
}

} // namespace

ShelfPage rootPage()
{
    static const QStringList first = {u"US"_s, u"GB"_s, u"ID"_s, u"NG"_s, u"PK"_s, u"IN"_s, u"CA"_s, u"DE"_s,
                                      u"NL"_s, u"FR"_s, u"BR"_s, u"PH"_s, u"VN"_s, u"ZA"_s, u"KE"_s, u"GH"_s};
    ShelfPage page;
    for (const QString &iso : first) {
        const Country *country = findCountry(iso);
        if (!country)
            continue;
        if (iso == u"US")
            page.shelves += countryShelf(LineUsa, *country);
        page.shelves += countryShelf(LineGlobal, *country);
    }
    for (const Country &country : allCountries()) {
        if (!first.contains(country.iso))
            page.shelves += countryShelf(LineGlobal, country);
    }
    return page;
}

std::optional<HttpRequest> shelfRequest(const Shelf &shelf)
{
    const QStringList parts = shelf.path.split(u'/');
    if (parts.size() != 2 || (parts[0] != LineGlobal && parts[0] != LineUsa) || !isCode(parts[1]))
        return std::nullopt;
    return servicesRequest(parts[0], parts[1]);
}

Result<ShelfPage> readShelf(const Shelf &shelf, const HttpReply &reply)
{
    const Result<QJsonArray> list = openServices(reply);
    if (!list)
        return list.error();
    ShelfPage page;
    for (const QJsonValue element : *list) {
        const JsonView view(element);
        Offer offer;
        offer.line = shelf.path.section(u'/', 0, 0);
        offer.countryId = shelf.path.section(u'/', 1, 1);
        offer.country = shelf.country;
        offer.countryIso = shelf.countryIso;
        offer.serviceId = serviceIdIn(view);
        offer.service = view.line({"service_name"_L1, "name"_L1});
        if (offer.service.isEmpty())
            offer.service = offer.serviceId;
        if (offer.serviceId.isEmpty())
            continue;
        readFigures(offer, view);
        page.offers += offer;
    }
    if (page.offers.isEmpty() && !list->isEmpty())
        return malformed(reply, u"service_id"_s);
    return page;
}

HttpRequest poolsRequest(const Offer &offer)
{
    HttpRequest request = servicesRequest(offer.line, offer.countryId);
    request.query.addQueryItem(u"service"_s, offer.serviceId);
    return request;
}

Result<QList<Offer>> readPools(const Offer &offer, const HttpReply &reply)
{
    const Result<QJsonArray> list = openServices(reply);
    if (!list)
        return list.error();
    QList<Offer> pools;
    QList<Offer> plain;
    for (const QJsonValue element : *list) {
        const JsonView view(element);
        const QString service = serviceIdIn(view);
        if (view.has({"pool"_L1, "pool_id"_L1})) {
            pools += poolOffer(offer, view);
        } else if (service.compare(offer.serviceId, Qt::CaseInsensitive) == 0 ||
                   (service.isEmpty() && list->size() == 1 && view.has({"price"_L1}))) {
            Offer current = offer;
            current.variant.clear();
            current.variantId.clear();
            readFigures(current, view);
            plain += current;
        }
    }
    if (pools.isEmpty())
        return plain.first(std::min<qsizetype>(plain.size(), 1));

    QList<Offer> offers{withoutPool(offer, pools)};
    offers += pools;
    const auto chosen = std::find_if(offers.begin(), offers.end(),
                                     [&offer](const Offer &o) { return o.variantId == offer.variantId; });
    if (chosen != offers.end())
        std::rotate(offers.begin(), chosen, chosen + 1);
    return offers;
}

} // namespace otpdesk::zapotp
