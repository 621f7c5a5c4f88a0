#include "providers/types/clock.h"

#include <QStringList>
#include <QTest>

using namespace otpdesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frozenTimePassesOnlyBySkipping();
    void alarmsRingInOrderAtTheirOwnTime();
    void anAlarmSetByAnAlarmRingsInTheSameSkip();
    void stoppedAndDestroyedAlarmsAreSilent();
    void restartingForgetsTheEarlierStart();
    void anAlarmMayDestroyItselfAndOthers();
    void wallTimeMovesAlone();
    void nextAlarmIsTheNearest();
    void runningAlarmsRingByThemselves();
    void skippingBringsARunningAlarmNearer();

private:
    const QDateTime m_start{QDate(2026, 5, 19), QTime(10, 0), Qt::UTC};
};

void TestClock::frozenTimePassesOnlyBySkipping()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    const auto before = clock.steady();
    QCOMPARE(clock.utc(), m_start);
    clock.skip(90s);
    QCOMPARE(clock.utc(), m_start.addSecs(90));
    QCOMPARE(clock.steady() - before, 90s);
    clock.skip(-10s);
    QCOMPARE(clock.steady() - before, 90s);
}

void TestClock::alarmsRingInOrderAtTheirOwnTime()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    QStringList rung;
    const auto note = [&](const QString &name) {
        return [&rung, &clock, name, this] { rung += name + QString::number(m_start.secsTo(clock.utc())); };
    };
    const auto late = clock.alarm(note(u"late"_s));
    const auto early = clock.alarm(note(u"early"_s));
    const auto tie = clock.alarm(note(u"tie"_s));
    late->start(20s);
    early->start(5s);
    tie->start(20s);
    clock.skip(4999ms);
    QVERIFY(rung.isEmpty());
    clock.skip(1h);
    QCOMPARE(rung, QStringList({u"early5"_s, u"late20"_s, u"tie20"_s}));
    QVERIFY(!late->isActive());
}

void TestClock::anAlarmSetByAnAlarmRingsInTheSameSkip()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    int rings = 0;
    std::unique_ptr<Alarm> alarm;
    alarm = clock.alarm([&] {
        ++rings;
        alarm->start(10s);
    });
    alarm->start(10s);
    clock.skip(35s);
    QCOMPARE(rings, 3);
    QCOMPARE(clock.nextAlarm(), 5s);
}

void TestClock::stoppedAndDestroyedAlarmsAreSilent()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    int rings = 0;
    const auto stopped = clock.alarm([&] { ++rings; });
    auto destroyed = clock.alarm([&] { ++rings; });
    stopped->start(1s);
    destroyed->start(1s);
    stopped->stop();
    destroyed.reset();
    clock.skip(1min);
    QCOMPARE(rings, 0);
    QVERIFY(!clock.nextAlarm());
}

void TestClock::restartingForgetsTheEarlierStart()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    int rings = 0;
    const auto alarm = clock.alarm([&] { ++rings; });
    alarm->start(1s);
    alarm->start(10s);
    clock.skip(9s);
    QCOMPARE(rings, 0);
    clock.skip(1s);
    QCOMPARE(rings, 1);
}

void TestClock::anAlarmMayDestroyItselfAndOthers()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    int rings = 0;
    auto other = clock.alarm([&] { ++rings; });
    std::unique_ptr<Alarm> alarm;
    alarm = clock.alarm([&] {
        other.reset();
        alarm.reset();
        ++rings;
    });
    alarm->start(1s);
    other->start(2s);
    clock.skip(5s);
    QCOMPARE(rings, 1);
}

void TestClock::wallTimeMovesAlone()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    int rings = 0;
    const auto alarm = clock.alarm([&] { ++rings; });
    alarm->start(1min);
    const auto before = clock.steady();
    clock.adjustWall(24h);
    QCOMPARE(clock.utc(), m_start.addDays(1));
    QCOMPARE(clock.steady(), before);
    QCOMPARE(rings, 0);
}

void TestClock::nextAlarmIsTheNearest()
{
    SteerableClock clock(SteerableClock::Mode::Frozen, m_start);
    const auto a = clock.alarm([] {});
    const auto b = clock.alarm([] {});
    QVERIFY(!clock.nextAlarm());
    a->start(1h);
    b->start(10s);
    QCOMPARE(clock.nextAlarm(), 10s);
    clock.skip(4s);
    QCOMPARE(clock.nextAlarm(), 6s);
}

void TestClock::runningAlarmsRingByThemselves()
{
    SteerableClock running(SteerableClock::Mode::Running, m_start);
    SystemClock system;
    int rings = 0;
    const auto a = running.alarm([&] { ++rings; });
    const auto b = system.alarm([&] { ++rings; });
    a->start(1ms);
    b->start(1ms);
    QTRY_COMPARE(rings, 2);
    QVERIFY(!a->isActive() && !b->isActive());
}

void TestClock::skippingBringsARunningAlarmNearer()
{
    SteerableClock clock(SteerableClock::Mode::Running, m_start);
    int rings = 0;
    const auto alarm = clock.alarm([&] { ++rings; });
    alarm->start(10h);
    clock.skip(10h - 20ms);
    QTRY_COMPARE(rings, 1);
    QVERIFY(clock.utc() >= m_start.addSecs(10 * 3600));
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
