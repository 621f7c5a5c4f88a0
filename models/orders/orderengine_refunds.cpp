#include "models/orders/orderengine.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderalarm.h"
#include "models/orders/orderchange.h"
#include "providers/types/clock.h"

#include <algorithm>

// The policy to cancel for the refund what gets no message. It decides when; cancel() does it, last check and
// all, so what came meanwhile is never thrown away.

namespace otpdesk {

namespace {

using namespace std::chrono_literals;

/// After an attempt that failed, doubled each time.
constexpr std::chrono::milliseconds FirstRetry = 30s;
constexpr std::chrono::milliseconds LongestRetry = 5min;

} // namespace

void OrderEngine::planRefund(qint64 key)
{
    Order now = *order(key);
    const bool waits = now.status == OrderStatus::Waiting && now.messages.isEmpty();
    if (m_refundAfter == 0min || now.offer.kind != OfferKind::Number || !waits ||
        actions(key).cancel.state == Permission::State::Never)
        return;
    // From now, not from the purchase: one that was found late has just begun to be of use.
    now.cancelAt = m_clock.utc().addSecs(std::chrono::seconds(m_refundAfter).count());
    m_book->record(now, {});
}

std::optional<ApiError> OrderEngine::setCancelAt(qint64 key, const QDateTime &whenUtc)
{
    const Order *found = order(key);
    ApiError error;
    if (!found || !isLive(found->status) || !found->messages.isEmpty())
        error.kind = ErrorKind::TooLate;
    else if (whenUtc.isValid() && actions(key).cancel.state == Permission::State::Never)
        error.kind = isBusy(key) ? ErrorKind::Canceled : ErrorKind::NotSupported;
    else {
        Order now = *found;
        now.cancelAt = whenUtc;
        m_refundAttempts.remove(key);
        m_book->record(now, {});
        m_refunds->rouse();
        return std::nullopt;
    }
    return error;
}

void OrderEngine::refundDue(qint64 key)
{
    const Permission permission = actions(key).cancel;
    if (permission.state == Permission::State::From) {
        m_refunds->snooze(key, std::chrono::milliseconds(m_clock.utc().msecsTo(permission.from)));
        return;
    }
    if (!permission.isAllowed()) { // a command is under way, or the account's key is missing
        m_refunds->snooze(key, LongestRetry);
        return;
    }
    const int attempt = m_refundAttempts[key]++;
    if (attempt == 0)
        note(key, EventKind::RefundDue);
    m_refunds->snooze(key, std::min(FirstRetry * (1 << std::min(attempt, 4)), LongestRetry));
    cancel(key);
}

} // namespace otpdesk
