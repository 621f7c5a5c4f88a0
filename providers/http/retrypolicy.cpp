#include "providers/http/retrypolicy.h"

#include <QtGlobal>

#include <algorithm>

namespace otpdesk {

using std::chrono::milliseconds;
using std::chrono::seconds;

RetryPolicy::RetryPolicy(int attempts, milliseconds firstBackOff, Chance chance)
    : m_attempts(attempts), m_firstBackOff(firstBackOff), m_chance(std::move(chance))
{}

std::optional<milliseconds> RetryPolicy::waitAfter(int made, std::optional<seconds> retryAfter) const
{
    if (made >= m_attempts || retryAfter.value_or(seconds(0)) > LongestWait)
        return {};
    milliseconds most = std::min(m_firstBackOff, LongestBackOff);
    for (int i = 1; i < made && most < LongestBackOff; ++i)
        most = std::min(most * 2, LongestBackOff);
    const milliseconds backOff(qint64(double(most.count()) * m_chance()));
    return retryAfter.value_or(seconds(0)) + backOff;
}

bool RetryPolicy::isPassing(int status)
{
    return status == 429 || (status >= 502 && status <= 504);
}

} // namespace otpdesk
