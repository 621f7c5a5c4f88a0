#pragma once

#include <QtGlobal>

namespace otpdesk {

/// Runs from when it is made.
class Stopwatch
{
public:
    Stopwatch();
    qint64 nanoseconds() const;

    /// From now on all of them count the time that the calling thread had a processor, instead of the time on
    /// the wall: where others are at work on the computer, that is what can be compared. False: the system
    /// does not tell.
    static bool countProcessorTime();

private:
    static qint64 now();

    qint64 m_start;
};

} // namespace otpdesk
