#pragma once

#include "models/watches/watch.h"

#include <QString>

namespace otpdesk {

/// How watches read on the screen. Everything here is translated.
namespace watchwords {

/// "Telegram", "Telegram · rental", "Any service".
QString service(const Market &market);
/// "Telegram in Pakistan".
QString market(const Market &market);
/// "in stock", "at most ₹15.00".
QString condition(const std::optional<Money> &limit);
/// "₹12.40 at ZapOTP, 340 in stock", with the provider's own price where it was converted. `account`: its
/// title. Nothing is out of stock.
QString cheapest(const std::optional<WatchFinding> &finding, const QString &account);
/// What a watch has come to: "Telegram in Pakistan: ₹12.40 at ZapOTP".
QString met(const Watch &watch, const WatchFinding &finding, const QString &account);

} // namespace watchwords

} // namespace otpdesk
