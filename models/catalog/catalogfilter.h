#pragma once

#include "models/catalog/catalogcolumns.h"
#include "providers/types/offer.h"

#include <QString>

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

    bool isEmpty() const
    {
        return text.isEmpty() && !kind && country.isEmpty() && accountId.isEmpty() && providerId.isEmpty();
    }
    friend bool operator==(const CatalogFilter &, const CatalogFilter &) = default;
};

/// A filter made ready for one state of the catalog: each distinct name was tested once, and a row is then
/// accepted by looking up four integers.
class CatalogMatcher
{
public:
    CatalogMatcher(const Catalog &catalog, const CatalogFilter &filter);

    bool accepts(OfferRow row) const;
    /// One byte for each row: whether it is accepted.
    std::vector<quint8> matches() const;

private:
    const CatalogColumns &m_columns;
    // A bit for each word found in the name, and one for a place and a seller that are wanted at all.
    std::vector<quint32> m_service;
    std::vector<quint32> m_place;
    std::vector<quint32> m_seller;
    std::vector<quint32> m_variant;
    quint32 m_needed = 0;
};

} // namespace otpdesk
