#pragma once

#include "providers/provider.h"
#include "providers/types/clock.h"

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace otpdesk {

/// Decides when each request of one account may go out.
///
/// A token bucket, kept as a time: no 60 seconds, wherever they begin, see more than the limit. A small burst
/// is allowed, half of it only for the user, so that a click finds a token however busy the polls are. Urgent
/// requests go first, older ones first among equals. Requests on shared connections also wait for one to be
/// free, for Qt would make them wait there with their deadline running; the user's and the rest do not share.
class RateLimiter
{
public:
    enum class Line {
        Own,    ///< a connection of its own
        Shared, ///< one of the six that Qt opens to a host
    };
    using Ticket = quint64;
    static constexpr int SharedLines = 6;

    /// The clock must outlive this.
    RateLimiter(Clock &clock, int requestsPerMinute);

    /// Calls `go` when it is this request's turn, which may be before enter() returns.
    Ticket enter(Priority priority, Line line, std::function<void()> go);
    /// The request has ended, or need not be sent any more.
    void leave(Ticket ticket);
    /// Forgets all who wait; none of them is called any more.
    void clear();
    /// The server wants a rest: nothing but the user's own actions goes out for so long, and what was held
    /// back follows evenly spaced.
    void pause(std::chrono::milliseconds span);
    /// How long the next request in line waits for the limit (ms); zero when nothing waits for it.
    std::chrono::milliseconds wait() const;

private:
    using Nanoseconds = std::chrono::nanoseconds;
    struct Waiting
    {
        Ticket ticket;
        Line line;
        std::function<void()> go;
    };
    struct Next
    {
        Priority priority;
        std::deque<Waiting>::iterator at;
    };
    static constexpr size_t Priorities = 4;

    std::optional<Next> next();
    Nanoseconds earliest(Priority priority) const;
    std::set<Ticket> &sharedBy(Priority priority);
    void pump();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::array<std::deque<Waiting>, Priorities> m_queues;
    std::array<std::set<Ticket>, 2> m_onSharedLines; ///< the user's, and all others
    Nanoseconds m_interval;                          ///< one token per so long
    int m_burst;
    int m_reserve;                        ///< of the burst, kept for the user
    Nanoseconds m_fullAt{0};              ///< when the bucket will be full again
    Nanoseconds m_pausedUntil{0};         ///< 0: no pause since the last request of the others
    std::chrono::milliseconds m_dueAt{0}; ///< of the alarm
    Ticket m_lastTicket = 0;
    bool m_pumping = false;
};

} // namespace otpdesk
