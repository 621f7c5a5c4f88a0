#pragma once

#include <QString>
#include <QUrl>

namespace otpdesk {

/// What a person is told about an address before it is opened.
namespace weblink {

/// Whether it may be opened at all: nothing unencrypted, no other program, and no name in front of the host
/// that passes itself off as one.
bool isSafe(const QUrl &url);
/// As ASCII: letters of another alphabet that look alike do not.
QString host(const QUrl &url);
/// Whether it is on the host of `site`, or below it.
bool belongsTo(const QUrl &url, const QUrl &site);
/// In full, in lines of equal length: an address has no blanks to break it at, and would make the window as
/// wide as itself. An immoderate one ends in an ellipsis.
QString inLines(const QUrl &url);

} // namespace weblink

} // namespace otpdesk
