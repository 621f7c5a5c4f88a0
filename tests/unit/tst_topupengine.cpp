#include "tests/support/topupbench.h"

#include "models/topups/topupchange.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Waits for a call to the desk, then answers it, and lets the answer arrive.
#define SETTLE(call, result)                                                                                 \
    QTRY_VERIFY(bench().desk.call.waiting() > 0);                                                            \
    bench().desk.call.settle(result);                                                                        \
    QCoreApplication::processEvents()

class TestTopUpEngine : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TopUpBench::Floor> m_floor;
    std::unique_ptr<TopUpBench> m_bench;

    QString file() const { return m_dir->filePath(u"journal.sqlite"_s); }
    TopUpBench &bench() { return *m_bench; }
    TopUpBench &started()
    {
        m_bench = std::make_unique<TopUpBench>(file(), *m_floor);
        m_ready = m_bench->start();
        return *m_bench;
    }
    /// As if the application had been killed, or quit, and started again.
    TopUpBench &restarted()
    {
        m_bench.reset();
        m_floor->desk.creates.cancel();
        m_floor->desk.checks.cancel();
        m_bench = std::make_unique<TopUpBench>(file(), *m_floor);
        m_ready = m_bench->open();
        return *m_bench;
    }
    /// Something done to the journal's file from outside.
    bool meddle(const QString &statement) const
    {
        const QString name = u"meddler"_s;
        bool done = false;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            other.setDatabaseName(file());
            done = other.open() && QSqlQuery(other).exec(statement);
        }
        QSqlDatabase::removeDatabase(name);
        return done;
    }
    bool m_ready = false;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_floor = std::make_unique<TopUpBench::Floor>();
    }
    void cleanup()
    {
        m_bench.reset();
        m_floor.reset();
    }

    void intentIsInTheJournalBeforeAnythingIsSent()
    {
        TopUpBench &b = started();
        QVERIFY(m_ready);
        QList<TopUp> written;
        b.desk.onCreate = [&] {
            // A second reader of the file sees what a crash now would leave.
            Journal other(file());
            const auto opened = other.open();
            if (QTest::qWaitFor([&] { return opened.isFinished(); }))
                written = opened.result()->topUps;
        };
        const qint64 key = b.create();
        QTRY_COMPARE(b.desk.creates.calls, 1);
        QCOMPARE(written.size(), 1);
        QCOMPARE(written.first().key, key);
        QCOMPARE(written.first().status, TopUpStatus::Creating);
        QCOMPARE(written.first().idempotencyKey, b.desk.keys.first());
        QVERIFY(!b.desk.keys.first().isEmpty());
    }

    void anInvoiceIsMadeAndPaid()
    {
        TopUpBench &b = started();
        QSignalSpy paid(&b.engine, &TopUpEngine::paid);
        const qint64 key = b.pending();
        QCOMPARE(b.topUp(key).totalAmount, TopUpBench::rupiah(50017));
        QCOMPARE(b.desk.checks.calls, 0);

        b.clock.skip(10s);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Pending));
        QSignalSpy balances(&b.accounts, &AccountList::changed);
        b.clock.skip(10s);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(paid.count(), 1);
        QCOMPARE(b.status(key), TopUpStatus::Paid);
        QCOMPARE(b.topUp(key).paidAt, b.clock.utc());
        QVERIFY(balances.count() > 0);
        QCOMPARE(b.desk.creates.calls, 1);
    }

    void nothingTicksWhenNoInvoiceIsLive()
    {
        TopUpBench &b = started();
        QVERIFY(!b.clock.nextAlarm());
        const qint64 key = b.pending();
        QVERIFY(b.clock.nextAlarm());
        b.clock.skip(10s);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Failed));
        QTRY_COMPARE(b.status(key), TopUpStatus::Failed);
        b.clock.skip(1s); // the list's own last tick
        QVERIFY(!b.clock.nextAlarm());
    }

    void aDoubleClickMakesOneInvoice()
    {
        TopUpBench &b = started();
        const auto first = b.engine.create(b.account.id, TopUpBench::rupiah(50000));
        const auto second = b.engine.create(b.account.id, TopUpBench::rupiah(50000));
        QVERIFY(b.engine.isCreating(b.account.id));
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(first.result().value(), second.result().value());
        QTRY_COMPARE(b.desk.creates.calls, 1);
        const auto third = b.engine.create(b.account.id, TopUpBench::rupiah(60000));
        QTRY_VERIFY(third.isFinished());
        QCOMPARE(third.result().value(), first.result().value());
        QCOMPARE(b.engine.topUps().size(), size_t(1));

        b.desk.creates.settle(b.invoice());
        QTRY_VERIFY(!b.engine.isCreating(b.account.id));
        const qint64 another = b.create();
        QVERIFY(another != first.result().value());
        QTRY_COMPARE(b.desk.keys.size(), 2);
        QVERIFY(b.desk.keys[0] != b.desk.keys[1]);
    }

    void whatCannotBeMadeIsRefusedBeforeAnythingIsWritten()
    {
        TopUpBench &b = started();
        Account other = b.account;
        other.id = u"other"_s;
        other.providerId = u"whichotp"_s;
        QVERIFY(b.save(other));
        const auto kindOf = [&](const QString &account, Money amount) {
            const auto key = b.engine.create(account, amount);
            return key.isFinished() && !key.result().ok() ? std::optional(key.result().error().kind)
                                                          : std::nullopt;
        };
        QCOMPARE(kindOf(b.account.id, TopUpBench::rupiah(4999)), ErrorKind::BadRequest);
        QCOMPARE(kindOf(b.account.id, Money::fromUnits(90'000'000, Currency::fromCode(u"USD"))),
                 ErrorKind::BadRequest);
        QCOMPARE(kindOf(u"other"_s, TopUpBench::rupiah(5000)), ErrorKind::NotSupported);
        QCOMPARE(kindOf(u"nobody"_s, TopUpBench::rupiah(5000)), ErrorKind::NotFound);
        QCOMPARE(b.engine.topUps().size(), size_t(0));
        QCOMPARE(b.desk.creates.calls, 0);
    }

    void aRefusalKeepsTheProvidersWords()
    {
        TopUpBench &b = started();
        QSignalSpy refused(&b.engine, &TopUpEngine::refused);
        ApiError error = TopUpBench::error(ErrorKind::BadRequest);
        error.detail = u"amount exceeds the daily limit"_s;
        b.desk.creates.answer(error);
        const qint64 key = b.create();
        QTRY_COMPARE(b.status(key), TopUpStatus::NotCreated);
        QCOMPARE(b.topUp(key).error, error.detail);
        QVERIFY(!isGivenUp(b.topUp(key)));
        QCOMPARE(refused.count(), 1);
        b.clock.skip(1h);
        QCOMPARE(b.desk.creates.calls, 1);
    }

    void anUnknownOutcomeIsRepeatedUnderTheSameKey()
    {
        TopUpBench &b = started();
        const qint64 key = b.unconfirmed();
        for (const auto pause : {2s, 8s, 20s, 40s}) {
            QCOMPARE(b.clock.nextAlarm(), std::chrono::milliseconds(pause));
            b.clock.skip(pause);
            SETTLE(creates, TopUpBench::error(ErrorKind::Unreachable));
        }
        b.clock.skip(80s);
        SETTLE(creates, b.invoice());
        QTRY_COMPARE(b.status(key), TopUpStatus::Pending);
        QCOMPARE(b.desk.keys.size(), 6);
        QCOMPARE(QSet<QString>(b.desk.keys.cbegin(), b.desk.keys.cend()).size(), 1);
        QCOMPARE(b.engine.topUps().size(), size_t(1));
    }

    void aRepeatWhileTheFirstIsWorkedOnSettlesNothing()
    {
        TopUpBench &b = started();
        const qint64 key = b.unconfirmed();
        ApiError conflict = TopUpBench::error(ErrorKind::Refused);
        conflict.httpStatus = 409;
        b.clock.skip(2s);
        SETTLE(creates, conflict);
        QCOMPARE(b.status(key), TopUpStatus::Unconfirmed);
        b.clock.skip(8s);
        SETTLE(creates, TopUpBench::error(ErrorKind::BadRequest));
        QTRY_COMPARE(b.status(key), TopUpStatus::NotCreated);
        QVERIFY(!isGivenUp(b.topUp(key)));
    }

    void retryAfterIsObeyed()
    {
        TopUpBench &b = started();
        const qint64 key = b.unconfirmed();
        ApiError busy = TopUpBench::error(ErrorKind::RateLimited);
        busy.retryAfter = 300s;
        b.clock.skip(2s);
        SETTLE(creates, busy);
        QTRY_COMPARE(b.clock.nextAlarm(), std::chrono::milliseconds(300s));
        b.clock.skip(300s);
        SETTLE(creates, b.invoice());
        QTRY_COMPARE(b.status(key), TopUpStatus::Pending);
        b.clock.skip(10s);
        SETTLE(checks, busy);
        b.clock.skip(299s);
        QCOMPARE(b.desk.checks.calls, 1);
        b.clock.skip(1s);
        QTRY_COMPARE(b.desk.checks.calls, 2);
    }

    void noAnswerInItsLifetimeIsGivenUp()
    {
        TopUpBench &b = started();
        QSignalSpy refused(&b.engine, &TopUpEngine::refused);
        const qint64 key = b.unconfirmed();
        b.desk.creates.answer(TopUpBench::error(ErrorKind::TimedOut, Outcome::Unknown));
        const auto over = [&] {
            if (b.status(key) == TopUpStatus::Unconfirmed)
                b.clock.skip(3min);
            return b.status(key) == TopUpStatus::NotCreated;
        };
        QTRY_VERIFY(over());
        QVERIFY(isGivenUp(b.topUp(key)));
        QCOMPARE(refused.count(), 1);
        QVERIFY(b.topUp(key).createdAt.secsTo(b.topUp(key).endedAt) >= 1800);
        const int calls = b.desk.creates.calls;
        b.clock.skip(1h);
        QCOMPARE(b.desk.creates.calls, calls);
    }

    void aCrashBeforeTheAnswerIsTakenUpUnderTheSameKey()
    {
        const qint64 key = started().create();
        QTRY_COMPARE(bench().desk.creates.calls, 1);
        TopUpBench &b = restarted();
        QVERIFY(m_ready);
        QCOMPARE(b.status(key), TopUpStatus::Unconfirmed);
        QTRY_VERIFY(b.accounts.provider(b.account.id));
        b.clock.skip(2s);
        SETTLE(creates, b.invoice());
        QTRY_COMPARE(b.status(key), TopUpStatus::Pending);
        QCOMPARE(b.desk.keys[0], b.desk.keys[1]);
        QCOMPARE(b.engine.topUps().size(), size_t(1));
    }

    void aCrashLongAgoIsNotTakenUp()
    {
        const qint64 key = started().create();
        m_floor->clock.skip(2h);
        TopUpBench &b = restarted();
        b.clock.skip(0s);
        QTRY_COMPARE(b.status(key), TopUpStatus::NotCreated);
        QVERIFY(isGivenUp(b.topUp(key)));
        QCOMPARE(b.desk.creates.calls, 1);
    }

    void aPendingInvoiceIsFollowedAfterARestart()
    {
        const qint64 key = started().pending();
        TopUpBench &b = restarted();
        QCOMPARE(b.status(key), TopUpStatus::Pending);
        QTRY_VERIFY(b.accounts.provider(b.account.id));
        b.clock.skip(0s);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(b.status(key), TopUpStatus::Paid);
        QCOMPARE(b.desk.checked, QStringList{u"APIDEP-3-1"_s});
    }

    void paidWhileWeDidNotRunIsPaid()
    {
        const qint64 key = started().pending();
        m_bench.reset();
        m_floor->clock.skip(5h); // long over by our clock
        TopUpBench &b = restarted();
        QTRY_VERIFY(b.accounts.provider(b.account.id));
        b.clock.skip(0s);
        QCOMPARE(b.status(key), TopUpStatus::Pending);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(b.status(key), TopUpStatus::Paid);
    }

    void expiryByOurClockComesAfterAGrace()
    {
        TopUpBench &b = started();
        const qint64 key = b.pending();
        b.desk.checks.answer(TopUpBench::reportOf(TopUpStatus::Pending));
        b.clock.skip(29min);
        const auto over = [&] {
            if (b.status(key) != TopUpStatus::Pending)
                return true;
            b.clock.skip(10s);
            return false;
        };
        QTRY_VERIFY(over());
        QCOMPARE(b.status(key), TopUpStatus::Expired);
        const qint64 after = b.topUp(key).expiresAt.secsTo(b.topUp(key).endedAt);
        QVERIFY2(after >= 120 && after <= 150, qPrintable(QString::number(after)));
        const int calls = b.desk.checks.calls;
        b.clock.skip(1h);
        QCOMPARE(b.desk.checks.calls, calls);
    }

    void anUnreachableProviderDoesNotExpireAPayment()
    {
        TopUpBench &b = started();
        const qint64 key = b.pending();
        b.clock.skip(40min);
        SETTLE(checks, TopUpBench::error(ErrorKind::Unreachable));
        QCOMPARE(b.status(key), TopUpStatus::Pending);
        b.clock.skip(2min);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(b.status(key), TopUpStatus::Paid);
    }

    void aSilentProviderIsNotAskedForEver()
    {
        TopUpBench &b = started();
        const qint64 key = b.pending();
        b.clock.skip(25h);
        SETTLE(checks, TopUpBench::error(ErrorKind::Unreachable));
        QTRY_COMPARE(b.status(key), TopUpStatus::Expired);
    }

    void failedChecksBackOff()
    {
        TopUpBench &b = started();
        b.pending();
        b.clock.skip(10s);
        for (const auto pause : {20s, 40s, 80s, 120s, 120s}) {
            SETTLE(checks, TopUpBench::error(ErrorKind::ServiceDown));
            const int calls = b.desk.checks.calls;
            b.clock.skip(pause - 1ms);
            QCOMPARE(b.desk.checks.calls, calls);
            b.clock.skip(1ms);
            QTRY_COMPARE(b.desk.checks.calls, calls + 1);
        }
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Pending));
    }

    void anAnswerLostToAnAccountChangeIsTakenUp()
    {
        TopUpBench &b = started();
        const qint64 key = b.create();
        QTRY_COMPARE(b.desk.creates.waiting(), 1);
        b.desk.creates.cancel(); // as its provider object goes away
        QVERIFY(b.save(b.account));
        QTRY_COMPARE(b.status(key), TopUpStatus::Unconfirmed);
        b.clock.skip(2s);
        SETTLE(creates, b.invoice());
        QTRY_COMPARE(b.status(key), TopUpStatus::Pending);
        QCOMPARE(b.desk.keys[0], b.desk.keys[1]);

        b.clock.skip(10s);
        QTRY_COMPARE(b.desk.checks.waiting(), 1);
        b.desk.checks.cancel();
        QVERIFY(b.save(b.account));
        const auto asked = [&] {
            b.clock.skip(1s);
            return b.desk.checks.waiting() > 0;
        };
        QTRY_VERIFY(asked());
        QCOMPARE(b.status(key), TopUpStatus::Pending);
    }

    void anInvoiceOfARemovedAccountExpires()
    {
        TopUpBench &b = started();
        const qint64 key = b.pending();
        const auto removed = b.accounts.remove(b.account.id);
        QTRY_VERIFY(removed.isFinished());
        b.clock.skip(33min);
        QTRY_COMPARE(b.status(key), TopUpStatus::Expired);
        QCOMPARE(b.desk.checks.calls, 0);
    }

    void timesAreMovedToOurClock()
    {
        TopUpBench &b = started();
        TopUpReport skewed = b.invoice();
        skewed.serverTime = b.clock.utc().addSecs(-3600);
        skewed.expiresAt = skewed.serverTime.addSecs(1800);
        b.desk.creates.answer(skewed);
        const qint64 key = b.create();
        QTRY_COMPARE(b.status(key), TopUpStatus::Pending);
        QCOMPARE(b.clock.utc().secsTo(b.topUp(key).expiresAt), 1800);
    }

    void anUnsaidExpiryIsTheUsualOne()
    {
        TopUpBench &b = started();
        TopUpReport report = b.invoice();
        report.expiresAt = {};
        b.desk.creates.answer(report);
        const qint64 key = b.create();
        QTRY_COMPARE(b.status(key), TopUpStatus::Pending);
        QCOMPARE(b.topUp(key).createdAt.secsTo(b.topUp(key).expiresAt), 1800);
    }

    void aWriteThatFailsIsTriedAgain()
    {
        TopUpBench &b = started();
        const qint64 key = b.pending();
        QVERIFY(meddle(u"CREATE TRIGGER full BEFORE UPDATE ON topups BEGIN "
                       "SELECT RAISE(ABORT, 'disk full'); END"_s));
        QSignalSpy failed(&b.engine, &TopUpEngine::storageFailed);
        QSignalSpy recovered(&b.engine, &TopUpEngine::storageRecovered);
        b.clock.skip(10s);
        SETTLE(checks, TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(b.status(key), TopUpStatus::Paid); // shown all the same
        QVERIFY(meddle(u"DROP TRIGGER full"_s));
        b.clock.skip(5s);
        QTRY_COMPARE(recovered.count(), 1);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(restarted().status(key), TopUpStatus::Paid);
    }

    void whatTheJournalRefusesIsNotSent()
    {
        QVERIFY(QDir().mkpath(file())); // a folder is no journal
        m_bench = std::make_unique<TopUpBench>(file(), *m_floor);
        QVERIFY(!m_bench->open());
        QSignalSpy failed(&bench().engine, &TopUpEngine::storageFailed);
        // The account cannot be kept either: it is there since before.
        Account account = bench().account;
        m_floor->drawer.write(account.id, u"key"_s, {});
        bench().accounts.start({account});
        QTRY_VERIFY(bench().accounts.provider(account.id));
        const auto key = bench().engine.create(account.id, TopUpBench::rupiah(50000));
        QTRY_VERIFY(key.isFinished());
        QCOMPARE(key.result().error().kind, ErrorKind::StorageFailed);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(bench().desk.creates.calls, 0);
        QCOMPARE(bench().engine.topUps().size(), size_t(0));
        QVERIFY(!bench().engine.isCreating(account.id));
    }
};

QTEST_GUILESS_MAIN(TestTopUpEngine)
#include "tst_topupengine.moc"
