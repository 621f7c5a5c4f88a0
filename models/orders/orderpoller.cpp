#include "models/orders/orderpoller.h"

#include "providers/types/clock.h"

#include <algorithm>
#include <limits>

namespace otpdesk {

namespace {

/// Of an account's limit, what polling may use; the rest is for people, purchases and the catalog.
constexpr double PollShare = 0.6;
/// Of an account's checks under way. More would only wait for the limit, where nobody can go before them.
constexpr int MostUnderWay = 6;
constexpr int MostDoublings = 4;
constexpr std::chrono::milliseconds LongestPause = std::chrono::minutes(2);

} // namespace

OrderPoller::Milliseconds OrderPoller::Lane::spacing() const
{
    return Milliseconds(static_cast<qint64>(60000 / (std::max(requestsPerMinute, 1) * PollShare)));
}

/// An order that wants to be checked rarely is, as often as it wants; the others share evenly what is left of
/// the limit.
OrderPoller::Milliseconds OrderPoller::Lane::shortest() const
{
    std::map<qint64, int> wishes; // how many want to be checked every so many ms
    double unshared = 0;          // checks per ms of those who get what they want
    for (const auto &[key, watched] : orders) {
        const qint64 every = std::max<qint64>(watched.every.count(), 1);
        ++wishes[every];
        unshared += 1.0 / static_cast<double>(every);
    }
    const double limit = 1.0 / static_cast<double>(spacing().count());
    if (unshared <= limit)
        return Milliseconds(0);
    double share = 0; // ms between two checks of one who shares; first those who want the most
    int sharing = 0;
    for (const auto &[every, count] : wishes) {
        if (sharing > 0 && share <= static_cast<double>(every))
            break;
        sharing += count;
        unshared -= count / static_cast<double>(every);
        share = limit > unshared ? sharing / (limit - unshared) : std::numeric_limits<double>::max();
    }
    return Milliseconds(static_cast<qint64>(share));
}

OrderPoller::OrderPoller(Clock &clock, std::function<void(qint64)> check)
    : m_clock(clock), m_check(std::move(check))
{}

OrderPoller::~OrderPoller() = default;

void OrderPoller::setLimit(const QString &accountId, int requestsPerMinute)
{
    m_lanes[accountId].requestsPerMinute = requestsPerMinute;
}

void OrderPoller::watch(const QString &accountId, qint64 key, Milliseconds every, Milliseconds firstIn)
{
    if (isWatching(key)) {
        hurry(key);
        return;
    }
    Lane &lane = m_lanes[accountId];
    Watched watched;
    watched.every = every;
    watched.due = m_clock.steady() + firstIn;
    lane.orders.emplace(key, watched);
    m_accountOf.insert(key, accountId);
    if (!lane.alarm)
        lane.alarm = m_clock.alarm([this, accountId] { ring(accountId); });
    arm(lane);
}

void OrderPoller::forget(qint64 key)
{
    const QString accountId = m_accountOf.take(key);
    const auto lane = m_lanes.find(accountId);
    if (lane == m_lanes.end())
        return;
    lane->second.orders.erase(key);
    arm(lane->second);
}

OrderPoller::Watched *OrderPoller::find(qint64 key, Lane **lane)
{
    const auto account = m_accountOf.constFind(key);
    if (account == m_accountOf.constEnd())
        return nullptr;
    *lane = &m_lanes.at(*account);
    return &(*lane)->orders.at(key);
}

void OrderPoller::answered(qint64 key, bool succeeded, int stretch, Milliseconds notBefore)
{
    Lane *lane = nullptr;
    Watched *watched = find(key, &lane);
    if (!watched)
        return;
    watched->underWay = false;
    if (succeeded && watched->failures > 0) {
        // The server is back: the others need not wait any longer to find that out.
        for (auto &[other, failing] : lane->orders) {
            if (failing.failures > 0)
                bringForward(failing);
        }
    }
    watched->failures = succeeded ? 0 : std::min(watched->failures + 1, MostDoublings);
    const Milliseconds regular = std::max(watched->every, lane->shortest()) * stretch;
    const Milliseconds pause = std::max(regular, std::min(regular * (1 << watched->failures), LongestPause));
    watched->due = m_clock.steady() + std::max(pause, notBefore);
    arm(*lane);
}

void OrderPoller::hurry(qint64 key)
{
    Lane *lane = nullptr;
    if (Watched *watched = find(key, &lane)) {
        watched->due = Milliseconds::min(); // before all who are late: somebody asks for this one
        watched->failures = 0;
        arm(*lane);
    }
}

/// Who is late already keeps its place: when the network comes and goes, the same ones would be first each
/// time otherwise.
void OrderPoller::bringForward(Watched &watched)
{
    watched.due = std::min(watched.due, m_clock.steady());
    watched.failures = 0;
}

void OrderPoller::hurryAll()
{
    for (auto &[accountId, lane] : m_lanes) {
        for (auto &[key, watched] : lane.orders)
            bringForward(watched);
        arm(lane);
    }
}

OrderPoller::Milliseconds OrderPoller::interval(const QString &accountId, Milliseconds every) const
{
    const auto lane = m_lanes.find(accountId);
    return lane == m_lanes.end() ? every : std::max(every, lane->second.shortest());
}

int OrderPoller::count(const QString &accountId) const
{
    const auto lane = m_lanes.find(accountId);
    return lane == m_lanes.end() ? 0 : static_cast<int>(lane->second.orders.size());
}

void OrderPoller::arm(Lane &lane)
{
    if (!lane.alarm)
        return;
    std::optional<Milliseconds> next;
    int underWay = 0;
    for (const auto &[key, watched] : lane.orders) {
        underWay += watched.underWay ? 1 : 0;
        if (!watched.underWay && (!next || watched.due < *next))
            next = watched.due;
    }
    if (!next || underWay >= MostUnderWay) {
        lane.alarm->stop();
        return;
    }
    const Milliseconds start = std::max(*next, lane.lastStarted + lane.spacing());
    lane.alarm->start(std::max(start - m_clock.steady(), Milliseconds(0)));
}

void OrderPoller::ring(const QString &accountId)
{
    Lane &lane = m_lanes.at(accountId);
    const Milliseconds now = m_clock.steady();
    qint64 key = 0;
    Watched *first = nullptr;
    for (auto &[candidate, watched] : lane.orders) {
        if (!watched.underWay && watched.due <= now && (!first || watched.due < first->due)) {
            first = &watched;
            key = candidate;
        }
    }
    if (first) {
        first->underWay = true;
        lane.lastStarted = now;
    }
    arm(lane);
    if (first)
        m_check(key); // last: it may end the order at once
}

} // namespace otpdesk
