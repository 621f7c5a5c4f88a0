#pragma once

#include <QtGlobal>

#include <optional>

namespace otpdesk {

/// Bytes the process has allocated and not given back, without what the allocator keeps for later. Nothing
/// where the system does not say.
std::optional<qint64> heapInUse();

} // namespace otpdesk
