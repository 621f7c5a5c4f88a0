#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"
#include "providers/types/order.h"
#include "providers/types/result.h"

/// Inboxes of OTPZap: arguments to requests, answers to values. Pure functions.
/// Source: otpzap.txt, "Server 3 - Email OTP"; the names of members are assumed.
namespace otpdesk::otpzap {

/// How fast they are asked after, how long they wait, and how they end.
ShopTerms mailTerms();

/// POST /order/email-create, sent once: no idempotency key is documented for it. BadRequest, with the missing
/// member as field, when the offer has no site or no domain.
Result<HttpRequest> mailCreateRequest(const Purchase &purchase);
/// Whatever cannot be read leaves the outcome unknown. Of several, those without a ref come last, with an empty
/// id: they were paid for as well. Malformed when none has one, or none has an address.
Result<OrderReport> readMailCreated(const HttpReply &reply);

HttpRequest mailCheckRequest(const QString &ref);
Result<OrderReport> readMailChecked(const HttpReply &reply);

/// Asks for a new message to the same address; not charged.
HttpRequest mailReorderRequest(const QString &ref);
/// 409 is TooLate, 429 TooEarly.
Result<OrderReport> readMailReordered(const HttpReply &reply);

HttpRequest mailCancelRequest(const QString &ref);
/// 409 is TooLate, 429 TooEarly, 502 from the API itself UpstreamRefused. The status is left out when the
/// answer does not settle it ("pending"): the next check tells.
Result<OrderReport> readMailCancelled(const HttpReply &reply);

HttpRequest mailFinishRequest(const QString &ref);
/// 409 is TooLate, or NoSmsYet where the words say so.
Result<OrderReport> readMailFinished(const HttpReply &reply);

OrderActions mailActions(const Order &order, const QDateTime &nowUtc);

} // namespace otpdesk::otpzap
