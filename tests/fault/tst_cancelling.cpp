#include "tests/support/desk.h"
#include "tests/support/spending.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Text = "Your code is 482913";

bool isCancel(const QString &call)
{
    return call.endsWith(u"cancel"_s);
}

/// What may be cancelled while it waits.
bool refundsByCancel(const Spending &spending, const Offer &offer)
{
    const CancelRule rule = spending.info().terms(offer.kind).cancelRule;
    return !spending.needsOrder() && (rule == CancelRule::AfterCooldown || rule == CancelRule::WhileWaiting);
}

} // namespace

/// Giving a number back, by hand and by the policy, while its code may be on the way. The real engine and
/// clients against the simulated providers.
class TestCancelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aMessageThatIsThereIsNotThrownAway_data() { addWays(); }
    void aMessageThatIsThereIsNotThrownAway();
    void aMessageBetweenCheckAndCancelIsShown_data() { addWays(); }
    void aMessageBetweenCheckAndCancelIsShown();
    void noMessageByTheTimeSetIsRefundedOnce_data() { addWays(); }
    void noMessageByTheTimeSetIsRefundedOnce();
    void aMessageInTimeIsKept();
    void aMessageNobodyHasReadYetStopsThePolicy();
    void theTimeSetComesWhileTheApplicationIsClosed();
    void theTimeSetComesWhileTheNetworkIsGone();
    void anEarlierTimeWaitsForTheProvider();
    void aTimeTakenBackIsNotKept();
    void withoutAPolicyNothingIsCancelled();

private:
    void addWays();
    void start(const Spending &spending);
    void restart();
    /// Bought, and past the provider's waiting time.
    qint64 bought(std::chrono::minutes policy = 0min, bool patient = true);
    int cancels() const { return m_cancels; }
    int refunds() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Drawer> m_drawer;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Desk> m_desk;
    std::function<void()> m_beforeCancel;
    Spending m_spending;
    Account m_account;
    Offer m_offer;
    int m_cancels = 0;
};

void TestCancelling::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    m_drawer = std::make_unique<Drawer>();
    m_simulator = std::make_unique<Simulator>(*m_clock, quietScript());
    m_beforeCancel = {};
    m_cancels = 0;
}

void TestCancelling::cleanup()
{
    m_desk.reset();
    m_simulator.reset();
    m_drawer.reset();
    m_clock.reset();
    m_dir.reset();
}

void TestCancelling::addWays()
{
    QTest::addColumn<qsizetype>("which");
    SteerableClock clock(SteerableClock::Mode::Frozen);
    const Simulator shop(clock, quietScript());
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        const Spending &spending = spendings()[which];
        const Offer offer = affordable(shop.catalog(), spending, shop.balance(spending.providerId));
        if (refundsByCancel(spending, offer))
            QTest::addRow("%s", spending.name) << which;
    }
}

void TestCancelling::start(const Spending &spending)
{
    QVERIFY(m_simulator->start());
    m_simulator->watch([this](const QString &call, const ServerRequest &) {
        if (!isCancel(call))
            return;
        ++m_cancels;
        if (m_beforeCancel)
            m_beforeCancel();
    });
    m_spending = spending;
    m_account = accountAt(*m_simulator, spending.providerId);
    m_offer = affordable(m_simulator->catalog(), spending, m_simulator->balance(spending.providerId));
    restart();
    QVERIFY(!m_desk->save(m_account, m_simulator->key(spending.providerId)));
}

void TestCancelling::restart()
{
    m_desk.reset();
    m_desk =
        std::make_unique<Desk>(m_dir->filePath(u"journal.sqlite"_s), NetworkSetup(), *m_clock, *m_drawer);
    m_desk->pace = 1s;
    QVERIFY(m_desk->open());
}

qint64 TestCancelling::bought(std::chrono::minutes policy, bool patient)
{
    m_desk->engine.setRefundPolicy(policy);
    const qint64 key = m_desk->buy(m_account.id, m_offer);
    if (!m_desk->becomes(key, OrderStatus::Waiting))
        return 0;
    const auto mayCancel = [&] { return m_desk->engine.actions(key).cancel.isAllowed(); };
    return !patient || m_desk->soon(mayCancel) ? key : 0;
}

int TestCancelling::refunds() const
{
    const QList<LedgerEntry> ledger = m_simulator->ledger();
    return int(std::count_if(ledger.cbegin(), ledger.cend(),
                             [](const LedgerEntry &e) { return e.kind == LedgerEntry::Kind::Refund; }));
}

/// The code is at the provider and has not been read yet: the last check finds it, and nothing is cancelled.
void TestCancelling::aMessageThatIsThereIsNotThrownAway()
{
    QFETCH(qsizetype, which);
    start(spendings()[which]);
    const qint64 key = bought();
    QVERIFY(key != 0);
    QSignalSpy arrived(&m_desk->engine, &OrderEngine::messageArrived);
    QVERIFY(m_simulator->deliver(m_desk->engine.order(key)->id, QString::fromLatin1(Text)));
    const auto cancelled = m_desk->engine.cancel(key);
    QVERIFY(m_desk->ended(cancelled));
    QVERIFY2(cancels() == 0, "a number that has its code was cancelled");
    QCOMPARE(cancelled.result().error().kind, ErrorKind::TooLate);
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(m_desk->engine.order(key)->code, u"482913"_s);
}

/// The code comes after the last check: the provider refuses, and the person sees the code.
void TestCancelling::aMessageBetweenCheckAndCancelIsShown()
{
    QFETCH(qsizetype, which);
    start(spendings()[which]);
    const qint64 key = bought();
    QVERIFY(key != 0);
    QSignalSpy arrived(&m_desk->engine, &OrderEngine::messageArrived);
    const QString id = m_desk->engine.order(key)->id;
    m_beforeCancel = [this, id] { m_simulator->deliver(id, QString::fromLatin1(Text)); };
    const auto cancelled = m_desk->engine.cancel(key);
    QVERIFY(m_desk->ended(cancelled));
    QCOMPARE(cancels(), 1);
    QCOMPARE(refunds(), 0);
    QCOMPARE(m_desk->engine.order(key)->code, u"482913"_s);
    QCOMPARE(arrived.count(), 1);
    QVERIFY(m_desk->status(key) == OrderStatus::CodeReceived || m_desk->status(key) == OrderStatus::Finished);
}

void TestCancelling::noMessageByTheTimeSetIsRefundedOnce()
{
    QFETCH(qsizetype, which);
    start(spendings()[which]);
    const qint64 key = bought(5min);
    QVERIFY(key != 0);
    if (m_offer.kind != OfferKind::Number) {
        QVERIFY(!m_desk->engine.order(key)->cancelAt.isValid()); // an inbox may cost a fee: by hand only
        QVERIFY(!m_desk->engine.setCancelAt(key, m_clock->utc().addSecs(300)));
    }
    const QDateTime due = m_desk->engine.order(key)->cancelAt;
    QVERIFY(due.isValid());
    QVERIFY(m_desk->becomes(key, OrderStatus::Refunded));
    QVERIFY(m_clock->utc() >= due);
    QVERIFY(m_desk->happened(key, EventKind::RefundDue));
    m_clock->skip(30min);
    QVERIFY(m_desk->happened(key, EventKind::Refunded));
    QCOMPARE(cancels(), 1);
    QCOMPARE(refunds(), 1);
}

void TestCancelling::aMessageInTimeIsKept()
{
    start(spendings().first());
    const qint64 key = bought(5min);
    m_simulator->deliver(m_desk->engine.order(key)->id, QString::fromLatin1(Text));
    QVERIFY(m_desk->becomes(key, OrderStatus::CodeReceived));
    QVERIFY(m_desk->soon([&, until = m_clock->utc().addSecs(600)] { return m_clock->utc() >= until; }));
    QCOMPARE(cancels(), 0);
    QCOMPARE(m_desk->engine.order(key)->code, u"482913"_s);
}

/// The polls fail all the time; the message is there when the policy is about to cancel.
void TestCancelling::aMessageNobodyHasReadYetStopsThePolicy()
{
    start(spendings().first());
    const qint64 key = bought(5min);
    const QDateTime due = m_desk->engine.order(key)->cancelAt;
    m_desk.reset(); // nobody looks
    m_simulator->deliver(m_simulator->orders().last().id, QString::fromLatin1(Text));
    m_clock->skip(std::chrono::milliseconds(m_clock->utc().msecsTo(due) + 1000));
    restart();
    QVERIFY(m_desk->becomes(key, OrderStatus::CodeReceived));
    QVERIFY(m_desk->soon([&, until = m_clock->utc().addSecs(120)] { return m_clock->utc() >= until; }));
    QCOMPARE(cancels(), 0);
}

void TestCancelling::theTimeSetComesWhileTheApplicationIsClosed()
{
    start(spendings().first());
    const qint64 key = bought(5min);
    m_desk.reset();
    m_clock->skip(6min);
    restart();
    QVERIFY(m_desk->becomes(key, OrderStatus::Refunded));
    QCOMPARE(cancels(), 1);
    QCOMPARE(refunds(), 1);
}

void TestCancelling::theTimeSetComesWhileTheNetworkIsGone()
{
    start(spendings().first());
    const qint64 key = bought(5min);
    const QDateTime due = m_desk->engine.order(key)->cancelAt;
    m_simulator->inject({.providerId = m_spending.providerId,
                         .call = {},
                         .times = 100000,
                         .when = Injection::When::BeforeActing,
                         .fault = Fault::Close});
    QVERIFY(m_desk->soon([&] { return m_clock->utc() >= due.addSecs(120); }));
    QCOMPARE(m_desk->status(key), OrderStatus::Waiting);
    m_simulator->heal();
    QVERIFY(m_desk->becomes(key, OrderStatus::Refunded));
    QCOMPARE(refunds(), 1);
}

/// Two minutes are the least at this provider: one is not asked for in vain.
void TestCancelling::anEarlierTimeWaitsForTheProvider()
{
    start(spendings().first());
    const qint64 key = bought(1min, false);
    QVERIFY(m_desk->becomes(key, OrderStatus::Refunded));
    QCOMPARE(cancels(), 1);
    QVERIFY(!m_desk->happened(key, EventKind::CancelRefused));
}

void TestCancelling::aTimeTakenBackIsNotKept()
{
    start(spendings().first());
    const qint64 key = bought(5min);
    QVERIFY(!m_desk->engine.setCancelAt(key, {}));
    QVERIFY(m_desk->soon([&, until = m_clock->utc().addSecs(600)] { return m_clock->utc() >= until; }));
    QCOMPARE(cancels(), 0);
    QCOMPARE(m_desk->status(key), OrderStatus::Waiting);
    restart();
    QVERIFY(!m_desk->engine.order(key)->cancelAt.isValid());
}

void TestCancelling::withoutAPolicyNothingIsCancelled()
{
    start(spendings().first());
    const qint64 key = bought();
    QVERIFY(!m_desk->engine.order(key)->cancelAt.isValid());
    QVERIFY(m_desk->soon([&, until = m_clock->utc().addSecs(600)] { return m_clock->utc() >= until; }));
    QCOMPARE(cancels(), 0);
}

QTEST_GUILESS_MAIN(TestCancelling)
#include "tst_cancelling.moc"
