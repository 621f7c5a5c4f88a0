#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/offer.h"
#include "providers/types/result.h"

#include <optional>

/// The catalog of ZapOTP: which request opens a shelf, and what its answer holds. Pure functions.
/// Source: zapotp.txt, "Get Services".
namespace otpdesk::zapotp {

/// Offer::line: the two values of the `provider` parameter.
inline constexpr QStringView LineGlobal = u"global";
inline constexpr QStringView LineUsa = u"usa";

/// A shelf per country, since the provider lists none: those most sold first, the United States on both
/// lines.
ShelfPage rootPage();

/// The request that opens a country's shelf; nothing for a path that is not one of ours.
std::optional<HttpRequest> shelfRequest(const Shelf &shelf);

/// The services sold in a country; none where the provider says that it has none there.
Result<ShelfPage> readShelf(const Shelf &shelf, const HttpReply &reply);

/// GET /services for one service.
HttpRequest poolsRequest(const Offer &offer);

/// The offer as it is sold now, then a variant per pool, the one that `offer` names in front. Without a pool
/// its price is the listed one while a pool sells at it, else that of the first pool. Understands a list of
/// services and a single object in place of pools. Empty: not sold any more.
Result<QList<Offer>> readPools(const Offer &offer, const HttpReply &reply);

} // namespace otpdesk::zapotp
