#include "models/catalog/pricepool.h"
#include "models/catalog/pricerank.h"
#include "models/catalog/radixsort.h"

#include <QRandomGenerator>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const Currency Usd = Currency::fromCode(u"USD");
const Currency Idr = Currency::fromCode(u"IDR");
const Currency Inr = Currency::fromCode(u"INR");
const Currency Pkr = Currency::fromCode(u"PKR");

Money money(const QString &amount, const Currency &currency)
{
    return Money::fromText(amount, currency).value();
}

/// Names by their id, ranked as they come.
class Names
{
public:
    const std::vector<quint32> &add(const QStringList &more)
    {
        m_names += more;
        m_ranking.extend(
            quint32(m_names.size()), [this](quint32 id) { return !m_names[id].isEmpty(); },
            [this](quint32 a, quint32 b) {
                compared.append(m_names[a] + m_names[b]);
                return m_names[a].compare(m_names[b], Qt::CaseInsensitive);
            });
        return m_ranking.ranks();
    }
    void clear() { m_ranking.clear(); }
    QStringList compared;

private:
    QStringList m_names;
    Ranking m_ranking;
};

constexpr quint32 None = Ranking::None;

} // namespace

class RankingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreRankedInOrderAndEqualOnesShareARank()
    {
        Names names;
        QCOMPARE(names.add({u"pear"_s, u"Apple"_s, u"apple"_s, u"fig"_s}),
                 (std::vector<quint32>{2, 0, 0, 1}));
    }

    void whatHasNoValueHasNoRankAndTakesNone()
    {
        Names names;
        QCOMPARE(names.add({{}, u"b"_s, {}, u"a"_s}), (std::vector<quint32>{None, 1, None, 0}));
        for (const QString &pair : std::as_const(names.compared))
            QCOMPARE(pair.size(), 2); // an empty name was never compared
    }

    void whatComesLaterStandsBetweenTheEarlier()
    {
        Names names;
        names.add({u"d"_s, u"b"_s, u"f"_s});
        QCOMPARE(names.add({u"c"_s, u"B"_s, {}, u"a"_s, u"z"_s}),
                 (std::vector<quint32>{3, 1, 4, 2, 1, None, 0, 5}));
    }

    void theEarlierAreNotSortedAgain()
    {
        Names names;
        QStringList first;
        for (int i = 0; i < 1000; ++i)
            first.append(QStringLiteral("name %1").arg(i * 7919 % 1000));
        names.add(first);
        names.compared.clear();
        names.add({u"name 5a"_s});
        // A merge and the look for equal neighbours, and no sort of a thousand.
        QVERIFY(names.compared.size() < 2200);
        names.compared.clear();
        names.add({});
        QVERIFY(names.compared.isEmpty()); // nothing new
    }

    void cleared_everythingIsRankedAnew()
    {
        Names names;
        names.add({u"b"_s, u"a"_s});
        names.clear();
        QCOMPARE(names.add({u"0"_s}), (std::vector<quint32>{2, 1, 0}));
    }

    void inPiecesItIsTheSameAsAtOnce()
    {
        QRandomGenerator dice(7);
        for (int round = 0; round < 30; ++round) {
            Names pieces;
            QStringList all;
            std::vector<quint32> ranks;
            while (all.size() < 60) {
                QStringList some;
                for (int i = dice.bounded(12); i >= 0; --i)
                    some.append(dice.bounded(6) == 0 ? QString() : QString::number(dice.bounded(40)));
                all += some;
                ranks = pieces.add(some);
            }
            Names whole;
            QCOMPARE(ranks, whole.add(all));
        }
    }

    void pricesOfOneCurrencyStandByAmountAndOthersByTheirLetters()
    {
        PricePool pool;
        PriceRank rank(pool);
        const quint32 dear = pool.id(money(u"2"_s, Usd));
        const quint32 rupiah = pool.id(money(u"90000"_s, Idr));
        const quint32 cheap = pool.id(money(u"0.5"_s, Usd));
        const quint32 rupees = pool.id(money(u"1"_s, Inr));
        rank.extend();
        QVERIFY(rank[rupiah] < rank[rupees]); // IDR, INR, USD, whatever the amounts are
        QVERIFY(rank[rupees] < rank[cheap]);
        QVERIFY(rank[cheap] < rank[dear]);
        QCOMPARE(rank[PricePool::Unknown], None);
    }

    void pricesWithAFactorAreComparedAndTheOthersFollow()
    {
        PricePool pool;
        PriceRank rank(pool);
        const quint32 dollar = pool.id(money(u"1"_s, Usd));
        const quint32 less = pool.id(money(u"15000"_s, Idr));
        const quint32 more = pool.id(money(u"17000"_s, Idr));
        const quint32 same = pool.id(money(u"16000"_s, Idr));
        const quint32 noRate = pool.id(money(u"0.01"_s, Inr));
        const quint32 noneEither = pool.id(money(u"0.01"_s, Pkr));
        QStringList asked;
        rank.compareBy([&asked](const Currency &currency) -> std::optional<double> {
            asked.append(currency.code());
            if (currency == Usd)
                return 16000.;
            return currency == Idr ? std::optional(1.) : std::nullopt;
        });
        QCOMPARE(rank[less], 0u);
        QCOMPARE(rank[dollar], 1u);
        QCOMPARE(rank[same], 1u);
        QCOMPARE(rank[more], 2u);
        QCOMPARE(rank[noRate], 3u); // nothing is known about it: not cheap, though its figure is small
        QCOMPARE(rank[noneEither], 4u);
        QCOMPARE(rank[PricePool::Unknown], None);
        asked.sort();
        QCOMPARE(asked, (QStringList{u"IDR"_s, u"INR"_s, u"PKR"_s, u"USD"_s})); // each once

        rank.compareBy({}); // each in its own again
        QVERIFY(rank[same] < rank[noRate] && rank[noRate] < rank[noneEither]);
        QVERIFY(rank[noneEither] < rank[dollar]);
    }

    void newPricesAreMergedIn()
    {
        PricePool pool;
        PriceRank rank(pool);
        rank.compareBy([](const Currency &currency) -> std::optional<double> {
            return currency == Usd   ? std::optional(16000.)
                   : currency == Idr ? std::optional(1.)
                                     : std::nullopt;
        });
        const quint32 dollar = pool.id(money(u"1"_s, Usd));
        const quint32 rupees = pool.id(money(u"3"_s, Inr));
        rank.extend();
        QCOMPARE(rank.count(), 3u);
        const quint32 between = pool.id(money(u"20000"_s, Idr));
        const quint32 cheaper = pool.id(money(u"12000"_s, Idr));
        rank.extend();
        QCOMPARE(rank[cheaper], 0u);
        QCOMPARE(rank[dollar], 1u);
        QCOMPARE(rank[between], 2u);
        QCOMPARE(rank[rupees], 3u);
        QCOMPARE(pool.id(money(u"1"_s, Usd)), dollar); // not another price
    }

    void aPriceWithATrailingZeroIsTheSamePrice()
    {
        PricePool pool;
        QCOMPARE(pool.id(money(u"1.50"_s, Usd)), pool.id(money(u"1.5"_s, Usd)));
        QVERIFY(pool.id(money(u"1.5"_s, Usd)) != pool.id(money(u"1.5"_s, Inr)));
        QCOMPARE(pool.id(std::nullopt), PricePool::Unknown);
        QVERIFY(!pool.price(PricePool::Unknown));
    }

    void radixSortIsAStableSort_data()
    {
        QTest::addColumn<quint32>("mask");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << quint32(0xffffffff) << 0;
        QTest::newRow("one") << quint32(0xffffffff) << 1;
        QTest::newRow("all digits") << quint32(0xffffffff) << 5000;
        QTest::newRow("small ranks, many equal") << quint32(0x3f) << 5000;
        QTest::newRow("the middle digit alone") << quint32(0x003ff800) << 5000;
        QTest::newRow("the last digit alone") << quint32(0xffc00000) << 5000;
        QTest::newRow("the first and the last") << quint32(0xffc007ff) << 5000;
        QTest::newRow("all equal") << quint32(0) << 300;
    }
    void radixSortIsAStableSort()
    {
        QFETCH(quint32, mask);
        QFETCH(int, count);
        QRandomGenerator dice(11);
        std::vector<quint32> keys(size_t(count) + 10);
        for (quint32 &key : keys)
            key = dice.bounded(20) == 0 ? None & mask : dice.generate() & mask;
        std::vector<OfferRow> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back(OfferRow(dice.bounded(quint32(keys.size())))); // in no order, some twice
        std::vector<OfferRow> wanted = rows;
        const auto keyOf = [&keys](OfferRow row) { return keys[row]; };
        std::stable_sort(wanted.begin(), wanted.end(),
                         [&](OfferRow a, OfferRow b) { return keyOf(a) < keyOf(b); });
        radixSort(rows, keyOf);
        QCOMPARE(rows, wanted);
    }
};

QTEST_GUILESS_MAIN(RankingTest)
#include "tst_ranking.moc"
