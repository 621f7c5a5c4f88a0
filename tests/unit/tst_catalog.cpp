#include "models/catalog/catalog.h"
#include "models/catalog/catalogfilter.h"
#include "models/catalog/catalogorder.h"
#include "models/search/searchfold.h"

#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const Currency Usd = Currency::fromCode(u"USD");
const Currency Idr = Currency::fromCode(u"IDR");

Offer offer(const QString &service, const QString &country, qint64 cents, const QString &product = {})
{
    Offer o;
    o.line = u"s1"_s;
    o.service = service;
    o.country = country;
    o.productId = product;
    if (cents >= 0)
        o.price = Money::fromUnits(cents * 100, Usd);
    return o;
}

class Changes
{
public:
    explicit Changes(Catalog &catalog)
    {
        QObject::connect(&catalog, &Catalog::changed, &m_context, [this](const CatalogChange &change) {
            ++count;
            last = change;
        });
    }
    int count = 0;
    CatalogChange last;

private:
    QObject m_context;
};

QStringList servicesOf(const Catalog &catalog, const std::vector<OfferRow> &rows)
{
    QStringList names;
    for (const OfferRow row : rows)
        names.append(catalog.at(row).service);
    return names;
}

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    return shelf;
}

} // namespace

class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rentalsOfOneServerAreToldApartByTheirTime()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, u"otpget"_s, {}, u"OTPGet"_s});
        Offer month = offer({}, u"Canada"_s, 84000);
        month.kind = OfferKind::Rental;
        month.countryIso = u"CA"_s;
        month.duration = std::chrono::hours(720);
        Offer year = month;
        year.duration = std::chrono::hours(8640);
        catalog.putShelf(u"a"_s, {}, {month, year});
        QCOMPARE(catalog.count(), 2);
        const auto row = catalog.find(u"a"_s, year);
        QVERIFY(row && catalog.find(u"a"_s, month) != row);
        QCOMPARE(catalog.at(*row), year);

        const CatalogMatcher found(catalog, {.text = u"360 days"_s});
        QVERIFY(found.accepts(*row));
        QVERIFY(!found.accepts(*catalog.find(u"a"_s, month)));
    }

    void cancellationFeeIsKeptAndItsChangeTold()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        Offer inbox = offer(u"openai.com"_s, {}, 1500);
        inbox.kind = OfferKind::Email;
        inbox.cancelFee = Money::fromUnits(15000, Usd);
        catalog.putShelf(u"a"_s, {}, {inbox});
        const auto row = catalog.find(u"a"_s, inbox);
        QVERIFY(row);
        QCOMPARE(catalog.at(*row), inbox);
        Changes changes(catalog);
        inbox.cancelFee.reset();
        catalog.noteOffer(u"a"_s, inbox);
        QCOMPARE(changes.last.changed.size(), size_t(1));
        QCOMPARE(catalog.at(*row), inbox);
        catalog.putShelf(u"a"_s, {}, {});
        QCOMPARE(catalog.count(), 0);
    }

    void sitesAreWhatHasADot()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        QList<Offer> offers;
        for (const QString &name : {u"openai.com"_s, u"Instagram"_s, u"discord.com"_s}) {
            offers.append(offer(name, {}, 100));
            offers.last().kind = OfferKind::Email;
        }
        offers.append(offer(u"booking.com"_s, {}, 100)); // a number for it is no inbox
        catalog.putShelf(u"a"_s, {}, offers);
        QCOMPARE(catalog.sitesOf(u"a"_s), (QStringList{u"discord.com"_s, u"openai.com"_s}));
        QVERIFY(catalog.sitesOf(u"b"_s).isEmpty());
    }

    void anOfferComesBackAsItWasPut()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
        Offer full = offer(u"WhatsApp"_s, u"Pakistan"_s, 150, u"007"_s);
        full.kind = OfferKind::Rental;
        full.countryIso = u"PK"_s;
        full.variant = u"Pool 2"_s;
        full.serviceId = u"12"_s;
        full.countryId = u"pkr"_s;
        full.variantId = u"4294967296"_s;
        full.stock = 0;
        full.successRate = 85;
        full.available = false;
        Offer bare;
        catalog.putShelf(u"a"_s, {}, {full, bare});
        QCOMPARE(catalog.count(), 2);
        const auto row = catalog.find(u"a"_s, full);
        QVERIFY(row);
        QCOMPARE(catalog.at(*row), full);
        QCOMPARE(catalog.accountAt(*row).label, u"Main"_s);
        QCOMPARE(catalog.at(*catalog.find(u"a"_s, bare)), bare);
    }

    void theCountryIsResolvedWhereTheProviderGivesNone()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"OTPGet"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"X"_s, u"England"_s, 1), offer(u"Y"_s, u"Atlantis"_s, 1)});
        QCOMPARE(catalog.at(*catalog.find(u"a"_s, offer(u"X"_s, u"England"_s, 1))).countryIso, u"GB"_s);
        QCOMPARE(catalog.at(*catalog.find(u"a"_s, offer(u"Y"_s, u"Atlantis"_s, 1))).countryIso, QString());
        const QList<CatalogCountry> countries = catalog.countries();
        QCOMPARE(countries.size(), 2);
        QCOMPARE(countries[0].title, u"Atlantis"_s);
        QCOMPARE(countries[1].key, u"GB"_s);
        QCOMPARE(countries[1].title, u"United Kingdom"_s);
        QCOMPARE(countries[1].offers, 1);
    }

    void anOfferGivenBackIsTheSameOffer()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"X"_s, u"England"_s, 1)});
        const auto row = catalog.find(u"a"_s, offer(u"X"_s, u"England"_s, 1));
        QVERIFY(row);
        QCOMPARE(catalog.find(u"a"_s, catalog.at(*row)), row); // it has an ISO code now
    }

    void aRefreshedShelfTellsOnlyWhatDiffers()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        Changes changes(catalog);
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s),
                         {offer(u"A"_s, {}, 1), offer(u"B"_s, {}, 2), offer(u"C"_s, {}, 3)});
        QCOMPARE(changes.last.added.size(), size_t(3));
        const auto b = catalog.find(u"a"_s, offer(u"B"_s, {}, 2));
        const auto c = catalog.find(u"a"_s, offer(u"C"_s, {}, 3));

        catalog.putShelf(u"a"_s, shelfAt(u"1"_s),
                         {offer(u"D"_s, {}, 4), offer(u"B"_s, {}, 9), offer(u"A"_s, {}, 1)});
        QCOMPARE(changes.count, 2);
        QCOMPARE(changes.last.added.size(), size_t(1));
        QCOMPARE(changes.last.removed, std::vector<OfferRow>{*c});
        QCOMPARE(changes.last.changed.size(), size_t(1));
        QCOMPARE(changes.last.changed[0].row, *b);
        QCOMPARE(changes.last.changed[0].facts, quint8(CatalogChange::PriceFact));
        QCOMPARE(catalog.find(u"a"_s, offer(u"B"_s, {}, 0)), b); // the row is its identity
        QCOMPARE(catalog.count(), 3);

        catalog.putShelf(u"a"_s, shelfAt(u"1"_s),
                         {offer(u"D"_s, {}, 4), offer(u"B"_s, {}, 9), offer(u"A"_s, {}, 1)});
        QCOMPARE(changes.count, 2); // nothing new, nothing told
    }

    void otherShelvesStay()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.setAccount({u"b"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s, {}, 1)});
        catalog.putShelf(u"a"_s, shelfAt(u"2"_s), {offer(u"B"_s, {}, 1)});
        catalog.putShelf(u"b"_s, shelfAt(u"1"_s), {offer(u"A"_s, {}, 1)});
        QCOMPARE(catalog.count(), 3); // the same offer of two accounts is two
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s), {});
        QCOMPARE(catalog.count(), 2);
        QCOMPARE(catalog.countOf(u"a"_s), 1);
        QCOMPARE(catalog.countOf(u"b"_s), 1);
    }

    void anOfferThatMovesToAnotherPageKeepsItsRow()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s, {}, 1)});
        catalog.putShelf(u"a"_s, shelfAt(u"2"_s), {offer(u"B"_s, {}, 1)});
        const auto b = catalog.find(u"a"_s, offer(u"B"_s, {}, 1));
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s, {}, 1), offer(u"B"_s, {}, 1)});
        catalog.putShelf(u"a"_s, shelfAt(u"2"_s), {});
        QCOMPARE(catalog.count(), 2);
        QCOMPARE(catalog.find(u"a"_s, offer(u"B"_s, {}, 1)), b);
    }

    void listedTwiceItIsOneOffer()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"A"_s, {}, 1), offer(u"A"_s, {}, 2)});
        QCOMPARE(catalog.count(), 1);
    }

    void shelvesTheCrawlDidNotComeByAreRemoved()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s, {}, 1)});
        catalog.putShelf(u"a"_s, shelfAt(u"2"_s), {offer(u"B"_s, {}, 1)});
        catalog.keepShelves(u"a"_s, {u"1"_s});
        QCOMPARE(catalog.count(), 1);
        QVERIFY(!catalog.find(u"a"_s, offer(u"B"_s, {}, 1)));
    }

    void aRemovedAccountTakesItsOffersAlong()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.setAccount({u"b"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"A"_s, {}, 1)});
        catalog.putShelf(u"b"_s, {}, {offer(u"B"_s, {}, 1)});
        QString readWhileRemoving;
        connect(&catalog, &Catalog::changed, this, [&](const CatalogChange &change) {
            readWhileRemoving = catalog.at(change.removed.front()).service;
        });
        catalog.removeAccount(u"a"_s);
        QCOMPARE(readWhileRemoving, u"A"_s);
        QCOMPARE(catalog.count(), 1);
        QVERIFY(!catalog.account(u"a"_s));
        catalog.putShelf(u"a"_s, {}, {offer(u"A"_s, {}, 1)}); // a late page
        QCOMPARE(catalog.count(), 1);
    }

    void staleRowsSayWhyUntilTheyAreFresh()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"A"_s, {}, 1)});
        QSignalSpy spy(&catalog, &Catalog::accountChanged);
        ApiError error;
        error.kind = ErrorKind::ServiceDown;
        catalog.markStale(u"a"_s, error);
        catalog.markStale(u"a"_s, error);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(catalog.staleReason(u"a"_s)->kind, ErrorKind::ServiceDown);
        QVERIFY(catalog.isStale(*catalog.find(u"a"_s, offer(u"A"_s, {}, 1))));
        catalog.clearStale(u"a"_s);
        QVERIFY(!catalog.staleReason(u"a"_s));
    }

    void manyComeAndGoWithoutLosingOne()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        // Pages of a thousand that overlap by half: the index grows, deletes and fills its holes.
        for (int round = 0; round < 12; ++round) {
            QList<Offer> page;
            for (int i = 0; i < 1000; ++i)
                page.append(offer(u"S"_s, {}, 1, QString::number(round * 500 + i)));
            catalog.putShelf(u"a"_s, {}, page);
            QCOMPARE(catalog.count(), 1000);
            for (const Offer &one : page)
                QVERIFY(catalog.find(u"a"_s, one));
            if (round > 0)
                QVERIFY(!catalog.find(u"a"_s, offer(u"S"_s, {}, 1, QString::number(round * 500 - 1))));
        }
        QCOMPARE(catalog.columns().rowEnd(), 1500u); // given free, rows are used again
    }

    void aNewerPriceIsTakenIntoTheRow()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"A"_s, {}, 1)});
        Changes changes(catalog);
        catalog.noteOffer(u"a"_s, offer(u"A"_s, {}, 5));
        catalog.noteOffer(u"a"_s, offer(u"Unknown"_s, {}, 5));
        QCOMPARE(changes.count, 1);
        QCOMPARE(catalog.at(0).price->toDecimal(), u"0.05"_s);
    }

    void searchIgnoresCaseAndMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("marks") << u"Côte d’Ivoire"_s << u"cote d'ivoire"_s;
        QTest::newRow("case") << u"STRASSE"_s << u"strasse"_s;
        QTest::newRow("stroke") << u"Łódź Ørsted"_s << u"lodz orsted"_s;
    }
    void searchIgnoresCaseAndMarks()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(searchFolded(text), folded);
    }

    void filterFinds_data()
    {
        QTest::addColumn<CatalogFilter>("filter");
        QTest::addColumn<QStringList>("services");
        QTest::newRow("everything") << CatalogFilter()
                                    << QStringList{u"Gmail"_s, u"Telegram"_s, u"WhatsApp"_s};
        QTest::newRow("word") << CatalogFilter{.text = u"WHATS"_s} << QStringList{u"WhatsApp"_s};
        QTest::newRow("words in any order")
            << CatalogFilter{.text = u"pak  tele"_s} << QStringList{u"Telegram"_s};
        QTest::newRow("both words needed") << CatalogFilter{.text = u"tele gmail"_s} << QStringList{};
        QTest::newRow("the provider's word for a country")
            << CatalogFilter{.text = u"england"_s} << QStringList{u"WhatsApp"_s};
        QTest::newRow("our word for a country")
            << CatalogFilter{.text = u"united kingdom"_s} << QStringList{u"WhatsApp"_s};
        QTest::newRow("label") << CatalogFilter{.text = u"wörk"_s} << QStringList{u"Gmail"_s};
        QTest::newRow("variant") << CatalogFilter{.text = u"telkomsel"_s} << QStringList{u"Telegram"_s};
        QTest::newRow("kind") << CatalogFilter{.kind = OfferKind::Email} << QStringList{u"Gmail"_s};
        QTest::newRow("country") << CatalogFilter{.country = u"GB"_s} << QStringList{u"WhatsApp"_s};
        QTest::newRow("account") << CatalogFilter{.accountId = u"b"_s} << QStringList{u"Gmail"_s};
        QTest::newRow("provider") << CatalogFilter{.providerId = u"otpzap"_s}
                                  << QStringList{u"Telegram"_s, u"WhatsApp"_s};
        QTest::newRow("nothing") << CatalogFilter{.text = u"tele"_s, .accountId = u"b"_s} << QStringList{};
    }
    void filterFinds()
    {
        QFETCH(CatalogFilter, filter);
        QFETCH(QStringList, services);
        Catalog catalog;
        catalog.setAccount({u"a"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        catalog.setAccount({u"b"_s, u"otpget"_s, u"Work"_s, u"OTPGet"_s});
        Offer telegram = offer(u"Telegram"_s, u"Pakistan"_s, 1);
        telegram.variant = u"Telkomsel"_s;
        Offer gmail = offer(u"Gmail"_s, {}, 1);
        gmail.kind = OfferKind::Email;
        catalog.putShelf(u"a"_s, {}, {offer(u"WhatsApp"_s, u"England"_s, 1), telegram});
        catalog.putShelf(u"b"_s, {}, {gmail});
        const CatalogMatcher matcher(catalog, filter);
        const std::vector<quint8> matches = matcher.matches();
        QStringList found;
        for (OfferRow row = 0; row < catalog.columns().rowEnd(); ++row) {
            QCOMPARE(matcher.accepts(row), bool(matches[row]));
            if (matches[row])
                found.append(catalog.at(row).service);
        }
        found.sort();
        QCOMPARE(found, services);
    }

    void removedRowsMatchNothing()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        catalog.putShelf(u"a"_s, {}, {offer(u"A"_s, {}, 1)});
        catalog.putShelf(u"a"_s, {}, {});
        QVERIFY(!CatalogMatcher(catalog, {}).accepts(0));
    }

    void sorts_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<QStringList>("services");
        const auto row = [](const char *name, CatalogSortKey key, Qt::SortOrder direction,
                            const char *order) {
            QTest::newRow(name) << int(key) << direction << QString::fromLatin1(order).split(u' ');
        };
        // IDR stands before USD; what is unknown stands last both ways.
        row("price", CatalogSortKey::Price, Qt::AscendingOrder, "d a b C e");
        row("price, dearest first", CatalogSortKey::Price, Qt::DescendingOrder, "b C a d e");
        row("service, in any case", CatalogSortKey::Service, Qt::AscendingOrder, "a b C d e");
        row("service, backwards", CatalogSortKey::Service, Qt::DescendingOrder, "e d C b a");
        row("stock", CatalogSortKey::Stock, Qt::AscendingOrder, "b a d C e");
        row("stock, most first", CatalogSortKey::Stock, Qt::DescendingOrder, "a b d C e");
        row("country, cheapest first", CatalogSortKey::Country, Qt::AscendingOrder, "d b a C e");
        row("country, backwards", CatalogSortKey::Country, Qt::DescendingOrder, "a d b C e");
        row("variant in number order", CatalogSortKey::Variant, Qt::AscendingOrder, "b a d C e");
    }
    void sorts()
    {
        QFETCH(int, key);
        QFETCH(Qt::SortOrder, direction);
        QFETCH(QStringList, services);
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        Offer a = offer(u"a"_s, u"Pakistan"_s, 150);
        a.stock = 7;
        a.variant = u"Pool 10"_s;
        Offer b = offer(u"b"_s, u"India"_s, 200);
        b.stock = 0;
        b.variant = u"pool 9"_s;
        const Offer c = offer(u"C"_s, {}, 200); // as dear as b, and put later
        Offer d = offer(u"d"_s, u"India"_s, 0);
        d.price = Money::fromUnits(500000, Idr);
        const Offer e = offer(u"e"_s, {}, -1);
        catalog.putShelf(u"a"_s, {}, {b, a, e, c, d});

        CatalogOrder order(catalog);
        order.sortBy(static_cast<CatalogSortKey>(key), direction);
        QCOMPARE(servicesOf(catalog, order.rows()), services);
    }

    void aKeptOrderEqualsANewOne_data()
    {
        QTest::addColumn<int>("key");
        for (int key = 0; key <= int(CatalogSortKey::SuccessRate); ++key)
            QTest::addRow("%d", key) << key;
    }
    void aKeptOrderEqualsANewOne()
    {
        QFETCH(int, key);
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        CatalogOrder kept(catalog);
        kept.sortBy(static_cast<CatalogSortKey>(key), Qt::DescendingOrder);
        connect(&catalog, &Catalog::changed, this, [&](const CatalogChange &change) { kept.apply(change); });
        quint32 dice = 1;
        const auto roll = [&dice](quint32 sides) {
            dice = dice * 1664525u + 1013904223u;
            return int((dice >> 16) % sides);
        };
        for (int round = 0; round < 40; ++round) {
            QList<Offer> page;
            for (int i = 0; i < 50; ++i) {
                Offer o = offer(QStringLiteral("S%1").arg(roll(30)), QStringLiteral("C%1").arg(roll(9)),
                                roll(20) - 1);
                o.variant = QStringLiteral("v%1").arg(roll(3));
                if (roll(3) > 0)
                    o.stock = roll(5);
                if (roll(3) > 0)
                    o.successRate = roll(100);
                page.append(o);
            }
            catalog.putShelf(u"a"_s, shelfAt(QString::number(roll(4))), page);
            CatalogOrder fresh(catalog);
            fresh.sortBy(static_cast<CatalogSortKey>(key), Qt::DescendingOrder);
            QVERIFY(kept.rows() == fresh.rows());
            QCOMPARE(kept.rows().size(), size_t(catalog.count()));
        }
        disconnect(&catalog, nullptr, this, nullptr);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
