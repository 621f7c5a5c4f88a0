#include "models/catalog/trackrecords.h"

#include "models/orders/orderengine.h"
#include "models/store/journal.h"

namespace otpdesk {

TrackRecords::TrackRecords(const OrderEngine &engine, Journal &journal, QObject *parent)
    : QObject(parent), m_engine(engine), m_journal(journal)
{}

void TrackRecords::start()
{
    // What the engine has is counted from there, and may be ahead of the journal; the journal counts what
    // has ended. What is live there the engine has or will have.
    QSet<qint64> counted;
    for (const auto &[key, order] : m_engine.orders()) {
        counted.insert(key);
        m_counted.insert(key, {trackKeyOf(order.providerId, order.offer), {}});
        recount(key);
    }
    connect(&m_engine, &OrderEngine::added, this, &TrackRecords::takeUp);
    connect(&m_engine, &OrderEngine::changed, this, &TrackRecords::recount);
    whenReady(m_journal.trackRecords(counted), this, [this](const Result<TrackTally> &history) {
        if (!history) {
            Q_EMIT storageFailed(history.error());
            return;
        }
        // The history is the longer one.
        TrackTally own = std::exchange(m_tally, history.value());
        m_tally.merge(own);
        m_isLoaded = true;
        Q_EMIT loaded();
    });
}

void TrackRecords::takeUp(qint64 orderKey)
{
    const Order &order = *m_engine.order(orderKey);
    // One that is over when it comes is from the journal's history: it has been counted, and changes no more.
    if (!isLive(order.status))
        return;
    m_counted.insert(orderKey, {trackKeyOf(order.providerId, order.offer), {}});
    recount(orderKey);
}

void TrackRecords::recount(qint64 orderKey)
{
    const auto counted = m_counted.find(orderKey);
    if (counted == m_counted.end())
        return;
    const Order &order = *m_engine.order(orderKey);
    if (const PurchaseOutcome outcome = outcomeOf(order); outcome != counted->outcome) {
        m_tally.remove(counted->key, counted->outcome);
        m_tally.add(counted->key, outcome);
        counted->outcome = outcome;
        Q_EMIT recordChanged(counted->key);
    }
    const auto paid = paidPriceOf(order);
    if (paid && m_tally.learn(order.providerId, order.offer, *paid))
        Q_EMIT priceLearned(order.providerId, order.offer);
}

} // namespace otpdesk
