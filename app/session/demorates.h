#pragma once

#include "models/rates/exchangerates.h"

namespace otpdesk {

/// The rates somebody with accounts in the demo's currencies would have entered; prices stay in their own
/// currencies until one is chosen.
ExchangeRates demoRates(QDate today);

} // namespace otpdesk
