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

Async<qint64> OrderBook::open(Order order, EventKind firstEvent, const std::optional<SpendCap> &cap)
{
    OrderEvent event = eventOf(order, firstEvent, order.createdAt);
    event.amount = order.price;
    return mapped(m_journal.addOrder(order, {event}, cap), this,
                  [this, order, event](Result<qint64> result) mutable {
                      if (!result) {
                          if (result.error().kind == ErrorKind::StorageFailed)
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

Async<QList<qint64>> OrderBook::openSiblings(const Order &first, const QList<Order> &others)
{
    Siblings siblings{first, others, std::make_shared<QPromise<Result<QList<qint64>>>>()};
    siblings.promise->start();
    write(siblings);
    return siblings.promise->future();
}

void OrderBook::write(const Siblings &siblings)
{
    QList<OrderEvent> events;
    for (const Order &other : siblings.others) {
        events.append(eventOf(other, EventKind::PurchaseAsked, other.createdAt));
        events.last().amount = other.price;
    }
    whenReady(m_journal.addSiblings(siblings.first, siblings.others, events), this,
              [this, siblings = siblings, events](const Result<QList<qint64>> &keys) mutable {
                  if (!keys) {
                      m_unwrittenSiblings.append(siblings);
                      noteFailure(keys.error());
                      return;
                  }
                  noteSuccess();
                  for (qsizetype i = 0; i < keys->size(); ++i) {
                      siblings.others[i].key = events[i].orderKey = keys->at(i);
                      take(siblings.others.at(i));
                      Q_EMIT eventAdded(events.at(i));
                  }
                  siblings.promise->addResult(keys);
                  siblings.promise->finish();
              });
}

void OrderBook::noteFailure(const ApiError &error)
{
    if (!std::exchange(m_failing, true))
        Q_EMIT storageFailed(error);
    m_retry->start(RetryAfter);
}

void OrderBook::noteSuccess()
{
    if (std::exchange(m_failing, false))
        Q_EMIT storageRecovered();
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
                      noteFailure(result.error());
                      return;
                  }
                  noteSuccess();
                  if (written.dirty)
                      flush(key);
                  else
                      m_backlog.remove(key);
              });
}

void OrderBook::flushAll()
{
    for (const Siblings &siblings : std::exchange(m_unwrittenSiblings, {}))
        write(siblings);
    const QList<qint64> keys = m_backlog.keys();
    for (const qint64 key : keys)
        flush(key);
}

} // namespace otpdesk
