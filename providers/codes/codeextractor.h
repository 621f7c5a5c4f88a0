#pragma once

#include <QString>

namespace otpdesk {

/// The one-time code in a message, as it is to be typed: the prefix of "G-412157" dropped, groups of digits
/// joined ("123 456" → 123456), digits of any script as ASCII digits, a hyphen inside an alphanumeric code
/// kept. Empty when there is none or it is unsure which: a wrong code is worse than none. Pure and bounded:
/// looks at the first 4,000 characters.
QString extractCode(const QString &message);

} // namespace otpdesk
