#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/offer.h"
#include "providers/types/result.h"

#include <optional>

/// The catalog of OTPZap: which request opens a shelf, and what its answer holds. Pure functions.
/// Source: otpzap.txt, "Server 1" and "Server 2"; the names of members are mostly assumed.
namespace otpdesk::otpzap {

/// Offer::line of each part.
inline constexpr QStringView LineS1 = u"s1";
inline constexpr QStringView LineS2 = u"s2";
inline constexpr QStringView LineSpecial = u"special";
/// The operator of Server 2 that leaves the choice to the provider.
inline constexpr QStringView AnyOperator = u"any";

/// What the root lists, known without asking: countries of Server 1, countries of Server 2, special services.
ShelfPage rootPage();

/// The request that opens a shelf other than the root; nothing for a path that is not one of ours.
std::optional<HttpRequest> shelfRequest(const Shelf &shelf);

/// What stands on the shelf. A country of Server 1 is asked for as a whole; where the server insists on a
/// platform (refuses, or answers nothing useful), the page holds a shelf that lists the platforms instead. A
/// page of products is followed by a shelf for the next one until a page is short, empty or seen before, the
/// answer says that it is the last, or there were 500. Malformed when there is no list, or nothing in it can
/// be read.
Result<ShelfPage> readShelf(const Shelf &shelf, const HttpReply &reply);

/// Where all products of the offer's country stand, whichever platform they are listed under.
Shelf countryShelfOf(const Offer &offer);

/// The shelf on which an offer of this catalog stands; for products the first page of them.
Shelf shelfOf(const Offer &offer);

/// Whether both are the same thing to buy, whatever it is called now and whichever operator serves it.
bool isSameProduct(const Offer &a, const Offer &b);

/// GET /s2/operators, for an offer of Server 2.
HttpRequest operatorsRequest(const Offer &offer);

/// The offer without a choice of operator first, then one per operator; `offer` itself moves to the front.
Result<QList<Offer>> readOperators(const Offer &offer, const HttpReply &reply);

} // namespace otpdesk::otpzap
