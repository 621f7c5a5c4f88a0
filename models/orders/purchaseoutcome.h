#pragma once

#include "providers/types/order.h"

namespace otpdesk {

/// What an order tells about the offer it was bought from.
struct PurchaseOutcome
{
    bool counts = false;                           ///< it was bought, and whether a message came is known
    bool received = false;                         ///< a message came
    std::optional<std::chrono::milliseconds> wait; ///< from the purchase to the first message, where known

    friend bool operator==(const PurchaseOutcome &, const PurchaseOutcome &) = default;
};

/// Pure. Numbers and inboxes count once they have a message or are over; purchases that are not confirmed or
/// did not happen, rentals and renewals never. A message counts whether a code was recognised in it or not:
/// a person finds one that we do not. Needs no more of the messages than the first.
///
/// The wait is not known where nobody saw the message come: of an order that was taken over from the
/// provider's list, and where the message is from before the purchase or from when the order was over.
PurchaseOutcome outcomeOf(const Order &order);

/// What was paid, and when (UTC).
struct PaidPrice
{
    Money price;
    QDateTime at;

    friend bool operator==(const PaidPrice &, const PaidPrice &) = default;
};

/// What the order teaches about its offer's price, rentals included; nothing where it is not known, nothing
/// was bought, or the price was carried over from another order (renewals, replacements).
std::optional<PaidPrice> paidPriceOf(const Order &order);

} // namespace otpdesk
