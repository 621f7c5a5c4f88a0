#include "providers/http/httpheaders.h"
#include "providers/http/oncebody.h"
#include "providers/http/ratelimiter.h"
#include "providers/http/retrypolicy.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

using Line = RateLimiter::Line;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMinuteSeesMoreThanTheLimit_data();
    void noMinuteSeesMoreThanTheLimit();
    void theLimitIsNearlyUsed_data();
    void theLimitIsNearlyUsed();
    void aClickNeverWaitsBehindPolls();
    void urgentOnesGoFirstAndEqualsInTheirOrder();
    void sharedLinesAreSix();
    void aFreedLineIsUsedAtOnce();
    void whoLeavesBeforeItsTurnIsNotCalled();
    void whoIsForgottenIsNotCalled();
    void aPauseHoldsBackAllButTheUser();
    void afterAPauseThereIsNoBurst();
    void waitTellsHowLong();
    void enteringAndLeavingFromInsideATurnIsSafe();

    void backOffDoublesUpToItsLimit();
    void chanceCutsTheBackOff();
    void retryAfterIsObeyedUnlessAbsurd();
    void attemptsAreBounded();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsHttpDates();
    void onceBodyCannotBeRewound();
};

void TestRateLimiter::noMinuteSeesMoreThanTheLimit_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 3, 4, 10, 59, 60, 300, 1000})
        QTest::addRow("%d a minute", limit) << limit;
}

/// Bursts, silences and all priorities mixed; every window is looked at.
void TestRateLimiter::noMinuteSeesMoreThanTheLimit()
{
    QFETCH(int, limit);
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, limit);
    QRandomGenerator random{quint32(limit)};
    std::vector<milliseconds> sent;
    for (int round = 0; round < 400; ++round) {
        const int count = random.bounded(3) == 0 ? random.bounded(limit + 2) : random.bounded(3);
        for (int i = 0; i < count; ++i) {
            const auto priority = Priority(random.bounded(4));
            limiter.enter(priority, Line::Own, [&] { sent.push_back(clock.steady()); });
        }
        clock.skip(milliseconds(random.bounded(round % 10 == 9 ? 120000 : 5000)));
    }
    QVERIFY(sent.size() > size_t(limit));
    for (size_t i = size_t(limit); i < sent.size(); ++i)
        QVERIFY2(sent[i] - sent[i - size_t(limit)] >= 60s, qPrintable(QString::number(sent[i].count())));
}

void TestRateLimiter::theLimitIsNearlyUsed_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {10, 60, 300})
        QTest::addRow("%d a minute", limit) << limit;
}

void TestRateLimiter::theLimitIsNearlyUsed()
{
    QFETCH(int, limit);
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, limit);
    int sent = 0;
    for (int i = 0; i < limit * 20; ++i)
        limiter.enter(Priority::Poll, Line::Own, [&sent] { ++sent; });
    clock.skip(10min);
    QVERIFY2(sent >= limit * 10 * 7 / 10, qPrintable(QString::number(sent)));
}

void TestRateLimiter::aClickNeverWaitsBehindPolls()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 60);
    for (int i = 0; i < 1000; ++i)
        limiter.enter(i % 2 ? Priority::Catalog : Priority::Reconcile, Line::Own, [] {});
    for (int minute = 0; minute < 5; ++minute) {
        clock.skip(1min);
        for (int click = 0; click < 2; ++click) {
            bool went = false;
            limiter.enter(Priority::User, Line::Own, [&went] { went = true; });
            QVERIFY(went);
        }
    }
}

void TestRateLimiter::urgentOnesGoFirstAndEqualsInTheirOrder()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 1);
    limiter.enter(Priority::Catalog, Line::Own, [] {});
    QStringList order;
    const auto enter = [&](Priority priority, const QString &name) {
        limiter.enter(priority, Line::Own, [&order, name] { order += name; });
    };
    enter(Priority::Catalog, u"catalog 1"_s);
    enter(Priority::Poll, u"poll 1"_s);
    enter(Priority::User, u"user 1"_s);
    enter(Priority::Poll, u"poll 2"_s);
    enter(Priority::Reconcile, u"reconcile 1"_s);
    enter(Priority::User, u"user 2"_s);
    QVERIFY(order.isEmpty());
    clock.skip(10min);
    const QStringList expected = {u"user 1"_s, u"user 2"_s, u"reconcile 1"_s,
                                  u"poll 1"_s, u"poll 2"_s, u"catalog 1"_s};
    QCOMPARE(order, expected);
}

void TestRateLimiter::sharedLinesAreSix()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 1000);
    int polls = 0;
    int clicks = 0;
    int purchases = 0;
    for (int i = 0; i < 10; ++i)
        limiter.enter(Priority::Poll, Line::Shared, [&polls] { ++polls; });
    for (int i = 0; i < 10; ++i)
        limiter.enter(Priority::User, Line::Shared, [&clicks] { ++clicks; });
    limiter.enter(Priority::User, Line::Own, [&purchases] { ++purchases; });
    clock.skip(1h);
    QCOMPARE(polls, 6);
    QCOMPARE(clicks, 6);
    QCOMPARE(purchases, 1);
}

void TestRateLimiter::aFreedLineIsUsedAtOnce()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 1000);
    int sent = 0;
    QList<RateLimiter::Ticket> tickets;
    for (int i = 0; i < 8; ++i)
        tickets += limiter.enter(Priority::Poll, Line::Shared, [&sent] { ++sent; });
    QCOMPARE(sent, 6);
    limiter.leave(tickets.takeFirst());
    QCOMPARE(sent, 7);
    limiter.leave(tickets.takeFirst());
    QCOMPARE(sent, 8);
}

void TestRateLimiter::whoLeavesBeforeItsTurnIsNotCalled()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 1);
    limiter.enter(Priority::User, Line::Own, [] {});
    int called = 0;
    const auto ticket = limiter.enter(Priority::User, Line::Own, [&called] { called += 1; });
    limiter.enter(Priority::User, Line::Own, [&called] { called += 10; });
    limiter.leave(ticket);
    clock.skip(60s); // the one that left took no token
    QCOMPARE(called, 10);
}

void TestRateLimiter::whoIsForgottenIsNotCalled()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 1000);
    int called = 0;
    QList<RateLimiter::Ticket> tickets;
    for (int i = 0; i < 8; ++i)
        tickets += limiter.enter(Priority::Poll, Line::Shared, [&called] { ++called; });
    limiter.clear();
    for (const auto ticket : std::as_const(tickets))
        limiter.leave(ticket);
    clock.skip(1h);
    QCOMPARE(called, RateLimiter::SharedLines);
}

void TestRateLimiter::aPauseHoldsBackAllButTheUser()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 60);
    limiter.pause(30s);
    int polls = 0;
    int clicks = 0;
    limiter.enter(Priority::Poll, Line::Own, [&polls] { ++polls; });
    limiter.enter(Priority::User, Line::Own, [&clicks] { ++clicks; });
    QCOMPARE(clicks, 1);
    clock.skip(29999ms);
    QCOMPARE(polls, 0);
    clock.skip(1ms);
    QCOMPARE(polls, 1);
}

void TestRateLimiter::afterAPauseThereIsNoBurst()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 300);
    limiter.pause(45s);
    int sent = 0;
    for (int i = 0; i < 100; ++i)
        limiter.enter(Priority::Poll, Line::Own, [&sent] { ++sent; });
    clock.skip(45s);
    QCOMPARE(sent, 1);
    bool clicked = false;
    limiter.enter(Priority::User, Line::Own, [&clicked] { clicked = true; });
    QVERIFY(clicked);
    clock.skip(5s);
    QVERIFY2(sent >= 20 && sent <= 25, qPrintable(QString::number(sent)));
    clock.skip(1min);
    QCOMPARE(sent, 100);
}

void TestRateLimiter::waitTellsHowLong()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 1);
    QCOMPARE(limiter.wait(), 0ms);
    limiter.enter(Priority::User, Line::Own, [] {});
    QCOMPARE(limiter.wait(), 0ms);
    limiter.enter(Priority::User, Line::Own, [] {});
    clock.skip(15s);
    QCOMPARE(limiter.wait(), 45s);
}

void TestRateLimiter::enteringAndLeavingFromInsideATurnIsSafe()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    RateLimiter limiter(clock, 6000);
    int sent = 0;
    std::function<void()> again = [&] {
        if (++sent < 50)
            limiter.leave(limiter.enter(Priority::Poll, Line::Shared, again) - 1);
    };
    limiter.enter(Priority::Poll, Line::Shared, again);
    clock.skip(1min);
    QVERIFY(sent >= 6);
}

void TestRateLimiter::backOffDoublesUpToItsLimit()
{
    const RetryPolicy policy(100, 500ms, [] { return 1.0; });
    QCOMPARE(policy.waitAfter(1, {}).value(), 500ms);
    QCOMPARE(policy.waitAfter(2, {}).value(), 1000ms);
    QCOMPARE(policy.waitAfter(4, {}).value(), 4000ms);
    QCOMPARE(policy.waitAfter(8, {}).value(), 30000ms);
    QCOMPARE(policy.waitAfter(99, {}).value(), 30000ms);
}

void TestRateLimiter::chanceCutsTheBackOff()
{
    double chance = 0.0;
    const RetryPolicy policy(3, 500ms, [&chance] { return chance; });
    QCOMPARE(policy.waitAfter(2, {}).value(), 0ms);
    chance = 0.25;
    QCOMPARE(policy.waitAfter(2, {}).value(), 250ms);
}

void TestRateLimiter::retryAfterIsObeyedUnlessAbsurd()
{
    const RetryPolicy policy(3, 500ms, [] { return 0.5; });
    QCOMPARE(policy.waitAfter(1, 7s).value(), 7250ms);
    QCOMPARE(policy.waitAfter(1, 60s).value(), 60250ms);
    QVERIFY(!policy.waitAfter(1, 61s));
}

void TestRateLimiter::attemptsAreBounded()
{
    const RetryPolicy policy(3, 500ms, [] { return 0.5; });
    QVERIFY(policy.waitAfter(2, {}));
    QVERIFY(!policy.waitAfter(3, {}));
    QVERIFY(!RetryPolicy(1, 500ms, [] { return 0.5; }).waitAfter(1, {}));
    QVERIFY(RetryPolicy::isPassing(429) && RetryPolicy::isPassing(502) && RetryPolicy::isPassing(504));
    QVERIFY(!RetryPolicy::isPassing(500) && !RetryPolicy::isPassing(501) && !RetryPolicy::isPassing(505));
}

void TestRateLimiter::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("wait"); ///< s; -1: nothing
    QTest::newRow("missing") << QByteArray() << -1;
    QTest::newRow("seconds") << QByteArray(" 120 ") << 120;
    QTest::newRow("none") << QByteArray("0") << 0;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("a year") << QByteArray("31536000") << 86400;
    QTest::newRow("more than any number") << QByteArray("99999999999999999999999") << 86400;
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << 60;
    QTest::newRow("past date") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << 0;
    QTest::newRow("far date") << QByteArray("Tue, 06 Nov 2040 08:00:00 GMT") << 86400;
    QTest::newRow("no date") << QByteArray("Sun, 99 Nov 1994 08:50:37 GMT") << -1;
}

void TestRateLimiter::readsRetryAfter()
{
    QFETCH(QByteArray, text);
    QFETCH(int, wait);
    const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    const auto read = readRetryAfter(text, now);
    QCOMPARE(read.has_value(), wait >= 0);
    if (read)
        QCOMPARE(*read, seconds(wait));
}

void TestRateLimiter::readsHttpDates()
{
    QCOMPARE(readHttpDate("Sun, 06 Nov 1994 08:49:37 GMT"),
             QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
    QVERIFY(!readHttpDate("").isValid());
    QVERIFY(!readHttpDate("1994-11-06T08:49:37Z").isValid());
}

void TestRateLimiter::onceBodyCannotBeRewound()
{
    OnceBody body("hello");
    QVERIFY(body.isSequential());
    QVERIFY(!body.wasTaken());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.bytesAvailable(), 5);
    QCOMPARE(body.read(3), "hel");
    QVERIFY(body.wasTaken());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), "lo");
    QVERIFY(body.atEnd());
    QCOMPARE(OnceBody(QByteArray()).bytesAvailable(), 0);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
