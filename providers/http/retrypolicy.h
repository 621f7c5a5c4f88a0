#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace otpdesk {

/// When a repeatable request is tried again: a bounded number of times, after waits that double, each cut by
/// chance ("full jitter") so that clients of a server in trouble do not come back together.
class RetryPolicy
{
public:
    /// From 0 up to, not including, 1.
    using Chance = std::function<double()>;
    static constexpr std::chrono::milliseconds LongestBackOff{30000};
    /// A server that asks for more than this gets its rest, but nobody waits for it: the answer is handed on.
    static constexpr std::chrono::seconds LongestWait{60};

    RetryPolicy(int attempts, std::chrono::milliseconds firstBackOff, Chance chance);

    /// How long to wait (ms) before trying again after `made` attempts; nothing when it is not tried again.
    std::optional<std::chrono::milliseconds> waitAfter(int made,
                                                       std::optional<std::chrono::seconds> retryAfter) const;

    /// 429, 502, 503 and 504.
    static bool isPassing(int status);

private:
    int m_attempts;
    std::chrono::milliseconds m_firstBackOff;
    Chance m_chance;
};

} // namespace otpdesk
