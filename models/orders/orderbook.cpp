#include "models/orders/orderbook.h"

#include "models/orders/orderchange.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"

namespace otpdesk {

namespace {

constexpr std::chrono::milliseconds RetryAfter = std::chrono::seconds(5);

} // namespace

OrderBook::OrderBook(Journal &journal, Clock &clock, QObject *parent)
    : QObject(parent), m_journal(journal), m_clock(clock), m_retry(clock.alarm([this] { flushAll(); }))
{}

OrderBook::~OrderBook()
{
    for (auto entry = m_backlog.cbegin(); entry != m_backlog.cend(); ++entry) {
        if (entry->dirty)
            m_journal.saveOrder(m_orders.at(entry.key()), entry->events);
    }
}

const Order *OrderBook::find(qint64 key) const
{
    const auto found = m_orders.find(key);
    return found == m_orders.end() ? nullptr : &found->second;
}

void OrderBook::take(const Order &order)
{
    if (m_orders.emplace(order.key, order).second)
        Q_EMIT added(order.key);
}

Async<qint64> OrderBook::open(Order order, EventKind firstEvent)
{
    OrderEvent event = eventOf(order, firstEvent, order.createdAt);
    event.amount = order.price;
    return mapped(m_journal.addOrder(order, {event}), this,
                  [this, order, event](Result<qint64> result) mutable {
                      if (!result) {
                          Q_EMIT storageFailed(result.error());
                          return result;
                      }
                      order.key = result.value();
                      event.orderKey = order.key;
                      take(order);
                      Q_EMIT eventAdded(event);
                      return result;
                  });
}

void OrderBook::record(const Order &order, const QList<OrderEvent> &events)
{
    Q_ASSERT(order.key != 0);
    const auto known = m_orders.find(order.key);
    Q_ASSERT(known != m_orders.end());
    if (events.isEmpty() && known->second == order)
        return;
    known->second = order;

    Backlog &backlog = m_backlog[order.key];
    backlog.events += events;
    backlog.dirty = true;
    flush(order.key);

    Q_EMIT changed(order.key);
    for (const OrderEvent &event : events)
        Q_EMIT eventAdded(event);
}

QList<OrderEvent> OrderBook::unwritten(qint64 key) const
{
    const Backlog backlog = m_backlog.value(key);
    return backlog.underWay + backlog.events;
}

void OrderBook::flush(qint64 key)
{
    Backlog &backlog = m_backlog[key];
    if (backlog.writing || !backlog.dirty)
        return;
    backlog.underWay = std::exchange(backlog.events, {});
    backlog.writing = true;
    backlog.dirty = false;
    whenReady(m_journal.saveOrder(m_orders.at(key), backlog.underWay), this,
              [this, key](const Result<Done> &result) {
                  Backlog &written = m_backlog[key];
                  written.writing = false;
                  const QList<OrderEvent> events = std::exchange(written.underWay, {});
                  if (!result) {
                      written.events = events + written.events;
                      written.dirty = true;
                      if (!std::exchange(m_failing, true))
                          Q_EMIT storageFailed(result.error());
                      m_retry->start(RetryAfter);
                      return;
                  }
                  if (std::exchange(m_failing, false))
                      Q_EMIT storageRecovered();
                  if (written.dirty)
                      flush(key);
                  else
                      m_backlog.remove(key);
              });
}

void OrderBook::flushAll()
{
    const QList<qint64> keys = m_backlog.keys();
    for (const qint64 key : keys)
        flush(key);
}

} // namespace otpdesk
