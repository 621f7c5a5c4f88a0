#include "models/orders/orderpoller.h"
#include "providers/types/clock.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Checks that are answered at once, well or not, as `check` says.
struct AnsweredPoller
{
    AnsweredPoller(Clock &clock, std::function<bool(qint64 key)> check)
        : poller(clock, [this, check](qint64 key) { poller.answered(key, check(key)); })
    {}
    OrderPoller poller;
};

} // namespace

class TestOrderPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksAtTheProvidersPace()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        int checks = 0;
        AnsweredPoller answered(clock, [&](qint64) {
            ++checks;
            return true;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 300);
        poller.watch(u"a"_s, 1, 5s, 3s);
        clock.skip(2900ms);
        QCOMPARE(checks, 0);
        clock.skip(100ms);
        QCOMPARE(checks, 1);
        clock.skip(60s);
        QCOMPARE(checks, 13);
    }

    void manyOrdersShareTheLimitFairly()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::map<qint64, std::vector<std::chrono::milliseconds>> at;
        AnsweredPoller answered(clock, [&](qint64 key) {
            at[key].push_back(clock.steady());
            return true;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 60);
        for (qint64 key = 1; key <= 200; ++key)
            poller.watch(u"a"_s, key, 5s, 0ms);
        clock.skip(30min);
        size_t total = 0;
        size_t least = SIZE_MAX;
        size_t most = 0;
        for (const auto &[key, times] : at) {
            total += times.size();
            least = std::min(least, times.size());
            most = std::max(most, times.size());
        }
        QCOMPARE(at.size(), size_t(200));
        QVERIFY2(total <= 30 * 36 + 1, qPrintable(QString::number(total)));
        QVERIFY(most - least <= 1);
    }

    /// A rental that wants to be checked every minute does not wait for an hour because of many numbers.
    void whoWantsLittleGetsItAndTheOthersShareTheRest()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::map<qint64, int> checks;
        AnsweredPoller answered(clock, [&](qint64 key) {
            ++checks[key];
            return true;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 100); // 60 a minute are for polling
        poller.watch(u"a"_s, 1, 1min, 0ms);
        for (qint64 key = 2; key <= 60; ++key)
            poller.watch(u"a"_s, key, 5s, 0ms);
        QCOMPARE(poller.interval(u"a"_s, 1min), std::chrono::milliseconds(1min));
        QCOMPARE(poller.interval(u"a"_s, 5s), std::chrono::milliseconds(1min));
        for (qint64 key = 61; key <= 600; ++key)
            poller.watch(u"a"_s, key, 5s, 0ms);
        QCOMPARE(poller.interval(u"a"_s, 1min), std::chrono::milliseconds(10min));
        clock.skip(1h);
        for (const auto &[key, count] : checks)
            QVERIFY2(count >= 5 && count <= 7, qPrintable(u"order %1: %2"_s.arg(key).arg(count)));
        for (qint64 key = 12; key <= 600; ++key)
            poller.forget(key);
        QCOMPARE(poller.interval(u"a"_s, 1min), std::chrono::milliseconds(1min));
        QVERIFY(poller.interval(u"a"_s, 5s) < 11s);
    }

    void oneCheckAtATimePerOrder()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        int checks = 0;
        OrderPoller poller(clock, [&](qint64) { ++checks; });
        poller.setLimit(u"a"_s, 300);
        poller.watch(u"a"_s, 1, 5s, 0ms);
        clock.skip(10min);
        QCOMPARE(checks, 1);
        poller.hurry(1);
        clock.skip(10min);
        QCOMPARE(checks, 1);
    }

    void failuresBackOffAndRecover()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        int checks = 0;
        bool fails = true;
        AnsweredPoller answered(clock, [&](qint64) {
            ++checks;
            return !fails;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 300);
        poller.watch(u"a"_s, 1, 5s, 0ms);
        clock.skip(10min);
        QVERIFY2(checks < 15, qPrintable(QString::number(checks)));
        fails = false;
        clock.skip(2min);
        const int before = checks;
        clock.skip(1min);
        QVERIFY(checks - before >= 11);
    }

    void noTimerWithoutOrders()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        OrderPoller poller(clock, [](qint64) {});
        poller.setLimit(u"a"_s, 300);
        QVERIFY(!clock.nextAlarm());
        poller.watch(u"a"_s, 1, 5s, 3s);
        QVERIFY(clock.nextAlarm());
        poller.forget(1);
        QVERIFY(!clock.nextAlarm());
    }

    void whoIsAskedForGoesFirst()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::vector<qint64> checked;
        AnsweredPoller answered(clock, [&](qint64 key) {
            checked.push_back(key);
            return true;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 60);
        for (qint64 key = 1; key <= 100; ++key)
            poller.watch(u"a"_s, key, 5s, 0ms);
        clock.skip(10s); // most of them are late
        checked.clear();
        poller.hurry(90);
        clock.skip(2s);
        QVERIFY(!checked.empty());
        QCOMPARE(checked.front(), 90);
        clock.skip(10min);
        QVERIFY(std::find(checked.cbegin(), checked.cend(), 100) != checked.cend());
    }

    void whatIsNotAnsweredHoldsBackTheRest()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::vector<qint64> started;
        OrderPoller poller(clock, [&](qint64 key) { started.push_back(key); });
        poller.setLimit(u"a"_s, 300);
        for (qint64 key = 1; key <= 50; ++key)
            poller.watch(u"a"_s, key, 5s, 0ms);
        clock.skip(10min);
        QCOMPARE(started.size(), size_t(6));
        poller.hurry(50);
        poller.answered(started.front(), true);
        clock.skip(1s);
        QCOMPARE(started.size(), size_t(7));
        QCOMPARE(started.back(), 50);
        poller.forget(50); // its answer is no longer waited for
        clock.skip(1s);
        QCOMPARE(started.size(), size_t(8));
    }

    void aNetworkThatComesAndGoesStarvesNobody()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::map<qint64, int> checks;
        AnsweredPoller answered(clock, [&](qint64 key) {
            ++checks[key];
            return true;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 60);
        for (qint64 key = 1; key <= 100; ++key)
            poller.watch(u"a"_s, key, 5s, 0ms);
        for (int minute = 0; minute < 30; ++minute) {
            clock.skip(1min);
            poller.hurryAll();
        }
        QCOMPARE(checks.size(), size_t(100));
        for (const auto &[key, count] : checks)
            QVERIFY2(count >= 9, qPrintable(QString::number(count)));
    }

    void whenOneSucceedsAgainTheOthersFollow()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::map<qint64, int> good;
        bool fails = true;
        AnsweredPoller answered(clock, [&](qint64 key) {
            good[key] += fails ? 0 : 1;
            return !fails;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 300);
        for (qint64 key = 1; key <= 20; ++key)
            poller.watch(u"a"_s, key, 5s, key * 5s);
        clock.skip(20min);
        fails = false;
        while (std::none_of(good.cbegin(), good.cend(), [](const auto &entry) { return entry.second > 0; }))
            clock.skip(100ms);
        clock.skip(8s); // 20 at one each 333 ms
        for (const auto &[key, count] : good)
            QVERIFY2(count > 0, qPrintable(QString::number(key)));
    }

    void hurryAfterAnOutageIsSpread()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        std::vector<std::chrono::milliseconds> at;
        AnsweredPoller answered(clock, [&](qint64) {
            at.push_back(clock.steady());
            return true;
        });
        OrderPoller &poller = answered.poller;
        poller.setLimit(u"a"_s, 300);
        for (qint64 key = 1; key <= 50; ++key)
            poller.watch(u"a"_s, key, 5s, 1h);
        poller.hurryAll();
        clock.skip(1s);
        QVERIFY2(at.size() <= 4, qPrintable(QString::number(at.size())));
        clock.skip(30s);
        QVERIFY(at.size() >= 50);
    }
};

QTEST_GUILESS_MAIN(TestOrderPoller)
#include "tst_orderpoller.moc"
