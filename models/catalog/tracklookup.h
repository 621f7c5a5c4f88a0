#pragma once

#include "models/catalog/catalogcolumns.h"
#include "models/markets/market.h"
#include "models/markets/trackrecord.h"

#include <QSet>

#include <vector>

namespace otpdesk {

class Catalog;
class TrackRecords;

/// Finds the person's own experience with an offer of the catalog. Few markets have any, and rows of the
/// others cost no more than a look into a table.
class TrackLookup
{
public:
    TrackLookup(const Catalog &catalog, const TrackRecords &records) : m_catalog(catalog), m_records(records)
    {}

    /// After the records have changed.
    void followRecords();
    /// After the catalog may have got new markets.
    void followMarkets();
    bool isEmpty() const { return m_known.isEmpty(); }

    /// Null where there is no experience.
    const TrackRecord *find(OfferRow row) const;
    /// Received of bought, per cent; -1 where there is no experience.
    int rate(OfferRow row) const;

private:
    const Catalog &m_catalog;
    const TrackRecords &m_records;
    QSet<Market> m_known;
    std::vector<bool> m_hasAny; // by the market's id
};

} // namespace otpdesk
