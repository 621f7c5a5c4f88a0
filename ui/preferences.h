#pragma once

#include <array>
#include <chrono>

class QSettings;

namespace otpdesk {

/// The person's choices, by name, with their defaults.
namespace preferences {

/// Codes go to the clipboard the moment they arrive. Default: yes.
bool copiesOnArrival(const QSettings &settings);
void setCopiesOnArrival(QSettings &settings, bool on);
/// Notifications say that a code came, not which. Default: no.
bool hidesCodes(const QSettings &settings);
void setHidesCodes(QSettings &settings, bool on);
/// The catalog has one row for each service and country. Default: no.
bool comparesMarkets(const QSettings &settings);
void setComparesMarkets(QSettings &settings, bool on);
/// What there is to choose for refundAfter().
inline constexpr std::array RefundChoices{std::chrono::minutes(0), std::chrono::minutes(3),
                                          std::chrono::minutes(5), std::chrono::minutes(10),
                                          std::chrono::minutes(15)};
/// How long after its purchase a number without an SMS is cancelled for the refund; 0: never. Default: never.
std::chrono::minutes refundAfter(const QSettings &settings);
void setRefundAfter(QSettings &settings, std::chrono::minutes after);
/// True the first time only: whether to say that closing the window goes on in the tray.
bool takeTrayHint(QSettings &settings);

} // namespace preferences

} // namespace otpdesk
