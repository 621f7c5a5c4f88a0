#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"
#include "models/markets/trackrecords.h"
#include "tests/support/bench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using Column = CatalogModel::Column;

namespace {

const QDateTime bought = QDateTime(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);

Offer offer(const QString &service, const QString &country = u"England"_s)
{
    Offer one;
    one.line = u"s1"_s;
    one.service = service;
    one.country = country;
    return one;
}

/// Over, with a message or without.
Order orderOf(const Offer &what, bool received)
{
    static int number = 0;
    Order order;
    order.accountId = u"acc"_s;
    order.providerId = u"otpwall"_s;
    order.idempotencyKey = QString::number(++number);
    order.offer = what;
    order.status = received ? OrderStatus::Finished : OrderStatus::Expired;
    order.createdAt = bought;
    order.boughtAt = bought;
    order.expiresAt = bought.addSecs(1200);
    order.price = Money::fromText(u"1.25", Currency::fromCode(u"USD"));
    if (received) {
        Message message;
        message.receivedAt = bought.addSecs(20);
        order.messages = {message};
    }
    return order;
}

} // namespace

/// The person's own experience in the catalog's table.
class CatalogRecordsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<TrackRecords> m_records;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QString file() const { return m_dir->filePath(u"journal.sqlite"_s); }
    /// Has these orders in the journal, and the records not read yet.
    void start(const QList<Order> &orders)
    {
        {
            Journal journal(file());
            QVERIFY(journal.open().result());
            for (const Order &order : orders)
                QVERIFY(journal.addOrder(order, {}).result());
        }
        m_bench = std::make_unique<Bench>(file(), u"otpwall"_s);
        m_bench->start();
        m_records = std::make_unique<TrackRecords>(m_bench->engine, m_bench->journal);
        m_model->setTrackRecords(*m_records);
    }
    void load()
    {
        m_records->start();
        QTRY_VERIFY(m_records->isLoaded());
    }
    QString header() const { return m_model->headerData(int(Column::Own), Qt::Horizontal).toString(); }
    QVariant own(int row, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, int(Column::Own)).data(role);
    }
    QString services() const
    {
        QString all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all += m_model->offerAt(row).service.left(1);
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_catalog = std::make_unique<Catalog>();
        m_catalog->setAccount({u"acc"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
        m_catalog->setAccount({u"other"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        m_model = std::make_unique<CatalogModel>(*m_catalog);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_catalog.reset();
        m_records.reset();
        m_bench.reset();
        m_dir.reset();
    }

    void withoutExperienceThereIsNoColumn()
    {
        m_catalog->putShelf(u"acc"_s, {}, {offer(u"A"_s)});
        QVERIFY(header().isEmpty());
        start({});
        load();
        QVERIFY(header().isEmpty());
        QVERIFY(!own(0, CatalogModel::SortRole).isValid());
    }

    void experienceIsShownAndSortedBy()
    {
        const Offer good = offer(u"Good"_s);
        const Offer bad = offer(u"Bad"_s);
        start({orderOf(good, true), orderOf(good, true), orderOf(good, false), orderOf(bad, false)});
        m_catalog->putShelf(u"acc"_s, {}, {bad, good, offer(u"New"_s), offer(u"Good"_s, u"Pakistan"_s)});
        m_model->sort(int(Column::Own), Qt::DescendingOrder);
        QSignalSpy titled(m_model.get(), &QAbstractItemModel::headerDataChanged);
        load();
        QTRY_VERIFY(!titled.isEmpty());
        QVERIFY(!header().isEmpty());
        QCOMPARE(services().left(2), u"GB"_s); // from England; what is not known is last
        QCOMPARE(own(0, CatalogModel::SortRole).toInt(), 66);
        QVERIFY(own(0).toString().contains(u'3'));
        QVERIFY(!own(0, Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(own(1, CatalogModel::SortRole).toInt(), 0); // none of one: a figure, and not unknown
        QVERIFY(!own(2, CatalogModel::SortRole).isValid());
        QVERIFY(!own(3, CatalogModel::SortRole).isValid());
        m_model->sort(int(Column::Own), Qt::AscendingOrder);
        QCOMPARE(services().left(2), u"BG"_s);
    }

    void anotherProvidersOfferHasNone()
    {
        start({orderOf(offer(u"A"_s), true)});
        load();
        m_catalog->putShelf(u"other"_s, {}, {offer(u"A"_s)});
        Offer otherLine = offer(u"A"_s);
        otherLine.line = u"s2"_s;
        m_catalog->putShelf(u"acc"_s, {}, {otherLine});
        for (int row = 0; row < 2; ++row)
            QVERIFY(!own(row, CatalogModel::SortRole).isValid());
    }

    void offersThatComeLaterAreKnownFromEarlier()
    {
        start({orderOf(offer(u"WhatsApp"_s), true), orderOf(offer(u"Viber"_s), false)});
        load();
        m_model->sort(int(Column::Own), Qt::DescendingOrder);
        m_catalog->putShelf(u"acc"_s, {}, {offer(u"New"_s), offer(u"Viber"_s)});
        Offer written = offer(u"WHATSAPP"_s, u"United Kingdom"_s); // as it is written now
        Shelf second;
        second.path = u"2"_s;
        m_catalog->putShelf(u"acc"_s, second, {written});
        QCOMPARE(services(), u"WVN"_s);
        QCOMPARE(own(0, CatalogModel::SortRole).toInt(), 100);
        m_model->setGrouped(true);
        QCOMPARE(services(), u"WVN"_s);
        QCOMPARE(own(0, CatalogModel::SortRole).toInt(), 100);
    }

    void anOrderThatEndsIsTakenIn()
    {
        const Offer what = offer(u"A"_s);
        start({});
        load();
        m_catalog->putShelf(u"acc"_s, {}, {what, offer(u"B"_s)});
        m_model->sort(int(Column::Own), Qt::DescendingOrder);
        Bench &b = *m_bench;
        b.Desk::buy(b.account.id, offer(u"B"_s));
        SETTLE(u"buy"_s, boughtReport());
        QVERIFY(b.soon([&] { return b.provider->waiting(u"check"_s) > 0; }));
        b.provider->settle(u"check"_s, reportWith(OrderStatus::Finished, {u"1234"_s}));
        QTRY_COMPARE(services(), u"BA"_s);
        QCOMPARE(own(0, CatalogModel::SortRole).toInt(), 100);
        QVERIFY(!header().isEmpty());
    }
};

QTEST_GUILESS_MAIN(CatalogRecordsTest)
#include "tst_catalogrecords.moc"
