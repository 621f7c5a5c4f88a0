#pragma once

#include "providers/simulator/simcatalog.h"

namespace otpdesk {

/// Thirty-odd services in twenty-five countries at all five providers, with believable prices, stock (some of
/// it zero, some unknown) and success rates. The same in every run: it is drawn from a fixed seed.
///
/// Lines: OTPZap "s1", "s2", "special", "s3" (inboxes; variant: domain); ZapOTP "global", "usa" (variant: pool);
/// WhichOtp and OTPWALL "sms"; OTPGet "sms" (variant: type 1-6), "cheap" (service: server), and what
/// demolongterm.h lists.
SimCatalog demoCatalog();

} // namespace otpdesk
