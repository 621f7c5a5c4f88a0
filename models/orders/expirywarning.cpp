#include "models/orders/expirywarning.h"

namespace otpdesk {

using namespace std::chrono_literals;

QDateTime nextExpiryWarning(const Order &order, const QDateTime &nowUtc)
{
    const bool counts = order.offer.kind == OfferKind::Rental && order.renews == 0 &&
                        (order.status == OrderStatus::Waiting || order.status == OrderStatus::CodeReceived);
    if (!counts || !order.expiresAt.isValid() || order.expiresAt <= nowUtc)
        return {};
    for (const std::chrono::seconds before : {std::chrono::seconds(48h), std::chrono::seconds(4h)}) {
        const QDateTime at = order.expiresAt.addSecs(-before.count());
        const bool given = order.warnedAt.isValid() && order.warnedAt >= at;
        // One that was rented for no longer than that needs no such warning.
        const bool rentedAfter = order.boughtAt.isValid() && order.boughtAt >= at;
        if (!given && !rentedAfter)
            return at;
    }
    return {};
}

} // namespace otpdesk
