#pragma once

#include <QDateTime>
#include <QString>

namespace otpdesk {

/// Text from outside, made safe to show and store: C0/C1 controls (line breaks become spaces), bidi overrides
/// and isolates and other invisible format characters removed, surrounding space trimmed, cut to `most`
/// characters with an ellipsis. It stays plain text: markup in it is kept as the letters it is.
QString cleanLine(QStringView raw, qsizetype most = 200);

/// The same for a text of several lines, such as an SMS: line breaks stay. `most` is a guard against
/// megabytes, not a display limit.
QString cleanText(QStringView raw, qsizetype most = 100000);

/// Reads a provider's timestamp into UTC: ISO 8601 with Z or offset, "yyyy-MM-dd HH:mm:ss" with WIB, WITA,
/// WIT or UTC behind it, or bare, then taken at `utcOffsetSeconds`; also a Unix time in seconds or
/// milliseconds. Invalid when it is none of these.
QDateTime readTime(QStringView text, int utcOffsetSeconds);

} // namespace otpdesk
