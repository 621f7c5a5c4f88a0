#include "models/watches/watchmodel.h"
#include "tests/support/watchbench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace otpdesk;
using namespace std::chrono_literals;

namespace {

ApiError error(ErrorKind kind)
{
    ApiError e;
    e.kind = kind;
    return e;
}

/// The most requests within any minute.
int mostAMinute(const QList<std::chrono::milliseconds> &at)
{
    qsizetype most = 0;
    for (qsizetype from = 0, to = 0; to < at.size(); ++to) {
        while (at[to] - at[from] >= 60s)
            ++from;
        most = std::max(most, to - from + 1);
    }
    return int(most);
}

} // namespace

class MarketWatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_floor = std::make_unique<WatchFloor>();
        restart();
        QVERIFY(m_bench->open());
    }
    void cleanup()
    {
        stop();
        m_floor.reset();
    }

    void withoutAWatchNothingWaits();
    void watchesOutliveARestart();
    void aMarketIsWatchedOnce();
    void whatCannotBeWrittenIsToldAndUndone();
    void stockIsToldWhenItAppears();
    void theFirstLookCounts();
    void aPriceIsToldWhenItFalls();
    void anotherLimitIsAnotherQuestion();
    void theCheapestOfAllAccountsIsFound();
    void anotherCurrencyNeedsARate();
    void whatWasPaidLastMeetsNoLimit();
    void flappingStockIsToldEveryTenMinutes();
    void staleOffersMeetNothing();
    void aLookMakesStaleOffersFresh();
    void aFailedRefreshIsNoNews();
    void anOrdinaryRefreshFindsItToo();
    void roundsAreAMinuteApart();
    void manyWatchesShareATenthOfTheLimit();
    void aSharedShelfIsFetchedOnceARound();
    void aSlowProviderIsAskedRarely();
    void failuresBackOff();
    void aRefusedKeyIsNotTriedAgain_data();
    void aRefusedKeyIsNotTriedAgain();
    void throttledAccountsRest();
    void nothingIsAskedWhileTheCatalogLoads();
    void anUnknownCatalogIsLoadedForTheCountry();
    void aFailedLoadIsTriedAgainLater();
    void whatSoldOutAndWentIsLookedForWhereItWas();
    void newPagesAreFollowedAFew();
    void aMissingShelfDoesNotHoldUpTheOthers();
    void lateAnswersOfARemovedAccountAreRefused();
    void aWatchRemovedWhileItIsLookedAtIsForgotten();
    void theModelFollows();

private:
    void stop()
    {
        m_met.reset();
        m_bench.reset();
    }
    void restart()
    {
        stop();
        m_bench = std::make_unique<WatchBench>(*m_floor);
        m_met = std::make_unique<QSignalSpy>(&m_bench->watcher, &MarketWatcher::met);
    }
    /// An account with a page of Pakistan in the catalog.
    bool stock(const QString &id, const QList<Offer> &offers)
    {
        put(id, offers);
        if (!m_bench->add(id))
            return false;
        m_bench->catalog.putShelf(id, WatchBench::shelf(), offers);
        return true;
    }
    /// What the provider sells from now on.
    void put(const QString &id, const QList<Offer> &offers)
    {
        shelves(id).pages[{}] = {{}, {WatchBench::shelf()}};
        shelves(id).pages[u"pk"_s] = {offers, {}};
    }
    ShelfProvider::Shelves &shelves(const QString &id) { return id == u"one" ? m_floor->one : m_floor->two; }
    qint64 id() const { return m_bench->watcher.watches().first().id; }
    WatchState state() const { return m_bench->watcher.state(id()); }
    WatchFinding told(int i = 0) const { return m_met->at(i).at(1).value<WatchFinding>(); }

    static Offer offer(const char *price, std::optional<int> stock = 5)
    {
        return WatchBench::offer(price, stock);
    }
    static Money inr(const char *amount) { return WatchBench::inr(amount); }
    static Market market() { return WatchBench::market(); }

    std::unique_ptr<WatchFloor> m_floor;
    std::unique_ptr<WatchBench> m_bench;
    std::unique_ptr<QSignalSpy> m_met;
};

void MarketWatcherTest::withoutAWatchNothingWaits()
{
    QVERIFY(stock(u"one"_s, {offer("20")}));
    QVERIFY(!m_floor->clock.nextAlarm());
    QVERIFY(m_bench->watch(market()));
    QVERIFY(m_floor->clock.nextAlarm());
    m_bench->pass(200s);
    QVERIFY(m_floor->clock.nextAlarm());
    m_bench->watcher.unwatch(id());
    QVERIFY(m_bench->written());
    QVERIFY(m_bench->watcher.watches().isEmpty());
    QVERIFY(!m_floor->clock.nextAlarm());
}

void MarketWatcherTest::watchesOutliveARestart()
{
    QVERIFY(m_bench->watch(market(), inr("15.25")));
    QVERIFY(m_bench->watch(WatchBench::market(u"WhatsApp"_s)));
    QVERIFY(m_bench->watch(WatchBench::market(u"Signal"_s)));
    m_bench->watcher.watch(WatchBench::market(u"WhatsApp"_s), inr("7"));
    m_bench->watcher.unwatch(m_bench->watcher.find(WatchBench::market(u"Signal"_s))->id);
    QVERIFY(m_bench->written());
    const QList<Watch> kept = m_bench->watcher.watches();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept[0].limit, std::optional(inr("15.25")));
    QCOMPARE(kept[1].limit, std::optional(inr("7")));
    QCOMPARE(kept[1].market.country, u"Pakistan"_s);

    restart();
    QVERIFY(m_bench->open());
    QCOMPARE(m_bench->watcher.watches(), kept);
    QCOMPARE(state(), WatchState::Unknown);
    QVERIFY(m_floor->clock.nextAlarm());
}

void MarketWatcherTest::aMarketIsWatchedOnce()
{
    m_bench->watcher.watch(market(), {});
    m_bench->watcher.watch(market(), inr("9")); // before the first is written
    QVERIFY(m_bench->written());
    QCOMPARE(m_bench->watcher.watches().size(), 1);
    QCOMPARE(m_bench->watcher.watches().first().limit, std::optional(inr("9")));
    m_bench->watcher.watch(market(), inr("8"));
    m_bench->watcher.watch(market(), inr("9")); // back again, before the other is written
    QVERIFY(m_bench->written());
    QCOMPARE(m_bench->watcher.watches().first().limit, std::optional(inr("9")));
    restart();
    QVERIFY(m_bench->open());
    QCOMPARE(m_bench->watcher.watches().size(), 1);
    QCOMPARE(m_bench->watcher.watches().first().limit, std::optional(inr("9")));
}

void MarketWatcherTest::whatCannotBeWrittenIsToldAndUndone()
{
    QVERIFY(m_bench->watch(market(), inr("9")));
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(m_floor->journalFile());
        QVERIFY(raw.open());
        QVERIFY(QSqlQuery(raw).exec(u"DROP TABLE watches"_s));
        raw.close();
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    QSignalSpy failed(&m_bench->watcher, &MarketWatcher::failed);
    m_bench->watcher.watch(WatchBench::market(u"WhatsApp"_s), {});
    m_bench->watcher.watch(market(), inr("8"));
    m_bench->watcher.unwatch(id());
    QVERIFY(m_bench->written());
    QCOMPARE(failed.count(), 3);
    QCOMPARE(failed.first().first().value<ApiError>().kind, ErrorKind::StorageFailed);
    QCOMPARE(m_bench->watcher.watches().size(), 1);
    QCOMPARE(m_bench->watcher.watches().first().limit, std::optional(inr("9")));
}

void MarketWatcherTest::stockIsToldWhenItAppears()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    QCOMPARE(state(), WatchState::Unknown);
    QVERIFY(!m_bench->watcher.lastLooked(id()).isValid());
    m_bench->pass(5s);
    QCOMPARE(state(), WatchState::Waiting);
    QVERIFY(m_bench->watcher.lastLooked(id()).isValid());
    QVERIFY(!m_bench->watcher.finding(id()));
    QCOMPARE(m_met->count(), 0);

    put(u"one"_s, {offer("20", 3)});
    m_bench->pass(70s);
    QCOMPARE(state(), WatchState::Met);
    QCOMPARE(m_met->count(), 1);
    QCOMPARE(m_met->first().first().value<Watch>(), *m_bench->watcher.find(market()));
    QCOMPARE(told().accountId, u"one"_s);
    QCOMPARE(told().offer.stock, std::optional(3));
    QCOMPARE(told().price, std::optional(inr("20")));
    m_bench->pass(1500s);
    QCOMPARE(m_met->count(), 1); // while it stays so
}

void MarketWatcherTest::theFirstLookCounts()
{
    QVERIFY(m_bench->watch(market()));
    restart();
    QVERIFY(m_bench->open());
    QVERIFY(stock(u"one"_s, {offer("20")}));
    m_bench->pass(70s);
    QCOMPARE(m_met->count(), 1);
}

void MarketWatcherTest::aPriceIsToldWhenItFalls()
{
    QVERIFY(stock(u"one"_s, {offer("20")}));
    QVERIFY(m_bench->watch(market(), inr("15")));
    m_bench->pass(5s);
    QCOMPARE(state(), WatchState::Waiting);
    QCOMPARE(m_bench->watcher.finding(id())->price, std::optional(inr("20")));
    put(u"one"_s, {offer("12", 0)}); // nobody can buy that
    m_bench->pass(70s);
    QCOMPARE(state(), WatchState::Waiting);
    put(u"one"_s, {offer("15")});
    m_bench->pass(70s);
    QCOMPARE(m_met->count(), 1);
    QCOMPARE(told().price, std::optional(inr("15")));
}

void MarketWatcherTest::anotherLimitIsAnotherQuestion()
{
    QVERIFY(stock(u"one"_s, {offer("20")}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    QCOMPARE(m_met->count(), 1);
    m_bench->watcher.watch(market(), inr("10"));
    QVERIFY(m_bench->written());
    QCOMPARE(state(), WatchState::Waiting);
    m_bench->watcher.watch(market(), inr("25"));
    QVERIFY(m_bench->written());
    QCOMPARE(m_met->count(), 2);                 // ten minutes have not passed, but it is another one
    m_bench->watcher.watch(market(), inr("25")); // the same again is not
    QVERIFY(m_bench->written());
    QCOMPARE(m_met->count(), 2);
}

void MarketWatcherTest::theCheapestOfAllAccountsIsFound()
{
    Offer other = offer("11");
    other.variant = u"Server 2"_s;
    QVERIFY(stock(u"one"_s, {offer("20"), WatchBench::offer("1", 5, u"WhatsApp"_s)}));
    QVERIFY(stock(u"two"_s, {offer("12"), other}));
    QVERIFY(m_bench->watch(market(), inr("15")));
    m_bench->pass(5s);
    QCOMPARE(m_met->count(), 1);
    QCOMPARE(told().accountId, u"two"_s);
    QCOMPARE(told().offer.variant, u"Server 2"_s);
    QCOMPARE(m_bench->watcher.cheapest(market())->price, std::optional(inr("11")));
}

void MarketWatcherTest::anotherCurrencyNeedsARate()
{
    const Currency usd = Currency::fromCode(u"USD");
    const Money limit = Money::fromText(u"0.20", usd).value();
    QVERIFY(stock(u"one"_s, {offer("16.8"), offer("84")}));
    QVERIFY(m_bench->watch(market(), limit));
    m_bench->pass(5s);
    QCOMPARE(state(), WatchState::Waiting);
    QCOMPARE(m_bench->watcher.finding(id())->price->currency().code(), u"INR"_s);
    m_bench->watcher.setConvert([usd](Money price, Currency currency) {
        return currency == usd && price.currency().code() == u"INR"
                   ? std::optional(Money::fromUnits(price.units() / 84, usd))
                   : std::nullopt;
    });
    WatchBench::settle();
    QCOMPARE(m_met->count(), 1);
    QCOMPARE(told().price, std::optional(limit));
    QCOMPARE(told().offer.price, std::optional(inr("16.8")));
}

void MarketWatcherTest::whatWasPaidLastMeetsNoLimit()
{
    m_bench->catalog.setLastPaid([](const QString &, const Offer &) { return std::optional(inr("3")); });
    QVERIFY(stock(u"one"_s, {offer(nullptr)}));
    QVERIFY(m_bench->watch(market(), inr("15")));
    m_bench->pass(5s);
    QCOMPARE(state(), WatchState::Waiting);
    QVERIFY(m_bench->watcher.finding(id()));
    QVERIFY(!m_bench->watcher.finding(id())->price);
    m_bench->watcher.watch(market(), {}); // but it is in stock
    QVERIFY(m_bench->written());
    QCOMPARE(state(), WatchState::Met);
}

void MarketWatcherTest::flappingStockIsToldEveryTenMinutes()
{
    QVERIFY(stock(u"one"_s, {offer("20")}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    QCOMPARE(m_met->count(), 1);
    for (int minute = 0; minute < 8; ++minute) {
        put(u"one"_s, {offer("20", minute % 2)});
        m_bench->pass(60s);
        QCOMPARE(state(), minute % 2 ? WatchState::Met : WatchState::Waiting);
    }
    QCOMPARE(m_met->count(), 1);
    m_bench->pass(180s); // it has been there since; now the person may hear of it
    QCOMPARE(m_met->count(), 2);
    m_bench->pass(1200s);
    QCOMPARE(m_met->count(), 2);
}

void MarketWatcherTest::staleOffersMeetNothing()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    m_bench->catalog.markStale(u"one"_s, error(ErrorKind::ServiceDown));
    m_bench->catalog.putShelf(u"one"_s, WatchBench::shelf(), {offer("20", 5)});
    WatchBench::settle();
    QCOMPARE(state(), WatchState::Waiting);
    QVERIFY(!m_bench->watcher.cheapest(market()));
}

void MarketWatcherTest::aLookMakesStaleOffersFresh()
{
    QVERIFY(stock(u"one"_s, {offer("20")}));
    m_bench->catalog.markStale(u"one"_s, error(ErrorKind::Unreachable)); // at start, before the network came
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    QCOMPARE(m_met->count(), 1);
}

void MarketWatcherTest::aFailedRefreshIsNoNews()
{
    QVERIFY(stock(u"one"_s, {offer("20")}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    for (int i = 0; i < 3; ++i) {
        m_bench->catalog.markStale(u"one"_s, error(ErrorKind::ServiceDown));
        m_bench->pass(700s);
        m_bench->catalog.clearStale(u"one"_s);
        m_bench->pass(700s);
    }
    QCOMPARE(m_met->count(), 1);
}

void MarketWatcherTest::anOrdinaryRefreshFindsItToo()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    m_floor->one.asked.clear();
    m_bench->catalog.putShelf(u"one"_s, WatchBench::shelf(), {offer("20", 7)});
    WatchBench::settle();
    QCOMPARE(m_met->count(), 1);
    QVERIFY(m_floor->one.asked.isEmpty());
}

void MarketWatcherTest::roundsAreAMinuteApart()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(30s);
    QCOMPARE(m_floor->one.asked.size(), 1);
    m_bench->watcher.watch(WatchBench::market(u"WhatsApp"_s), {}); // makes it no faster
    QVERIFY(m_bench->written());
    m_bench->pass(600s);
    const auto &at = m_floor->one.askedAt;
    QVERIFY(at.size() >= 10 && at.size() <= 11);
    for (qsizetype i = 1; i < at.size(); ++i)
        QVERIFY(at[i] - at[i - 1] >= 60s);
}

void MarketWatcherTest::manyWatchesShareATenthOfTheLimit()
{
    constexpr int Count = 25;
    QVERIFY(m_bench->add(u"one"_s));
    for (int i = 0; i < Count; ++i) {
        const QString name = u"Service %1"_s.arg(i);
        Shelf shelf = WatchBench::shelf(name);
        shelf.service = name;
        m_floor->one.pages[name] = {{WatchBench::offer("20", 0, name)}, {}};
        m_bench->catalog.putShelf(u"one"_s, shelf, {WatchBench::offer("20", 0, name)});
        QVERIFY(m_bench->watch(WatchBench::market(name)));
    }
    m_bench->pass(600s);
    QCOMPARE(mostAMinute(m_floor->one.askedAt), 6); // of sixty
    for (int i = 0; i < Count; ++i) {
        const auto times = m_floor->one.asked.count(u"Service %1"_s.arg(i));
        QVERIFY2(times == 2 || times == 3, qPrintable(QString::number(times)));
    }
}

void MarketWatcherTest::aSharedShelfIsFetchedOnceARound()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0), WatchBench::offer("5", 9, u"WhatsApp"_s)}));
    QVERIFY(m_bench->watch(market()));
    QVERIFY(m_bench->watch(WatchBench::market(u"WhatsApp"_s)));
    m_bench->pass(50s);
    QCOMPARE(m_floor->one.asked, QStringList{u"pk"_s});
    QCOMPARE(m_met->count(), 1);
    for (const Watch &watch : m_bench->watcher.watches())
        QVERIFY(m_bench->watcher.lastLooked(watch.id).isValid());
}

void MarketWatcherTest::aSlowProviderIsAskedRarely()
{
    m_floor->info.requestsPerMinute = 4;
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(900s);
    const auto &at = m_floor->one.askedAt;
    QVERIFY(at.size() >= 5);
    for (qsizetype i = 1; i < at.size(); ++i)
        QVERIFY(at[i] - at[i - 1] >= 150s);
}

void MarketWatcherTest::failuresBackOff()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(stock(u"two"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    m_floor->one.askedAt.clear();
    m_floor->two.askedAt.clear();
    m_floor->one.failures[u"pk"_s] = error(ErrorKind::ServiceDown);
    m_bench->pass(3600s);
    const auto &at = m_floor->one.askedAt;
    QVERIFY2(at.size() >= 6 && at.size() <= 8, qPrintable(QString::number(at.size())));
    QVERIFY(at[3] - at[2] > 3min);
    QVERIFY(at[6] - at[5] >= 15min);
    QVERIFY(m_floor->two.askedAt.size() > 55); // not held up

    m_floor->one.failures.clear();
    put(u"one"_s, {offer("20", 1)});
    m_bench->pass(1000s);
    QCOMPARE(m_met->count(), 1);
    m_floor->one.askedAt.clear();
    m_bench->pass(600s);
    QVERIFY(m_floor->one.askedAt.size() >= 9);
}

void MarketWatcherTest::aRefusedKeyIsNotTriedAgain_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong key") << ErrorKind::WrongKey;
    QTest::newRow("blocked") << ErrorKind::AccountBlocked;
    QTest::newRow("address") << ErrorKind::BadAddress;
}

void MarketWatcherTest::aRefusedKeyIsNotTriedAgain()
{
    QFETCH(ErrorKind, kind);
    QVERIFY(stock(u"one"_s, {offer("20")}));
    m_floor->one.failures[u"pk"_s] = error(kind);
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(7200s);
    QCOMPARE(m_floor->one.asked.size(), 1);
    QCOMPARE(state(), WatchState::Unknown);
    m_floor->one.failures.clear();
    Account account = m_bench->accounts.find(u"one"_s)->account;
    account.baseUrl = QUrl(u"http://127.0.0.1:1/other"_s);
    const auto saved = m_bench->accounts.save(account, u"another key"_s);
    QTRY_VERIFY(saved.isFinished());
    WatchBench::settle();
    m_bench->pass(70s);
    QCOMPARE(m_met->count(), 1);
}

void MarketWatcherTest::throttledAccountsRest()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    Q_EMIT m_bench->accounts.provider(u"one"_s)->throttled(5min);
    m_bench->pass(290s);
    QCOMPARE(m_floor->one.asked.size(), 1);
    m_bench->pass(70s);
    QCOMPARE(m_floor->one.asked.size(), 2);
}

void MarketWatcherTest::nothingIsAskedWhileTheCatalogLoads()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_floor->one.holdsBack = true;
    m_bench->loader.load(u"one"_s);
    m_bench->pass(300s);
    QCOMPARE(m_floor->one.asked, QStringList{QString()}); // the loader's
    m_floor->one.holdsBack = false;
    m_floor->one.answerNext();
    WatchBench::settle();
    QVERIFY(!m_bench->loader.isLoading(u"one"_s));
    m_floor->one.asked.clear();
    m_bench->pass(60s);
    QCOMPARE(m_floor->one.asked, QStringList{u"pk"_s});
}

void MarketWatcherTest::anUnknownCatalogIsLoadedForTheCountry()
{
    Shelf elsewhere = WatchBench::shelf(u"in"_s);
    elsewhere.countryIso = u"IN"_s;
    put(u"one"_s, {offer("20")});
    m_floor->one.pages[{}].shelves.append(elsewhere);
    QVERIFY(m_bench->add(u"one"_s));
    QVERIFY(m_bench->add(u"two"_s)); // sells nothing there
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(30s);
    QCOMPARE(m_floor->one.asked, (QStringList{QString(), u"pk"_s}));
    QCOMPARE(m_floor->two.asked, QStringList{QString()});
    QCOMPARE(m_met->count(), 1);
    m_bench->pass(600s);
    QVERIFY(!m_floor->one.asked.mid(2).contains(QString()));
    QCOMPARE(m_floor->two.asked, QStringList{QString()}); // not each minute
}

void MarketWatcherTest::aFailedLoadIsTriedAgainLater()
{
    put(u"one"_s, {offer("20")});
    m_floor->one.failures[QString()] = error(ErrorKind::Unreachable);
    QVERIFY(m_bench->add(u"one"_s));
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(30s);
    QCOMPARE(m_floor->one.asked.size(), 1);
    QCOMPARE(state(), WatchState::Unknown);
    m_floor->one.failures.clear();
    m_bench->pass(120s);
    QCOMPARE(m_met->count(), 1);
}

void MarketWatcherTest::whatSoldOutAndWentIsLookedForWhereItWas()
{
    Shelf everything; // a list of all countries says nothing of this one
    everything.path = u"all"_s;
    everything.title = u"all"_s;
    QVERIFY(m_bench->add(u"one"_s));
    m_floor->one.pages[u"all"_s] = {{offer("20"), WatchBench::offer("3", 3, u"WhatsApp"_s)}, {}};
    m_bench->catalog.putShelf(u"one"_s, everything, m_floor->one.pages[u"all"_s].offers);
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    QCOMPARE(m_met->count(), 1);
    m_floor->one.pages[u"all"_s].offers.removeFirst();
    m_bench->pass(700s);
    QCOMPARE(state(), WatchState::Waiting);
    m_floor->one.pages[u"all"_s].offers.append(offer("19"));
    m_bench->pass(70s);
    QCOMPARE(m_met->count(), 2);
}

void MarketWatcherTest::newPagesAreFollowedAFew()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    m_floor->one.pages[u"pk"_s].shelves = {[] {
        Shelf next;
        next.path = u"p1"_s;
        return next;
    }()};
    for (int i = 1; i < 20; ++i) {
        Shelf next;
        next.path = u"p%1"_s.arg(i + 1);
        Offer one = offer("20", i == 3 ? 1 : 0);
        one.variant = next.path;
        m_floor->one.pages[u"p%1"_s.arg(i)] = {{one}, {next}};
    }
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    QCOMPARE(m_floor->one.asked, (QStringList{u"pk"_s, u"p1"_s, u"p2"_s, u"p3"_s}));
    QCOMPARE(m_met->count(), 1);
}

void MarketWatcherTest::aMissingShelfDoesNotHoldUpTheOthers()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    m_bench->catalog.putShelf(u"one"_s, WatchBench::shelf(u"gone"_s), {});
    m_floor->one.failures[u"gone"_s] = error(ErrorKind::NotFound);
    QVERIFY(m_bench->watch(market()));
    m_bench->pass(5s);
    QCOMPARE(m_floor->one.asked.size(), 2);
    m_bench->pass(190s);
    QCOMPARE(m_floor->one.asked.size(), 8);
}

void MarketWatcherTest::lateAnswersOfARemovedAccountAreRefused()
{
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market()));
    m_floor->one.holdsBack = true;
    m_bench->pass(5s);
    QCOMPARE(m_floor->one.waiting.size(), size_t(1));
    m_bench->accounts.remove(u"one"_s);
    QVERIFY(m_bench->written());
    QCOMPARE(m_bench->catalog.count(), 0);
    put(u"one"_s, {offer("20", 5)});
    m_floor->one.answerNext();
    m_bench->pass(130s);
    QCOMPARE(m_met->count(), 0);
    QCOMPARE(m_bench->catalog.count(), 0);
}

void MarketWatcherTest::aWatchRemovedWhileItIsLookedAtIsForgotten()
{
    QVERIFY(stock(u"one"_s, {offer("20", 5)}));
    QVERIFY(m_bench->watch(market()));
    m_floor->one.holdsBack = true;
    m_bench->pass(5s);
    m_bench->watcher.unwatch(id());
    QVERIFY(m_bench->written());
    m_floor->one.answerNext();
    m_bench->pass(130s);
    QCOMPARE(m_met->count(), 0);
    QCOMPARE(m_floor->one.asked.size(), 1);
    QVERIFY(!m_floor->clock.nextAlarm());
}

void MarketWatcherTest::theModelFollows()
{
    WatchModel model(m_bench->watcher, m_bench->catalog, m_floor->clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto text = [&model](WatchModel::Column column) {
        return model.index(0, static_cast<int>(column)).data().toString();
    };
    using Column = WatchModel::Column;
    QVERIFY(!m_floor->clock.nextAlarm());
    QVERIFY(stock(u"one"_s, {offer("20", 0)}));
    QVERIFY(m_bench->watch(market(), inr("15")));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(Column::Service), u"Telegram"_s);
    QCOMPARE(text(Column::Country), u"Pakistan"_s);
    QCOMPARE(text(Column::Condition), u"at most ₹15.00"_s);
    QCOMPARE(text(Column::Now), u"not looked at yet"_s);
    QCOMPARE(text(Column::Looked), QString());
    m_bench->pass(5s);
    QCOMPARE(text(Column::Now), u"out of stock"_s);
    QCOMPARE(text(Column::Looked), u"just now"_s);
    put(u"one"_s, {offer("12.40", 340)});
    m_bench->pass(70s);
    QCOMPARE(text(Column::Now), u"₹12.40 at ZapOTP, 340 in stock"_s);
    QCOMPARE(model.index(0, 0).data(WatchModel::StateRole).toInt(), int(WatchState::Met));
    m_bench->watcher.watch(market(), {});
    QVERIFY(m_bench->written());
    QCOMPARE(text(Column::Condition), u"in stock"_s);
    m_bench->watcher.unwatch(id());
    QVERIFY(m_bench->written());
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(MarketWatcherTest)
#include "tst_marketwatcher.moc"
