#include "models/catalog/catalognames.h"

#include "models/search/countrynames.h"
#include "models/search/searchfold.h"
#include "models/search/servicenames.h"
#include "providers/types/country.h"

#include <algorithm>

namespace otpdesk {

namespace {

CatalogNames::Place makePlace(const Offer &offer)
{
    CatalogNames::Place place;
    place.raw = offer.country;
    place.code = offer.countryId;
    place.iso = offer.countryIso.toUpper();
    const Country *known = findCountry(place.iso.isEmpty() ? place.raw : place.iso);
    if (known)
        place.iso = known->iso;
    // "England" and "USA" read as everybody else's; "Pakistan - Server 2" says something a person needs.
    const bool saysMore = !known || place.raw.startsWith(known->name, Qt::CaseInsensitive);
    place.title = saysMore && !place.raw.isEmpty() ? place.raw : known ? known->name : place.iso;
    place.search = SearchText(countrySearchText(place.raw, place.title, place.iso));
    place.key = countryKeyOf(place.raw, place.iso);
    return place;
}

Market makeMarket(OfferKind kind, const QString &service, const QString &serviceKey,
                  const CatalogNames::Place &place)
{
    const Country *known = place.iso.isEmpty() ? nullptr : findCountry(place.iso);
    return {kind, serviceKey, place.key, service, known ? known->name : place.title};
}

} // namespace

CatalogNames::CatalogNames()
    : m_serviceSearch(1), m_serviceKeys(1), m_variantSearch(1), m_places(1), m_sellers(1), m_markets(1)
{
    m_placeIds.insert({}, 0);
}

OfferKey CatalogNames::keyOf(quint32 account, const Offer &offer)
{
    OfferKey key;
    key.service = serviceId(offer);
    key.place = placeId(offer);
    key.seller = sellerId(account, offer);
    key.variant = variantId(offer);
    key.product = m_products.id(offer.productId);
    return key;
}

quint32 CatalogNames::marketOf(const OfferKey &key)
{
    const OfferKind kind = m_sellers[key.seller].kind;
    const MarketNames names{key.service, key.place, static_cast<int>(kind)};
    const auto known = m_marketsOfNames.constFind(names);
    if (known != m_marketsOfNames.cend())
        return known.value();
    const Market market = makeMarket(kind, serviceTitleOf(m_services.name(key.service)),
                                     m_serviceKeys[key.service], m_places[key.place]);
    quint32 id = marketId(market);
    if (id == 0) {
        id = static_cast<quint32>(m_markets.size());
        m_markets.push_back(market);
        m_marketIds.insert(market, id);
    }
    m_marketsOfNames.insert(names, id);
    return id;
}

quint32 CatalogNames::marketId(const Market &market) const
{
    return m_marketIds.value(market, 0);
}

Offer CatalogNames::offerOf(const OfferKey &key) const
{
    const Seller &seller = m_sellers[key.seller];
    Offer offer;
    offer.kind = seller.kind;
    offer.line = m_lines.text(seller.line);
    offer.service = m_services.name(key.service);
    offer.serviceId = m_services.code(key.service);
    offer.country = m_places[key.place].raw;
    offer.countryIso = m_places[key.place].iso;
    offer.countryId = m_places[key.place].code;
    offer.variant = m_variants.name(key.variant);
    offer.variantId = m_variants.code(key.variant);
    offer.productId = m_products.text(key.product);
    offer.duration = seller.duration;
    return offer;
}

quint32 CatalogNames::serviceId(const Offer &offer)
{
    const quint32 id = m_services.id(offer.service, offer.serviceId);
    if (id == m_serviceSearch.size()) {
        m_serviceSearch.emplace_back(serviceSearchText(offer.service, offer.serviceId));
        m_serviceKeys.push_back(serviceKeyOf(offer.service));
    }
    return id;
}

quint32 CatalogNames::variantId(const Offer &offer)
{
    const quint32 id = m_variants.id(offer.variant, offer.variantId);
    if (id == m_variantSearch.size())
        m_variantSearch.emplace_back(searchFolded(offer.variant));
    return id;
}

quint32 CatalogNames::placeId(const Offer &offer)
{
    const PlaceNames names{offer.country, offer.countryIso, offer.countryId};
    const auto known = m_placeIds.constFind(names);
    if (known != m_placeIds.cend())
        return known.value();
    const Place place = makePlace(offer);
    // With and without an ISO code, or with the one that offerOf() gave back: it is the same place.
    const auto same = std::find_if(m_places.cbegin(), m_places.cend(), [&place](const Place &other) {
        return other.raw == place.raw && other.iso == place.iso && other.code == place.code;
    });
    const auto id = static_cast<quint32>(same - m_places.cbegin());
    if (same == m_places.cend())
        m_places.push_back(place);
    m_placeIds.insert(names, id);
    return id;
}

quint32 CatalogNames::sellerId(quint32 account, const Offer &offer)
{
    const quint32 line = m_lines.id(offer.line);
    const SellerFacts what{account, static_cast<int>(offer.kind), line, offer.duration.count()};
    const auto known = m_sellerIds.constFind(what);
    if (known != m_sellerIds.cend())
        return known.value();
    const auto id = static_cast<quint32>(m_sellers.size());
    m_sellers.push_back({account, offer.kind, line, offer.duration});
    m_sellerIds.insert(what, id);
    return id;
}

} // namespace otpdesk
