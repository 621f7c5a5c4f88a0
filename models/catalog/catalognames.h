#pragma once

#include "models/catalog/catalogcolumns.h"
#include "models/catalog/codednames.h"
#include "models/catalog/markettable.h"
#include "models/catalog/namepool.h"
#include "models/catalog/pricepool.h"
#include "models/search/searchfold.h"

namespace otpdesk {

/// The distinct texts of a catalog, each kept once and named by a small integer; 0 is none. They stay for the
/// catalog's life, so that an id always means the same.
class CatalogNames
{
public:
    /// A country as one provider writes it.
    struct Place
    {
        QString raw;
        QString code;  ///< what the provider wants to hear
        QString iso;   ///< empty where it is not known
        QString key;   ///< as CatalogCountry::key
        QString title; ///< the English name; the provider's own words where they say more or nothing is known
        SearchText search; ///< names, codes and aliases
    };
    /// Which part of which account sells what kind; a rental also for how long, of which there are few.
    struct Seller
    {
        quint32 account = 0;
        OfferKind kind = OfferKind::Number;
        quint32 line = 0;
        std::chrono::hours duration{0};
    };

    CatalogNames();

    /// Nothing once there are more sellers than any honest catalog has.
    std::optional<OfferKey> keyOf(quint32 account, const Offer &offer);
    quint32 marketOf(const OfferKey &key);
    quint32 marketId(const Market &market) const ///< 0: no offer has ever been in it
    {
        return m_markets.find(market);
    }
    quint32 priceId(const std::optional<Money> &price) { return m_prices.id(price); }

    /// What the key says about an offer, with the key's names.
    Offer offerOf(const OfferKey &key) const;

    const CodedNames &services() const { return m_services; }
    /// By services().names(): the service's names and aliases.
    const std::vector<SearchText> &serviceSearch() const { return m_serviceSearch; }
    /// By the id of services(): the same with the provider's code, where that is one that people type.
    const QHash<quint32, SearchText> &codeSearch() const { return m_codeSearch; }
    const CodedNames &variants() const { return m_variants; }
    /// By variants().names().
    const std::vector<SearchText> &variantSearch() const { return m_variantSearch; }
    const NamePool &lines() const { return m_lines; }
    const std::vector<Place> &places() const { return m_places; }
    const std::vector<Seller> &sellers() const { return m_sellers; }
    const MarketTable &markets() const { return m_markets; }
    const PricePool &prices() const { return m_prices; }

private:
    /// A country as an offer names it.
    struct PlaceNames
    {
        QString raw;
        QString iso;
        QString code;

        friend bool operator==(const PlaceNames &, const PlaceNames &) = default;
        friend size_t qHash(const PlaceNames &names, size_t seed = 0)
        {
            return qHashMulti(seed, names.raw, names.iso, names.code);
        }
    };
    struct SellerFacts
    {
        quint32 account;
        int kind;
        quint32 line;
        qint64 hours;

        friend bool operator==(const SellerFacts &, const SellerFacts &) = default;
        friend size_t qHash(const SellerFacts &facts, size_t seed = 0)
        {
            return qHashMulti(seed, facts.account, facts.kind, facts.line, facts.hours);
        }
    };

    quint32 serviceId(const Offer &offer);
    quint32 placeId(const Offer &offer);
    quint32 variantId(const Offer &offer);
    std::optional<quint16> sellerId(quint32 account, const Offer &offer);

    MarketTable m_markets;
    CodedNames m_services;
    std::vector<SearchText> m_serviceSearch;
    QHash<quint32, SearchText> m_codeSearch;
    std::vector<quint32> m_serviceOfMarket; // by the id of services(): the one of m_markets
    CodedNames m_variants;
    std::vector<SearchText> m_variantSearch;
    NamePool m_lines;
    CodePool m_products;
    PricePool m_prices;
    std::vector<Place> m_places;
    std::vector<quint16> m_countryOfMarket; // by the place's id: the one of m_markets
    QHash<PlaceNames, quint32> m_placeIds;
    std::vector<Seller> m_sellers; // the first is nobody
    QHash<SellerFacts, quint16> m_sellerIds;
};

} // namespace otpdesk
