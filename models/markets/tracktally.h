#pragma once

#include "models/markets/trackrecord.h"
#include "models/orders/purchaseoutcome.h"

namespace otpdesk {

/// Counts outcomes, and keeps the newest price of each offer. Knows nothing of where orders come from.
class TrackTally
{
public:
    /// The record of a key; null where nothing counts. Valid until the next change.
    const TrackRecord *find(const TrackKey &key) const;
    QList<TrackKey> keys() const { return m_entries.keys(); }
    std::optional<PaidPrice> lastPaid(const QString &providerId, const Offer &offer) const;

    /// Whether a record is another now. One that does not count changes nothing.
    bool add(const TrackKey &key, const PurchaseOutcome &outcome);
    /// Takes back what was added.
    bool remove(const TrackKey &key, const PurchaseOutcome &outcome);
    /// Whether the price is newer than what was known, or another.
    bool learn(const QString &providerId, const Offer &offer, const PaidPrice &paid);
    /// Adds all that another one has counted and learned.
    void merge(const TrackTally &other);

private:
    struct Entry
    {
        TrackRecord record;
        QList<std::chrono::milliseconds> waits; ///< in no order
        bool isMedianOld = false;               ///< found when it is asked for: many may be added at once
    };
    bool learn(const QString &identity, const PaidPrice &paid);

    mutable QHash<TrackKey, Entry> m_entries;
    QHash<QString, PaidPrice> m_paid; ///< by provider and the offer's identity
};

} // namespace otpdesk
