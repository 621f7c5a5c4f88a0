#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/apierror.h"

#include <QString>

#include <optional>

namespace otpdesk {

/// What the words of a refusal mean, where they are among those that providers commonly use ("Insufficient
/// balance", "NO_NUMBERS", "Your account has been suspended"…). Looks at the first 300 characters.
std::optional<ErrorKind> kindOfPhrase(const QString &words);

/// A refusal that was read from an answer's envelope: the kind its words say, else the one its HTTP status
/// says. 402, 429 and 5xx speak for themselves, whatever the words are: the latter since "not available" may
/// as well be said by something in between that does not know what became of a purchase, so its outcome stays
/// unknown.
ApiError refusal(const HttpReply &reply, const QString &words);

} // namespace otpdesk
