#pragma once

#include "models/orders/orderevent.h"
#include "providers/types/order.h"

namespace otpdesk {

/// What a provider's word changes about an order: the order afterwards, what to write into its timeline, and
/// the messages that are new.
struct OrderChange
{
    Order order;
    QList<OrderEvent> events;
    QList<Message> newMessages;
};

/// Applies a report. Pure. Facts only ever accumulate: a message once seen stays, a known id or number is not
/// overwritten by an empty one, and an order that has ended does not come back to life (but still takes late
/// messages and a more precise ending). Times of the report are moved from the server's clock to ours.
OrderChange applyReport(const Order &order, const OrderReport &report, const QDateTime &nowUtc);

/// Ends an order by our own clock when the provider does not: Finished when a message had come, else Expired.
OrderChange expire(const Order &order, const QDateTime &nowUtc);

/// An event about the order at `nowUtc`.
OrderEvent eventOf(const Order &order, EventKind kind, const QDateTime &nowUtc);

} // namespace otpdesk
