#include "providers/types/clock.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace otpdesk {

using std::chrono::milliseconds;

namespace {

/// A QTimer is limited to what an int of milliseconds holds; a longer wait is sliced.
constexpr milliseconds LongestSlice = std::chrono::hours(1);

class TimerAlarm : public Alarm
{
public:
    explicit TimerAlarm(std::function<void()> ring) : m_ring(std::move(ring))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { slicePassed(); });
    }

    void start(milliseconds after) override
    {
        m_left = std::max(after, milliseconds(0));
        startSlice();
    }
    void stop() override { m_timer.stop(); }
    bool isActive() const override { return m_timer.isActive(); }

private:
    void startSlice()
    {
        m_slice = std::min(m_left, LongestSlice);
        // Coarse timers may ring 5 % early or late: fine for minutes, not for a cancel countdown.
        m_timer.setTimerType(m_slice < std::chrono::minutes(1) ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_timer.start(m_slice);
    }

    void slicePassed()
    {
        m_left -= m_slice;
        if (m_left > milliseconds(0)) {
            startSlice();
            return;
        }
        const auto ring = m_ring; // the call may destroy this alarm
        ring();
    }

    QTimer m_timer;
    std::function<void()> m_ring;
    milliseconds m_left{0};
    milliseconds m_slice{0};
};

milliseconds steadyNow()
{
    static const auto start = std::chrono::steady_clock::now();
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace

QDateTime SystemClock::utc() const
{
    return QDateTime::currentDateTimeUtc();
}

milliseconds SystemClock::steady() const
{
    return steadyNow();
}

std::unique_ptr<Alarm> SystemClock::alarm(std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(std::move(ring));
}

struct SteerableClock::State
{
    Mode mode = Mode::Running;
    QDateTime startUtc;
    milliseconds startSteady{0};
    milliseconds skipped{0};
    milliseconds wallOffset{0};
    std::vector<SteeredAlarm *> alarms;
    quint64 nextOrder = 0;

    milliseconds now() const
    {
        return skipped + (mode == Mode::Running ? steadyNow() - startSteady : milliseconds(0));
    }
};

class SteerableClock::SteeredAlarm : public Alarm
{
public:
    SteeredAlarm(std::shared_ptr<State> state, std::function<void()> ring)
        : m_state(std::move(state)), m_ring(std::move(ring)), m_real([this] { fire(); })
    {
        m_state->alarms.push_back(this);
    }
    ~SteeredAlarm() override { std::erase(m_state->alarms, this); }

    void start(milliseconds after) override
    {
        m_due = m_state->now() + std::max(after, milliseconds(0));
        m_order = m_state->nextOrder++;
        m_active = true;
        rearm();
    }
    void stop() override
    {
        m_active = false;
        m_real.stop();
    }
    bool isActive() const override { return m_active; }

    milliseconds due() const { return m_due; }
    quint64 order() const { return m_order; }
    /// After the clock moved: the computer's timer must ring at the new distance.
    void rearm()
    {
        if (m_active && m_state->mode == Mode::Running)
            m_real.start(std::max(m_due - m_state->now(), milliseconds(0)));
    }
    void fire()
    {
        if (!m_active)
            return;
        stop();
        const auto ring = m_ring; // the call may destroy this alarm
        ring();
    }

private:
    std::shared_ptr<State> m_state;
    std::function<void()> m_ring;
    TimerAlarm m_real;
    milliseconds m_due{0};
    quint64 m_order = 0;
    bool m_active = false;
};

SteerableClock::SteerableClock(Mode mode, QDateTime startUtc) : m_state(std::make_shared<State>())
{
    m_state->mode = mode;
    m_state->startUtc = startUtc;
    m_state->startSteady = steadyNow();
}

SteerableClock::~SteerableClock() = default;

QDateTime SteerableClock::utc() const
{
    return m_state->startUtc.addMSecs((m_state->now() + m_state->wallOffset).count());
}

milliseconds SteerableClock::steady() const
{
    return m_state->now();
}

std::unique_ptr<Alarm> SteerableClock::alarm(std::function<void()> ring)
{
    return std::make_unique<SteeredAlarm>(m_state, std::move(ring));
}

void SteerableClock::skip(milliseconds span)
{
    const milliseconds target = m_state->now() + span;
    for (;;) {
        SteeredAlarm *first = nullptr;
        for (SteeredAlarm *alarm : m_state->alarms) {
            if (!alarm->isActive() || alarm->due() > target)
                continue;
            if (!first || std::pair(alarm->due(), alarm->order()) < std::pair(first->due(), first->order()))
                first = alarm;
        }
        if (!first)
            break;
        m_state->skipped += std::max(first->due() - m_state->now(), milliseconds(0));
        first->fire();
    }
    m_state->skipped += std::max(target - m_state->now(), milliseconds(0));
    for (SteeredAlarm *alarm : m_state->alarms)
        alarm->rearm();
}

void SteerableClock::adjustWall(milliseconds by)
{
    m_state->wallOffset += by;
}

std::optional<milliseconds> SteerableClock::nextAlarm() const
{
    std::optional<milliseconds> next;
    for (const SteeredAlarm *alarm : m_state->alarms) {
        if (alarm->isActive() && (!next || alarm->due() - m_state->now() < *next))
            next = std::max(alarm->due() - m_state->now(), milliseconds(0));
    }
    return next;
}

} // namespace otpdesk
