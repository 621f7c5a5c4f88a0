#include "models/markets/tracktally.h"

#include "models/search/countrynames.h"
#include "models/search/servicenames.h"

#include <algorithm>

namespace otpdesk {

namespace {

QString identityOf(const QString &providerId, const Offer &offer)
{
    return providerId + QChar(0x1f) + offer.identity();
}

/// The least wait that at least half of them do not exceed.
std::optional<std::chrono::milliseconds> medianOf(QList<std::chrono::milliseconds> waits)
{
    if (waits.isEmpty())
        return std::nullopt;
    const auto middle = waits.begin() + (waits.size() - 1) / 2;
    std::nth_element(waits.begin(), middle, waits.end());
    return *middle;
}

} // namespace

TrackKey trackKeyOf(const QString &providerId, const Offer &offer)
{
    return {providerId, offer.kind, offer.line, serviceKeyOf(offer.service),
            countryKeyOf(offer.country, offer.countryIso)};
}

const TrackRecord *TrackTally::find(const TrackKey &key) const
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return nullptr;
    if (std::exchange(entry->isMedianOld, false))
        entry->record.medianWait = medianOf(entry->waits);
    return &entry->record;
}

std::optional<PaidPrice> TrackTally::lastPaid(const QString &providerId, const Offer &offer) const
{
    const auto paid = m_paid.constFind(identityOf(providerId, offer));
    return paid == m_paid.cend() ? std::nullopt : std::optional(*paid);
}

bool TrackTally::add(const TrackKey &key, const PurchaseOutcome &outcome)
{
    if (!outcome.counts)
        return false;
    Entry &entry = m_entries[key];
    ++entry.record.bought;
    entry.record.received += outcome.received;
    if (outcome.wait) {
        entry.waits.append(*outcome.wait);
        entry.isMedianOld = true;
    }
    return true;
}

bool TrackTally::remove(const TrackKey &key, const PurchaseOutcome &outcome)
{
    const auto entry = outcome.counts ? m_entries.find(key) : m_entries.end();
    if (entry == m_entries.end())
        return false;
    --entry->record.bought;
    entry->record.received -= outcome.received;
    if (outcome.wait) {
        entry->waits.removeOne(*outcome.wait);
        entry->isMedianOld = true;
    }
    if (entry->record.bought == 0)
        m_entries.erase(entry);
    return true;
}

bool TrackTally::learn(const QString &providerId, const Offer &offer, const PaidPrice &paid)
{
    return learn(identityOf(providerId, offer), paid);
}

bool TrackTally::learn(const QString &identity, const PaidPrice &paid)
{
    const auto known = m_paid.find(identity);
    if (known == m_paid.end()) {
        m_paid.insert(identity, paid);
        return true;
    }
    if (paid.at < known->at || paid == *known)
        return false;
    *known = paid;
    return true;
}

void TrackTally::merge(const TrackTally &other)
{
    for (auto theirs = other.m_entries.cbegin(); theirs != other.m_entries.cend(); ++theirs) {
        Entry &entry = m_entries[theirs.key()];
        entry.record.bought += theirs->record.bought;
        entry.record.received += theirs->record.received;
        entry.waits += theirs->waits;
        entry.isMedianOld = true;
    }
    for (auto theirs = other.m_paid.cbegin(); theirs != other.m_paid.cend(); ++theirs)
        learn(theirs.key(), *theirs);
}

} // namespace otpdesk
