#include "models/orders/spendguard.h"

namespace otpdesk {

SpendConcern concernOf(const SpendLimits &limits, const std::optional<Money> &cost,
                       const std::optional<Money> &spentToday)
{
    if (!limits.isSet())
        return SpendConcern::None;
    if (!cost)
        return SpendConcern::PriceUnknown;
    // Amounts of another currency compare as neither more nor less: what cannot be judged is asked about.
    if (limits.askAbove && !(*cost <= *limits.askAbove))
        return SpendConcern::AskAbove;
    if (limits.perDay && cost->currency() != limits.perDay->currency())
        return SpendConcern::DailyLimit;
    if (limits.perDay && spentToday && *spentToday + *cost > *limits.perDay)
        return SpendConcern::DailyLimit;
    return SpendConcern::None;
}

std::optional<ApiError> consentNeeded(SpendConcern concern)
{
    ApiError error;
    error.kind = ErrorKind::NeedsConsent;
    switch (concern) {
    case SpendConcern::None:
        return std::nullopt;
    case SpendConcern::AskAbove:
        error.field = QStringLiteral("ask_above");
        break;
    case SpendConcern::DailyLimit:
        error.field = QStringLiteral("daily_limit");
        break;
    case SpendConcern::PriceUnknown:
        error.field = QStringLiteral("price");
        break;
    }
    return error;
}

} // namespace otpdesk
