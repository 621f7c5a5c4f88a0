#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/result.h"
#include "providers/types/topup.h"

/// QRIS invoices of OTPZap: arguments to requests, answers to values. Pure functions.
/// Source: otpzap.txt, "Account & Balance"; the minimum was seen on its site.
namespace otpdesk::otpzap {

TopUpTerms topUpTerms();

/// POST /topup/create under the idempotency key. BadRequest with the field "amount" for less than the
/// minimum, for fractions of a rupiah, and for another currency.
Result<HttpRequest> topUpCreateRequest(Money amount, const QString &idempotencyKey);
/// Whatever cannot be read leaves the outcome unknown, although the request may be repeated: the same key,
/// asked again, tells.
Result<TopUpReport> readTopUpCreated(const HttpReply &reply);

HttpRequest topUpCheckRequest(const QString &id);
Result<TopUpReport> readTopUpChecked(const HttpReply &reply);

} // namespace otpdesk::otpzap
