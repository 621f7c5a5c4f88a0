#pragma once

#include "providers/simulator/simcatalog.h"

namespace otpdesk {

/// The demo's catalog, and at OTPZap's "s2" so many offers more: services with made-up names in every country
/// there is, each country on a shelf of its own. The same in every run.
SimCatalog largeCatalog(int moreOffers);

} // namespace otpdesk
