#pragma once

#include <QStringList>

namespace otpdesk {

/// Whether all contenders find the same offers and sort them the same way, in a catalog of this many: what
/// they disagree about. Comparing how quickly different things are done would say nothing.
QStringList disagreements(int offers);

} // namespace otpdesk
