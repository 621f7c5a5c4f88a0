#pragma once

#include "models/orders/orderevent.h"
#include "models/store/transaction.h"

#include <QList>

namespace otpdesk {

/// Timeline entries as rows of the journal.
namespace eventrows {

void insert(Transaction &transaction, const OrderEvent &event);
/// An order's timeline, oldest first.
QList<OrderEvent> ofOrder(Transaction &transaction, qint64 orderKey);

} // namespace eventrows

} // namespace otpdesk
