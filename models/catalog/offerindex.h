#pragma once

#include "models/catalog/catalogcolumns.h"

#include <optional>

namespace otpdesk {

/// Finds a row by its key. A hash table of row numbers alone, since the keys stand in the columns: 5 to 10
/// bytes an offer.
class OfferIndex
{
public:
    explicit OfferIndex(const CatalogColumns &columns);

    std::optional<OfferRow> find(const OfferKey &key) const;
    /// The row's key must be in the columns, and not in the index.
    void insert(OfferRow row);
    /// The row's key must still be in the columns.
    void remove(OfferRow row);

private:
    size_t home(OfferRow row) const { return m_columns.key(row).hash() & (m_table.size() - 1); }
    void grow();

    const CatalogColumns &m_columns;
    std::vector<quint32> m_table; // row + 1; 0 is free. Linear probing, a power of two
    size_t m_used = 0;
};

} // namespace otpdesk
