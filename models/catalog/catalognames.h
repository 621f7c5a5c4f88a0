#pragma once

#include "models/catalog/catalogcolumns.h"
#include "models/catalog/codednames.h"
#include "models/catalog/namepool.h"
#include "models/catalog/pricepool.h"
#include "models/markets/market.h"
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

    OfferKey keyOf(quint32 account, const Offer &offer);
    quint32 marketOf(const OfferKey &key);
    quint32 marketId(const Market &market) const; ///< 0: no offer has ever been in it
    quint32 priceId(const std::optional<Money> &price) { return m_prices.id(price); }

    /// What the key says about an offer, with the key's names.
    Offer offerOf(const OfferKey &key) const;

    const CodedNames &services() const { return m_services; }
    /// The service's names, aliases and code.
    const SearchText &serviceSearch(quint32 service) const { return m_serviceSearch[service]; }
    const CodedNames &variants() const { return m_variants; }
    const SearchText &variantSearch(quint32 variant) const { return m_variantSearch[variant]; }
    const NamePool &lines() const { return m_lines; }
    const std::vector<Place> &places() const { return m_places; }
    const std::vector<Seller> &sellers() const { return m_sellers; }
    const std::vector<Market> &markets() const { return m_markets; }
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
    struct MarketNames
    {
        quint32 service;
        quint32 place;
        int kind;

        friend bool operator==(const MarketNames &, const MarketNames &) = default;
        friend size_t qHash(const MarketNames &names, size_t seed = 0)
        {
            return qHashMulti(seed, names.service, names.place, names.kind);
        }
    };

    quint32 serviceId(const Offer &offer);
    quint32 placeId(const Offer &offer);
    quint32 variantId(const Offer &offer);
    quint32 sellerId(quint32 account, const Offer &offer);

    CodedNames m_services;
    std::vector<SearchText> m_serviceSearch;
    std::vector<QString> m_serviceKeys;
    CodedNames m_variants;
    std::vector<SearchText> m_variantSearch;
    NamePool m_lines;
    CodePool m_products;
    PricePool m_prices;
    std::vector<Place> m_places;
    QHash<PlaceNames, quint32> m_placeIds;
    std::vector<Seller> m_sellers; // the first is nobody
    QHash<SellerFacts, quint32> m_sellerIds;
    std::vector<Market> m_markets; // the first is none
    QHash<Market, quint32> m_marketIds;
    QHash<MarketNames, quint32> m_marketsOfNames;
};

} // namespace otpdesk
