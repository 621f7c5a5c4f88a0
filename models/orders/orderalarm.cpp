#include "models/orders/orderalarm.h"

#include "models/orders/orderbook.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

using namespace std::chrono_literals;

/// A timer takes no more than 24 days; and clocks are set.
constexpr std::chrono::milliseconds LongestSleep = 6h;

} // namespace

OrderAlarm::OrderAlarm(OrderBook &book, Clock &clock, TimeOf timeOf, QObject *parent)
    : QObject(parent),
      m_book(book),
      m_clock(clock),
      m_timeOf(std::move(timeOf)),
      m_alarm(clock.alarm([this] { look(); }))
{
    const auto ofInterest = [this](qint64 key) {
        // Soon, not now: the order is still being written.
        if (m_timeOf(*m_book.find(key)).isValid())
            m_alarm->start(0ms);
    };
    connect(&book, &OrderBook::added, this, ofInterest);
    connect(&book, &OrderBook::changed, this, ofInterest);
}

OrderAlarm::~OrderAlarm() = default;

void OrderAlarm::snooze(qint64 key, std::chrono::milliseconds span)
{
    m_snoozed.insert(key, m_clock.utc().addMSecs(span.count()));
    m_alarm->start(0ms);
}

void OrderAlarm::rouse()
{
    m_snoozed.clear();
    m_alarm->start(0ms);
}

QDateTime OrderAlarm::next(const Order &order)
{
    const QDateTime at = m_timeOf(order);
    if (!at.isValid()) {
        m_snoozed.remove(order.key);
        return {};
    }
    const QDateTime until = m_snoozed.value(order.key);
    return until.isValid() ? std::max(at, until) : at;
}

void OrderAlarm::look()
{
    const QDateTime now = m_clock.utc();
    QList<qint64> dueNow;
    std::optional<qint64> wait;
    for (const auto &[key, order] : m_book.orders()) {
        const QDateTime at = next(order);
        if (!at.isValid())
            continue;
        if (at <= now)
            dueNow.append(key);
        else
            wait = std::min(wait.value_or(now.msecsTo(at)), now.msecsTo(at));
    }
    if (wait)
        m_alarm->start(std::min(std::chrono::milliseconds(*wait), LongestSleep));
    else
        m_alarm->stop();
    for (const qint64 key : dueNow)
        Q_EMIT due(key); // moves its time, which looks again
}

} // namespace otpdesk
