#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace otpdesk {

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7) in UTC; invalid when it is anything else.
QDateTime readHttpDate(const QByteArray &text);

/// A Retry-After header: seconds, or an HTTP date counted from `nowUtc`. Never negative, at most a day;
/// nothing when it is missing or nonsense.
std::optional<std::chrono::seconds> readRetryAfter(const QByteArray &text, const QDateTime &nowUtc);

/// Whether a text from outside can be a header value: visible ASCII only, so that no line can be smuggled in.
bool isHeaderSafe(QStringView text);

} // namespace otpdesk
