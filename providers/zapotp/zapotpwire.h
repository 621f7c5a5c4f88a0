#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"
#include "providers/types/order.h"
#include "providers/types/result.h"

/// Balance and orders of ZapOTP: arguments to requests, answers to values. Pure functions. Source:
/// zapotp.txt.
namespace otpdesk::zapotp {

/// NGN, in which everything is priced.
Currency currency();
/// Africa/Lagos, UTC+1, in seconds: assumed for its times, which name no zone.
inline constexpr int UtcOffset = 3600;

HttpRequest balanceRequest();
Result<Balance> readBalance(const HttpReply &reply);

/// POST /rent, sent once. BadRequest, with the missing parameter as field, when the offer lacks one.
Result<HttpRequest> rentRequest(const Purchase &purchase);
/// Left out of the report is an expiry that cannot be right: past by the answer's Date, or over a day ahead.
Result<OrderReport> readRented(const HttpReply &reply);

HttpRequest checkRequest(const QString &orderId);
Result<OrderReport> readChecked(const HttpReply &reply);

HttpRequest ordersRequest();
/// Newest first; entries without an order id are left out.
Result<QList<OrderReport>> readOrders(const HttpReply &reply);

/// Nothing may be done with an order here: no way to cancel, finish, resend or replace is documented.
OrderActions actions();

} // namespace otpdesk::zapotp
