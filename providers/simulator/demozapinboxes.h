#pragma once

#include "providers/types/offer.h"

namespace otpdesk {

/// The inboxes OTPZap has in the demo: a dozen sites with three to five domains each, every one with its own
/// price, stock, rate and cancellation fee. The same in every run.
QList<Offer> demoZapInboxes();

} // namespace otpdesk
