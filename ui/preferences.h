#pragma once

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
/// True the first time only: whether to say that closing the window goes on in the tray.
bool takeTrayHint(QSettings &settings);

} // namespace preferences

} // namespace otpdesk
