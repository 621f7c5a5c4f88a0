#include "models/markets/trackrecords.h"
#include "models/search/countrynames.h"
#include "models/search/servicenames.h"
#include "tests/support/bench.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using std::chrono::milliseconds;

namespace {

const QDateTime bought = QDateTime(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);

std::optional<Money> dollars(const QString &amount)
{
    return Money::fromText(amount, Currency::fromCode(u"USD"));
}

Message messageAt(const QDateTime &time)
{
    Message message;
    message.receivedAt = time;
    return message;
}

/// Bought at OTPWALL, over, and without a message.
Order expiredOrder()
{
    Order order;
    order.accountId = u"acc"_s;
    order.providerId = u"otpwall"_s;
    order.idempotencyKey = u"ours"_s;
    order.offer.line = u"s1"_s;
    order.offer.service = u"WhatsApp"_s;
    order.offer.country = u"England"_s;
    order.status = OrderStatus::Expired;
    order.createdAt = bought.addSecs(-2);
    order.boughtAt = bought;
    order.expiresAt = bought.addSecs(1200);
    order.price = dollars(u"1.25"_s);
    return order;
}

Order receivedAfter(milliseconds wait)
{
    Order order = expiredOrder();
    order.status = OrderStatus::Finished;
    order.messages = {messageAt(bought.addMSecs(wait.count()))};
    return order;
}

PurchaseOutcome receivedIn(milliseconds wait)
{
    return {true, true, wait};
}

const TrackKey somewhere{u"otpwall"_s, OfferKind::Number, u"s1"_s, u"whatsapp"_s, u"GB"_s};

} // namespace

class TestTrackRecords : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<TrackRecords> m_records;

    QString file() const { return m_dir->filePath(u"journal.sqlite"_s); }
    Bench &bench()
    {
        m_records.reset();
        m_bench.reset();
        m_bench = std::make_unique<Bench>(file(), u"otpwall"_s);
        m_bench->start();
        return *m_bench;
    }
    TrackRecords &records(Bench &b)
    {
        m_records = std::make_unique<TrackRecords>(b.engine, b.journal);
        m_records->start();
        return *m_records;
    }
    /// What the journal knows after a restart.
    TrackRecords &restarted()
    {
        TrackRecords &r = records(bench());
        m_bench->soon([&] { return r.isLoaded(); });
        return r;
    }
    static TrackRecord found(const TrackRecords &r, const TrackKey &key = somewhere)
    {
        const TrackRecord *record = r.find(key);
        return record ? *record : TrackRecord();
    }
    /// Bought, and waiting for its message.
    qint64 waiting(Bench &b, const Offer &offer = expiredOrder().offer)
    {
        const qint64 key = b.Desk::buy(b.account.id, offer);
        OrderReport report = boughtReport(u"order-%1"_s.arg(key));
        const bool asked = b.soon([&] { return b.provider->waiting(u"buy"_s) > 0; });
        b.provider->settle(u"buy"_s, report);
        return asked && b.becomes(key, OrderStatus::Waiting) ? key : 0;
    }
    /// The next check of the only order there is.
    void checked(Bench &b, const OrderReport &report)
    {
        QVERIFY(b.soon([&] { return b.provider->waiting(u"check"_s) > 0; }));
        b.provider->settle(u"check"_s, report);
    }
    /// Writes orders as an earlier run left them.
    void lay(const QList<Order> &orders)
    {
        Journal journal(file());
        QVERIFY(journal.open().result());
        for (const Order &order : orders)
            QVERIFY(journal.addOrder(order, {}).result());
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_records.reset();
        m_bench.reset();
        m_dir.reset();
    }

    void keysAreTheSameForAllWaysToWrite()
    {
        QCOMPARE(serviceKeyOf(u"  WhatsApp "_s), serviceKeyOf(u"whatsapp"_s));
        QCOMPARE(serviceKeyOf(u"Pokémon"_s), u"pokemon"_s);
        QCOMPARE(countryKeyOf(u"England"_s, {}), u"GB"_s);
        QCOMPARE(countryKeyOf(u"United Kingdom"_s, u"gb"_s), u"GB"_s);
        QCOMPARE(countryKeyOf(u"Pakistan - Server 2"_s, {}), u"PK"_s);
        QCOMPARE(countryKeyOf(u"Nueva Atlántida"_s, {}), u"nueva atlantida"_s);
        QCOMPARE(countryKeyOf(u"Somewhere"_s, u"zq"_s), u"ZQ"_s);
        QCOMPARE(countryKeyOf({}, {}), QString());
    }

    void outcomesCountOnceTheyAreKnown_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<bool>("hasMessage");
        QTest::addColumn<bool>("counts");
        const auto row = [](const char *name, OrderStatus status, bool hasMessage, bool counts) {
            QTest::newRow(name) << status << hasMessage << counts;
        };
        row("being bought", OrderStatus::Buying, false, false);
        row("nobody knows", OrderStatus::Unconfirmed, false, false);
        row("nobody knows, with a message", OrderStatus::Unconfirmed, true, false);
        row("did not happen", OrderStatus::NotBought, false, false);
        row("waits", OrderStatus::Waiting, false, false);
        row("has its message", OrderStatus::CodeReceived, true, true);
        row("finished", OrderStatus::Finished, true, true);
        row("finished without", OrderStatus::Finished, false, true);
        row("refunded", OrderStatus::Refunded, false, true);
        row("expired", OrderStatus::Expired, false, true);
        row("expired with a message", OrderStatus::Expired, true, true);
    }
    void outcomesCountOnceTheyAreKnown()
    {
        QFETCH(OrderStatus, status);
        QFETCH(bool, hasMessage);
        QFETCH(bool, counts);
        Order order = hasMessage ? receivedAfter(24s) : expiredOrder();
        order.status = status;
        QCOMPARE(outcomeOf(order).counts, counts);
        QCOMPARE(outcomeOf(order).received, counts && hasMessage);
        for (const OfferKind kind : AllOfferKinds) {
            order.offer.kind = kind;
            QCOMPARE(outcomeOf(order).counts, counts && kind != OfferKind::Rental);
        }
    }

    void renewalsDoNotCount()
    {
        Order order = receivedAfter(24s);
        order.renews = 7;
        QVERIFY(!outcomeOf(order).counts);
        QVERIFY(!paidPriceOf(order));
    }

    void waitsAreKnownOnlyWhereTheyWereSeen_data()
    {
        QTest::addColumn<Order>("order");
        QTest::addColumn<std::optional<milliseconds>>("wait");
        const auto row = [](const char *name, const Order &order, std::optional<milliseconds> wait) {
            QTest::newRow(name) << order << wait;
        };
        const std::optional<milliseconds> unknown;
        row("usual", receivedAfter(24s), 24s);
        row("at once", receivedAfter(0s), 0s);
        row("before it was bought", receivedAfter(-1s), unknown);
        row("at the last moment", receivedAfter(1200s), 1200s);
        row("read when it was over", receivedAfter(1201s), unknown);
        Order order = receivedAfter(59min);
        order.expiresAt = {};
        row("nobody says when it is over", order, 59min);
        order.messages = {messageAt(bought.addSecs(3601))};
        row("nobody says, and too long", order, unknown);
        order = receivedAfter(24s);
        order.boughtAt = {};
        row("from the intent", order, 26s);
        order.createdAt = {};
        row("never bought", order, unknown);
        order = receivedAfter(24s);
        order.messages = {Message()};
        row("a message without a time", order, unknown);
        order = receivedAfter(24s);
        order.messages.append(messageAt(bought.addSecs(90)));
        row("the first of several", order, 24s);
        order = receivedAfter(24s);
        order.idempotencyKey.clear();
        row("taken over from a list", order, unknown);
    }
    void waitsAreKnownOnlyWhereTheyWereSeen()
    {
        QFETCH(Order, order);
        QFETCH(std::optional<milliseconds>, wait);
        const PurchaseOutcome expected{true, true, wait};
        QCOMPARE(outcomeOf(order), expected);
    }

    void whatWasTakenOverCountsWhereItsOutcomeIsKnown()
    {
        Order order = expiredOrder();
        order.idempotencyKey.clear();
        const PurchaseOutcome none{true, false, {}};
        QCOMPARE(outcomeOf(order), none);
        order.status = OrderStatus::Finished; // lists do not always say what came
        QCOMPARE(outcomeOf(order), PurchaseOutcome());
    }

    void pricesAreLearnedFromWhatWasPaid()
    {
        Order order = expiredOrder();
        const PaidPrice paid{*dollars(u"1.25"_s), bought};
        QCOMPARE(paidPriceOf(order), paid);
        order.offer.kind = OfferKind::Rental;
        order.status = OrderStatus::Waiting;
        QCOMPARE(paidPriceOf(order), paid);
        order.replaces = 3; // at the price of the other one
        QVERIFY(!paidPriceOf(order));
        order.replaces = 0;
        order.price.reset();
        QVERIFY(!paidPriceOf(order));
        order.price = dollars(u"1.25"_s);
        for (const OrderStatus status :
             {OrderStatus::Buying, OrderStatus::Unconfirmed, OrderStatus::NotBought}) {
            order.status = status;
            QVERIFY(!paidPriceOf(order));
        }
    }

    void halfHadTheirMessageWithinTheMedian_data()
    {
        QTest::addColumn<QList<int>>("waits");
        QTest::addColumn<int>("median");
        QTest::newRow("one") << QList<int>{24} << 24;
        QTest::newRow("two") << QList<int>{90, 10} << 10;
        QTest::newRow("three") << QList<int>{90, 10, 24} << 24;
        QTest::newRow("four") << QList<int>{40, 30, 20, 10} << 20;
        QTest::newRow("equal ones") << QList<int>{24, 24, 24, 5, 90} << 24;
    }
    void halfHadTheirMessageWithinTheMedian()
    {
        QFETCH(QList<int>, waits);
        QFETCH(int, median);
        TrackTally tally;
        for (const int wait : waits)
            QVERIFY(tally.add(somewhere, receivedIn(std::chrono::seconds(wait))));
        QCOMPARE(tally.find(somewhere)->medianWait, std::chrono::seconds(median));
        tally.add(somewhere, {true, true, {}});
        tally.add(somewhere, {true, false, {}});
        const TrackRecord record{int(waits.size()) + 2, int(waits.size()) + 1, std::chrono::seconds(median)};
        QCOMPARE(*tally.find(somewhere), record);
    }

    void whatIsTakenBackIsForgotten()
    {
        TrackTally tally;
        tally.add(somewhere, receivedIn(10s));
        tally.add(somewhere, receivedIn(24s));
        tally.add(somewhere, {true, false, {}});
        QVERIFY(tally.remove(somewhere, receivedIn(10s)));
        const TrackRecord rest{2, 1, 24s};
        QCOMPARE(*tally.find(somewhere), rest);
        QVERIFY(!tally.remove(somewhere, PurchaseOutcome()));
        tally.remove(somewhere, receivedIn(24s));
        tally.remove(somewhere, {true, false, {}});
        QVERIFY(!tally.find(somewhere));
        QVERIFY(tally.keys().isEmpty());
    }

    void theNewestPriceOfExactlyThisOfferIsKept()
    {
        TrackTally tally;
        Offer offer = expiredOrder().offer;
        const PaidPrice first{*dollars(u"1.25"_s), bought};
        const PaidPrice later{*dollars(u"1.50"_s), bought.addDays(1)};
        QVERIFY(tally.learn(u"otpwall"_s, offer, later));
        QVERIFY(!tally.learn(u"otpwall"_s, offer, first));
        QVERIFY(!tally.learn(u"otpwall"_s, offer, later));
        offer.price = dollars(u"9"_s); // no part of what an offer is
        QCOMPARE(tally.lastPaid(u"otpwall"_s, offer), later);
        QVERIFY(!tally.lastPaid(u"otpzap"_s, offer));
        offer.variantId = u"another"_s;
        QVERIFY(!tally.lastPaid(u"otpwall"_s, offer));
        TrackTally other;
        other.learn(u"otpwall"_s, offer, first);
        tally.merge(other);
        QCOMPARE(tally.lastPaid(u"otpwall"_s, offer), first);
    }

    void anOrderCountsOnceItsMessageCame()
    {
        Bench &b = bench();
        TrackRecords &r = records(b);
        QVERIFY(b.soon([&] { return r.isLoaded(); }));
        QSignalSpy changed(&r, &TrackRecords::recordChanged);
        const qint64 key = waiting(b);
        QVERIFY(key);
        QVERIFY(!r.find(somewhere));

        OrderReport news = reportWith(OrderStatus::CodeReceived, {u"123456"_s});
        (*news.messages)[0].receivedAt = b.engine.order(key)->boughtAt.addSecs(24);
        checked(b, news);
        QTRY_COMPARE(changed.count(), 1);
        const TrackRecord one{1, 1, 24s};
        QCOMPARE(found(r), one);

        news.status = OrderStatus::Finished;
        news.messages->append({u"654321"_s, {}, {}, {}});
        checked(b, news);
        QVERIFY(b.becomes(key, OrderStatus::Finished));
        QCOMPARE(found(r), one);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(found(restarted()), one);
    }

    void aRefundCountsAsBoughtInVain()
    {
        Bench &b = bench();
        TrackRecords &r = records(b);
        QVERIFY(waiting(b));
        checked(b, reportWith(OrderStatus::Refunded));
        const TrackRecord vain{1, 0, {}};
        QVERIFY(b.soon([&] { return found(r) == vain; }));
        QCOMPARE(found(restarted()), vain);
    }

    /// The provider moves the expiry: the message that seemed to have been read too late came in time.
    void anOrderIsRecountedWhenItsOutcomeChanges()
    {
        Bench &b = bench();
        TrackRecords &r = records(b);
        const qint64 key = waiting(b);
        QVERIFY(key);
        const QDateTime start = b.engine.order(key)->boughtAt;
        OrderReport news = reportWith(OrderStatus::CodeReceived, {u"123456"_s});
        (*news.messages)[0].receivedAt = start.addSecs(1300);
        news.expiresAt = start.addSecs(1200);
        checked(b, news);
        const TrackRecord atFirst{1, 1, {}}, then{1, 1, 1300s};
        QVERIFY(b.soon([&] { return found(r) == atFirst; }));
        news.expiresAt = start.addSecs(1800);
        checked(b, news);
        QVERIFY(b.soon([&] { return found(r) == then; }));
    }

    void replacedOrdersWereBoughtInVain()
    {
        Bench &b = bench();
        TrackRecords &r = records(b);
        const qint64 key = waiting(b);
        QVERIFY(key);
        const auto replaced = b.engine.replace(key);
        checked(b, reportWith(OrderStatus::Waiting));
        QVERIFY(b.soon([&] { return b.provider->waiting(u"replace"_s) > 0; }));
        b.provider->settle(u"replace"_s, boughtReport(u"the other"_s));
        QVERIFY(b.ended(replaced));
        const TrackRecord vain{1, 0, {}};
        QCOMPARE(found(r), vain);
    }

    void aPriceThatIsLearnedShows()
    {
        Bench &b = bench();
        TrackRecords &r = records(b);
        QSignalSpy learned(&r, &TrackRecords::priceLearned);
        const Offer offer = expiredOrder().offer;
        QVERIFY(!offer.price);
        const auto buying = b.engine.buy(b.account.id, offer);
        QVERIFY(b.ended(buying));
        const qint64 key = *buying.result();
        b.provider->balanceNow = Money::fromText(u"998.75", b.info->currency).value();
        SETTLE(u"buy"_s, boughtReport());
        QTRY_COMPARE(learned.count(), 1);
        const PaidPrice paid{*Money::fromText(u"1.25", b.info->currency), b.engine.order(key)->boughtAt};
        QCOMPARE(r.lastPaid(u"otpwall"_s, offer), paid);
        QCOMPARE(learned.first().at(0).toString(), u"otpwall"_s);
        QCOMPARE(learned.first().at(1).value<Offer>().identity(), offer.identity());

        checked(b, reportWith(OrderStatus::Refunded));
        QVERIFY(b.becomes(key, OrderStatus::Refunded));
        QCOMPARE(restarted().lastPaid(u"otpwall"_s, offer), paid);
        QCOMPARE(learned.count(), 1);
    }

    void historyInTheListIsNotCountedTwice_data()
    {
        QTest::addColumn<bool>("isShownFirst");
        QTest::newRow("shown later") << false;
        QTest::newRow("shown before the records are read") << true;
    }
    void historyInTheListIsNotCountedTwice()
    {
        QFETCH(bool, isShownFirst);
        lay({receivedAfter(24s), expiredOrder(), receivedAfter(30s)});
        Bench &b = bench();
        QSignalSpy shown(&b.engine, &OrderEngine::historyLoaded);
        const auto show = [&] {
            b.engine.loadHistory(OfferKind::Number, 2);
            return b.soon([&] { return shown.count() == 1; }) && b.engine.orders().size() == 2;
        };
        if (isShownFirst)
            QVERIFY(show());
        TrackRecords &r = records(b);
        if (!isShownFirst)
            QVERIFY(show());
        QVERIFY(b.soon([&] { return r.isLoaded(); }));
        const TrackRecord three{3, 2, 24s};
        QCOMPARE(found(r), three);
    }

    void liveOrdersOfAnEarlierRunAreTakenUp_data()
    {
        QTest::addColumn<bool>("isEngineFirst");
        QTest::newRow("before the engine has them") << false;
        QTest::newRow("after") << true;
    }
    void liveOrdersOfAnEarlierRunAreTakenUp()
    {
        QFETCH(bool, isEngineFirst);
        Order waits = expiredOrder(), received = receivedAfter(24s);
        waits.status = OrderStatus::Waiting;
        received.status = OrderStatus::CodeReceived;
        lay({waits, received, expiredOrder()});
        SteerableClock clock(SteerableClock::Mode::Frozen);
        Drawer drawer;
        Desk desk(file(), {}, clock, drawer);
        TrackRecords r(desk.engine, desk.journal);
        const auto opened = desk.journal.open();
        QVERIFY(desk.ended(opened));
        if (isEngineFirst)
            desk.engine.start(opened.result()->liveOrders);
        r.start();
        if (!isEngineFirst)
            desk.engine.start(opened.result()->liveOrders);
        QVERIFY(desk.soon([&] { return r.isLoaded(); }));
        const TrackRecord two{2, 1, 24s};
        QCOMPARE(found(r), two);
    }

    void aJournalThatCannotBeReadIsTold()
    {
        SteerableClock clock(SteerableClock::Mode::Frozen);
        Drawer drawer;
        Desk desk(m_dir->path(), {}, clock, drawer);
        QVERIFY(!desk.open());
        TrackRecords r(desk.engine, desk.journal);
        QSignalSpy failed(&r, &TrackRecords::storageFailed);
        r.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!r.isLoaded());
    }

    /// The journal reads only a part of each order, the engine has all of it: both must come to the same.
    void journalAndMemoryCountAlike()
    {
        QRandomGenerator random(5);
        QList<Order> orders;
        TrackTally memory;
        for (int i = 0; i < 400; ++i) {
            Order order = random.bounded(2) ? receivedAfter(std::chrono::seconds(random.bounded(1300) - 20))
                                            : expiredOrder();
            order.offer.kind = AllOfferKinds[random.bounded(3)];
            order.offer.line = random.bounded(2) ? u"s1"_s : u"s2"_s;
            order.offer.service = random.bounded(2) ? u"WhatsApp"_s : u"whatsapp "_s;
            order.offer.country = random.bounded(2) ? u"England"_s : u"Nowhere"_s;
            order.offer.countryIso = random.bounded(4) ? QString() : u"PK"_s;
            order.offer.variantId = QString::number(random.bounded(3));
            order.offer.duration = std::chrono::hours(random.bounded(2));
            order.status = static_cast<OrderStatus>(random.bounded(8));
            if (isLive(order.status))
                order.status = OrderStatus::Refunded; // those the engine has
            order.renews = random.bounded(5) == 0;
            order.replaces = random.bounded(5) == 0;
            if (random.bounded(5) == 0)
                order.idempotencyKey.clear();
            if (random.bounded(5) == 0)
                order.boughtAt = {};
            if (random.bounded(5) == 0)
                order.expiresAt = {};
            order.price = random.bounded(3) ? dollars(QString::number(i)) : std::nullopt;
            orders.append(order);
            memory.add(trackKeyOf(order.providerId, order.offer), outcomeOf(order));
            if (const auto paid = paidPriceOf(order))
                memory.learn(order.providerId, order.offer, *paid);
        }
        lay(orders);
        TrackRecords &r = restarted();
        QVERIFY(memory.keys().size() > 10);
        QCOMPARE(r.keys().size(), memory.keys().size());
        for (const TrackKey &key : memory.keys())
            QCOMPARE(found(r, key), *memory.find(key));
        for (const Order &order : orders)
            QCOMPARE(r.lastPaid(order.providerId, order.offer),
                     memory.lastPaid(order.providerId, order.offer));
    }

    /// Page by page: what ends meanwhile counts once, whether its page was read or not.
    void whatEndsWhileTheHistoryIsReadCountsOnce()
    {
        Order live = expiredOrder();
        live.status = OrderStatus::Waiting;
        live.id = u"65"_s;
        lay({expiredOrder()});
        multiply(12000, 1, 1);
        lay({live});
        Bench &b = bench();
        TrackRecords &r = records(b);
        checked(b, reportWith(OrderStatus::Refunded));
        QVERIFY(b.soon([&] { return r.isLoaded(); }));
        QVERIFY(b.becomes(12001, OrderStatus::Refunded));
        const TrackKey all{u"otpwall"_s, OfferKind::Number, u"s1"_s, serviceKeyOf(u"service 0"_s),
                           u"place 0"_s};
        QCOMPARE(found(r, all).bought, 12000);
        const TrackRecord one{1, 0, {}};
        QCOMPARE(found(r), one);
    }

    void aLongHistoryIsReadInTheBackground()
    {
        constexpr int All = 100000, Services = 40, Countries = 25;
        lay({receivedAfter(24s)});
        multiply(All, Services, Countries);
        Bench &b = bench();
        QBENCHMARK
        {
            TrackRecords &r = records(b);
            QVERIFY(!r.isLoaded());
            QSignalSpy loaded(&r, &TrackRecords::loaded);
            QVERIFY(loaded.wait(20000));
            QCOMPARE(r.keys().size(), Services * Countries);
            for (const TrackKey &key : r.keys())
                QCOMPARE(r.find(key)->bought, All / (Services * Countries));
        }
    }

private:
    /// Copies the only order many times, for so many services and countries, with plain SQL.
    void multiply(int all, int services, int countries)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"multiply"_s);
        database.setDatabaseName(file());
        QVERIFY(database.open());
        QStringList columns;
        QSqlQuery query(database);
        QVERIFY(query.exec(u"SELECT name FROM pragma_table_info('orders')"
                           " WHERE name NOT IN ('key', 'offer_service', 'offer_country')"_s));
        while (query.next())
            columns << query.value(0).toString();
        const QStringList statements{
            u"BEGIN"_s, u"UPDATE orders SET offer_service = 'Service 0', offer_country = 'Place 0'"_s,
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1 - 1)"
            " INSERT INTO orders (key, offer_service, offer_country, %2)"
            " SELECT i + 1, 'Service ' || (i / %4 % %3), 'Place ' || (i % %4), %2 FROM n, orders WHERE key = 1"_s
                .arg(QString::number(all), columns.join(u", "_s), QString::number(services),
                     QString::number(countries)),
            u"INSERT INTO messages SELECT orders.key, 0, '847293', 'Your WhatsApp code is 847-293', '',"
            " bought_at + orders.key % 600000, '', '' FROM orders WHERE orders.key > 1"_s,
            u"COMMIT"_s};
        for (const QString &statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(statement));
        query.clear();
        database = {};
        QSqlDatabase::removeDatabase(u"multiply"_s);
    }
};

QTEST_GUILESS_MAIN(TestTrackRecords)
#include "tst_trackrecords.moc"
