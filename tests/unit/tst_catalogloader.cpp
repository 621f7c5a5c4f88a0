#include "models/catalog/catalog.h"
#include "models/catalog/catalogloader.h"

#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

Offer offer(const QString &service)
{
    Offer o;
    o.service = service;
    return o;
}

Shelf shelf(const QString &path, const QString &title = {}, const QString &iso = {})
{
    Shelf s;
    s.path = path;
    s.title = title;
    s.countryIso = iso;
    return s;
}

ApiError error(ErrorKind kind)
{
    ApiError e;
    e.kind = kind;
    return e;
}

/// Answers browse() from a table, or when told to.
class FakeShop : public Shop
{
public:
    QMap<QString, ShelfPage> pages;
    QMap<QString, ErrorKind> failures;
    std::function<ShelfPage(const Shelf &)> invent; ///< for paths that are not in the tables
    bool holdsBack = false;                         ///< keeps its answers until answerNext()
    QStringList asked;
    std::vector<std::pair<Shelf, QPromise<Result<ShelfPage>>>> open;
    size_t mostOpen = 0;

    Async<ShelfPage> browse(const Shelf &s, Priority priority) override
    {
        Q_ASSERT(priority == Priority::Catalog);
        asked.append(s.path);
        open.emplace_back(s, QPromise<Result<ShelfPage>>());
        open.back().second.start();
        mostOpen = std::max(mostOpen, open.size());
        const auto future = open.back().second.future();
        if (!holdsBack)
            QMetaObject::invokeMethod(
                &m_context, [this] { answerNext(); }, Qt::QueuedConnection);
        return future;
    }
    void answerNext()
    {
        auto [s, promise] = std::move(open.front());
        open.erase(open.begin());
        if (failures.contains(s.path))
            promise.addResult(error(failures.value(s.path)));
        else
            promise.addResult(pages.contains(s.path) || !invent ? pages.value(s.path) : invent(s));
        promise.finish();
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
    static Async<OrderReport> no() { return readyResult<OrderReport>(error(ErrorKind::NotSupported)); }
    QObject m_context;
};

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    return shelf;
}

} // namespace

class CatalogLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_catalog.reset(new Catalog);
        m_catalog->setAccount({u"a"_s, {}, {}, u"P"_s});
        m_shop.reset(new FakeShop);
        m_loader.reset(new CatalogLoader(*m_catalog, [this](const QString &, OfferKind kind) {
            return kind == OfferKind::Number ? m_shop.get() : nullptr;
        }));
        m_finished.reset(new QSignalSpy(m_loader.get(), &CatalogLoader::finished));
        m_failed.reset(new QSignalSpy(m_loader.get(), &CatalogLoader::failed));
        m_canceled.reset(new QSignalSpy(m_loader.get(), &CatalogLoader::canceled));
    }
    void cleanup()
    {
        m_loader.reset();
        m_shop.reset();
        m_catalog.reset();
    }

    void shelvesAreFetchedBreadthFirst()
    {
        m_shop->pages[{}] = {{}, {shelf(u"1"_s, u"One"_s), shelf(u"2"_s, u"Two"_s)}};
        m_shop->pages[u"1"_s] = {{offer(u"A"_s)}, {shelf(u"1/1"_s, u"Deep"_s)}};
        m_shop->pages[u"2"_s] = {{offer(u"B"_s)}, {}};
        m_shop->pages[u"1/1"_s] = {{offer(u"C"_s)}, {}};
        QSignalSpy progress(m_loader.get(), &CatalogLoader::progress);
        m_loader->load(u"a"_s);
        QVERIFY(m_loader->isLoading(u"a"_s));
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(!m_loader->isLoading(u"a"_s));
        QCOMPARE(m_shop->asked, (QStringList{QString(), u"1"_s, u"2"_s, u"1/1"_s}));
        QCOMPARE(m_catalog->count(), 3);
        QCOMPARE(m_shop->mostOpen, size_t(2));
        QCOMPARE(progress.count(), 4);
        QCOMPARE(progress.last(), (QVariantList{u"a"_s, 4, 4}));
    }

    void thePreferredCountryComesFirst()
    {
        m_shop->pages[{}] = {{},
                             {shelf(u"de"_s, u"Germany"_s, u"DE"_s), shelf(u"in"_s, u"India"_s, u"IN"_s),
                              shelf(u"us"_s, u"United States"_s, u"US"_s),
                              shelf(u"pk"_s, u"Pakistan"_s, u"PK"_s)}};
        m_shop->holdsBack = true;
        m_loader->setPreferredCountry(u"IN"_s);
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_shop->open.size(), size_t(1));
        m_shop->answerNext();
        QTRY_COMPARE(m_shop->open.size(), size_t(2));
        QCOMPARE(m_shop->asked.mid(1), (QStringList{u"in"_s, u"de"_s}));
        m_loader->setPreferredCountry(u"PK"_s); // while it runs
        m_shop->answerNext();
        QTRY_COMPARE(m_shop->asked.mid(3), QStringList{u"pk"_s});
    }

    void onlyTheWantedCountryIsFetched()
    {
        Shelf named = shelf(u"uk"_s, u"England"_s);
        named.country = u"England"_s;
        m_shop->pages[{}] = {{},
                             {shelf(u"de"_s, u"Germany"_s, u"DE"_s), named, shelf(u"any"_s, u"Special"_s)}};
        m_catalog->putShelf(u"a"_s, shelfAt(u"de"_s), {offer(u"German"_s)});
        m_loader->load(u"a"_s, u"GB"_s);
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(m_shop->asked, (QStringList{QString(), u"uk"_s, u"any"_s}));
        QCOMPARE(m_catalog->count(), 1); // what was not looked at stays
    }

    void shelvesThatPointAtEachOtherEnd()
    {
        m_shop->pages[{}] = {{}, {shelf(u"1"_s, u"One"_s), shelf({}, u"Root again"_s)}};
        m_shop->pages[u"1"_s] = {{}, {shelf({}, u"Root"_s), shelf(u"1"_s, u"Itself"_s)}};
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(m_shop->asked.size(), 2);
    }

    void aServerThatRepeatsItsPageForEverEnds()
    {
        int price = 0;
        m_shop->invent = [&price](const Shelf &s) {
            Offer same = offer(u"A"_s);
            same.stock = ++price; // looks different each time
            return ShelfPage{{same}, {shelf(QString::number(s.path.toInt() + 1))}};
        };
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(m_shop->asked.size(), 2);
        QCOMPARE(m_catalog->count(), 1);
    }

    void aServerThatGivesEmptyPagesForEverEnds()
    {
        m_shop->pages[{}] = {{offer(u"A"_s)}, {shelf(u"1"_s)}};
        m_shop->invent = [](const Shelf &s) {
            return ShelfPage{{}, {shelf(QString::number(s.path.toInt() + 1))}};
        };
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(m_shop->asked.size(), 2);
    }

    void afterCancelLateAnswersAreRefused()
    {
        m_shop->pages[{}] = {{offer(u"A"_s)}, {shelf(u"1"_s, u"One"_s)}};
        m_shop->holdsBack = true;
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_shop->open.size(), size_t(1));
        m_loader->cancel(u"a"_s);
        QCOMPARE(m_canceled->count(), 1);
        m_shop->answerNext();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(m_catalog->count(), 0);
        QCOMPARE(m_shop->asked.size(), 1);
        QCOMPARE(m_finished->count() + m_failed->count(), 0);
        m_loader->cancel(u"a"_s);
        QCOMPARE(m_canceled->count(), 1); // each load ends once
    }

    void aSupersededLoadsAnswersAreRefused()
    {
        m_shop->holdsBack = true;
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_shop->open.size(), size_t(1));
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_shop->open.size(), size_t(2));
        m_shop->pages[{}] = {{offer(u"Old"_s)}, {}};
        m_shop->answerNext();
        m_shop->pages[{}] = {{offer(u"New"_s)}, {}};
        m_shop->answerNext();
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(m_catalog->count(), 1);
        QCOMPARE(m_catalog->at(0).service, u"New"_s);
        QCOMPARE(m_canceled->count(), 1);
    }

    void aFailingShelfDoesNotEndTheOthers()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"Earlier"_s)});
        m_shop->pages[{}] = {{},
                             {shelf(u"1"_s, u"One"_s), shelf(u"2"_s, u"Two"_s), shelf(u"3"_s, u"Three"_s)}};
        m_shop->failures[u"1"_s] = ErrorKind::ServiceDown;
        m_shop->pages[u"2"_s] = {{offer(u"B"_s)}, {}};
        m_shop->pages[u"3"_s] = {{offer(u"C"_s)}, {}};
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_failed->count(), 1);
        QCOMPARE(m_finished->count(), 0);
        QCOMPARE(m_failed->first()[1].value<ApiError>().kind, ErrorKind::ServiceDown);
        QCOMPARE(m_catalog->count(), 3);
        QCOMPARE(m_catalog->staleReason(u"a"_s)->kind, ErrorKind::ServiceDown);

        m_shop->failures.clear();
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(!m_catalog->staleReason(u"a"_s));
        QCOMPARE(m_catalog->count(), 2); // the earlier one is no longer sold
    }

    void someErrorsEndTheLoad_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("asked");
        QTest::newRow("wrong key") << ErrorKind::WrongKey << 2;
        QTest::newRow("blocked") << ErrorKind::AccountBlocked << 2;
        QTest::newRow("unreachable") << ErrorKind::Unreachable << 2;
        QTest::newRow("no key") << ErrorKind::KeyMissing << 2;
        QTest::newRow("five failures in a row") << ErrorKind::TimedOut << 6;
    }
    void someErrorsEndTheLoad()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, asked);
        ShelfPage root{{}, {}};
        for (int i = 0; i < 20; ++i) {
            root.shelves.append(shelf(QString::number(i), QString::number(i)));
            m_shop->failures[QString::number(i)] = kind;
        }
        m_shop->pages[{}] = root;
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_failed->count(), 1);
        QCOMPARE(m_failed->first()[1].value<ApiError>().kind, kind);
        // One more may have been under way.
        QVERIFY(m_shop->asked.size() >= asked && m_shop->asked.size() <= asked + 1);
    }

    void withoutAKeyItSaysSoLater()
    {
        const std::unique_ptr<FakeShop> gone = std::move(m_shop);
        m_loader->load(u"a"_s);
        QCOMPARE(m_failed->count(), 0);
        QTRY_COMPARE(m_failed->count(), 1);
        QCOMPARE(m_failed->first()[1].value<ApiError>().kind, ErrorKind::KeyMissing);
    }

    void aProviderThatGoesAwayEndsTheLoad()
    {
        m_shop->holdsBack = true;
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_shop->open.size(), size_t(1));
        m_shop.reset();
        QTRY_COMPARE(m_failed->count(), 1);
        QCOMPARE(m_failed->first()[1].value<ApiError>().kind, ErrorKind::Canceled);
    }

    void cancelingFromAProgressSignalIsSafe()
    {
        m_shop->pages[{}] = {{offer(u"A"_s)}, {shelf(u"1"_s, u"One"_s)}};
        connect(m_loader.get(), &CatalogLoader::progress, this, [this] { m_loader->cancel(u"a"_s); });
        m_loader->load(u"a"_s);
        QTRY_COMPARE(m_canceled->count(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(m_shop->asked.size(), 1);
        QCOMPARE(m_finished->count(), 0);
    }

private:
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<FakeShop> m_shop;
    std::unique_ptr<CatalogLoader> m_loader;
    std::unique_ptr<QSignalSpy> m_finished;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_canceled;
};

QTEST_GUILESS_MAIN(CatalogLoaderTest)
#include "tst_catalogloader.moc"
