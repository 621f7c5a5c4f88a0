#include "models/orders/expirywatch.h"

#include "models/orders/orderbook.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds Warnings[] = {48h, 4h};
/// A timer takes no more than 24 days; and clocks are set.
constexpr std::chrono::milliseconds LongestSleep = 6h;

} // namespace

ExpiryWatch::ExpiryWatch(OrderBook &book, Clock &clock, QObject *parent)
    : QObject(parent), m_book(book), m_clock(clock), m_alarm(clock.alarm([this] { look(); }))
{
    const auto ofRental = [this](qint64 key) {
        // Soon, not now: the order is still being written.
        if (m_book.find(key)->offer.kind == OfferKind::Rental)
            m_alarm->start(0ms);
    };
    connect(&book, &OrderBook::added, this, ofRental);
    connect(&book, &OrderBook::changed, this, ofRental);
}

ExpiryWatch::~ExpiryWatch() = default;

QDateTime ExpiryWatch::next(const Order &order) const
{
    const bool counts = order.offer.kind == OfferKind::Rental && order.renews == 0 &&
                        (order.status == OrderStatus::Waiting || order.status == OrderStatus::CodeReceived);
    if (!counts || !order.expiresAt.isValid() || order.expiresAt <= m_clock.utc())
        return {};
    for (const std::chrono::seconds before : Warnings) {
        const QDateTime at = order.expiresAt.addSecs(-before.count());
        const bool given = order.warnedAt.isValid() && order.warnedAt >= at;
        // One that was rented for no longer than that needs no such warning.
        const bool rentedAfter = order.boughtAt.isValid() && order.boughtAt >= at;
        if (!given && !rentedAfter)
            return at;
    }
    return {};
}

void ExpiryWatch::look()
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
        Q_EMIT due(key); // marks it, which looks again
}

} // namespace otpdesk
