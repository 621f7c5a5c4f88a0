#include "tests/support/bench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOrderEngine : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Bench> m_bench;

    Bench &bench(const QString &providerId = u"otpwall"_s)
    {
        m_bench = std::make_unique<Bench>(m_dir->filePath(u"journal.sqlite"_s), providerId);
        m_bench->start();
        return *m_bench;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_bench.reset();
        m_dir.reset();
    }

    void intentIsWrittenBeforeAnythingIsSent()
    {
        Bench &b = bench();
        const auto key = b.engine.buy(b.account.id, Offer{});
        QCOMPARE(b.provider->calls.value(u"buy"_s), 0);
        QTRY_VERIFY(key.isFinished());
        QTRY_COMPARE(b.provider->calls.value(u"buy"_s), 1);
        QVERIFY(b.happened(key.result().value(), EventKind::PurchaseAsked));
        QCOMPARE(b.status(key.result().value()), OrderStatus::Buying);
    }

    void purchaseThenCodeThenFinish()
    {
        Bench &b = bench();
        QSignalSpy arrived(&b.engine, &OrderEngine::messageArrived);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        QCOMPARE(b.model.rowCount(), 1);
        b.timeline.showOrder(key);
        QTRY_VERIFY(b.timeline.rowCount() >= 2);

        b.clock.skip(3s);
        SETTLE(u"check"_s, reportWith(OrderStatus::CodeReceived, {u"123456"_s}));
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(b.engine.order(key)->code, u"123456"_s);
        QTRY_COMPARE(b.timeline.index(b.timeline.rowCount() - 1).data(TimelineModel::CodeRole).toString(),
                     u"123456"_s);

        const auto done = b.engine.finish(key);
        SETTLE(u"finish"_s, reportWith(OrderStatus::Finished));
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result().ok());
        QCOMPARE(b.status(key), OrderStatus::Finished);
        b.clock.skip(1h);
        QCOMPARE(b.provider->waiting(u"check"_s), 0);
    }

    void refusalIsDefinite()
    {
        Bench &b = bench();
        QSignalSpy refused(&b.engine, &OrderEngine::refused);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::NoBalance));
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(b.status(key), OrderStatus::NotBought);
    }

    void unreadableAnswerIsUnconfirmedAndNotRepeated()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::Malformed, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        b.clock.skip(1h);
        QTRY_VERIFY(b.engine.order(key)->balanceAfter.has_value());
        QCOMPARE(b.provider->calls.value(u"buy"_s), 1);
    }

    void idempotentPurchaseIsRepeatedUnderTheSameKey()
    {
        Bench &b = bench(u"otpzap"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        b.clock.skip(2s);
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        QCOMPARE(b.provider->purchases.size(), 2);
        QCOMPARE(b.provider->purchases[0].idempotencyKey, b.provider->purchases[1].idempotencyKey);
        QVERIFY(!b.provider->purchases[0].idempotencyKey.isEmpty());
    }

    /// Were it written as over before its code is read, a crash in between would lose the code.
    void purchaseFoundFinishedStaysOpenUntilItsCodeIsRead()
    {
        Bench &b = bench(u"otpzap"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        OrderReport over = boughtReport();
        over.status = OrderStatus::Finished;
        b.clock.skip(2s);
        SETTLE(u"buy"_s, over);
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        b.clock.skip(3s);
        SETTLE(u"check"_s, reportWith(OrderStatus::Finished, {u"482913"_s}));
        QTRY_COMPARE(b.status(key), OrderStatus::Finished);
        QCOMPARE(b.engine.order(key)->code, u"482913"_s);
        QVERIFY(!b.happened(key, EventKind::StatusWord));
    }

    void staleIdempotentPurchaseIsNotRepeated()
    {
        Bench &b = bench(u"otpzap"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        b.clock.adjustWall(11min);
        b.clock.skip(10min);
        QTRY_VERIFY(b.engine.order(key)->balanceAfter.has_value());
        QCOMPARE(b.provider->purchases.size(), 1);
    }

    void listedPurchaseIsFound()
    {
        Bench &b = bench(u"zapotp"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::Malformed, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        OrderReport old = boughtReport(u"1"_s);
        old.service = u"wa"_s;
        old.status = OrderStatus::Finished;
        OrderReport other = boughtReport(u"2"_s);
        other.service = u"tg"_s;
        OrderReport ours = boughtReport(u"3"_s);
        ours.service = u"wa"_s;
        b.provider->listed = {ours, other, old};
        b.clock.skip(2s);
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        QCOMPARE(b.engine.order(key)->id, u"3"_s);
        QTRY_VERIFY(b.happened(key, EventKind::Reconciled));
        QCOMPARE(b.provider->calls.value(u"buy"_s), 1);
    }

    void purchaseMissingFromTheListWasNotMade()
    {
        Bench &b = bench(u"zapotp"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::Malformed, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        QTRY_VERIFY((b.clock.skip(1s), b.status(key) == OrderStatus::NotBought));
        QVERIFY(b.provider->calls.value(u"listOrders"_s) >= 3);
        QVERIFY(b.engine.order(key)->createdAt.secsTo(b.engine.order(key)->endedAt) >= 60);
        QCOMPARE(b.provider->calls.value(u"buy"_s), 1);
    }

    /// Its code may have come, and ended it, before anybody looked.
    void purchaseThatMayBeOverIsNotCalledAbsent()
    {
        Bench &b = bench(u"zapotp"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::Malformed, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        OrderReport over = boughtReport(u"1"_s);
        over.service = u"wa"_s;
        over.status = OrderStatus::Finished;
        b.provider->listed = {over};
        QVERIFY(b.soon([&] { return b.engine.order(key)->balanceAfter.has_value(); }));
        QCOMPARE(b.status(key), OrderStatus::Unconfirmed);
    }

    void restartTakesUpLiveOrdersAndDoubtsInterruptedOnes()
    {
        qint64 waiting = 0;
        qint64 interrupted = 0;
        {
            Bench &b = bench();
            waiting = b.buy();
            SETTLE(u"buy"_s, boughtReport());
            QTRY_COMPARE(b.status(waiting), OrderStatus::Waiting);
            interrupted = b.buy(); // never answered
        }
        Bench &b = bench();
        QCOMPARE(b.status(waiting), OrderStatus::Waiting);
        QCOMPARE(b.status(interrupted), OrderStatus::Unconfirmed);
        b.clock.skip(5s);
        SETTLE(u"check"_s, reportWith(OrderStatus::CodeReceived, {u"4711"_s}));
        QTRY_COMPARE(b.engine.order(waiting)->code, u"4711"_s);
        QCOMPARE(b.provider->calls.value(u"buy"_s), 0);
    }

    void cancelLooksOnceMoreAndRefunds()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        const auto done = b.engine.cancel(key);
        QVERIFY(b.engine.isBusy(key));
        QCOMPARE(b.provider->calls.value(u"cancel"_s), 0);
        SETTLE(u"check"_s, reportWith(OrderStatus::Waiting));
        SETTLE(u"cancel"_s, reportWith(OrderStatus::Refunded));
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result().ok());
        QCOMPARE(b.status(key), OrderStatus::Refunded);
        QVERIFY(!b.engine.isBusy(key));
    }

    void cancelStopsWhenACodeCameMeanwhile()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        const auto done = b.engine.cancel(key);
        SETTLE(u"check"_s, reportWith(OrderStatus::CodeReceived, {u"99"_s}));
        QTRY_VERIFY(done.isFinished());
        QCOMPARE(done.result().error().kind, ErrorKind::TooLate);
        QCOMPARE(b.provider->calls.value(u"cancel"_s), 0);
        QCOMPARE(b.engine.order(key)->code, u"99"_s);
    }

    void lateCheckAfterCancelIsRefused()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        b.clock.skip(3s);
        QTRY_COMPARE(b.provider->waiting(u"check"_s), 1); // a poll, under way
        const auto done = b.engine.cancel(key);
        QTRY_COMPARE(b.provider->waiting(u"check"_s), 2);
        OrderReport late = reportWith(OrderStatus::Waiting);
        late.statusWord = u"late"_s;
        QVERIFY(b.provider->settle(u"check"_s, late));
        QVERIFY(b.provider->settle(u"check"_s, reportWith(OrderStatus::Waiting)));
        SETTLE(u"cancel"_s, reportWith(OrderStatus::Refunded));
        QTRY_VERIFY(done.isFinished());
        QCOMPARE(b.status(key), OrderStatus::Refunded);
        QVERIFY(b.engine.order(key)->statusWord != u"late"_s);
    }

    void secondCommandWhileBusyIsRefused()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        const auto first = b.engine.cancel(key);
        const auto second = b.engine.cancel(key);
        QVERIFY(second.isFinished());
        QVERIFY(!second.result().ok());
        SETTLE(u"check"_s, reportWith(OrderStatus::Waiting));
        SETTLE(u"cancel"_s, reportWith(OrderStatus::Refunded));
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(b.provider->calls.value(u"cancel"_s), 1);
    }

    void mereConsentIsReadAgain()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        const auto done = b.engine.cancel(key);
        SETTLE(u"check"_s, reportWith(OrderStatus::Waiting));
        SETTLE(u"cancel"_s, OrderReport{});
        SETTLE(u"check"_s, reportWith(OrderStatus::Refunded));
        QTRY_VERIFY(done.isFinished());
        QCOMPARE(b.status(key), OrderStatus::Refunded);
    }

    void resendGivesASecondCode()
    {
        Bench &b = bench(u"otpzap"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        b.clock.skip(3s);
        SETTLE(u"check"_s, reportWith(OrderStatus::CodeReceived, {u"1"_s}));
        QTRY_COMPARE(b.status(key), OrderStatus::CodeReceived);
        const auto done = b.engine.resend(key);
        SETTLE(u"resend"_s, OrderReport{});
        QTRY_VERIFY(done.isFinished());
        QVERIFY(b.engine.order(key)->resendPending);
        b.clock.skip(5s);
        SETTLE(u"check"_s, reportWith(OrderStatus::CodeReceived, {u"1"_s, u"2"_s}));
        QTRY_COMPARE(b.engine.order(key)->code, u"2"_s);
        QVERIFY(!b.engine.order(key)->resendPending);
    }

    void replaceIsOneRequestAndTwoOrders()
    {
        Bench &b = bench(u"otpzap"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        const auto replaced = b.engine.replace(key);
        SETTLE(u"check"_s, reportWith(OrderStatus::Waiting));
        SETTLE(u"replace"_s, boughtReport(u"66"_s));
        QTRY_VERIFY(replaced.isFinished());
        const qint64 fresh = replaced.result().value();
        QCOMPARE(b.status(key), OrderStatus::Refunded);
        QCOMPARE(b.engine.order(key)->replacedBy, fresh);
        QCOMPARE(b.status(fresh), OrderStatus::Waiting);
        QCOMPARE(b.engine.order(fresh)->id, u"66"_s);
        QCOMPARE(b.provider->calls.value(u"replace"_s), 1);
        QTRY_VERIFY(b.happened(fresh, EventKind::Replaces)); // each timeline names the other order
        QCOMPARE(b.event(fresh, EventKind::Replaces)->other, key);
        QCOMPARE(b.event(key, EventKind::ReplacedBy)->other, fresh);
    }

    void unclearReplacementIsUnconfirmedAndNeverRepeated()
    {
        Bench &b = bench(u"otpzap"_s);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        const auto replaced = b.engine.replace(key);
        SETTLE(u"check"_s, reportWith(OrderStatus::Waiting));
        SETTLE(u"replace"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QTRY_VERIFY(replaced.isFinished());
        QCOMPARE(b.status(key), OrderStatus::Waiting);
        QCOMPARE(b.model.rowCount(), 2);
        QCOMPARE(static_cast<OrderStatus>(b.model.index(0, 0).data(OrderModel::StatusRole).toInt()),
                 OrderStatus::Unconfirmed);
        b.provider->answer(u"check"_s, reportWith(OrderStatus::Waiting));
        b.clock.skip(1h);
        QCOMPARE(b.provider->calls.value(u"replace"_s), 1);
        QCOMPARE(b.provider->calls.value(u"buy"_s), 1);
    }

    void adoptChecksTheIdWithTheProvider()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, apiError(ErrorKind::Malformed, Outcome::Unknown));
        QTRY_COMPARE(b.status(key), OrderStatus::Unconfirmed);
        auto adopted = b.engine.adopt(key, u" 12 "_s);
        SETTLE(u"check"_s, apiError(ErrorKind::NotFound));
        QTRY_VERIFY(adopted.isFinished());
        QVERIFY(!adopted.result().ok());
        QCOMPARE(b.status(key), OrderStatus::Unconfirmed);

        adopted = b.engine.adopt(key, u"13"_s);
        SETTLE(u"check"_s, reportWith(OrderStatus::Waiting));
        QTRY_VERIFY(adopted.isFinished());
        QVERIFY(adopted.result().ok());
        QCOMPARE(b.engine.order(key)->id, u"13"_s);
        QCOMPARE(b.status(key), OrderStatus::Waiting);
    }

    /// As after the computer's sleep: what was asked before says nothing about the time in between.
    void checkAskedBeforeTheEndDoesNotExpireAnOrder()
    {
        Bench &b = bench(u"otpzap"_s);
        OrderReport report = boughtReport();
        report.expiresAt = b.clock.utc().addSecs(60);
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, report);
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        b.clock.skip(3s);
        QTRY_COMPARE(b.provider->waiting(u"check"_s), 1);
        b.clock.skip(1h);
        b.provider->settle(u"check"_s, reportWith(OrderStatus::Waiting));
        QVERIFY(b.soon([&] { return b.provider->waiting(u"check"_s) > 0; }));
        b.provider->settle(u"check"_s, reportWith(OrderStatus::Finished, {u"482913"_s}));
        QTRY_COMPARE(b.status(key), OrderStatus::Finished);
        QCOMPARE(b.engine.order(key)->code, u"482913"_s);
    }

    void silentProviderExpiresByOurClock()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        OrderReport report = boughtReport();
        report.expiresAt = b.clock.utc().addSecs(60);
        SETTLE(u"buy"_s, report);
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        b.provider->answer(u"check"_s, reportWith(OrderStatus::Waiting));
        for (int i = 0; i < 60 && b.status(key) == OrderStatus::Waiting; ++i) {
            b.clock.skip(5s);
            QCoreApplication::processEvents();
            QTRY_VERIFY(b.clock.nextAlarm() || b.status(key) != OrderStatus::Waiting);
        }
        QCOMPARE(b.status(key), OrderStatus::Expired);
    }

    void failedChecksAreOneLine()
    {
        Bench &b = bench();
        const qint64 key = b.buy();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(b.status(key), OrderStatus::Waiting);
        QSignalSpy events(&b.engine, &OrderEngine::eventAdded);
        const auto nextCheck = [&b] {
            b.clock.skip(5s);
            return b.provider->waiting(u"check"_s) > 0;
        };
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(nextCheck());
            b.provider->settle(u"check"_s, apiError(ErrorKind::Unreachable));
        }
        QTRY_VERIFY(nextCheck());
        b.provider->settle(u"check"_s, reportWith(OrderStatus::Waiting));
        QTRY_COMPARE(events.count(), 2);
    }

    void priceIsLearnedWhereThereIsNone()
    {
        Bench &b = bench();
        const auto key = b.engine.buy(b.account.id, Offer{});
        QTRY_VERIFY(key.isFinished());
        b.provider->balanceNow = Money::fromText(u"998.75", b.info->currency).value();
        SETTLE(u"buy"_s, boughtReport());
        const qint64 k = key.result().value();
        QTRY_VERIFY(b.engine.order(k)->price.has_value());
        QCOMPARE(b.engine.order(k)->price->toDecimal(), u"1.25"_s);
    }
};

QTEST_GUILESS_MAIN(TestOrderEngine)
#include "tst_orderengine.moc"
