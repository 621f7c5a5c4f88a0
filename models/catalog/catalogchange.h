#pragma once

#include "models/catalog/catalogcolumns.h"

namespace otpdesk {

/// What an update did. Removed rows can still be read while it is told.
struct CatalogChange
{
    enum Fact : quint8 {
        PriceFact = 1,
        StockFact = 2,
        RateFact = 4,
        AvailabilityFact = 8, ///< it can be bought now, or no longer
    };
    struct Changed
    {
        OfferRow row = 0;
        quint8 facts = 0; ///< of Fact
    };

    std::vector<OfferRow> added;
    std::vector<OfferRow> removed;
    std::vector<Changed> changed; ///< by row, each once

    bool isEmpty() const { return added.empty() && removed.empty() && changed.empty(); }
};

} // namespace otpdesk
