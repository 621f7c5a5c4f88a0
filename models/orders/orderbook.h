#pragma once

#include "models/orders/orderevent.h"
#include "models/store/journal.h"
#include "providers/types/order.h"
#include "providers/types/result.h"

#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace otpdesk {

class Alarm;
class Clock;

/// The orders in memory, and the hand that writes them into the journal. What is recorded is shown at once
/// and written behind, in order; a write that fails is kept and tried again, so nothing is lost while the
/// application lives.
class OrderBook : public QObject
{
    Q_OBJECT

public:
    OrderBook(Journal &journal, Clock &clock, QObject *parent = nullptr);
    /// Hands the journal what is not written yet.
    ~OrderBook() override;

    const std::map<qint64, Order> &orders() const { return m_orders; }
    const Order *find(qint64 key) const;

    /// Takes an order that the journal holds already.
    void take(const Order &order);
    /// Writes a new order with its first event; it is in the book once the journal has it.
    Async<qint64> open(Order order, EventKind firstEvent, const std::optional<SpendCap> &cap = {});
    /// Writes what one purchase bought, in one step: the order it was asked for by, and the others, new.
    /// Ready with their keys once the journal has all of them, however often that must be tried.
    Async<QList<qint64>> openSiblings(const Order &first, const QList<Order> &others);
    /// The order as it is now, with what happened.
    void record(const Order &order, const QList<OrderEvent> &events);
    /// What happened to an order and may not be in the journal yet, oldest first.
    QList<OrderEvent> unwritten(qint64 key) const;

Q_SIGNALS:
    void added(qint64 key);
    void changed(qint64 key);
    void eventAdded(const otpdesk::OrderEvent &event);
    void storageFailed(const otpdesk::ApiError &error);
    void storageRecovered();

private:
    struct Backlog
    {
        QList<OrderEvent> events;
        QList<OrderEvent> underWay;
        bool dirty = false;
        bool writing = false;
    };
    struct Siblings
    {
        Order first;
        QList<Order> others;
        std::shared_ptr<QPromise<Result<QList<qint64>>>> promise;
    };
    void write(const Siblings &siblings);
    void noteFailure(const ApiError &error);
    void noteSuccess();
    void flush(qint64 key);
    void flushAll();

    Journal &m_journal;
    Clock &m_clock;
    std::map<qint64, Order> m_orders;
    QHash<qint64, Backlog> m_backlog;
    QList<Siblings> m_unwrittenSiblings;
    std::unique_ptr<Alarm> m_retry;
    bool m_failing = false;
};

} // namespace otpdesk
