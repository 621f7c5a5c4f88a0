#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace otpdesk {

class Alarm;
class Clock;
class OrderBook;
struct Order;

/// Tells when the time of an order has come. The times stand in the orders themselves, so they outlive a
/// restart; this only waits for the next of them.
class OrderAlarm : public QObject
{
    Q_OBJECT

public:
    /// When something about an order is to happen (UTC), maybe now; invalid: nothing.
    using TimeOf = std::function<QDateTime(const Order &)>;

    OrderAlarm(OrderBook &book, Clock &clock, TimeOf timeOf, QObject *parent = nullptr);
    ~OrderAlarm() override;

    /// Not about this order, for so long.
    void snooze(qint64 key, std::chrono::milliseconds span);
    /// Forgets what was put off.
    void rouse();

Q_SIGNALS:
    /// Whoever hears it changes the order, so that its time moves on, or puts it off.
    void due(qint64 key);

private:
    void look();
    QDateTime next(const Order &order);

    OrderBook &m_book;
    Clock &m_clock;
    const TimeOf m_timeOf;
    QHash<qint64, QDateTime> m_snoozed;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace otpdesk
