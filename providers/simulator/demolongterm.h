#pragma once

#include "providers/types/offer.h"

#include <QList>

namespace otpdesk {

/// OTPGet's rentals (lines "rental1", "rental2"; country id: its code) and e-mail addresses (lines "email1"
/// by service, "email2" by site; variant: the domain). Always in stock.
QList<Offer> demoLongTermOffers();

} // namespace otpdesk
