#pragma once

#include "models/rates/exchangerates.h"

namespace otpdesk {

/// What is said about exchange rates. Everything here is translated and follows the default QLocale.
namespace ratewords {

/// A converted amount as a person wants to read it: with the decimals of its currency, and with more where
/// little would be left of it: "₹12.40", "$0.0062".
QString amount(const Money &converted);
/// Of a price shown in another currency: "About ₹12.40, at your rate of 3 Nov 2026: 1 USD = 84.10 INR". Empty
/// where it is not converted.
QString converted(const Money &price, const ExchangeRates &rates);
/// "1 USD = 84.10 INR"
QString rate(const ExchangeRates::Rate &rate);
/// "3 weeks old"; empty for a week or less.
QString age(QDate date, QDate today);
/// What a round amount of `from` is in `to`, to see whether a rate is right: "Rp 1,000 ≈ ₹5.18". Empty where
/// there is no way to convert it.
QString example(Currency from, Currency to, const ExchangeRates &rates);
/// What to do about `typed`; empty for no problem.
QString problem(ExchangeRates::Problem problem, const QString &typed);

} // namespace ratewords

} // namespace otpdesk
