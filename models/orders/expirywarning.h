#pragma once

#include "providers/types/order.h"

namespace otpdesk {

/// When the next warning that a rental expires is due, maybe now (UTC): 48 hours before, and again 4 hours
/// before. Invalid: none is to come. A warning that was given stands in the order; a renewal makes room for
/// new ones.
QDateTime nextExpiryWarning(const Order &order, const QDateTime &nowUtc);

} // namespace otpdesk
