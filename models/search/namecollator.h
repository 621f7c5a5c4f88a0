#pragma once

#include <QCollator>

namespace otpdesk {

/// How names are sorted for reading: case does not count, "Pool 9" stands before "Pool 10".
QCollator nameCollator();

} // namespace otpdesk
