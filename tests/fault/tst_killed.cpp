#include "tests/support/desk.h"
#include "tests/support/spending.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The other process: the engine over a profile, which buys once and is then killed. Says "waiting" once the
/// purchase is answered. The key comes by the environment, as a command line is everybody's to read.
int buyOnce(const QStringList &arguments)
{
    const QString profile = arguments.value(0);
    const Spending &spending = spendings()[arguments.value(1).toInt()];
    SystemClock clock;
    const Simulator catalog(clock, quietScript()); // for its catalog: it is never started
    Account account = accountAt(catalog, spending.providerId);
    account.baseUrl = QUrl(arguments.value(2));
    const Offer offer = affordable(catalog.catalog(), spending, catalog.balance(spending.providerId));

    Drawer drawer;
    Journal journal(profile + u"/journal.sqlite"_s);
    AccountList accounts(journal, {&drawer}, clock);
    OrderEngine engine(journal, accounts, clock);
    QObject::connect(&accounts, &AccountList::providerReady, &engine,
                     [&engine, &offer](const QString &id) { engine.buy(id, offer); });
    QObject::connect(&engine, &OrderEngine::changed, &engine, [&engine](qint64 key) {
        if (engine.order(key)->status == OrderStatus::Waiting)
            QTextStream(stdout) << "waiting" << Qt::endl;
    });
    whenReady(journal.open(), &engine, [&](const Result<JournalStart> &opened) {
        accounts.start(opened->accounts);
        engine.start(opened->liveOrders);
        accounts.save(account, qEnvironmentVariable("OTPDESK_TEST_KEY"));
    });
    return QCoreApplication::exec();
}

/// When the other process is killed.
enum class Moment {
    WhileWaiting,    ///< the order is known and polled
    BeforeTheAnswer, ///< the provider has acted and is silent
    AsItIsAnswered,  ///< the answer is on its way, or just read
    BeforeItArrives, ///< the intent is written, and the provider has not even heard of it
};

} // namespace

/// A purchase by a process that is killed at the worst moments. What the provider charged is found again by
/// the next start.
class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void chargedOrderIsFoundAgain_data();
    void chargedOrderIsFoundAgain();

private:
    void startBuyer(qsizetype which);
    void kill();
    int charges() const;
    template <typename Condition>
    bool comes(Condition condition)
    {
        return QTest::qWaitFor(condition, 20000);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<QProcess> m_buyer;
};

void TestKilled::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Running);
    m_simulator = std::make_unique<Simulator>(*m_clock, quietScript());
    QVERIFY(m_simulator->start());
}

void TestKilled::cleanup()
{
    m_buyer.reset();
    m_simulator.reset();
    m_clock.reset();
    m_dir.reset();
}

void TestKilled::startBuyer(qsizetype which)
{
    const QString providerId = spendings()[which].providerId;
    m_buyer = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OTPDESK_TEST_KEY"_s, m_simulator->key(providerId));
    m_buyer->setProcessEnvironment(environment);
    m_buyer->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_buyer->start(
        QCoreApplication::applicationFilePath(),
        {u"--buyer"_s, m_dir->path(), QString::number(which), m_simulator->baseUrl(providerId).toString()});
}

void TestKilled::kill()
{
    QCOMPARE(m_buyer->state(), QProcess::Running);
    m_buyer->kill();
    QVERIFY(comes([this] { return m_buyer->state() == QProcess::NotRunning; }));
    QCOMPARE(m_buyer->exitStatus(), QProcess::CrashExit);
}

int TestKilled::charges() const
{
    const QList<LedgerEntry> ledger = m_simulator->ledger();
    return int(std::count_if(ledger.cbegin(), ledger.cend(),
                             [](const LedgerEntry &e) { return e.kind == LedgerEntry::Kind::Charge; }));
}

void TestKilled::chargedOrderIsFoundAgain_data()
{
    QTest::addColumn<qsizetype>("which");
    QTest::addColumn<Moment>("moment");
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        const Spending &spending = spendings()[which];
        if (spending.needsOrder())
            continue;
        QTest::addRow("%s, while waiting", spending.name) << which << Moment::WhileWaiting;
        QTest::addRow("%s, before the answer", spending.name) << which << Moment::BeforeTheAnswer;
        QTest::addRow("%s, as it is answered", spending.name) << which << Moment::AsItIsAnswered;
        QTest::addRow("%s, before it arrives", spending.name) << which << Moment::BeforeItArrives;
    }
}

void TestKilled::chargedOrderIsFoundAgain()
{
    QFETCH(qsizetype, which);
    QFETCH(Moment, moment);
    const Spending &spending = spendings()[which];
    const auto bought = [&] { return !m_simulator->orders().isEmpty(); };
    switch (moment) {
    case Moment::WhileWaiting:
        startBuyer(which);
        QVERIFY(comes([this] { return m_buyer->canReadLine() || m_buyer->bytesAvailable() > 0; }));
        m_clock->skip(10s);
        QVERIFY(comes([&] { return m_simulator->arrivals(spending.providerId, spending.check) > 0; }));
        break;
    case Moment::BeforeTheAnswer:
        m_simulator->inject(
            {.providerId = spending.providerId, .call = spending.call, .fault = Fault::NeverAnswer});
        startBuyer(which);
        QVERIFY(comes(bought));
        break;
    case Moment::AsItIsAnswered:
        startBuyer(which);
        QVERIFY(comes(bought));
        break;
    case Moment::BeforeItArrives:
        m_simulator->inject({.providerId = spending.providerId,
                             .call = spending.call,
                             .when = Injection::When::BeforeActing,
                             .fault = Fault::NeverAnswer});
        startBuyer(which);
        QVERIFY(comes([&] { return m_simulator->arrivals(spending.providerId, spending.call) > 0; }));
        break;
    }
    kill();
    if (QTest::currentTestFailed())
        return;
    const bool charged = moment != Moment::BeforeItArrives;
    QCOMPARE(charges(), charged ? 1 : 0);
    const QString id = charged ? m_simulator->orders().first().id : QString();
    // While nobody looked, the code came.
    QVERIFY(!charged || m_simulator->deliver(id, u"Your code is 482913"_s));

    Drawer drawer;
    Desk desk(m_dir->filePath(u"journal.sqlite"_s), {}, *m_clock, drawer);
    desk.pace = 250ms;
    QSignalSpy arrived(&desk.engine, &OrderEngine::messageArrived);
    QVERIFY(desk.open());
    QCOMPARE(desk.engine.orders().size(), size_t(1));
    const qint64 key = desk.engine.orders().begin()->first;
    const OrderStatus found = desk.status(key);
    QVERIFY(found == OrderStatus::Waiting || found == OrderStatus::Unconfirmed);
    if (moment == Moment::WhileWaiting)
        QCOMPARE(found, OrderStatus::Waiting);
    if (moment == Moment::BeforeTheAnswer || moment == Moment::BeforeItArrives)
        QCOMPARE(found, OrderStatus::Unconfirmed);
    QVERIFY(found == OrderStatus::Unconfirmed || desk.engine.order(key)->id == id);
    QCOMPARE(desk.shown(key), std::optional(found));

    QVERIFY(!desk.save(accountAt(*m_simulator, spending.providerId), m_simulator->key(spending.providerId)));
    const bool findsOutItself = spending.isKeyed || spending.isListed;
    if (!charged && !spending.isKeyed) {
        // Nothing was bought. The list proves it; elsewhere the balance lets the person see it.
        if (spending.isListed)
            QVERIFY(desk.becomes(key, OrderStatus::NotBought));
        else
            QVERIFY(desk.soon([&] { return desk.engine.order(key)->balanceAfter.has_value(); }));
        QCOMPARE(charges(), 0);
        return;
    }
    if (found == OrderStatus::Unconfirmed && !findsOutItself) {
        QVERIFY(desk.soon([&] { return desk.engine.order(key)->balanceAfter.has_value(); }));
        const auto adopted = desk.engine.adopt(key, id);
        QVERIFY(desk.soon([&adopted] { return adopted.isFinished(); }));
        QVERIFY(adopted.result().ok());
    }
    if (!charged) {
        // Within the minutes that the person still waits, the same click is carried through.
        QVERIFY(desk.becomes(key, OrderStatus::Waiting));
        QVERIFY(m_simulator->deliver(desk.engine.order(key)->id, u"Your code is 482913"_s));
    }
    QVERIFY(desk.soon([&arrived] { return !arrived.isEmpty(); }));
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(desk.engine.order(key)->code, u"482913"_s);
    QCOMPARE(desk.engine.order(key)->messages.size(), 1);
    const bool staysActive =
        m_simulator->orders().first().isActive(); // some providers are done with the first message
    QCOMPARE(desk.status(key), staysActive ? OrderStatus::CodeReceived : OrderStatus::Finished);
    QCOMPARE(charges(), 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--buyer"_s)
        return buyOnce(arguments.sliced(2));
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
