#include "tests/support/desk.h"
#include "tests/support/spending.h"

#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// More time on a rental, through the real engine: paid once, whatever becomes of the answer.
class TestRenewals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void renewsWhatItJustRented();
    void lostAnswerIsFoundInTheRentalsExpiry();
    void lostRequestIsFoundNotToHaveHappened();
    void rentalFromTheListIsRenewed();

private:
    void start(const QString &journal);
    Offer durationOf(qint64 rental, std::chrono::hours hours);
    qint64 renewed(qint64 rental, const Offer &offer);
    int charges() const;
    int arrivals(const QString &call) const { return m_simulator->arrivals(u"otpget"_s, call); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Drawer> m_drawer;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Desk> m_desk;
    Account m_account;
    qint64 m_rental = 0;
};

void TestRenewals::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    m_drawer = std::make_unique<Drawer>();
    m_simulator = std::make_unique<Simulator>(*m_clock, quietScript());
    QVERIFY(m_simulator->start());
    m_account = accountAt(*m_simulator, u"otpget"_s);
    start(u"desk.db"_s);
    Spending spending;
    spending.name = "otpget rentNumber";
    spending.providerId = u"otpget"_s;
    spending.line = u"rental2"_s;
    const Offer offer = affordable(m_simulator->catalog(), spending, m_simulator->balance(u"otpget"_s));
    QCOMPARE(offer.duration, 720h);
    m_rental = m_desk->buy(m_account.id, offer);
    QVERIFY(m_desk->becomes(m_rental, OrderStatus::Waiting));
}

void TestRenewals::cleanup()
{
    m_desk.reset();
    m_simulator.reset();
}

void TestRenewals::start(const QString &journal)
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_dir->filePath(journal), NetworkSetup{}, *m_clock, *m_drawer);
    QVERIFY(m_desk->open());
    QVERIFY(!m_desk->save(m_account, m_simulator->key(u"otpget"_s)));
}

Offer TestRenewals::durationOf(qint64 rental, std::chrono::hours hours)
{
    Shop *shop = m_desk->accounts.provider(m_account.id)->shop(OfferKind::Rental);
    const auto offers = shop->refresh(m_desk->engine.order(rental)->offer);
    if (!m_desk->soon([&] { return offers.isFinished(); }) || !offers.result().ok())
        return {};
    const QList<Offer> list = offers.result().value();
    const auto found =
        std::find_if(list.cbegin(), list.cend(), [hours](const Offer &o) { return o.duration == hours; });
    return found == list.cend() ? Offer() : *found;
}

qint64 TestRenewals::renewed(qint64 rental, const Offer &offer)
{
    const auto key = m_desk->engine.renew(rental, offer);
    return m_desk->ended(key) && key.result().ok() ? key.result().value() : 0;
}

int TestRenewals::charges() const
{
    const QList<LedgerEntry> ledger = m_simulator->ledger();
    return int(std::count_if(ledger.cbegin(), ledger.cend(),
                             [](const LedgerEntry &e) { return e.kind == LedgerEntry::Kind::Charge; }));
}

void TestRenewals::renewsWhatItJustRented()
{
    const QDateTime before = m_desk->engine.order(m_rental)->expiresAt;
    const Offer month = durationOf(m_rental, 720h);
    const qint64 key = renewed(m_rental, month);
    QVERIFY(key != 0);
    QVERIFY(m_desk->becomes(key, OrderStatus::Finished));
    QCOMPARE(charges(), 2);
    QCOMPARE(arrivals(u"renew"_s), 1);
    QCOMPARE(m_desk->engine.order(m_rental)->expiresAt, before.addDays(30));
    QCOMPARE(m_desk->engine.order(key)->price, month.price);
    QVERIFY(m_desk->happened(m_rental, EventKind::Renewed));
}

void TestRenewals::lostAnswerIsFoundInTheRentalsExpiry()
{
    const QDateTime before = m_desk->engine.order(m_rental)->expiresAt;
    m_simulator->inject({.providerId = u"otpget"_s, .call = u"renew"_s, .fault = Fault::Close});
    const qint64 key = renewed(m_rental, durationOf(m_rental, 720h));
    QVERIFY(m_desk->becomes(key, OrderStatus::Unconfirmed));
    QVERIFY(m_desk->becomes(key, OrderStatus::Finished));
    QVERIFY(m_desk->happened(key, EventKind::Reconciled));
    QCOMPARE(charges(), 2);
    QCOMPARE(arrivals(u"renew"_s), 1);
    QCOMPARE(m_desk->engine.order(m_rental)->expiresAt, before.addDays(30));
}

void TestRenewals::lostRequestIsFoundNotToHaveHappened()
{
    const QDateTime before = m_desk->engine.order(m_rental)->expiresAt;
    m_simulator->inject({.providerId = u"otpget"_s,
                         .call = u"renew"_s,
                         .when = Injection::When::BeforeActing,
                         .fault = Fault::Close});
    const qint64 key = renewed(m_rental, durationOf(m_rental, 720h));
    QVERIFY(m_desk->becomes(key, OrderStatus::Unconfirmed));
    QVERIFY(m_desk->becomes(key, OrderStatus::NotBought));
    QCOMPARE(charges(), 1);
    QCOMPARE(arrivals(u"renew"_s), 1);
    QCOMPARE(m_desk->engine.order(m_rental)->expiresAt, before);
    QCOMPARE(m_desk->status(m_rental), OrderStatus::Waiting);
}

/// A journal that knows nothing: the rental is taken over with what the list tells.
void TestRenewals::rentalFromTheListIsRenewed()
{
    const QString id = m_desk->engine.order(m_rental)->id;
    start(u"other.db"_s);
    m_desk->engine.readLists();
    qint64 found = 0;
    QVERIFY(m_desk->soon([&] {
        for (const auto &[key, order] : m_desk->engine.orders())
            found = order.id == id && !order.renewId.isEmpty() ? key : found;
        return found != 0;
    }));
    QCOMPARE(m_desk->status(found), OrderStatus::Waiting);
    QVERIFY(!m_desk->engine.order(found)->number.isEmpty());
    const QDateTime before = m_desk->engine.order(found)->expiresAt;
    const Offer month = durationOf(found, 720h);
    QVERIFY(month.price);
    const qint64 key = renewed(found, month);
    QVERIFY(m_desk->becomes(key, OrderStatus::Finished));
    QCOMPARE(m_desk->engine.order(found)->expiresAt, before.addDays(30));
    QCOMPARE(charges(), 2);
}

QTEST_GUILESS_MAIN(TestRenewals)
#include "tst_renewals.moc"
