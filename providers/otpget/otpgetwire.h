#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"

/// What OTPGet's SMS and cheap numbers speak (provider-docs, otpget.txt): GET alone, words in plain text,
/// catalogs in JSON, amounts in PKR. Every reader can end in a refusal (see otpgetwords.h) or Malformed.
namespace otpdesk::otpget {

/// The two ways to buy a number, each with a script of its own on the server.
enum class Line { Sms, Cheap };

/// The line an offer was found on ("sms", "cheap").
Line lineOf(const Offer &offer);

HttpRequest balanceRequest();
Result<Balance> readBalance(const HttpReply &reply);

// The catalog. Shelves: the root, "sms" and "cheap"; below them, one for each country or server.

/// The root, which needs no request.
ShelfPage rootPage();
/// What to ask for a shelf; nothing for a path that is not ours.
std::optional<HttpRequest> shelfRequest(const Shelf &shelf);
/// What stands on it. "No servers" and "no services" are an empty page.
///
/// A cheap server's services may be listed by server ("2": "Pakistan Server 2 — ₨50.00", on the shelf of
/// server 1 as well); buyNumber takes only the server, so each server keeps its own line of them.
Result<ShelfPage> readShelf(const HttpReply &reply, const Shelf &shelf);
/// The shelf that an offer came from.
Shelf shelfOf(const Offer &offer);

/// getNumber or buyNumber. Spends; sent once, though it is a GET.
HttpRequest buyRequest(const Offer &offer);
/// `ACCESS_NUMBER:id:number` or `id,number,seconds`. Any other answer that is no known refusal leaves open
/// whether it was charged (Outcome::Unknown). `lifetime` is set for cheap numbers.
Result<OrderReport> readPurchase(const HttpReply &reply, Line line);

HttpRequest statusRequest(Line line, const QString &orderId);
/// A word nobody knows is kept in `statusWord`.
Result<OrderReport> readStatus(const HttpReply &reply);

/// setStatus 6, never 3 (which once meant "retry"); sent once.
HttpRequest finishRequest(Line line, const QString &orderId);
Result<OrderReport> readFinish(const HttpReply &reply);

/// setStatus 8; sent once. TooEarly in the first two minutes, TooLate when the status has changed before.
HttpRequest cancelRequest(Line line, const QString &orderId);
Result<OrderReport> readCancellation(const HttpReply &reply);

} // namespace otpdesk::otpget
