#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"
#include "providers/types/order.h"
#include "providers/types/result.h"

/// Balance and SMS orders of OTPZap: arguments to requests, answers to values. Pure functions.
/// Source: otpzap.txt, "Account & Balance" and "Order Management"; names of members partly assumed.
namespace otpdesk::otpzap {

/// IDR, in which everything is priced.
Currency currency();
/// WIB, UTC+7: the zone of its times, in seconds.
inline constexpr int UtcOffset = 7 * 3600;
/// From the purchase until a cancel is taken.
inline constexpr std::chrono::seconds CancelCooldown{120};

HttpRequest balanceRequest();
Result<Balance> readBalance(const HttpReply &reply);

/// POST /order/create under the purchase's idempotency key. BadRequest, with the missing id as field, when
/// the offer lacks what its line needs.
Result<HttpRequest> createRequest(const Purchase &purchase);
/// Whatever cannot be read leaves the outcome unknown, although the request may be repeated: the same key,
/// asked again, tells. 429 is RateLimited.
Result<OrderReport> readCreated(const HttpReply &reply);

HttpRequest checkRequest(const QString &orderId);
Result<OrderReport> readChecked(const HttpReply &reply);

HttpRequest cancelRequest(const QString &orderId);
/// 409 is TooLate, 429 TooEarly, 502 from the API itself UpstreamRefused. The status is left out when the
/// answer does not settle it ("pending"): the next check tells.
Result<OrderReport> readCancelled(const HttpReply &reply);

HttpRequest finishRequest(const QString &orderId);
Result<OrderReport> readFinished(const HttpReply &reply);

HttpRequest resendRequest(const QString &orderId);
/// 429 is TooEarly: one resend per message.
Result<OrderReport> readResent(const HttpReply &reply);

/// Server 1 only. Sent once: no idempotency key is documented for it.
HttpRequest replaceRequest(const QString &orderId);
/// The report is the new order's.
Result<OrderReport> readReplaced(const HttpReply &reply);

OrderActions actions(const Order &order, const QDateTime &nowUtc);

} // namespace otpdesk::otpzap
