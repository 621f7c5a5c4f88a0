#pragma once

#include <QFont>

namespace otpdesk {

/// Fonts derived from the system's own; none is named.
namespace fonts {

QFont scaled(const QFont &base, double factor, QFont::Weight weight = QFont::Normal);
/// Bold and monospaced, for codes.
QFont code(const QFont &base, double factor = 1.0);

} // namespace fonts

} // namespace otpdesk
