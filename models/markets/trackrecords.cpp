#include "models/markets/trackrecords.h"

#include "models/orders/orderengine.h"
#include "models/store/journal.h"

namespace otpdesk {

namespace {

/// Some tens of milliseconds of the journal's time.
constexpr int PageSize = 5000;

} // namespace

TrackRecords::TrackRecords(const OrderEngine &engine, Journal &journal, QObject *parent)
    : QObject(parent), m_engine(engine), m_journal(journal)
{}

void TrackRecords::start()
{
    for (const auto &[key, order] : m_engine.orders()) {
        m_counted.insert(key, {trackKeyOf(order.providerId, order.offer), {}});
        recount(key);
    }
    connect(&m_engine, &OrderEngine::added, this, &TrackRecords::takeUp);
    connect(&m_engine, &OrderEngine::changed, this, &TrackRecords::recount);
    readOn(0);
}

void TrackRecords::readOn(qint64 afterKey)
{
    // What the engine has is counted from there, where it may be ahead of the journal. All others that have
    // ended do not change any more, and those that are live the engine will bring.
    const QSet<qint64> counted(m_counted.keyBegin(), m_counted.keyEnd());
    whenReady(m_journal.trackRecords(afterKey, PageSize, counted), this,
              [this](const Result<TrackPage> &page) {
                  if (!page) {
                      Q_EMIT storageFailed(page.error());
                      return;
                  }
                  m_tally.merge(page->tally);
                  if (page->lastKey != 0) {
                      readOn(page->lastKey);
                      return;
                  }
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
