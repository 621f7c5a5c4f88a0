#include "models/orders/purchaseoutcome.h"

namespace otpdesk {

namespace {

using std::chrono::milliseconds;

/// The longest that is believed where nobody said when the order expires: numbers and inboxes live for
/// minutes.
constexpr milliseconds LongestWait = std::chrono::hours(1);

bool wasBought(const Order &order)
{
    return order.status != OrderStatus::Buying && order.status != OrderStatus::Unconfirmed &&
           order.status != OrderStatus::NotBought;
}

/// Every intent of ours has its key.
bool wasTakenOver(const Order &order)
{
    return order.idempotencyKey.isEmpty();
}

QDateTime purchaseTime(const Order &order)
{
    return order.boughtAt.isValid() ? order.boughtAt : order.createdAt;
}

std::optional<milliseconds> waitOf(const Order &order)
{
    const QDateTime bought = purchaseTime(order);
    const QDateTime came = order.messages.first().receivedAt;
    if (wasTakenOver(order) || !bought.isValid() || !came.isValid())
        return std::nullopt;
    // A message without a time of its own is dated when it was read. Where the application was not running
    // meanwhile, that may be long after it came.
    const bool cameInTime =
        order.expiresAt.isValid() ? came <= order.expiresAt : came <= bought.addMSecs(LongestWait.count());
    if (came < bought || !cameInTime)
        return std::nullopt;
    return milliseconds(bought.msecsTo(came));
}

} // namespace

PurchaseOutcome outcomeOf(const Order &order)
{
    if (order.offer.kind == OfferKind::Rental || order.renews != 0 || !wasBought(order))
        return {};
    if (!order.messages.isEmpty())
        return {true, true, waitOf(order)};
    // Lists show how an order ended, not always what came to it: one that finished may well have had a code.
    const bool mayHaveHadOne = wasTakenOver(order) && order.status == OrderStatus::Finished;
    return {!isLive(order.status) && !mayHaveHadOne, false, std::nullopt};
}

std::optional<PaidPrice> paidPriceOf(const Order &order)
{
    const QDateTime bought = purchaseTime(order);
    if (!wasBought(order) || !order.price || !bought.isValid() || order.renews != 0 || order.replaces != 0)
        return std::nullopt;
    return PaidPrice{*order.price, bought};
}

} // namespace otpdesk
