#pragma once

#include "providers/types/order.h"
#include "providers/types/providerinfo.h"
#include "providers/types/result.h"

namespace otpdesk {

/// The message in a field made for a code: "847293", "123-456", or the whole text after all. `text` is set
/// where the field says more than the code.
Message messageOfCode(const QString &field);

/// Puts a message into a report. One that still waits has received by then.
void addMessage(OrderReport &report, const Message &message);

/// Whether an id can stand in a request's path without leading elsewhere ("../balance"). Ids come from
/// providers and from people.
bool fitsInPath(const QString &id);
/// What to answer when it cannot: BadRequest, nothing was sent.
ApiError unusableId();

/// Whether the order may be cancelled for the refund, by the provider's rule.
Permission cancelPermission(const Order &order, const ShopTerms &terms, const QDateTime &nowUtc);
/// Whether it may be finished: once a message has come.
Permission finishPermission(const Order &order);
/// Whether a rental may be given more time: while it lives.
Permission renewPermission(const Order &order);

/// The answer of a function that the provider does not have.
template <typename T>
Async<T> notSupported()
{
    return failedResult<T>(ErrorKind::NotSupported);
}

} // namespace otpdesk
