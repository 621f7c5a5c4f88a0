#pragma once

#include <QDateTime>
#include <QObject>

#include <memory>

namespace otpdesk {

class Alarm;
class Clock;
class OrderBook;
struct Order;

/// Tells when a rental is about to expire: 48 hours before, and again 4 hours before. A warning that was
/// given stands in the order, so it is given once, across restarts; a renewal makes room for new ones.
class ExpiryWatch : public QObject
{
    Q_OBJECT

public:
    ExpiryWatch(OrderBook &book, Clock &clock, QObject *parent = nullptr);
    ~ExpiryWatch() override;

Q_SIGNALS:
    /// Whoever hears it marks the order as warned.
    void due(qint64 key);

private:
    void look();
    /// When the next warning about it is due, maybe now; invalid: none is to come.
    QDateTime next(const Order &order) const;

    OrderBook &m_book;
    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace otpdesk
