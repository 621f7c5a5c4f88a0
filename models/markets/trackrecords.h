#pragma once

#include "models/markets/tracktally.h"
#include "providers/types/apierror.h"

#include <QObject>

namespace otpdesk {

class Journal;
class OrderEngine;

/// What the person's own purchases say about what is on offer: how often a message came, how long it took,
/// and what was paid last. Read from the journal once, in the background, then kept up with the engine: an
/// order counts once, and is counted anew when it changes.
class TrackRecords : public QObject
{
    Q_OBJECT

public:
    TrackRecords(const OrderEngine &engine, Journal &journal, QObject *parent = nullptr);

    /// Counts the engine's orders and asks the journal for those that ended before. The journal must be open;
    /// the engine may take up its orders before or after.
    void start();
    /// All of the journal's orders count; until then the engine's, and more and more of the others.
    bool isLoaded() const { return m_isLoaded; }

    /// Null where there is no experience. Valid until the next change.
    const TrackRecord *find(const TrackKey &key) const { return m_tally.find(key); }
    /// All there is experience with.
    QList<TrackKey> keys() const { return m_tally.keys(); }
    /// The price of the newest purchase of exactly this offer, whichever account it was for.
    std::optional<PaidPrice> lastPaid(const QString &providerId, const Offer &offer) const
    {
        return m_tally.lastPaid(providerId, offer);
    }

Q_SIGNALS:
    /// Everything may be another.
    void loaded();
    void recordChanged(const otpdesk::TrackKey &key);
    /// lastPaid() of this offer is another.
    void priceLearned(const QString &providerId, const otpdesk::Offer &offer);
    /// The journal cannot be read: what ended before stays out of the count.
    void storageFailed(const otpdesk::ApiError &error);

private:
    struct Counted
    {
        TrackKey key;
        PurchaseOutcome outcome;
    };
    void readOn(qint64 afterKey);
    void takeUp(qint64 orderKey);
    void recount(qint64 orderKey);

    const OrderEngine &m_engine;
    Journal &m_journal;
    TrackTally m_tally;
    QHash<qint64, Counted> m_counted; ///< as which the engine's orders are in the tally
    bool m_isLoaded = false;
};

} // namespace otpdesk
