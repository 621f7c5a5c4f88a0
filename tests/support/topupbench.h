#pragma once

#include "models/accounts/accountlist.h"
#include "models/store/journal.h"
#include "models/topups/topupengine.h"
#include "models/topups/topupmodel.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "tests/support/drawer.h"
#include "tests/support/fakedesks.h"
#include "tests/support/fakeprovider.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace otpdesk {

/// An account with a desk whose answers a test gives, and what follows its invoices. Time, the secret store
/// and the desk outlive it: destroying it and making another is a restart.
class TopUpBench
{
public:
    struct Floor
    {
        SteerableClock clock{SteerableClock::Mode::Frozen};
        Drawer drawer;
        FakeTopUpDesk desk;
        FakeWebhookDesk webhooks;

        Floor() { desk.fixed.minimum = rupiah(5000); }
    };

    TopUpBench(const QString &journalFile, Floor &floor)
        : clock(floor.clock),
          desk(floor.desk),
          journal(journalFile),
          accounts(journal, {&floor.drawer}, clock, networkOf(floor), nullptr),
          engine(journal, accounts, clock),
          model(engine, accounts, clock),
          modelWatch(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        account.id = QStringLiteral("acc");
        account.providerId = QStringLiteral("otpzap");
        account.label = QStringLiteral("Main");
        account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1"));
        account.keyHome = SecretHome::Session;
    }

    /// Opens the journal and takes up what it holds.
    bool open()
    {
        const auto opened = journal.open();
        if (!QTest::qWaitFor([&] { return opened.isFinished(); }) || !opened.result().ok())
            return false;
        engine.start(opened.result()->topUps);
        accounts.start(opened.result()->accounts);
        return true;
    }
    bool save(const Account &kept)
    {
        const auto saved = accounts.save(kept, QStringLiteral("key"));
        return QTest::qWaitFor([&] { return saved.isFinished(); }) && saved.result().ok();
    }
    bool start() { return open() && save(account); }

    /// One click. The invoice's key; 0 when the intent was refused.
    qint64 create(Money amount = rupiah(50000))
    {
        const auto key = engine.create(account.id, amount);
        return QTest::qWaitFor([&] { return key.isFinished(); }) && key.result().ok() ? key.result().value()
                                                                                      : 0;
    }
    /// An invoice that is to be paid, or one that nobody knows about; 0: it did not come to that.
    qint64 pending() { return created(invoice(), TopUpStatus::Pending); }
    qint64 unconfirmed()
    {
        return created(error(ErrorKind::TimedOut, Outcome::Unknown), TopUpStatus::Unconfirmed);
    }
    const TopUp &topUp(qint64 key) const { return *engine.topUp(key); }
    TopUpStatus status(qint64 key) const { return topUp(key).status; }

    static Money rupiah(qint64 amount)
    {
        return Money::fromUnits(amount * Money::UnitsPerMain, Currency::fromCode(u"IDR"));
    }
    /// As the provider tells of a new invoice, valid for half an hour.
    TopUpReport invoice() const
    {
        TopUpReport report;
        report.id = QStringLiteral("APIDEP-3-1");
        report.amount = rupiah(50000);
        report.totalAmount = rupiah(50017);
        report.paymentUrl = QUrl(QStringLiteral("https://otpzap.com/pay/APIDEP-3-1"));
        report.expiresAt = clock.utc().addSecs(1800);
        return report;
    }
    static TopUpReport reportOf(TopUpStatus status)
    {
        TopUpReport report;
        report.id = QStringLiteral("APIDEP-3-1");
        report.status = status;
        return report;
    }
    static ApiError error(ErrorKind kind, Outcome outcome = Outcome::Definite)
    {
        ApiError made;
        made.kind = kind;
        made.outcome = outcome;
        return made;
    }

    SteerableClock &clock;
    FakeTopUpDesk &desk;
    Journal journal;
    AccountList accounts;
    TopUpEngine engine;
    TopUpModel model;
    QAbstractItemModelTester modelWatch;
    Account account;

private:
    qint64 created(const Result<TopUpReport> &answer, TopUpStatus wanted)
    {
        desk.creates.answer(answer);
        const qint64 key = create();
        const bool became = QTest::qWaitFor([&] { return key != 0 && status(key) == wanted; });
        desk.creates.hold();
        return became ? key : 0;
    }
    /// OTPZap takes top-ups, the others do not.
    static NetworkSetup networkOf(Floor &floor)
    {
        NetworkSetup setup;
        setup.make = [&floor](const QString &providerId, Connection) {
            auto made = std::make_unique<FakeProvider>(findProvider(providerId)->info());
            made->balanceNow = rupiah(1000);
            if (providerId == u"otpzap") {
                made->topUpDesk = &floor.desk;
                made->webhookDesk = &floor.webhooks;
            }
            return made;
        };
        return setup;
    }
};

} // namespace otpdesk
