#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using Column = CatalogModel::Column;
using Level = CatalogModel::Level;

namespace {

const Currency Usd = Currency::fromCode(u"USD");
const Currency Idr = Currency::fromCode(u"IDR");
const Currency Inr = Currency::fromCode(u"INR");

struct Facts
{
    qint64 cents = -1;
    std::optional<int> stock = {};
    std::optional<int> rate = {};
};

Offer offer(const QString &service, const QString &product, const Facts &facts,
            const QString &country = u"Pakistan"_s)
{
    Offer one;
    one.service = service;
    one.country = country;
    one.productId = product;
    if (facts.cents >= 0)
        one.price = Money::fromUnits(facts.cents * 100, Usd);
    one.stock = facts.stock;
    one.successRate = facts.rate;
    return one;
}

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    return shelf;
}

ExchangeRates ratesIn(const Currency &display)
{
    ExchangeRates rates;
    rates.set(Idr, u"16000"_s, QDate(2026, 5, 19));
    rates.setDisplay(display);
    return rates;
}

} // namespace

/// Compare: a line for each market.
class CatalogCompareTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QString text(int row, Column column) const { return m_model->index(row, int(column)).data().toString(); }
    QVariant data(int row, int role) const { return m_model->index(row, 0).data(role); }
    QString product(int row) const { return m_model->offerAt(row).productId; }
    /// "W" for a market, "-1" for an offer below one, "1" for an offer in a list, by the product.
    QString lines() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            switch (static_cast<Level>(data(row, CatalogModel::LevelRole).toInt())) {
            case Level::Offer:
                all.append(product(row));
                break;
            case Level::Market:
                all.append(text(row, Column::Service).left(1));
                break;
            case Level::MarketsOffer:
                all.append(u'-' + product(row));
                break;
            }
        }
        return all.join(u' ');
    }
    int rowOfMarket(const QString &service) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (data(row, CatalogModel::LevelRole).toInt() == int(Level::Market) &&
                text(row, Column::Service) == service)
                return row;
        }
        return -1;
    }
    void putThree()
    {
        m_catalog->putShelf(u"a"_s, {},
                            {offer(u"WhatsApp"_s, u"1"_s, {200, 5, 80}),
                             offer(u"WhatsApp"_s, u"2"_s, {100, 0}),
                             offer(u"Telegram"_s, u"3"_s, {50, {}, 60})});
        m_catalog->putShelf(u"b"_s, {},
                            {offer(u"WHATSAPP"_s, u"4"_s, {150, 7, 90}), offer(u"Gmail"_s, u"5"_s, {-1})});
    }

private Q_SLOTS:
    void init()
    {
        m_catalog = std::make_unique<Catalog>();
        m_catalog->setAccount({u"a"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
        m_catalog->setAccount({u"b"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
        m_model = std::make_unique<CatalogModel>(*m_catalog);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_catalog.reset();
    }

    void eachMarketIsOneLineWithItsCheapestOfferForSale()
    {
        putThree();
        QSignalSpy counted(m_model.get(), &CatalogModel::countChanged);
        m_model->setGrouped(true);
        QCOMPARE(lines(), u"G T W"_s);
        QCOMPARE(counted.count(), 1);
        QCOMPARE(counted[0][0].toInt(), 3);
        const int whatsApp = 2;
        QCOMPARE(product(whatsApp), u"4"_s); // the cheapest is sold out
        QCOMPARE(m_model->accountIdAt(whatsApp), u"b"_s);
        QCOMPARE(text(whatsApp, Column::Service), u"WhatsApp"_s);
        QCOMPARE(text(whatsApp, Column::Country), u"Pakistan"_s);
        QCOMPARE(text(whatsApp, Column::Provider), u"OTPWALL + 1 more"_s);
        QCOMPARE(text(whatsApp, Column::Price), u"$1.50"_s);
        QCOMPARE(text(whatsApp, Column::Stock), u"12"_s);
        QVERIFY(text(whatsApp, Column::SuccessRate).contains(u"90"_s));
        QVERIFY(text(whatsApp, Column::Variant).contains(u'3'));
        QVERIFY(data(whatsApp, CatalogModel::AvailableRole).toBool());
        QVERIFY(data(whatsApp, CatalogModel::ExpandableRole).toBool());
        QVERIFY(!data(whatsApp, CatalogModel::ExpandedRole).toBool());
        // One offer: as it is.
        QCOMPARE(text(1, Column::Provider), u"Main"_s);
        QCOMPARE(text(1, Column::Stock), u"—"_s); // not known is no zero
        QVERIFY(!data(1, CatalogModel::ExpandableRole).toBool());
        QCOMPARE(text(0, Column::SuccessRate), u"—"_s);
        QCOMPARE(text(0, Column::Price), u"—"_s);
    }

    void ofNoneForSaleTheCheapestStandsForIt()
    {
        m_catalog->putShelf(u"a"_s, {},
                            {offer(u"W"_s, u"1"_s, {300, 0}), offer(u"W"_s, u"2"_s, {100, 0}),
                             offer(u"W"_s, u"3"_s, {-1, 0}), offer(u"W"_s, u"4"_s, {200, 0})});
        m_model->setGrouped(true);
        QCOMPARE(product(0), u"2"_s);
        QVERIFY(!data(0, CatalogModel::AvailableRole).toBool());
        QCOMPARE(text(0, Column::Stock), u"0"_s);
        // Without a price it is better than sold out.
        m_catalog->putShelf(u"a"_s, {}, {offer(u"W"_s, u"2"_s, {100, 0}), offer(u"W"_s, u"3"_s, {-1, 1})});
        QCOMPARE(product(0), u"3"_s);
    }

    void whatTheFilterLetsThroughIsSummedUp()
    {
        putThree();
        m_model->setGrouped(true);
        m_model->setFilter({.accountId = u"a"_s});
        QCOMPARE(lines(), u"T W"_s);
        QCOMPARE(text(1, Column::Stock), u"5"_s);
        QCOMPARE(text(1, Column::Provider), u"Main"_s); // no other that is listed
        m_model->setFilter({.forSale = true});
        const int whatsApp = rowOfMarket(u"WhatsApp"_s);
        QVERIFY(text(whatsApp, Column::Variant).contains(u'2'));
    }

    void everyColumnSortsTheMarketsByWhatItShows_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("ascending");
        QTest::addColumn<QString>("descending");
        QTest::newRow("service") << Column::Service << u"A B C D"_s << u"D C B A"_s;
        QTest::newRow("country") << Column::Country << u"B A D C"_s << u"D A B C"_s;
        QTest::newRow("provider") << Column::Provider << u"A B D C"_s << u"C A B D"_s;
        QTest::newRow("price") << Column::Price << u"A B C D"_s << u"C B A D"_s;
        QTest::newRow("stock, together") << Column::Stock << u"C A B D"_s << u"B A C D"_s;
        QTest::newRow("the best rate") << Column::SuccessRate << u"B C A D"_s << u"A C B D"_s;
    }
    void everyColumnSortsTheMarketsByWhatItShows()
    {
        QFETCH(Column, column);
        QFETCH(QString, ascending);
        QFETCH(QString, descending);
        m_catalog->putShelf(
            u"a"_s, {},
            {offer(u"A"_s, u"1"_s, {100, 2, 10}, u"India"_s), offer(u"A"_s, u"2"_s, {900, 4, 90}, u"India"_s),
             offer(u"B"_s, u"3"_s, {200, 5, 20}, u"Chile"_s), offer(u"B"_s, u"4"_s, {300, 5}, u"Chile"_s),
             offer(u"D"_s, u"5"_s, {}, u"Peru"_s)});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"C"_s, u"6"_s, {300, 1, 50}, {})});
        m_model->setGrouped(true);
        m_model->sort(int(column), Qt::AscendingOrder);
        QCOMPARE(lines(), ascending);
        m_model->sort(int(column), Qt::DescendingOrder);
        QCOMPARE(lines(), descending);
    }

    void expandedItShowsItsOffersInTheSortOrder()
    {
        putThree();
        m_model->setGrouped(true);
        m_model->sort(int(Column::Price), Qt::AscendingOrder);
        QCOMPARE(lines(), u"T W G"_s);
        const QPersistentModelIndex after(m_model->index(2, 0));
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        m_model->setExpanded(1, true);
        QCOMPARE(lines(), u"T W -2 -4 -1 G"_s);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 2);
        QCOMPARE(inserted[0][2].toInt(), 4);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QVERIFY(data(1, CatalogModel::ExpandedRole).toBool());
        QCOMPARE(after.row(), 5);
        QCOMPARE(text(2, Column::Provider), u"Main"_s);
        QCOMPARE(text(3, Column::Service), u"WHATSAPP"_s); // in its provider's words
        QVERIFY(!data(2, CatalogModel::ExpandableRole).toBool());
        m_model->setExpanded(1, true); // is already
        QCOMPARE(inserted.count(), 1);

        m_model->sort(int(Column::Price), Qt::DescendingOrder);
        QCOMPARE(lines(), u"W -1 -4 -2 T G"_s);
        m_model->setExpanded(0, false);
        QCOMPARE(lines(), u"W T G"_s);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][1].toInt(), 1);
        QCOMPARE(removed[0][2].toInt(), 3);
        QVERIFY(!data(0, CatalogModel::ExpandedRole).toBool());
        QCOMPARE(layout.count(), 1); // the sorting's
    }

    void theLastOneExpandsAndCollapsesAsWell()
    {
        putThree();
        m_model->setGrouped(true);
        m_model->setExpanded(2, true);
        QCOMPARE(lines(), u"G T W -2 -4 -1"_s);
        m_model->setExpanded(2, false);
        QCOMPARE(lines(), u"G T W"_s);
    }

    void aSingleOfferCannotBeExpanded()
    {
        putThree();
        m_model->setGrouped(true);
        m_model->setExpanded(0, true);
        QCOMPARE(lines(), u"G T W"_s);
        QVERIFY(!data(0, CatalogModel::ExpandedRole).toBool());
    }

    void whatIsExpandedIsCollapsedWhenOneOfferIsLeft()
    {
        putThree();
        m_model->setGrouped(true);
        m_model->setExpanded(2, true);
        m_model->setFilter({.accountId = u"b"_s});
        // There is no arrow to press then.
        QCOMPARE(lines(), u"G W"_s);
        QVERIFY(!data(1, CatalogModel::ExpandedRole).toBool());
        m_model->setFilter({});
        QCOMPARE(lines(), u"G T W -2 -4 -1"_s);
    }

    void whatIsSelectedIsKeptThroughEverything()
    {
        putThree();
        const QPersistentModelIndex listed(
            m_model->index(m_model->rowOf(u"a"_s, offer(u"WhatsApp"_s, u"1"_s, {})), 2));
        QVERIFY(listed.isValid());
        m_model->setGrouped(true);
        QVERIFY(!listed.isValid()); // it has no line of its own any more
        const QPersistentModelIndex market(m_model->index(2, 0));
        m_model->setExpanded(2, true);
        const QPersistentModelIndex below(
            m_model->index(m_model->rowOf(u"b"_s, offer(u"WHATSAPP"_s, u"4"_s, {})), 0));
        m_model->sort(int(Column::Price), Qt::AscendingOrder);
        m_model->setFilter({.text = u"whats"_s});
        m_catalog->putShelf(u"a"_s, shelfAt(u"more"_s), {offer(u"WhatsApp"_s, u"9"_s, {10, 3})});
        QCOMPARE(lines(), u"W -9 -2 -4 -1"_s);
        QCOMPARE(market.row(), 0);
        QCOMPARE(below.row(), 3);
        m_model->setGrouped(false);
        QVERIFY(!market.isValid());
        QCOMPARE(below.data(CatalogModel::OfferRole).value<Offer>().productId, u"4"_s);
        QCOMPARE(lines(), u"9 2 4 1"_s);
    }

    void aRefreshThatChangesTheBestOfferTellsItsLineAlone()
    {
        putThree();
        m_model->setGrouped(true);
        const QPersistentModelIndex market(m_model->index(2, 0));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_catalog->noteOffer(u"a"_s, offer(u"WhatsApp"_s, u"2"_s, {100, 1})); // in stock again
        QCOMPARE(product(2), u"2"_s);
        QCOMPARE(text(2, Column::Price), u"$1.00"_s);
        QCOMPARE(text(2, Column::Stock), u"13"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(2, 0));
        QCOMPARE(changed[0][1].toModelIndex(), m_model->index(2, int(Column::Count) - 1));
        QCOMPARE(layout.count() + inserted.count(), 0);
        QCOMPARE(market.row(), 2);

        // The best one goes, and so does the next.
        m_catalog->putShelf(u"a"_s, {}, {offer(u"WhatsApp"_s, u"1"_s, {200, 5, 80})});
        QCOMPARE(lines(), u"G W"_s);
        QCOMPARE(product(1), u"4"_s);
        m_catalog->putShelf(u"b"_s, {}, {});
        QCOMPARE(lines(), u"W"_s);
        QCOMPARE(product(0), u"1"_s);
    }

    void sortedByPriceAMarketMovesWithItsBestOffer()
    {
        putThree();
        m_model->setGrouped(true);
        m_model->sort(int(Column::Price), Qt::AscendingOrder);
        m_model->setExpanded(1, true);
        const QPersistentModelIndex market(m_model->index(1, 0));
        m_catalog->noteOffer(u"a"_s, offer(u"WhatsApp"_s, u"1"_s, {10, 5, 80}));
        QCOMPARE(lines(), u"W -1 -2 -4 T G"_s);
        QCOMPARE(market.row(), 0);
    }

    void filteringWhileAShelfIsBeingPutIsSafe()
    {
        putThree();
        m_model->setGrouped(true);
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, shelfAt(u"new"_s));
        std::vector<Offer> offers;
        for (int i = 0; i < 200; ++i) // with names and prices that nothing has ranked yet
            offers.push_back(offer(QStringLiteral("New %1").arg(i), QString::number(i), {1000 + i, i}));
        m_catalog->putOffers(update, offers);
        m_model->setFilter({.text = u"new"_s});
        QCOMPARE(m_model->rowCount(), 200);
        QCOMPARE(product(0), u"0"_s);
        m_catalog->closeShelf(update);
        m_catalog->publish();
        QCOMPARE(m_model->rowCount(), 200);
    }

    void expandingWhileAShelfIsBeingPutIsSafe()
    {
        putThree();
        m_model->setGrouped(true);
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, {});
        m_catalog->putOffers(update, std::vector<Offer>{offer(u"Amazon"_s, u"7"_s, {3}),
                                                        offer(u"WhatsApp"_s, u"8"_s, {4}),
                                                        offer(u"Zalo"_s, u"9"_s, {5})});
        m_catalog->closeShelf(update); // Telegram goes
        m_model->setExpanded(2, true); // the row as it is shown now
        QCOMPARE(lines(), u"A G W -8 -4 Z"_s);
    }

    void listsAreSafeWhileAShelfIsBeingPut()
    {
        putThree();
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, {});
        m_catalog->putOffers(update, std::vector<Offer>{offer(u"Amazon"_s, u"7"_s, {3})});
        m_catalog->closeShelf(update);
        m_model->setFilter({.accountId = u"a"_s});
        m_model->setGrouped(true);
        m_model->setGrouped(false);
        m_catalog->publish();
        QCOMPARE(lines(), u"7"_s);
    }

    void madeWhileAShelfIsBeingPutItShowsEachOfferOnce()
    {
        putThree();
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, {});
        m_catalog->putOffers(update, std::vector<Offer>{offer(u"Amazon"_s, u"7"_s, {3})});
        m_catalog->closeShelf(update);
        CatalogModel later(*m_catalog);
        m_catalog->publish();
        QCOMPARE(later.rowCount(), 3);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void starsAreMarketsNotOffers()
    {
        putThree();
        m_model->setFavourites({{OfferKind::Number, u"whatsapp"_s, u"PK"_s, {}, {}}});
        QSignalSpy told(m_model.get(), &CatalogModel::favouritesChanged);
        m_model->setFilter({.favourite = true});
        QCOMPARE(m_model->rowCount(), 3);
        m_model->setGrouped(true);
        QCOMPARE(lines(), u"W"_s);
        QVERIFY(data(0, CatalogModel::FavouriteRole).toBool());
        // One that comes later is known by its market.
        m_catalog->putShelf(u"b"_s, shelfAt(u"2"_s), {offer(u"wa"_s, u"6"_s, {1})});
        QCOMPARE(product(0), u"6"_s);
        m_model->setFavourites({});
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(told.count(), 1);
        m_model->setFavourites({{OfferKind::Number, u"viber"_s, u"PK"_s, {}, {}}}); // nobody has sold it yet
        m_catalog->putShelf(u"b"_s, shelfAt(u"3"_s), {offer(u"Viber"_s, u"7"_s, {1})});
        QCOMPARE(lines(), u"V"_s);
    }

    void aChosenCurrencyIsAColumnOfItsOwn()
    {
        const auto header = [this] {
            return m_model->headerData(int(Column::Converted), Qt::Horizontal).toString();
        };
        Offer rupiah = offer(u"R"_s, u"2"_s, {});
        rupiah.price = Money::fromText(u"32000"_s, Idr).value();
        Offer rupees = offer(u"I"_s, u"3"_s, {});
        rupees.price = Money::fromText(u"1"_s, Inr).value();
        m_catalog->putShelf(u"a"_s, {},
                            {offer(u"D"_s, u"1"_s, {150}), rupiah, rupees, offer(u"N"_s, u"4"_s, {})});
        m_model->sort(int(Column::Converted), Qt::AscendingOrder);
        QVERIFY(header().isEmpty());
        QCOMPARE(lines(), u"2 3 1 4"_s); // by currency
        QSignalSpy titled(m_model.get(), &QAbstractItemModel::headerDataChanged);
        m_model->setRates(ratesIn(Usd));
        QCOMPARE(titled.count(), 1);
        QVERIFY(header().contains(u"USD"_s));
        QCOMPARE(lines(), u"1 2 3 4"_s);
        QVERIFY(text(0, Column::Converted).contains(u"1.50"_s));
        QVERIFY(text(1, Column::Converted).contains(u"2.00"_s));
        QCOMPARE(text(2, Column::Converted), u"—"_s); // no rate for it
        QCOMPARE(text(3, Column::Converted), u"—"_s);
        QCOMPARE(text(1, Column::Price), u"Rp\u00a032,000"_s);
        QVERIFY(!m_model->index(2, int(Column::Converted)).data(CatalogModel::SortRole).isValid());
        QCOMPARE(m_model->index(1, int(Column::Converted)).data(CatalogModel::SortRole).value<Money>(),
                 Money::fromText(u"2"_s, Usd).value());

        m_model->setRates(ratesIn(Idr));
        QVERIFY(header().contains(u"IDR"_s));
        QVERIFY(text(0, Column::Converted).contains(u"24,000"_s));
        m_model->setRates(ratesIn({}));
        QVERIFY(header().isEmpty());
        QCOMPARE(text(0, Column::Converted), u"—"_s);
        QCOMPARE(lines(), u"2 3 1 4"_s);
    }

    void theCheapestIsFoundAcrossCurrencies()
    {
        Offer rupiah = offer(u"W"_s, u"2"_s, {});
        rupiah.price = Money::fromText(u"32000"_s, Idr).value();
        m_catalog->putShelf(u"a"_s, {}, {rupiah});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"W"_s, u"1"_s, {150})});
        m_model->setGrouped(true);
        m_model->setRates(ratesIn(Usd));
        QCOMPARE(product(0), u"1"_s);
        QVERIFY(text(0, Column::Converted).contains(u"1.50"_s));
        ExchangeRates cheaper = ratesIn(Usd);
        cheaper.set(Idr, u"64000"_s, QDate(2026, 5, 20));
        m_model->setRates(cheaper);
        QCOMPARE(product(0), u"2"_s);
        QVERIFY(text(0, Column::Converted).contains(u"0.50"_s));
        // Without a rate the line goes by the currencies' letters.
        m_model->setRates({});
        QCOMPARE(product(0), u"2"_s);
    }

    /// Whatever is done, the model holds to the rules, and shows what a new one would.
    void anythingMayHappen_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anythingMayHappen()
    {
        QFETCH(quint32, seed);
        QRandomGenerator dice(seed);
        CatalogFilter filter;
        QSet<Market> favourites;
        ExchangeRates rates;
        QSet<QString> expanded;
        const auto make = [&] {
            const Facts facts{dice.bounded(10) - 1,
                              dice.bounded(3) ? std::optional(dice.bounded(3)) : std::nullopt,
                              dice.bounded(3) ? std::optional(dice.bounded(100)) : std::nullopt};
            Offer one = offer(QStringLiteral("S%1").arg(dice.bounded(8)), QString::number(dice.bounded(4)),
                              facts, dice.bounded(2) ? u"Pakistan"_s : u"India"_s);
            if (one.price && dice.bounded(3) == 0)
                one.price = Money::fromUnits(one.price->units() * 10'000, Idr);
            one.kind = dice.bounded(5) ? OfferKind::Number : OfferKind::Email;
            return one;
        };
        const auto page = [&] {
            QList<Offer> offers;
            for (int i = dice.bounded(15); i > 0; --i)
                offers.append(make());
            return offers;
        };
        std::optional<ShelfUpdate> open;
        const auto step = [&] {
            const QString account = dice.bounded(2) ? u"a"_s : u"b"_s;
            const Shelf shelf = shelfAt(QString::number(dice.bounded(3)));
            switch (dice.bounded(12)) {
            case 0:
                m_model->sort(dice.bounded(int(Column::Count)),
                              dice.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 1:
                filter = {};
                break;
            case 2:
                filter.text = QStringLiteral("s%1").arg(dice.bounded(8));
                break;
            case 3:
                filter.forSale = dice.bounded(2);
                filter.country = dice.bounded(2) ? QString() : u"PK"_s;
                break;
            case 4:
                m_model->setGrouped(dice.bounded(3) > 0);
                break;
            case 5:
            case 6:
                if (const int rows = m_model->rowCount(); rows > 0)
                    m_model->setExpanded(dice.bounded(rows), dice.bounded(3) > 0);
                break;
            case 7:
                rates = ratesIn(dice.bounded(2) ? Usd : Currency());
                m_model->setRates(rates);
                break;
            case 8:
                favourites.clear();
                if (dice.bounded(2))
                    favourites.insert({OfferKind::Number, u"s3"_s, u"PK"_s, {}, {}});
                m_model->setFavourites(favourites);
                filter.favourite = dice.bounded(4) == 0;
                break;
            case 9:
                if (open && dice.bounded(2)) {
                    m_catalog->closeShelf(*open);
                    open.reset();
                } else {
                    if (!open)
                        open = m_catalog->openShelf(account, shelf);
                    const QList<Offer> offers = page();
                    m_catalog->putOffers(*open, std::span(offers.constData(), size_t(offers.size())));
                }
                break;
            case 10:
                m_catalog->noteOffer(account, make());
                break;
            default:
                m_catalog->putShelf(account, shelf, page());
            }
            m_model->setFilter(filter);
        };
        for (int round = 0; round < 500; ++round) {
            step();
            if (dice.bounded(3) == 0)
                continue; // more comes before it is told
            m_catalog->publish();
            CatalogModel fresh(*m_catalog);
            fresh.setFavourites(favourites);
            fresh.setFilter(filter);
            fresh.setRates(rates);
            fresh.sort(int(m_model->sortColumn()), m_model->sortOrder());
            fresh.setGrouped(m_model->isGrouped());
            for (int row = 0; row < m_model->rowCount(); ++row)
                fresh.setExpanded(row, data(row, CatalogModel::ExpandedRole).toBool());
            QCOMPARE(m_model->rowCount(), fresh.rowCount());
            for (int row = 0; row < fresh.rowCount(); ++row) {
                for (const int role : {int(Qt::DisplayRole), int(CatalogModel::LevelRole),
                                       int(CatalogModel::ExpandableRole), int(CatalogModel::ExpandedRole)})
                    QCOMPARE(data(row, role), fresh.index(row, 0).data(role));
                QCOMPARE(m_model->offerAt(row), fresh.offerAt(row));
                QCOMPARE(m_model->accountIdAt(row), fresh.accountIdAt(row));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CatalogCompareTest)
#include "tst_catalogcompare.moc"
