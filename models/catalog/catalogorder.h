#pragma once

#include "models/catalog/catalogchange.h"
#include "models/catalog/pricerank.h"
#include "models/catalog/ranking.h"

#include <QCollator>

#include <functional>
#include <map>

namespace otpdesk {

class Catalog;

/// What the offers can be sorted by. Offers that are equal in it stand cheapest first.
enum class CatalogSortKey { Service, Country, Provider, Variant, Price, Stock, SuccessRate, Own };

/// All rows of a catalog in one sort order, kept up to date, and always from the cheapest on, of which every
/// other order is made. What is unknown (a price, a country) comes last, ascending and descending.
class CatalogOrder
{
public:
    explicit CatalogOrder(const Catalog &catalog);

    void sortBy(CatalogSortKey key, Qt::SortOrder direction);
    CatalogSortKey key() const { return m_key; }
    Qt::SortOrder direction() const { return m_direction; }

    /// In what prices of different currencies are compared.
    void comparePricesBy(PriceRank::Factor factor);
    /// The person's own success with each offer, per cent, by row; -1 where there is none. To be told anew
    /// when it changes.
    void setOwnRate(std::function<int(OfferRow row)> ownRate);

    /// An account may have another name.
    void followAccounts();
    /// Follows a change of the catalog.
    void apply(const CatalogChange &change);

    const std::vector<OfferRow> &rows() const { return isCheapestFirst() ? m_byPrice : m_rows; }
    const std::vector<OfferRow> &cheapestFirst() const { return m_byPrice; }
    /// By what a row is sorted, ascending; Ranking::None: unknown.
    quint32 sortValue(OfferRow row) const;
    quint32 priceRank(OfferRow row) const;

private:
    bool isCheapestFirst() const
    {
        return m_key == CatalogSortKey::Price && m_direction == Qt::AscendingOrder;
    }
    void rankNames();
    void collectRows();
    void sortRows();
    quint32 valueCount() const;
    void rank(quint32 count, const std::function<QString(quint32)> &name);
    quint32 mainKey(OfferRow row) const;
    void sortByKey(std::vector<OfferRow> &rows) const;
    void sortByPrice(std::vector<OfferRow> &rows) const;
    bool isCheaper(OfferRow a, OfferRow b) const;
    bool isBefore(OfferRow a, OfferRow b) const;
    bool movesByPrice(quint8 facts) const;
    bool movesByKey(quint8 facts) const;

    const Catalog &m_catalog;
    QCollator m_collator;
    CatalogSortKey m_key = CatalogSortKey::Service;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    PriceRank m_prices;
    std::map<CatalogSortKey, Ranking> m_names; // of services, places, sellers; variants with lines
    std::map<CatalogSortKey, std::vector<QCollatorSortKey>> m_collated;
    Ranking *m_ranking = nullptr;    // of the present key
    std::vector<quint32> m_rankOfId; // the same by the ids of services(), for that key
    quint32 m_filledVariants = 0;    // variants and lines when they were ranked; there are never fewer later
    std::function<int(OfferRow)> m_ownRate;
    std::vector<OfferRow> m_byPrice;
    std::vector<OfferRow> m_rows; // empty where they are those by price
};

} // namespace otpdesk
