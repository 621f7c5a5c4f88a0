#include "models/catalog/catalogloader.h"
#include "models/catalog/shelfintake.h"

#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    shelf.title = path;
    return shelf;
}

QList<Offer> manyOffers(int count, const QString &service = u"S"_s)
{
    QList<Offer> offers;
    for (int i = 0; i < count; ++i) {
        Offer one;
        one.service = service;
        one.productId = QString::number(i);
        offers.append(one);
    }
    return offers;
}

/// Runs at each turn of the event loop.
class Turns
{
public:
    explicit Turns(std::function<void()> run) : m_run(std::move(run)) { post(); }
    int count = 0;

private:
    void post()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                ++count;
                m_run();
                post();
            },
            Qt::QueuedConnection);
    }
    std::function<void()> m_run;
    QObject m_context;
};

/// Gives its pages at once.
class FakeShop : public Shop
{
public:
    QMap<QString, ShelfPage> pages;
    int asked = 0;

    Async<ShelfPage> browse(const Shelf &shelf, Priority) override
    {
        ++asked;
        return readyResult<ShelfPage>(pages.value(shelf.path));
    }
    Async<QList<Offer>> refresh(const Offer &) override { return readyResult<QList<Offer>>(QList<Offer>()); }
    Async<OrderReport> buy(const Purchase &) override { return no(); }
    Async<OrderReport> check(const Order &, Priority) override { return no(); }
    Async<OrderReport> cancel(const Order &) override { return no(); }
    Async<OrderReport> finish(const Order &) override { return no(); }
    Async<OrderReport> resend(const Order &) override { return no(); }
    Async<OrderReport> replace(const Order &, const QString &) override { return no(); }
    OrderActions actions(const Order &, const QDateTime &) const override { return {}; }

private:
    static Async<OrderReport> no()
    {
        ApiError error;
        error.kind = ErrorKind::NotSupported;
        return readyResult<OrderReport>(error);
    }
};

} // namespace

class ShelfIntakeTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<QObject> m_context;
    QStringList m_done;
    int m_told = 0; // times
    int m_toldOffers = 0;

    /// Notes the name when all of it is in.
    void put(ShelfIntake &intake, const QString &path, const QList<Offer> &offers,
             const QString &account = u"a"_s)
    {
        whenReady(intake.put(account, shelfAt(path), offers), m_context.get(),
                  [this, path](const Result<Done> &) { m_done.append(path); });
    }
    std::unique_ptr<CatalogLoader> makeLoader(FakeShop &shop)
    {
        return std::make_unique<CatalogLoader>(*m_catalog, [&shop](const QString &, OfferKind kind) {
            return kind == OfferKind::Number ? &shop : nullptr;
        });
    }

private Q_SLOTS:
    void init()
    {
        m_done.clear();
        m_told = 0;
        m_toldOffers = 0;
        m_context = std::make_unique<QObject>();
        m_catalog = std::make_unique<Catalog>();
        m_catalog->setAccount({u"a"_s, {}, {}, u"P"_s});
        m_catalog->setAccount({u"b"_s, {}, {}, u"Q"_s});
        connect(m_catalog.get(), &Catalog::changed, m_context.get(), [this](const CatalogChange &change) {
            ++m_told;
            m_toldOffers += static_cast<int>(change.added.size());
        });
    }
    void cleanup()
    {
        m_context.reset();
        m_catalog.reset();
    }

    void aLongPageDoesNotHoldUpTheEventLoop()
    {
        ShelfIntake intake(*m_catalog);
        QSet<int> seen;
        Turns turns([&] { seen.insert(m_catalog->count()); });
        put(intake, u"1"_s, manyOffers(10'000));
        QCOMPARE(m_catalog->count(), 0); // not from within the call
        QTRY_COMPARE(m_done, QStringList{u"1"_s});
        QCOMPARE(m_catalog->count(), 10'000);
        QVERIFY(seen.size() >= 10);
        QVERIFY(turns.count >= 10);
        QTRY_COMPARE(m_toldOffers, 10'000); // each once
    }

    void manyPagesAreToldFewTimes()
    {
        ShelfIntake intake(*m_catalog);
        constexpr int Pages = 300;
        for (int i = 0; i < Pages; ++i)
            put(intake, QString::number(i), manyOffers(3, QString::number(i)));
        QTRY_COMPARE(m_done.size(), Pages);
        QCOMPARE(m_catalog->count(), 3 * Pages);
        QVERIFY(m_told < Pages / 3); // ten times a second at most, and every twentieth page
        // Whatever was put last is told as well, without anything else happening.
        QTRY_COMPARE(m_toldOffers, 3 * Pages);
    }

    void deliveriesComeInInTheirOrder()
    {
        ShelfIntake intake(*m_catalog);
        put(intake, u"1"_s, manyOffers(2500));
        put(intake, u"2"_s, manyOffers(1, u"T"_s));
        put(intake, u"1"_s, manyOffers(20)); // the same shelf, fetched again
        put(intake, u"3"_s, {});
        QTRY_COMPARE(m_done.size(), 4);
        QCOMPARE(m_done.join(u' '), u"1 2 1 3"_s);
        QCOMPARE(m_catalog->count(), 21); // as it was fetched last
    }

    void anEmptyShelfIsAShelf()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), manyOffers(3));
        ShelfIntake intake(*m_catalog);
        put(intake, u"1"_s, {});
        QTRY_COMPARE(m_done.size(), 1);
        QCOMPARE(m_catalog->count(), 0);
    }

    void anAccountRemovedInBetweenLeavesNothingBehind()
    {
        ShelfIntake intake(*m_catalog);
        put(intake, u"1"_s, manyOffers(10'000));
        put(intake, u"2"_s, manyOffers(5), u"b"_s);
        QTRY_VERIFY(m_catalog->count() > 0);
        QVERIFY(m_done.isEmpty());
        m_catalog->removeAccount(u"a"_s);
        m_catalog->setAccount({u"a"_s, {}, {}, u"Another"_s}); // with the same name, and not the same
        QTRY_COMPARE(m_done.size(), 2);                        // whoever waits is told
        QCOMPARE(m_catalog->countOf(u"a"_s), 0);
        QCOMPARE(m_catalog->countOf(u"b"_s), 5);
    }

    void nothingIsPutForAnAccountThatIsNotThere()
    {
        ShelfIntake intake(*m_catalog);
        put(intake, u"1"_s, manyOffers(5), u"nobody"_s);
        QTRY_COMPARE(m_done.size(), 1);
        QCOMPARE(m_catalog->count(), 0);
        QCOMPARE(m_told, 0);
    }

    void goneItLeavesNobodyWaiting()
    {
        auto intake = std::make_unique<ShelfIntake>(*m_catalog);
        const Async<Done> waiting = intake->put(u"a"_s, shelfAt(u"1"_s), manyOffers(10));
        intake.reset();
        QVERIFY(waiting.isFinished());
        QCOMPARE(m_catalog->count(), 0);
    }

    void aLoadEndsWhenEverythingIsIn()
    {
        FakeShop shop;
        shop.pages[{}] = {{}, {shelfAt(u"1"_s), shelfAt(u"2"_s), shelfAt(u"3"_s)}};
        for (const QString &path : {u"1"_s, u"2"_s, u"3"_s})
            shop.pages[path] = {manyOffers(4000, path), {}};
        const auto loader = makeLoader(shop);
        int atEnd = -1;
        int toldAtEnd = 0;
        int added = 0;
        connect(m_catalog.get(), &Catalog::changed, m_context.get(),
                [&](const CatalogChange &change) { added += int(change.added.size()); });
        connect(loader.get(), &CatalogLoader::finished, m_context.get(), [&] {
            atEnd = m_catalog->count();
            toldAtEnd = added;
        });
        QList<int> counts;
        connect(loader.get(), &CatalogLoader::progress, m_context.get(),
                [&](const QString &, int done, int) { counts.append(done * 100'000 + m_catalog->count()); });
        loader->load(u"a"_s);
        QTRY_COMPARE(atEnd, 12'000);
        QCOMPARE(toldAtEnd, 12'000);
        // Each shelf counts when it is in the catalog, not when it was fetched.
        QCOMPARE(counts.size(), 4);
        for (int done = 1; done <= 4; ++done)
            QVERIFY(counts[done - 1] >= done * 100'000 + (done - 1) * 4000);
    }

    void canceledInBetweenNothingMoreIsFetched()
    {
        FakeShop shop;
        shop.pages[{}] = {manyOffers(10'000), {shelfAt(u"1"_s)}};
        const auto loader = makeLoader(shop);
        QSignalSpy finished(loader.get(), &CatalogLoader::finished);
        QSignalSpy canceled(loader.get(), &CatalogLoader::canceled);
        loader->load(u"a"_s);
        QTRY_VERIFY(m_catalog->count() > 0);
        QVERIFY(m_catalog->count() < 10'000);
        loader->cancel(u"a"_s);
        QCOMPARE(canceled.count(), 1);
        put(loader->intake(), u"after"_s, {});
        QTRY_COMPARE(m_done.size(), 1);
        QCOMPARE(m_catalog->count(), 10'000); // what was fetched is put to its end
        QCOMPARE(shop.asked, 1);
        QCOMPARE(finished.count(), 0);
    }

    void supersededTheLaterLoadWins()
    {
        FakeShop shop;
        shop.pages[{}] = {manyOffers(5000), {}};
        const auto loader = makeLoader(shop);
        QSignalSpy finished(loader.get(), &CatalogLoader::finished);
        loader->load(u"a"_s);
        QTRY_VERIFY(m_catalog->count() > 0);
        shop.pages[{}] = {manyOffers(7), {}};
        loader->load(u"a"_s);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_catalog->count(), 7);
    }
};

QTEST_GUILESS_MAIN(ShelfIntakeTest)
#include "tst_shelfintake.moc"
