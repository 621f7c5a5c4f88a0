#include "models/catalog/catalog.h"
#include "models/catalog/catalogorder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const Currency Usd = Currency::fromCode(u"USD");
const Currency Idr = Currency::fromCode(u"IDR");
const Currency Inr = Currency::fromCode(u"INR");

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    return shelf;
}

Offer offer(const QString &service, qint64 cents)
{
    Offer one;
    one.service = service;
    one.country = u"Pakistan"_s;
    if (cents >= 0)
        one.price = Money::fromUnits(cents * 100, Usd);
    return one;
}

std::optional<double> factor(const Currency &currency)
{
    if (currency == Usd)
        return 1.;
    return currency == Idr ? std::optional(1. / 16000) : std::nullopt;
}

QString servicesIn(const Catalog &catalog, const CatalogOrder &order)
{
    QString names;
    for (const OfferRow row : order.rows())
        names += catalog.at(row).service;
    return names;
}

/// An order that follows the catalog.
class Kept
{
public:
    explicit Kept(Catalog &catalog) : order(catalog)
    {
        QObject::connect(&catalog, &Catalog::changed, &m_context,
                         [this](const CatalogChange &change) { order.apply(change); });
    }
    CatalogOrder order;

private:
    QObject m_context;
};

/// A catalog in which anything may happen.
class Turmoil
{
public:
    explicit Turmoil(quint32 seed) : m_dice(seed)
    {
        catalog.setAccount({u"a"_s, u"p"_s, {}, u"First"_s});
        catalog.setAccount({u"b"_s, u"q"_s, {}, u"Second"_s});
        catalog.setLastPaid([this](const QString &, const Offer &one) -> std::optional<Money> {
            const auto paid = m_paid.constFind(one.service);
            return paid == m_paid.cend() ? std::nullopt : std::optional(*paid);
        });
    }

    /// A few updates, the last of them told with those before it.
    void round()
    {
        for (int i = m_dice.bounded(3); i >= 0; --i)
            putUntold();
        switch (m_dice.bounded(6)) {
        case 0:
            m_paid[name(u"S"_s, 25)] = price(40);
            catalog.learnPrices();
            break;
        case 1:
            catalog.noteOffer(account(), make());
            break;
        case 2:
            catalog.keepShelves(account(), {u"0"_s, u"1"_s, u"1/0"_s});
            break;
        case 3:
            catalog.setAccount({u"c"_s, u"p"_s, {}, u"Third"_s});
            catalog.putShelf(u"c"_s, shelfAt(u"0"_s), {make(), make()});
            catalog.removeAccount(u"c"_s);
            break;
        default:
            break;
        }
        catalog.publish();
    }

    Catalog catalog;

private:
    QString name(const QString &prefix, int different)
    {
        return prefix + QString::number(m_dice.bounded(different));
    }
    QString account() { return m_dice.bounded(3) == 0 ? u"b"_s : u"a"_s; }
    Money price(int different)
    {
        const Currency currencies[] = {Usd, Idr, Inr};
        const Currency currency = currencies[m_dice.bounded(3)];
        return Money::fromUnits((m_dice.bounded(different) + 1) * (currency == Idr ? 20'000'000 : 10'000),
                                currency);
    }
    /// More names come as the rounds go by, so that ranks have to make room.
    Offer make()
    {
        ++m_made;
        Offer one;
        one.service = name(u"S"_s, 10 + m_made / 40);
        one.country = name(u"C"_s, 3 + m_made / 100);
        one.line = m_dice.bounded(2) ? name(u"line "_s, 1 + m_made / 150) : QString();
        one.variant = m_dice.bounded(2) ? name(u"pool "_s, 2 + m_made / 300) : QString();
        if (m_dice.bounded(4) == 0) {
            one.kind = OfferKind::Rental;
            one.duration = std::chrono::hours(24 * (1 + m_dice.bounded(3)));
        }
        if (m_dice.bounded(4) > 0)
            one.price = price(5 + m_made / 50);
        if (m_dice.bounded(3) > 0)
            one.stock = m_dice.bounded(5);
        if (m_dice.bounded(3) > 0)
            one.successRate = m_dice.bounded(101);
        one.available = m_dice.bounded(8) > 0;
        return one;
    }
    void putUntold()
    {
        ShelfUpdate update = catalog.openShelf(account(), shelfAt(QString::number(m_dice.bounded(4))));
        for (int piece = m_dice.bounded(3); piece >= 0; --piece) {
            std::vector<Offer> offers;
            for (int i = m_dice.bounded(30); i >= 0; --i)
                offers.push_back(make());
            catalog.putOffers(update, offers);
        }
        if (m_dice.bounded(8) > 0)
            catalog.closeShelf(update); // or given up
    }

    QRandomGenerator m_dice;
    QHash<QString, Money> m_paid;
    int m_made = 0;
};

constexpr CatalogSortKey AllKeys[] = {
    CatalogSortKey::Service, CatalogSortKey::Country, CatalogSortKey::Provider,    CatalogSortKey::Variant,
    CatalogSortKey::Price,   CatalogSortKey::Stock,   CatalogSortKey::SuccessRate, CatalogSortKey::Own};

} // namespace

class CatalogOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeptOrderEqualsANewOne_data()
    {
        QTest::addColumn<CatalogSortKey>("key");
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<bool>("hasRates");
        for (const CatalogSortKey key : AllKeys) {
            for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                for (const bool hasRates : {false, true})
                    QTest::addRow("%d %s%s", int(key),
                                  direction == Qt::AscendingOrder ? "ascending" : "descending",
                                  hasRates ? ", with rates" : "")
                        << key << direction << hasRates;
            }
        }
    }
    void aKeptOrderEqualsANewOne()
    {
        QFETCH(CatalogSortKey, key);
        QFETCH(Qt::SortOrder, direction);
        QFETCH(bool, hasRates);
        Turmoil turmoil(quint32(key) + 1);
        Catalog &catalog = turmoil.catalog;
        // The person's success is a market's, not a row's: it stays while rows come and go.
        const auto ownRate = [&catalog](OfferRow row) {
            const int dice = int(qHash(catalog.at(row).service) % 120);
            return dice < 100 ? dice : -1;
        };
        const auto prepare = [&](CatalogOrder &order) {
            if (hasRates)
                order.comparePricesBy(factor);
            order.setOwnRate(ownRate);
            order.sortBy(key, direction);
        };
        Kept kept(catalog);
        prepare(kept.order);
        for (int round = 0; round < 40; ++round) {
            turmoil.round();
            CatalogOrder fresh(catalog);
            prepare(fresh);
            QCOMPARE(kept.order.rows().size(), size_t(catalog.count()));
            QVERIFY(kept.order.rows() == fresh.rows());
            QVERIFY(kept.order.cheapestFirst() == fresh.cheapestFirst());
        }
    }

    void whatIsUnknownStandsLastBothWays()
    {
        Turmoil turmoil(99);
        for (int round = 0; round < 10; ++round)
            turmoil.round();
        CatalogOrder order(turmoil.catalog);
        for (const CatalogSortKey key : AllKeys) {
            for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                order.sortBy(key, direction);
                const auto isKnown = [&order](OfferRow row) { return order.sortValue(row) != Ranking::None; };
                QVERIFY(std::is_partitioned(order.rows().cbegin(), order.rows().cend(), isKnown));
                std::vector<quint32> values;
                for (const OfferRow row : order.rows()) {
                    if (isKnown(row))
                        values.push_back(order.sortValue(row));
                }
                if (direction == Qt::DescendingOrder)
                    std::reverse(values.begin(), values.end());
                QVERIFY(std::is_sorted(values.cbegin(), values.cend()));
            }
        }
    }

    void aLineThatComesLaterIsSortedByItsName()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        Offer first = offer(u"A"_s, 1);
        first.variant = u"mmm"_s;
        Offer second = offer(u"B"_s, 1);
        second.variant = u"nnn"_s;
        catalog.putShelf(u"a"_s, shelfAt(u"1"_s), {first, second});
        Kept kept(catalog);
        kept.order.sortBy(CatalogSortKey::Variant, Qt::AscendingOrder);
        Offer line = offer(u"C"_s, 1);
        line.line = u"aaa"_s; // fewer lines than variants still
        catalog.putShelf(u"a"_s, shelfAt(u"2"_s), {line});
        QCOMPARE(servicesIn(catalog, kept.order), u"CAB"_s);
    }

    void rentalsOfAServerStandByTheirTime()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        QList<Offer> rentals;
        for (const auto &[name, hours] : {std::pair(u"C"_s, 8640), {u"A"_s, 72}, {u"B"_s, 720}}) {
            rentals.append(offer(name, 10'000 - hours)); // the longest is the cheapest
            rentals.last().kind = OfferKind::Rental;
            rentals.last().line = u"server 1"_s;
            rentals.last().duration = std::chrono::hours(hours);
        }
        Offer other = offer(u"D"_s, 1);
        other.line = u"server 2"_s;
        catalog.putShelf(u"a"_s, {}, rentals + QList<Offer>{other});
        CatalogOrder order(catalog);
        order.sortBy(CatalogSortKey::Variant, Qt::AscendingOrder);
        QCOMPARE(servicesIn(catalog, order), u"ABCD"_s);
        order.sortBy(CatalogSortKey::Variant, Qt::DescendingOrder);
        QCOMPARE(servicesIn(catalog, order), u"DCBA"_s);
    }

    void anotherRateMovesTheOffers()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        Offer rupiah = offer(u"R"_s, -1);
        rupiah.price = Money::fromText(u"32000"_s, Idr).value();
        Offer rupees = offer(u"I"_s, -1);
        rupees.price = Money::fromText(u"1"_s, Inr).value();
        catalog.putShelf(u"a"_s, {},
                         {offer(u"D"_s, 150), rupiah, rupees, offer(u"E"_s, 300), offer(u"U"_s, -1)});
        CatalogOrder order(catalog);
        order.sortBy(CatalogSortKey::Price, Qt::AscendingOrder);
        QCOMPARE(servicesIn(catalog, order), u"RIDEU"_s); // by currency
        order.comparePricesBy(factor);
        QCOMPARE(servicesIn(catalog, order), u"DREIU"_s); // Rp 32,000 are two dollars
        order.comparePricesBy(
            [](const Currency &one) { return one == Idr ? std::optional(1. / 8000) : factor(one); });
        QCOMPARE(servicesIn(catalog, order), u"DERIU"_s);
        order.comparePricesBy({});
        QCOMPARE(servicesIn(catalog, order), u"RIDEU"_s);
    }

    void equalOnesStandCheapestFirstBothWays()
    {
        Catalog catalog;
        catalog.setAccount({u"a"_s, {}, {}, u"P"_s});
        QList<Offer> offers;
        for (const auto &[product, cents] : {std::pair(u"1"_s, 300), {u"2"_s, 100}, {u"3"_s, 200}}) {
            offers.append(offer(u"Same"_s, cents));
            offers.last().productId = product;
        }
        catalog.putShelf(u"a"_s, {}, offers);
        CatalogOrder order(catalog);
        for (const Qt::SortOrder direction : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            order.sortBy(CatalogSortKey::Service, direction);
            QStringList products;
            for (const OfferRow row : order.rows())
                products.append(catalog.at(row).productId);
            QCOMPARE(products.join(QString()), u"231"_s);
        }
    }
};

QTEST_GUILESS_MAIN(CatalogOrderTest)
#include "tst_catalogorder.moc"
