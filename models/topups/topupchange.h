#pragma once

#include "providers/types/apierror.h"
#include "providers/types/topup.h"

namespace otpdesk {

/// The invoice after a provider's word about it. Pure. A fact once known is not overwritten by nothing, times
/// are moved to our clock, and one that has ended stays as it is. Where nobody says when it expires, it does
/// `lifetime` after it was asked for.
TopUp withReport(TopUp topUp, const TopUpReport &report, std::chrono::seconds lifetime,
                 const QDateTime &nowUtc);

/// The invoice after it came to `status`, at `nowUtc`.
TopUp ended(TopUp topUp, TopUpStatus status, const QDateTime &nowUtc);

/// Never made: the provider refused with this, or, with nothing, no answer came while it was worth asking.
TopUp notCreated(TopUp topUp, const std::optional<ApiError> &refusal, const QDateTime &nowUtc);
/// Whether it was given up without an answer, rather than refused.
bool isGivenUp(const TopUp &topUp);

} // namespace otpdesk
