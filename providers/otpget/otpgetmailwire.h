#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"

#include <optional>

/// What OTPGet's e-mail handler speaks (provider-docs, otpget.txt, "Temporary Email OTP API"): GET alone,
/// JSON, amounts in PKR. Line "email1" sells Gmail addresses by service, line "email2" addresses at several
/// domains for any site. Every reader can end in a refusal (see otpgetjson.h) or Malformed.
namespace otpdesk::otpget {

// The catalog. Shelves: "email1", and "email2/<site>" for each site. The provider suggests no sites: a few
// well-known ones stand for all.

/// The root, which needs no request: Gmail, and the first site. The other sites stand on the shelf of the
/// first.
ShelfPage mailRoot();
/// Where the addresses for a site stand; nothing for what is not the name of a host.
std::optional<Shelf> mailShelfOfSite(const QString &site);
/// The shelf that an offer came from.
Shelf mailShelfOf(const Offer &offer);
/// getEmailServices; nothing for a path that is not ours.
std::optional<HttpRequest> mailShelfRequest(const Shelf &shelf);
Result<ShelfPage> readMailShelf(const HttpReply &reply, const Shelf &shelf);

/// buyEmail. Spends; sent once, though it is a GET.
HttpRequest mailBuyRequest(const Offer &offer);
Result<OrderReport> readMailPurchase(const HttpReply &reply);

/// getEmailCode, from the server that sold it.
HttpRequest mailCheckRequest(const Offer &offer, const QString &id);
/// A status nobody knows is kept in `statusWord`. The names of a message's members other than `code` are
/// assumed.
Result<OrderReport> readMailCheck(const HttpReply &reply);

/// cancelEmail; sent once.
HttpRequest mailCancelRequest(const Offer &offer, const QString &id);
/// Refunded, or CodeReceived with what has come instead.
Result<OrderReport> readMailCancellation(const HttpReply &reply);

/// getEmailHistory, both servers', page from 1.
HttpRequest mailHistoryRequest(int page);
/// Its members other than `email_address`, `status` and `server` are assumed.
Result<OrderPage> readMailHistory(const HttpReply &reply);

} // namespace otpdesk::otpget
