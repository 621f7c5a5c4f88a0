#pragma once

#include "models/catalog/catalogcolumns.h"

#include <QCollator>

#include <functional>

namespace otpdesk {

class Catalog;
struct CatalogChange;

/// What the offers can be sorted by. Offers that are equal in it stand cheapest first.
enum class CatalogSortKey { Service, Country, Provider, Variant, Price, Stock, SuccessRate };

/// All rows of a catalog in one sort order, kept up to date. What is unknown (a price, a country) comes last,
/// ascending and descending. Amounts of different currencies are not compared: they stand currency by
/// currency.
class CatalogOrder
{
public:
    explicit CatalogOrder(const Catalog &catalog);

    void sortBy(CatalogSortKey key, Qt::SortOrder direction);
    CatalogSortKey key() const { return m_key; }
    Qt::SortOrder direction() const { return m_direction; }

    /// Sorts everything again, as after an account got another name.
    void rebuild();
    /// Follows a change of the catalog.
    void apply(const CatalogChange &change);

    const std::vector<OfferRow> &rows() const { return m_rows; }

private:
    size_t nameCount() const;
    void rankNames();
    std::vector<quint32> ranked(quint32 count, const std::function<QString(quint32)> &name) const;
    quint64 mainKey(OfferRow row) const;
    quint64 priceKey(OfferRow row) const;
    bool isBefore(OfferRow a, OfferRow b) const;
    void sort(std::vector<OfferRow> &rows) const;

    const Catalog &m_catalog;
    QCollator m_collator;
    CatalogSortKey m_key = CatalogSortKey::Service;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    size_t m_rankedNames = 0;
    std::vector<quint32> m_rank;     // of the names of the key: services, places, sellers or variants
    std::vector<quint32> m_lineRank; // for CatalogSortKey::Variant: of the line where there is no variant
    std::vector<quint32> m_currencyRank;
    std::vector<OfferRow> m_rows;
};

} // namespace otpdesk
