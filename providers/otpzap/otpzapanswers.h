#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/order.h"
#include "providers/types/result.h"

#include <QJsonObject>

#include <initializer_list>
#include <optional>

/// What all calls of OTPZap have in common. Pure functions.
namespace otpdesk::otpzap {

/// A request with a JSON body. Sent once: whoever has an idempotency key for it says so.
HttpRequest requestWith(const QByteArray &method, const QString &path, const QJsonObject &body);

/// The order status of one of its words; nothing for one that nobody knows.
std::optional<OrderStatus> statusOf(const QString &statusWord);

/// What an HTTP status means for one call, where that is not what it usually means.
struct Meaning
{
    int httpStatus;
    ErrorKind kind;
};

/// An answer to a change of state, or the error in it. `documented` are the statuses this call has a meaning
/// of its own for. A 5xx counts as one only when the API itself says it, not a proxy's page.
Result<QJsonValue> openChange(const HttpReply &reply, std::initializer_list<Meaning> documented);

/// An argument that is refused before anything is sent.
ApiError badArgument(const QString &field);

} // namespace otpdesk::otpzap
