#include "models/catalog/catalognames.h"

#include "models/search/countrynames.h"
#include "models/search/searchfold.h"
#include "models/search/servicenames.h"
#include "providers/types/country.h"

#include <algorithm>
#include <limits>

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

/// "Pakistan - Server 2" is Pakistan.
QString countryTitle(const CatalogNames::Place &place)
{
    const Country *known = place.iso.isEmpty() ? nullptr : findCountry(place.iso);
    return known ? known->name : place.title;
}

} // namespace

CatalogNames::CatalogNames()
    : m_serviceSearch(1),
      m_serviceOfMarket(1),
      m_variantSearch(1),
      m_places(1),
      m_countryOfMarket(1),
      m_sellers(1)
{
    m_placeIds.insert({}, 0);
}

std::optional<OfferKey> CatalogNames::keyOf(quint32 account, const Offer &offer)
{
    const auto seller = sellerId(account, offer);
    if (!seller)
        return std::nullopt;
    OfferKey key;
    key.service = serviceId(offer);
    key.place = placeId(offer);
    key.seller = *seller;
    key.variant = variantId(offer);
    key.product = m_products.id(offer.productId);
    return key;
}

quint32 CatalogNames::marketOf(const OfferKey &key)
{
    return m_markets.id(m_serviceOfMarket[key.service], m_countryOfMarket[key.place],
                        m_sellers[key.seller].kind);
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
    if (id < m_serviceOfMarket.size())
        return id;
    m_serviceOfMarket.push_back(
        m_markets.serviceId(serviceKeyOf(offer.service), serviceTitleOf(offer.service)));
    const QString search = serviceSearchText(offer.service);
    if (m_services.nameId(id) == m_serviceSearch.size())
        m_serviceSearch.emplace_back(search);
    if (const QString withCode = serviceSearchText(offer.service, offer.serviceId); withCode != search)
        m_codeSearch.insert(id, SearchText(withCode));
    return id;
}

quint32 CatalogNames::variantId(const Offer &offer)
{
    const quint32 id = m_variants.id(offer.variant, offer.variantId);
    if (m_variants.nameId(id) == m_variantSearch.size())
        m_variantSearch.emplace_back(m_variants.names().folded(m_variants.nameId(id)));
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
    if (same == m_places.cend()) {
        m_places.push_back(place);
        m_countryOfMarket.push_back(m_markets.countryId(place.key, countryTitle(place)));
    }
    m_placeIds.insert(names, id);
    return id;
}

std::optional<quint16> CatalogNames::sellerId(quint32 account, const Offer &offer)
{
    const quint32 line = m_lines.id(offer.line);
    const SellerFacts what{account, static_cast<int>(offer.kind), line, offer.duration.count()};
    const auto known = m_sellerIds.constFind(what);
    if (known != m_sellerIds.cend())
        return known.value();
    if (m_sellers.size() > std::numeric_limits<quint16>::max())
        return std::nullopt;
    const auto id = static_cast<quint16>(m_sellers.size());
    m_sellers.push_back({account, offer.kind, line, offer.duration});
    m_sellerIds.insert(what, id);
    return id;
}

} // namespace otpdesk
