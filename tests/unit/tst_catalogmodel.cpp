#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using Column = CatalogModel::Column;

namespace {

Offer offer(const QString &service, qint64 cents, std::optional<int> stock = {},
            const QString &country = u"Pakistan"_s)
{
    Offer o;
    o.line = u"s1"_s;
    o.service = service;
    o.country = country;
    if (cents >= 0)
        o.price = Money::fromUnits(cents * 100, Currency::fromCode(u"USD"));
    o.stock = stock;
    return o;
}

QString text(const CatalogModel &model, int row, Column column)
{
    return model.index(row, int(column)).data().toString();
}

QStringList services(const CatalogModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(text(model, row, Column::Service));
    return names;
}

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    return shelf;
}

} // namespace

class CatalogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_catalog.reset(new Catalog);
        m_catalog->setAccount({u"a"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
        m_catalog->setAccount({u"b"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
        m_model.reset(new CatalogModel(*m_catalog));
        m_tester.reset(new QAbstractItemModelTester(m_model.get()));
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_catalog.reset();
    }

    void cellsReadAsFormattedText()
    {
        Offer full = offer(u"WhatsApp"_s, 150, 1200, u"England"_s);
        full.successRate = 85;
        full.variant = u"Pool 2"_s;
        m_catalog->putShelf(u"a"_s, {}, {full});
        QCOMPARE(text(*m_model, 0, Column::Service), u"WhatsApp"_s);
        QCOMPARE(text(*m_model, 0, Column::Country), u"United Kingdom"_s);
        QCOMPARE(text(*m_model, 0, Column::Provider), u"Main"_s);
        QCOMPARE(text(*m_model, 0, Column::Variant), u"Pool 2"_s);
        QCOMPARE(text(*m_model, 0, Column::Price), u"$1.50"_s);
        QCOMPARE(text(*m_model, 0, Column::Stock), QLocale().toString(1200));
        QCOMPARE(text(*m_model, 0, Column::SuccessRate), QLocale().toString(85) + QLocale().percent());
        const QModelIndex price = m_model->index(0, int(Column::Price));
        QCOMPARE(price.data(CatalogModel::SortRole).value<Money>(), *full.price);
        QCOMPARE(price.data(CatalogModel::OfferRole).value<Offer>().identity(), full.identity());
        QCOMPARE(price.data(CatalogModel::AccountIdRole).toString(), u"a"_s);
        QVERIFY(price.data(CatalogModel::AvailableRole).toBool());
        QVERIFY(
            m_model->index(0, int(Column::Country)).data(Qt::ToolTipRole).toString().contains(u"England"_s));
    }

    void whatIsUnknownIsADashAndNeverZero()
    {
        m_catalog->putShelf(u"b"_s, {}, {offer(u"X"_s, -1, {}, {})});
        for (const Column column : {Column::Country, Column::Price, Column::Stock, Column::SuccessRate})
            QCOMPARE(text(*m_model, 0, column), u"—"_s);
        QVERIFY(!m_model->index(0, int(Column::Price)).data(CatalogModel::SortRole).isValid());
        QVERIFY(m_model->index(0, 0).data(CatalogModel::AvailableRole).toBool());
        QCOMPARE(text(*m_model, 0, Column::Provider), u"OTPWALL"_s);
    }

    void outOfStockSaysSo()
    {
        Offer off = offer(u"Y"_s, 1, 5);
        off.available = false;
        m_catalog->putShelf(u"a"_s, {}, {offer(u"X"_s, 1, 0), off});
        for (int row = 0; row < 2; ++row) {
            QVERIFY(!m_model->index(row, 0).data(CatalogModel::AvailableRole).toBool());
            QVERIFY(!m_model->index(row, 0).data(Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void unknownPricesStandLastBothWays()
    {
        m_catalog->putShelf(u"a"_s, {}, {offer(u"none"_s, -1), offer(u"dear"_s, 9), offer(u"cheap"_s, 1)});
        m_model->sort(int(Column::Price), Qt::AscendingOrder);
        QCOMPARE(services(*m_model), (QStringList{u"cheap"_s, u"dear"_s, u"none"_s}));
        m_model->sort(int(Column::Price), Qt::DescendingOrder);
        QCOMPARE(services(*m_model), (QStringList{u"dear"_s, u"cheap"_s, u"none"_s}));
        QCOMPARE(m_model->sortColumn(), Column::Price);
    }

    void aChangedPriceIsToldForItsCellsAlone()
    {
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, 1), offer(u"B"_s, 2), offer(u"C"_s, 3)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, 1), offer(u"B"_s, 7), offer(u"C"_s, 3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(1, int(Column::Price)));
        QCOMPARE(changed[0][1].toModelIndex(), m_model->index(1, int(Column::Converted)));
        QCOMPARE(layout.count() + reset.count(), 0);
        QCOMPARE(text(*m_model, 1, Column::Price), u"$0.07"_s);
    }

    void changesAreToldForTheColumnsThatShowThem_data()
    {
        QTest::addColumn<Offer>("later");
        QTest::addColumn<Column>("first");
        QTest::addColumn<Column>("last");
        Offer rate = offer(u"A"_s, 1, 5);
        rate.successRate = 50;
        Offer both = rate;
        both.price = Money::fromUnits(1, Currency::fromCode(u"USD"));
        QTest::newRow("stock") << offer(u"A"_s, 1, 6) << Column::Stock << Column::Stock;
        QTest::newRow("rate") << rate << Column::SuccessRate << Column::SuccessRate;
        QTest::newRow("price and rate") << both << Column::Price << Column::SuccessRate;
        QTest::newRow("sold out") << offer(u"A"_s, 1, 0) << Column::Service << Column::Own;
    }
    void changesAreToldForTheColumnsThatShowThem()
    {
        QFETCH(Offer, later);
        QFETCH(Column, first);
        QFETCH(Column, last);
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, 1, 5)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_catalog->putShelf(u"a"_s, {}, {later});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(0, int(first)));
        QCOMPARE(changed[0][1].toModelIndex(), m_model->index(0, int(last)));
    }

    void aRefreshedShelfIsADiff()
    {
        m_catalog->putShelf(u"a"_s, {},
                            {offer(u"A"_s, 1), offer(u"C"_s, 1), offer(u"D"_s, 1), offer(u"F"_s, 1)});
        const QPersistentModelIndex kept(m_model->index(3, 0));
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy counted(m_model.get(), &CatalogModel::countChanged);
        m_catalog->putShelf(
            u"a"_s, {},
            {offer(u"A"_s, 1), offer(u"B"_s, 1), offer(u"E"_s, 1), offer(u"F"_s, 1), offer(u"G"_s, 1)});
        QCOMPARE(services(*m_model).join(QString()), u"ABEFG"_s);
        QCOMPARE(removed.count(), 1);  // C and D
        QCOMPARE(inserted.count(), 2); // B and E, G
        QCOMPARE(layout.count(), 0);
        QCOMPARE(counted.last()[0].toInt(), 5);
        QCOMPARE(kept.row(), 3);
        QCOMPARE(kept.data().toString(), u"F"_s);
    }

    void whatIsSelectedFollowsItsOfferThroughEverything()
    {
        QList<Offer> page;
        for (int i = 0; i < 900; ++i)
            page.append(offer(QStringLiteral("S%1").arg(i, 4, 10, QChar(u'0')), i));
        m_catalog->putShelf(u"a"_s, {}, page);
        const QPersistentModelIndex kept(m_model->index(500, 2));
        const QPersistentModelIndex gone(m_model->index(501, 2));
        const auto offerOf = [](const QPersistentModelIndex &i) {
            return i.data(CatalogModel::OfferRole).value<Offer>();
        };
        const QString identity = offerOf(kept).identity();

        m_model->sort(int(Column::Price), Qt::DescendingOrder);
        QCOMPARE(offerOf(kept).identity(), identity);
        QCOMPARE(kept.row(), 399);
        m_model->setFilter({.text = u"s05"_s});
        QCOMPARE(m_model->rowCount(), 100);
        QCOMPARE(offerOf(kept).identity(), identity);
        // Every second one goes: more ranges than are told one by one.
        m_model->setFilter({});
        page.removeIf([i = 0](const Offer &) mutable { return i++ % 2 == 1; });
        m_catalog->putShelf(u"a"_s, {}, page);
        QCOMPARE(m_model->rowCount(), 450);
        QCOMPARE(offerOf(kept).identity(), identity);
        QVERIFY(!gone.isValid());
        QCOMPARE(kept.column(), 2);
        // Its price makes it the dearest: it moves to the top and is still itself.
        page[250].price = Money::fromUnits(99999999, Currency::fromCode(u"USD"));
        m_catalog->putShelf(u"a"_s, {}, page);
        QCOMPARE(offerOf(kept).identity(), identity);
        QCOMPARE(kept.row(), 0);
        QCOMPARE(m_model->rowOf(u"a"_s, offerOf(kept)), 0);
    }

    void offersThatDoNotPassTheFilterAreNotTold()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s, 1)});
        m_model->setFilter({.text = u"a"_s, .accountId = u"a"_s});
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_catalog->putShelf(u"b"_s, {}, {offer(u"A"_s, 1)});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"A"_s, 2)});
        QCOMPARE(inserted.count() + changed.count(), 0);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void aRenamedAccountIsShownSortedAndFound()
    {
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, 1)});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"B"_s, 1)});
        m_model->sort(int(Column::Provider), Qt::AscendingOrder);
        QCOMPARE(services(*m_model), (QStringList{u"A"_s, u"B"_s}));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_catalog->setAccount({u"a"_s, u"otpzap"_s, u"Zweitkonto"_s, u"OTPZap"_s});
        QCOMPARE(services(*m_model), (QStringList{u"B"_s, u"A"_s}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        m_model->setFilter({.text = u"zweit"_s});
        QCOMPARE(m_model->rowCount(), 1);
    }

    void staleRowsAreToldAndMarked()
    {
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, 1)});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"B"_s, 1)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_catalog->markStale(u"b"_s, {});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        QVERIFY(m_model->index(1, 0).data(CatalogModel::StaleRole).toBool());
        QVERIFY(!m_model->index(0, 0).data(CatalogModel::StaleRole).toBool());
    }

    void aRemovedAccountsRowsGo()
    {
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, 1), offer(u"C"_s, 1)});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"B"_s, 1)});
        m_catalog->removeAccount(u"a"_s);
        QCOMPARE(services(*m_model), QStringList{u"B"_s});
    }

private:
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester; // alive while rows change
};

QTEST_GUILESS_MAIN(CatalogModelTest)
#include "tst_catalogmodel.moc"
