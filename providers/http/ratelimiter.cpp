#include "providers/http/ratelimiter.h"

#include <algorithm>

namespace otpdesk {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

RateLimiter::RateLimiter(Clock &clock, int requestsPerMinute)
    : m_clock(clock), m_alarm(clock.alarm([this] { pump(); }))
{
    const int limit = std::max(requestsPerMinute, 1);
    m_burst = std::max(limit / 10, std::min(limit, 4));
    m_reserve = m_burst / 2;
    // A window may begin with a full bucket. What flows in during it must be less than what is left of the
    // limit plus one whole token. Rounded up: never faster.
    const int perMinute = limit - m_burst + 1;
    m_interval = (nanoseconds(std::chrono::minutes(1)) + nanoseconds(perMinute - 1)) / perMinute;
}

RateLimiter::Ticket RateLimiter::enter(Priority priority, Line line, std::function<void()> go)
{
    const Ticket ticket = ++m_lastTicket;
    m_queues[size_t(priority)].push_back({ticket, line, std::move(go)});
    pump();
    return ticket;
}

void RateLimiter::leave(Ticket ticket)
{
    for (auto &queue : m_queues)
        std::erase_if(queue, [ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
    for (auto &running : m_onSharedLines)
        running.erase(ticket);
    pump();
}

void RateLimiter::clear()
{
    for (auto &queue : m_queues)
        queue.clear();
    m_alarm->stop();
}

void RateLimiter::pause(milliseconds span)
{
    m_pausedUntil = std::max(m_pausedUntil, nanoseconds(m_clock.steady() + span));
    pump();
}

milliseconds RateLimiter::wait() const
{
    return m_alarm->isActive() ? std::max(m_dueAt - m_clock.steady(), milliseconds(0)) : milliseconds(0);
}

/// The most urgent request that has a line to go out on.
std::optional<RateLimiter::Next> RateLimiter::next()
{
    for (size_t i = 0; i < Priorities; ++i) {
        const bool linesTaken = sharedBy(Priority(i)).size() >= SharedLines;
        const auto found =
            std::find_if(m_queues[i].begin(), m_queues[i].end(),
                         [linesTaken](const Waiting &w) { return w.line == Line::Own || !linesTaken; });
        if (found != m_queues[i].end())
            return Next{Priority(i), found};
    }
    return {};
}

nanoseconds RateLimiter::earliest(Priority priority) const
{
    if (priority == Priority::User)
        return m_fullAt - (m_burst - 1) * m_interval;
    // Nothing less urgent can be allowed before: only the user's have more of the burst, or ignore a pause.
    return std::max(m_fullAt - (m_burst - 1 - m_reserve) * m_interval, m_pausedUntil);
}

std::set<RateLimiter::Ticket> &RateLimiter::sharedBy(Priority priority)
{
    return m_onSharedLines[priority == Priority::User ? 0 : 1];
}

void RateLimiter::pump()
{
    if (m_pumping)
        return; // the loop below sees what changed
    m_pumping = true;
    m_alarm->stop();
    while (const auto found = next()) {
        const nanoseconds now = m_clock.steady();
        const nanoseconds from = earliest(found->priority);
        if (from > now) {
            m_dueAt = std::chrono::ceil<milliseconds>(from);
            m_alarm->start(m_dueAt - m_clock.steady());
            break;
        }
        if (found->priority != Priority::User && m_pausedUntil > Nanoseconds(0)) {
            // Whoever asked for a rest is not thanked with a burst: only the user's part of it is left.
            m_fullAt = std::max(m_fullAt, now + (m_burst - 1 - m_reserve) * m_interval);
            m_pausedUntil = Nanoseconds(0);
        }
        m_fullAt = std::max(m_fullAt, now) + m_interval;
        const Waiting chosen = std::move(*found->at);
        m_queues[size_t(found->priority)].erase(found->at);
        if (chosen.line == Line::Shared)
            sharedBy(found->priority).insert(chosen.ticket);
        chosen.go();
    }
    m_pumping = false;
}

} // namespace otpdesk
