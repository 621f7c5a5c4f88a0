#include "tests/bench/catalog/stopwatch.h"

#include <chrono>
#include <ctime>

namespace otpdesk {

namespace {

bool countsProcessorTime = false;

} // namespace

Stopwatch::Stopwatch() : m_start(now()) {}

qint64 Stopwatch::nanoseconds() const
{
    return now() - m_start;
}

bool Stopwatch::countProcessorTime()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    countsProcessorTime = true;
#endif
    return countsProcessorTime;
}

qint64 Stopwatch::now()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    if (countsProcessorTime) {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }
#endif
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

} // namespace otpdesk
