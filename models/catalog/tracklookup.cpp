#include "models/catalog/tracklookup.h"

#include "models/catalog/catalog.h"
#include "models/markets/trackrecords.h"

namespace otpdesk {

void TrackLookup::followRecords()
{
    m_known.clear();
    for (const TrackKey &key : m_records.keys())
        m_known.insert({key.kind, key.serviceKey, key.countryKey, {}, {}});
    m_hasAny.clear();
    followMarkets();
}

/// Markets are only ever added.
void TrackLookup::followMarkets()
{
    const CatalogNames &names = m_catalog.names();
    if (m_hasAny.size() == names.markets().size())
        return;
    m_hasAny.resize(names.markets().size(), false);
    for (const Market &market : std::as_const(m_known)) {
        if (const quint32 id = names.marketId(market); id != 0)
            m_hasAny[id] = true;
    }
}

const TrackRecord *TrackLookup::find(OfferRow row) const
{
    const quint32 id = m_catalog.columns().market[row];
    if (id >= m_hasAny.size() || !m_hasAny[id])
        return nullptr;
    const Market market = m_catalog.marketAt(row);
    const CatalogNames::Seller &seller = m_catalog.names().sellers()[m_catalog.columns().seller[row]];
    return m_records.find({m_catalog.accountOf(seller).providerId, market.kind,
                           m_catalog.names().lines().text(seller.line), market.serviceKey,
                           market.countryKey});
}

int TrackLookup::rate(OfferRow row) const
{
    const TrackRecord *record = find(row);
    return record && record->bought > 0 ? 100 * record->received / record->bought : -1;
}

} // namespace otpdesk
