#pragma once

#include "models/accounts/account.h"
#include "providers/types/apierror.h"

namespace otpdesk {

/// Whether the person has said yes to what is beyond an account's limits.
enum class Consent {
    Unasked,
    Given,
};

/// Why a purchase needs an explicit yes.
enum class SpendConcern {
    None,
    AskAbove,     ///< costs more than the account may spend at once
    DailyLimit,   ///< with it, the account has spent more than it may in a day
    PriceUnknown, ///< there are limits, and the provider does not say the price
};

/// Judges a purchase by the account's limits. `cost` is nothing where the provider does not tell it;
/// `spentToday` where it is not known (yet). Pure.
SpendConcern concernOf(const SpendLimits &limits, const std::optional<Money> &cost,
                       const std::optional<Money> &spentToday);

/// The same as an error: NeedsConsent, `field` being "ask_above", "daily_limit" or "price".
std::optional<ApiError> consentNeeded(SpendConcern concern);

} // namespace otpdesk
