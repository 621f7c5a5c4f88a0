#pragma once

#include <QtGlobal>

#include <optional>

namespace otpdesk::process {

/// Files and sockets that this process has open; nothing where the system does not tell.
std::optional<int> openFiles();
/// The same once they are no more than `expected`, or after 2 s; `expected` where the system does not tell.
int openFilesSoon(int expected);

/// Begins a new measure of peakMemory().
void forgetPeakMemory();
/// The most memory in use since then (bytes, resident); nothing where the system does not tell.
std::optional<qint64> peakMemory();
/// In use now.
std::optional<qint64> memory();

} // namespace otpdesk::process
