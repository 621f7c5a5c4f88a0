#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/offer.h"
#include "providers/types/result.h"

#include <optional>

/// The inboxes OTPZap sells: the sites they are for, and the domains on offer for each. Pure functions.
/// Source: otpzap.txt, "Server 3 - Email OTP"; the names of members are assumed.
namespace otpdesk::otpzap {

/// Offer::line of the inboxes.
inline constexpr QStringView LineS3 = u"s3";

/// The request that opens a shelf: GET /s3/sites for the root, GET /s3/domains for "s3/<site>"; nothing for
/// any other path.
std::optional<HttpRequest> mailShelfRequest(const Shelf &shelf);

/// Of the root a shelf for each site, of a site an offer for each domain. Malformed when there is no list, or
/// nothing in it can be read.
Result<ShelfPage> readMailShelf(const Shelf &shelf, const HttpReply &reply);

/// Where the domains for a site stand.
Shelf mailShelfOf(const QString &site);

/// The host name in what a person types or pastes for a site ("https://www.openai.com/login"); empty when
/// there is none.
QString siteIn(const QString &text);

} // namespace otpdesk::otpzap
