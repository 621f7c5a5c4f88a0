#include "models/topups/topupbook.h"

#include "models/store/journal.h"
#include "providers/types/clock.h"

namespace otpdesk {

namespace {

constexpr std::chrono::milliseconds RetryAfter = std::chrono::seconds(5);

} // namespace

TopUpBook::TopUpBook(Journal &journal, Clock &clock, QObject *parent)
    : QObject(parent), m_journal(journal), m_retry(clock.alarm([this] {
          const QSet<qint64> keys = m_dirty;
          for (const qint64 key : keys)
              flush(key);
      }))
{}

TopUpBook::~TopUpBook()
{
    for (const qint64 key : std::as_const(m_dirty))
        m_journal.saveTopUp(m_topUps.at(key));
}

const TopUp *TopUpBook::find(qint64 key) const
{
    const auto found = m_topUps.find(key);
    return found == m_topUps.end() ? nullptr : &found->second;
}

void TopUpBook::take(const TopUp &topUp)
{
    if (m_topUps.emplace(topUp.key, topUp).second)
        Q_EMIT added(topUp.key);
}

Async<qint64> TopUpBook::open(TopUp topUp)
{
    return mapped(m_journal.addTopUp(topUp), this, [this, topUp](Result<qint64> result) mutable {
        if (!result) {
            Q_EMIT storageFailed(result.error());
            return result;
        }
        topUp.key = result.value();
        take(topUp);
        return result;
    });
}

void TopUpBook::record(const TopUp &topUp)
{
    const auto known = m_topUps.find(topUp.key);
    Q_ASSERT(known != m_topUps.end());
    if (known->second == topUp)
        return;
    known->second = topUp;
    m_dirty.insert(topUp.key);
    flush(topUp.key);
    Q_EMIT changed(topUp.key);
}

void TopUpBook::flush(qint64 key)
{
    if (m_writing.contains(key) || !m_dirty.remove(key))
        return;
    m_writing.insert(key);
    whenReady(m_journal.saveTopUp(m_topUps.at(key)), this, [this, key](const Result<Done> &result) {
        m_writing.remove(key);
        if (!result) {
            m_dirty.insert(key);
            if (!std::exchange(m_failing, true))
                Q_EMIT storageFailed(result.error());
            m_retry->start(RetryAfter);
            return;
        }
        if (std::exchange(m_failing, false))
            Q_EMIT storageRecovered();
        flush(key); // what came meanwhile
    });
}

} // namespace otpdesk
