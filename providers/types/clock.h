#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace otpdesk {

/// A one-shot timer of a Clock. Restarting it forgets the earlier start; destroying it stops it.
class Alarm
{
public:
    virtual ~Alarm() = default;
    virtual void start(std::chrono::milliseconds after) = 0;
    virtual void stop() = 0;
    virtual bool isActive() const = 0;
};

/// Where time comes from. Everything that waits or compares times asks this, so that a test or a guided
/// tour can let two minutes pass in no time.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall time, UTC. May jump.
    virtual QDateTime utc() const = 0;
    /// Milliseconds that only grow; counts time asleep where the system does.
    virtual std::chrono::milliseconds steady() const = 0;
    /// A stopped alarm which calls `ring` in the thread that made it. The clock must outlive it.
    virtual std::unique_ptr<Alarm> alarm(std::function<void()> ring) = 0;
};

/// The computer's clock.
class SystemClock : public Clock
{
public:
    QDateTime utc() const override;
    std::chrono::milliseconds steady() const override;
    std::unique_ptr<Alarm> alarm(std::function<void()> ring) override;
};

/// A clock that can be moved forward by hand. Running, it follows the computer's clock between moves;
/// frozen, time passes only through skip(). Alarms that a move passes ring in order, each at its own time.
class SteerableClock : public Clock
{
public:
    enum class Mode { Running, Frozen };
    explicit SteerableClock(Mode mode, QDateTime startUtc = QDateTime::currentDateTimeUtc());
    ~SteerableClock() override;

    QDateTime utc() const override;
    std::chrono::milliseconds steady() const override;
    std::unique_ptr<Alarm> alarm(std::function<void()> ring) override;

    /// Lets `span` pass now.
    void skip(std::chrono::milliseconds span);
    /// Moves the wall time alone, as a user or a time server does.
    void adjustWall(std::chrono::milliseconds by);
    /// Time until the next alarm; nothing when none is active.
    std::optional<std::chrono::milliseconds> nextAlarm() const;

private:
    class SteeredAlarm;
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace otpdesk
