#pragma once

#include "providers/types/apierror.h"
#include "providers/types/money.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace otpdesk {

/// What a line of an order's timeline tells.
enum class EventKind {
    PurchaseAsked,      ///< the intent, written before anything is sent
    NumberAssigned,     ///< `text` is the number
    PurchaseRefused,    ///< `error`
    PurchaseUnclear,    ///< sent, no readable answer; `error`
    Reconciled,         ///< an unclear purchase was found; `text` is the order id
    NotInProvidersList, ///< an unclear purchase is not in the provider's own list: it did not happen
    MarkedNotCharged,   ///< the person says it was not charged
    MessageReceived,    ///< `code` (may be empty), `text` the SMS in full
    ResendAsked,
    ResendRefused, ///< `error`
    ReplaceAsked,
    ReplacedBy,     ///< `other` is the new order's key
    Replaces,       ///< `other` is the old order's key
    ReplaceRefused, ///< `error`
    ReplaceUnclear, ///< `error`
    CancelAsked,
    CancelRefused, ///< `error`
    Refunded,      ///< `amount` where known
    FinishAsked,
    FinishRefused, ///< `error`
    Finished,
    Expired,
    StatusWord,  ///< the provider used a word nobody knows: `text`
    CheckFailed, ///< polling fails; `error`. One event per spell of failures
    CheckRecovered,
    RenewAsked,   ///< of a rental; `other` is the renewal's key
    Renewed,      ///< `text` is the new expiry (ISO 8601, UTC), `amount` what it cost where known
    RenewRefused, ///< `error`
    RenewUnclear, ///< `error`
    FoundInList,  ///< bought elsewhere, or before this journal: taken over from the provider's own list
    ExpiresSoon,  ///< the person was warned; `text` is the expiry (ISO 8601, UTC)
    RefundDue,    ///< no message came by the time set: it is cancelled without being asked
};

/// One entry of an order's timeline. Facts only; the window words them.
struct OrderEvent
{
    qint64 id = 0;
    qint64 orderKey = 0;
    QDateTime at; ///< UTC; of a message: when it was received, as far as known
    EventKind kind = EventKind::PurchaseAsked;
    QString text;
    QString code;
    std::optional<Money> amount;
    std::optional<ApiError> error;
    qint64 other = 0;

    friend bool operator==(const OrderEvent &, const OrderEvent &) = default;
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::OrderEvent)
