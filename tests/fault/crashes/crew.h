#pragma once

#include <QtGlobal>

namespace otpdesk {

/// Runs the lanes, each a process of its own, and prints what they found. The program's exit code.
int runCrew(int kills, quint32 seed, int jobs);

} // namespace otpdesk
