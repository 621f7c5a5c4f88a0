#pragma once

#include "models/catalog/catalogcolumns.h"
#include "providers/types/offer.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace otpdesk {

class Catalog;

/// What a person wants to see of the catalog. Empty members let everything through.
struct CatalogFilter
{
    QString text =
        {}; ///< words in any order, each found in service, country, provider, label, line or variant
    std::optional<OfferKind> kind = {};
    QString country = {}; ///< CatalogCountry::key
    QString accountId = {};
    QString providerId = {};
    bool forSale = false;   ///< what can be bought now
    bool favourite = false; ///< in a starred market

    bool isEmpty() const { return *this == CatalogFilter(); }
    friend bool operator==(const CatalogFilter &, const CatalogFilter &) = default;
};

/// How many offers each choice would leave, the other choices kept as they are.
struct CatalogFacets
{
    std::vector<int> byPlace;  ///< by id, for another country
    std::vector<int> byKind;   ///< by seller's id, for another kind
    std::vector<int> bySeller; ///< by seller's id, for another provider or account
    int forSale = 0;
    int favourite = 0;
};

/// A filter made ready for one state of the catalog: each distinct name was tested once, and a row is then
/// accepted by looking up a few integers.
class CatalogMatcher
{
public:
    /// `favourites`: by the market's id; markets beyond its end are none.
    CatalogMatcher(const Catalog &catalog, const CatalogFilter &filter,
                   const std::vector<bool> &favourites = {});

    bool accepts(OfferRow row) const;
    /// One byte for each row: whether it is accepted.
    std::vector<quint8> matches() const;
    CatalogFacets facets() const;

private:
    quint32 found(OfferRow row) const
    {
        return m_service[m_columns.service[row]] | m_place[m_columns.place[row]] |
               m_seller[m_columns.seller[row]] | m_variant[m_columns.variant[row]];
    }
    bool isFavourite(OfferRow row) const
    {
        const quint32 market = m_columns.market[row];
        return market < m_favourites.size() && m_favourites[market];
    }

    const CatalogColumns &m_columns;
    const std::vector<bool> m_favourites;
    const bool m_onlyFavourites;
    // A bit for each word found in the name, and one for a place, a kind and a seller that are wanted at all.
    std::vector<quint32> m_service;
    std::vector<quint32> m_place;
    std::vector<quint32> m_seller;
    std::vector<quint32> m_variant;
    quint32 m_needed = 0;
    quint8 m_flags = CatalogColumns::Live;
};

} // namespace otpdesk
