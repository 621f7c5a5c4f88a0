#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace otpdesk {

class Alarm;
class Clock;

/// Decides when which live order is checked. Each account's checks are spread evenly and stay within a share
/// of its request limit; when the orders outnumber that share, the shortest intervals stretch. Holds no
/// timer for an account without orders, and starts no more checks than a few at a time: what waits, waits
/// here, where the one that is asked for can go first. Knows nothing of the network: `check` starts one,
/// answered() ends it.
class OrderPoller
{
public:
    using Milliseconds = std::chrono::milliseconds;

    OrderPoller(Clock &clock, std::function<void(qint64 key)> check);
    ~OrderPoller();

    /// How many requests a minute an account may make in all.
    void setLimit(const QString &accountId, int requestsPerMinute);
    /// Starts watching: the first check comes after `firstIn`, the others as often as `every` says and the
    /// limit allows. An order watched already is only hurried.
    void watch(const QString &accountId, qint64 key, Milliseconds every, Milliseconds firstIn);
    void forget(qint64 key);
    bool isWatching(qint64 key) const { return m_accountOf.contains(key); }

    /// The check of an order has ended; the next comes after the interval times `stretch`, doubled for each
    /// failure in a row, and not before `notBefore` has passed. A success after failures hurries the
    /// account's other orders that were failing.
    void answered(qint64 key, bool succeeded, int stretch = 1, Milliseconds notBefore = Milliseconds(0));
    /// Checks it as soon as the limit allows, before all others.
    void hurry(qint64 key);
    /// Checks all of them as soon as the limit allows.
    void hurryAll();

    /// How often an order of this account is checked that wants to be checked `every` so long.
    Milliseconds interval(const QString &accountId, Milliseconds every) const;
    /// How many orders of the account are watched.
    int count(const QString &accountId) const;

private:
    struct Watched
    {
        Milliseconds every{5000};
        Milliseconds due{0};
        bool underWay = false;
        int failures = 0;
    };
    struct Lane
    {
        int requestsPerMinute = 60;
        Milliseconds lastStarted{-3600000};
        std::map<qint64, Watched> orders;
        std::unique_ptr<Alarm> alarm;
        Milliseconds spacing() const;
        /// The interval of those who share the limit; 0: there is enough for all.
        Milliseconds shortest() const;
    };

    void ring(const QString &accountId);
    void arm(Lane &lane);
    void bringForward(Watched &watched);
    Watched *find(qint64 key, Lane **lane);

    Clock &m_clock;
    std::function<void(qint64)> m_check;
    std::map<QString, Lane> m_lanes;
    QHash<qint64, QString> m_accountOf;
};

} // namespace otpdesk
