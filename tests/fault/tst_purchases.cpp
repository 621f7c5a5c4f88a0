#include "tests/support/desk.h"
#include "tests/support/spending.h"
#include "tests/support/tlsfixture.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What happens to the answer after the provider has acted.
struct Mishap
{
    const char *name;
    Fault fault = Fault::None;
    std::optional<ServerReply> reply{};
};

const QList<Mishap> &mishaps()
{
    static const QList<Mishap> all = {
        {"close", Fault::Close},
        {"reset", Fault::Reset},
        {"garbage", Fault::Garbage},
        {"silence", Fault::NeverAnswer},
        {"truncated", Fault::Truncate},
        {"wrong length", Fault::WrongLength},
        {"502 page", Fault::None, canned::badGatewayPage()},
        {"captive portal", Fault::None, canned::captivePortal()},
    };
    return all;
}

/// An answer of no interest, after which the connection is not used again.
ServerReply lastOnItsConnection()
{
    ServerReply reply;
    reply.status = 404;
    reply.body = "{}";
    reply.headers = {{"Connection", "close"}};
    return reply;
}

} // namespace

/// Money, end to end: the real engine buys from the simulated providers, which act on each request and lose
/// the answer. Arrivals and charges are counted at the provider.
class TestPurchases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneClickIsOneCharge_data();
    void oneClickIsOneCharge();
    void threeClicksAreThreeCharges_data();
    void threeClicksAreThreeCharges();
    void lostAnswersOfTwoOrdersAreNotMixedUp();
    void aRefusalAfterALostAttemptProvesNothing();

private:
    void start(const Spending &spending, bool secure);
    void restart();
    int charges() const;
    /// Whatever buying means here. The key of the order that is asked for.
    qint64 click(const Spending &spending);
    void lose(const Spending &spending, const Mishap &mishap);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Drawer> m_drawer;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Desk> m_desk;
    std::optional<std::chrono::milliseconds> m_deadline;
    Account m_account;
    Offer m_offer;
    QList<ServerRequest> m_bought; ///< as they arrived
    QSet<quint64> m_lines;         ///< the connections of all other requests
    int m_reused = 0;              ///< of them, those on a connection that had served before
};

void TestPurchases::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    m_drawer = std::make_unique<Drawer>();
    m_simulator = std::make_unique<Simulator>(*m_clock, quietScript());
    m_deadline.reset();
    m_bought.clear();
    m_lines.clear();
    m_reused = 0;
}

void TestPurchases::cleanup()
{
    m_desk.reset();
    m_simulator.reset();
    m_drawer.reset();
    m_clock.reset();
    m_dir.reset();
}

/// An open account with an offer chosen in it.
void TestPurchases::start(const Spending &spending, bool secure)
{
    QVERIFY(secure ? m_simulator->start(tls::server(u"server"_s)) : m_simulator->start());
    m_simulator->watch([this, call = spending.call](const QString &name, const ServerRequest &request) {
        if (name == call) {
            m_bought.append(request);
            return;
        }
        m_lines.insert(request.connection);
        m_reused += request.onConnection > 0 ? 1 : 0;
    });
    m_account = accountAt(*m_simulator, spending.providerId);
    m_offer = affordable(m_simulator->catalog(), spending, m_simulator->balance(spending.providerId));
    QVERIFY2(m_offer.price, "nothing to buy");
    restart();
    QVERIFY(!m_desk->save(m_account, m_simulator->key(spending.providerId)));
}

void TestPurchases::restart()
{
    m_desk.reset();
    NetworkSetup network;
    network.tls = tls::trustingClient();
    network.make = [this](const QString &providerId, Connection connection) {
        connection.deadline = m_deadline;
        return NetworkSetup::fromRegistry(providerId, std::move(connection));
    };
    m_desk = std::make_unique<Desk>(m_dir->filePath(u"journal.sqlite"_s), network, *m_clock, *m_drawer);
    QVERIFY(m_desk->open());
}

int TestPurchases::charges() const
{
    const QList<LedgerEntry> ledger = m_simulator->ledger();
    return int(std::count_if(ledger.cbegin(), ledger.cend(),
                             [](const LedgerEntry &e) { return e.kind == LedgerEntry::Kind::Charge; }));
}

qint64 TestPurchases::click(const Spending &spending)
{
    if (!spending.needsOrder())
        return m_desk->buy(m_account.id, m_offer);
    const qint64 old = m_desk->engine.orders().rbegin()->first;
    const auto done = spending.isRenewal ? m_desk->engine.renew(old, m_offer) : m_desk->engine.replace(old);
    return m_desk->soon([&done] { return done.isFinished(); }) ? m_desk->engine.orders().rbegin()->first : 0;
}

/// From now on, until the simulator is healed.
void TestPurchases::lose(const Spending &spending, const Mishap &mishap)
{
    m_simulator->inject({.providerId = spending.providerId,
                         .call = spending.call,
                         .times = 1000,
                         .fault = mishap.fault,
                         .reply = mishap.reply});
}

void TestPurchases::oneClickIsOneCharge_data()
{
    QTest::addColumn<qsizetype>("which");
    QTest::addColumn<qsizetype>("how");
    QTest::addColumn<bool>("secure");
    QTest::addColumn<bool>("kept");
    const auto row = [](qsizetype which, qsizetype how, bool secure, bool kept) {
        QTest::addRow("%s, %s, %s, %s", spendings()[which].name, mishaps()[how].name,
                      secure ? "https" : "http", kept ? "kept" : "fresh")
            << which << how << secure << kept;
    };
    const qsizetype all = mishaps().size();
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        for (qsizetype how = 0; how < all; ++how)
            row(which, how, false, false);
        // The other dimensions in turns: each call sees each of them, and each mishap meets all of them.
        row(which, which % all, true, false);
        row(which, (which + 3) % all, true, false);
        row(which, (which + 1) % all, false, true);
        row(which, (which + 2) % all, true, true);
        row(which, (which + 5) % all, true, true);
    }
}

void TestPurchases::oneClickIsOneCharge()
{
    QFETCH(qsizetype, which);
    QFETCH(qsizetype, how);
    QFETCH(bool, secure);
    QFETCH(bool, kept);
    const Spending &spending = spendings()[which];
    const Mishap &mishap = mishaps()[how];
    if (mishap.fault == Fault::NeverAnswer)
        m_deadline = secure ? 800ms : 500ms;
    if (!kept)
        m_simulator->inject({.providerId = spending.providerId,
                             .when = Injection::When::BeforeActing,
                             .reply = lastOnItsConnection()});
    start(spending, secure);
    if (QTest::currentTestFailed())
        return;
    const auto balanceKnown = [this] {
        const AccountEntry *entry = m_desk->accounts.find(m_account.id);
        return !entry->balanceLoading && (entry->balance || entry->problem);
    };
    QVERIFY(m_desk->soon(balanceKnown));
    if (kept) {
        m_desk->accounts.refreshBalance(m_account.id);
        QVERIFY(m_desk->soon(balanceKnown));
        QVERIFY2(m_reused > 0, "no connection was kept");
    }
    qint64 old = 0;
    if (spending.needsOrder()) {
        old = m_desk->buy(m_account.id, m_offer);
        QVERIFY(m_desk->becomes(old, OrderStatus::Waiting));
    }

    const QDateTime expiry = old ? m_desk->engine.order(old)->expiresAt : QDateTime();
    const int chargesBefore = charges();
    lose(spending, mishap);
    const qint64 key = click(spending);
    QVERIFY(key != 0 && key != old);
    QVERIFY(m_desk->becomes(key, OrderStatus::Unconfirmed));

    QCOMPARE(m_desk->shown(key), std::optional(OrderStatus::Unconfirmed));
    QCOMPARE(charges() - chargesBefore, 1);
    QVERIFY(!m_bought.isEmpty());
    if (!spending.isKeyed)
        QCOMPARE(m_bought.size(), 1);
    for (const ServerRequest &request : m_bought) {
        QCOMPARE(request.headers.value("idempotency-key"),
                 spending.isKeyed ? m_desk->engine.order(key)->idempotencyKey.toLatin1() : QByteArray());
        QCOMPARE(request.onConnection, 0);
        QVERIFY(!m_lines.contains(request.connection));
    }
    QVERIFY(!spending.isKeyed || !m_desk->engine.order(key)->idempotencyKey.isEmpty());
    QVERIFY(m_desk->happened(key, EventKind::PurchaseUnclear));
    if (spending.isReplacement)
        QVERIFY(m_desk->becomes(old, OrderStatus::Refunded));

    const Order before = *m_desk->engine.order(key);
    restart();
    QVERIFY(m_desk->engine.order(key));
    QCOMPARE(*m_desk->engine.order(key), before);
    QCOMPARE(m_desk->shown(key), std::optional(OrderStatus::Unconfirmed));

    m_simulator->heal();
    const QString boughtId = m_simulator->orders().last().id;
    if (spending.isKeyed || spending.isListed) {
        const OrderStatus bought = spending.isRenewal ? OrderStatus::Finished : OrderStatus::Waiting;
        QVERIFY(m_desk->becomes(key, bought));
        if (spending.isRenewal)
            QVERIFY(m_desk->engine.order(old)->expiresAt > expiry);
        QCOMPARE(m_desk->engine.order(key)->id, boughtId);
        QVERIFY(m_desk->happened(key, EventKind::Reconciled));
        restart();
        if (!spending.isRenewal) { // that one is over, and history
            QCOMPARE(m_desk->shown(key), std::optional(OrderStatus::Waiting));
            QCOMPARE(m_desk->engine.order(key)->id, boughtId);
        }
    } else {
        QVERIFY(m_desk->soon([&] { return m_desk->engine.order(key)->balanceAfter.has_value(); }));
        m_clock->skip(10min);
        QVERIFY(m_desk->soon([this] { return !m_desk->accounts.find(m_account.id)->balanceLoading; }));
        QCOMPARE(m_desk->shown(key), std::optional(OrderStatus::Unconfirmed));
    }
    if (!spending.isKeyed)
        QCOMPARE(m_bought.size(), 1);
    QCOMPARE(charges() - chargesBefore, 1);
}

void TestPurchases::threeClicksAreThreeCharges_data()
{
    QTest::addColumn<qsizetype>("which");
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        if (!spendings()[which].needsOrder())
            QTest::addRow("%s", spendings()[which].name) << which;
    }
}

void TestPurchases::threeClicksAreThreeCharges()
{
    QFETCH(qsizetype, which);
    const Spending &spending = spendings()[which];
    start(spending, false);
    if (QTest::currentTestFailed())
        return;
    QList<qint64> keys;
    for (int i = 0; i < 3; ++i)
        keys.append(click(spending));
    for (const qint64 key : keys)
        QVERIFY(m_desk->becomes(key, OrderStatus::Waiting));
    QCOMPARE(m_bought.size(), 3);
    QCOMPARE(charges(), 3);
    QSet<QString> ids;
    for (const qint64 key : keys)
        ids.insert(m_desk->engine.order(key)->id);
    QCOMPARE(ids.size(), 3);
}

/// Two lost purchases of the same service: the list cannot tell which is which, and the app must not guess.
void TestPurchases::lostAnswersOfTwoOrdersAreNotMixedUp()
{
    const auto listed =
        std::find_if(spendings().cbegin(), spendings().cend(), [](const Spending &s) { return s.isListed; });
    start(*listed, false);
    if (QTest::currentTestFailed())
        return;
    lose(*listed, mishaps().first());
    const qint64 first = click(*listed);
    const qint64 second = click(*listed);
    QVERIFY(m_desk->becomes(first, OrderStatus::Unconfirmed));
    QVERIFY(m_desk->becomes(second, OrderStatus::Unconfirmed));
    m_simulator->heal();
    QVERIFY(m_desk->soon([&] {
        return m_desk->engine.order(first)->balanceAfter && m_desk->engine.order(second)->balanceAfter;
    }));
    QCOMPARE(m_desk->status(first), OrderStatus::Unconfirmed);
    QCOMPARE(m_desk->status(second), OrderStatus::Unconfirmed);
    // The person says which is the first; then only one is left for the second.
    const auto adopted = m_desk->engine.adopt(first, m_simulator->orders()[0].id);
    QVERIFY(m_desk->soon([&adopted] { return adopted.isFinished(); }));
    QVERIFY(adopted.result().ok());
    m_desk->engine.reconcile(second);
    QVERIFY(m_desk->becomes(second, OrderStatus::Waiting));
    QCOMPARE(m_desk->engine.order(second)->id, m_simulator->orders()[1].id);
    QCOMPARE(charges(), 2);
}

/// The first attempt is charged and its answer lost; the one after it meets somebody else's refusal.
void TestPurchases::aRefusalAfterALostAttemptProvesNothing()
{
    const Spending &spending = spendings().first();
    QVERIFY(spending.isKeyed);
    start(spending, false);
    if (QTest::currentTestFailed())
        return;
    ServerReply firewall = canned::badGatewayPage();
    firewall.status = 403;
    m_simulator->inject({.providerId = spending.providerId, .call = spending.call, .fault = Fault::Close});
    m_simulator->inject({.providerId = spending.providerId,
                         .call = spending.call,
                         .when = Injection::When::BeforeActing,
                         .reply = firewall});
    const qint64 key = click(spending);
    QVERIFY(m_desk->becomes(key, OrderStatus::Unconfirmed));
    QVERIFY(m_desk->becomes(key, OrderStatus::Waiting));
    QCOMPARE(charges(), 1);
}

QTEST_GUILESS_MAIN(TestPurchases)
#include "tst_purchases.moc"
