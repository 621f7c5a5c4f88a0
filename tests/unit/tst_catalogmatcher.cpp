#include "models/catalog/catalog.h"
#include "models/catalog/catalogfilter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

Offer offer(const QString &service, const QString &country, const QString &iso = {})
{
    Offer one;
    one.service = service;
    one.country = country;
    one.countryIso = iso;
    return one;
}

} // namespace

class CatalogMatcherTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Catalog> m_catalog;

    QStringList found(const CatalogFilter &filter, const std::vector<bool> &favourites = {}) const
    {
        QStringList all;
        const CatalogMatcher matcher(*m_catalog, filter, favourites);
        const std::vector<quint8> matches = matcher.matches();
        for (OfferRow row = 0; row < m_catalog->columns().rowEnd(); ++row) {
            if (matcher.accepts(row) != bool(matches[row]))
                return {u"accepts() and matches() differ"_s};
            if (matches[row])
                all.append(m_catalog->at(row).service + u'/' + m_catalog->at(row).country);
        }
        all.sort();
        return all;
    }
    /// How many rows pass, asked one by one.
    int count(const CatalogFilter &filter, const std::vector<bool> &favourites) const
    {
        const CatalogMatcher matcher(*m_catalog, filter, favourites);
        int passed = 0;
        for (OfferRow row = 0; row < m_catalog->columns().rowEnd(); ++row)
            passed += matcher.accepts(row);
        return passed;
    }

private Q_SLOTS:
    void init()
    {
        m_catalog = std::make_unique<Catalog>();
        m_catalog->setAccount({u"a"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        m_catalog->setAccount({u"b"_s, u"otpget"_s, u"Work"_s, u"OTPGet"_s});
        m_catalog->setAccount({u"c"_s, u"otpget"_s, {}, u"OTPGet"_s});
    }
    void cleanup() { m_catalog.reset(); }

    void wordsFindServicesAndCountriesByAllTheirNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows");
        const QString wa = u"WhatsApp/Indonesia"_s;
        const QString tg = u"Telegram/Pakistan"_s;
        QTest::newRow("short names") << u"wa indo"_s << QStringList{wa};
        QTest::newRow("in any order") << u"pak tg"_s << QStringList{tg};
        QTest::newRow("ISO code of two letters") << u"telegram pk"_s << QStringList{tg};
        QTest::newRow("of three letters") << u"idn"_s << QStringList{wa};
        QTest::newRow("in capitals") << u"WA IDN"_s << QStringList{wa};
        QTest::newRow("another name of the country") << u"holland"_s << QStringList{u"Walmart/Netherlands"_s};
        QTest::newRow("the provider's name for it") << u"england"_s << QStringList{u"Kwai/England"_s};
        QTest::newRow("ours") << u"united kingdom"_s << QStringList{u"Kwai/England"_s};
        QTest::newRow("a new name") << u"x"_s << QStringList{u"Twitter/Pakistan"_s};
        QTest::newRow("each word needed") << u"wa pak"_s << QStringList{};
        QTest::newRow("blanks alone")
            << u"  "_s
            << QStringList{u"Kwai/England"_s, tg, u"Twitter/Pakistan"_s, u"Walmart/Netherlands"_s, wa};
    }
    void wordsFindServicesAndCountriesByAllTheirNames()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, rows);
        m_catalog->putShelf(u"a"_s, {},
                            {offer(u"WhatsApp"_s, u"Indonesia"_s), offer(u"Telegram"_s, u"Pakistan"_s),
                             offer(u"Walmart"_s, u"Netherlands"_s), offer(u"Kwai"_s, u"England"_s),
                             offer(u"Twitter"_s, u"Pakistan"_s)});
        QCOMPARE(found({.text = text}), rows);
    }

    void forSaleLeavesOutWhatCannotBeBought()
    {
        Offer soldOut = offer(u"out"_s, {});
        soldOut.stock = 0;
        Offer off = offer(u"off"_s, {});
        off.available = false;
        Offer few = offer(u"few"_s, {});
        few.stock = 1;
        m_catalog->putShelf(u"a"_s, {}, {soldOut, off, few, offer(u"unknown"_s, {})});
        QCOMPARE(found({.forSale = true}), (QStringList{u"few/"_s, u"unknown/"_s}));
        QCOMPARE(found({}).size(), 4);
        soldOut.stock = 9;
        m_catalog->noteOffer(u"a"_s, soldOut);
        QCOMPARE(found({.forSale = true}).size(), 3);
    }

    void favouritesAreByMarket()
    {
        m_catalog->putShelf(u"a"_s, {},
                            {offer(u"WhatsApp"_s, u"Pakistan"_s), offer(u"Viber"_s, u"Pakistan"_s)});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"WHATSAPP"_s, u"PK"_s, u"PK"_s)});
        std::vector<bool> stars(m_catalog->columns().market[0] + 1); // the first market's; others are beyond
        stars[m_catalog->columns().market[0]] = true;
        QCOMPARE(found({.favourite = true}, stars).size(), 2);
        QCOMPARE(found({.favourite = true}), QStringList());
        QCOMPARE(found({.accountId = u"b"_s, .favourite = true}, stars).size(), 1);
        QCOMPARE(found({}, stars).size(), 3);
    }

    void choicesWithoutAnOfferAreCountedAsNothing()
    {
        const CatalogFacets nothing = CatalogMatcher(*m_catalog, {}).facets();
        QCOMPARE(nothing.forSale + nothing.favourite, 0);
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s, u"Pakistan"_s)});
        m_catalog->putShelf(u"a"_s, {}, {}); // the row is free again
        const CatalogFacets gone = CatalogMatcher(*m_catalog, {}).facets();
        for (const std::vector<int> &counts : {gone.byPlace, gone.byKind, gone.bySeller})
            QCOMPARE(std::count(counts.cbegin(), counts.cend(), 0), std::ptrdiff_t(counts.size()));
    }

    /// Each count is what that choice would leave, the other choices kept.
    void facetsEqualACountOneByOne()
    {
        QRandomGenerator dice(3);
        const QStringList accounts{u"a"_s, u"b"_s, u"c"_s};
        const QStringList countries{u"Pakistan"_s, u"England"_s, u"Atlantis"_s, u"India"_s, {}};
        const auto pick = [&dice](const QStringList &from) { return from[dice.bounded(int(from.size()))]; };
        for (const QString &account : accounts) {
            for (int shelf = 0; shelf < 3; ++shelf) {
                QList<Offer> offers;
                for (int i = 0; i < 120; ++i) {
                    Offer one = offer(QStringLiteral("S%1").arg(dice.bounded(12)), pick(countries));
                    one.kind = AllOfferKinds[size_t(dice.bounded(3))];
                    one.productId = QString::number(shelf * 1000 + i);
                    one.line = dice.bounded(2) ? u"server"_s : QString();
                    if (dice.bounded(2))
                        one.stock = dice.bounded(3);
                    one.available = dice.bounded(6) > 0;
                    offers.append(one);
                }
                Shelf path;
                path.path = QString::number(shelf);
                m_catalog->putShelf(account, path, offers);
                if (shelf == 1)
                    m_catalog->putShelf(account, path, offers.mid(50)); // some rows are free
            }
        }
        const CatalogNames &names = m_catalog->names();
        for (int round = 0; round < 60; ++round) {
            std::vector<bool> stars(names.markets().size());
            for (size_t i = 0; i < stars.size(); ++i)
                stars[i] = dice.bounded(3) == 0;
            CatalogFilter filter;
            if (dice.bounded(2))
                filter.text = QStringLiteral("s%1").arg(dice.bounded(12));
            if (dice.bounded(3) == 0)
                filter.kind = AllOfferKinds[size_t(dice.bounded(3))];
            if (dice.bounded(3) == 0)
                filter.country = pick({u"PK"_s, u"GB"_s, u"atlantis"_s});
            if (dice.bounded(3) == 0)
                filter.providerId = u"otpget"_s;
            if (dice.bounded(4) == 0)
                filter.accountId = u"b"_s;
            filter.forSale = dice.bounded(3) == 0;
            filter.favourite = dice.bounded(3) == 0;

            const CatalogFacets facets = CatalogMatcher(*m_catalog, filter, stars).facets();
            QHash<QString, int> places;
            for (size_t id = 0; id < names.places().size(); ++id)
                places[names.places()[id].key] += facets.byPlace[id];
            for (const QString &key : {u"PK"_s, u"GB"_s, u"atlantis"_s, u"IN"_s}) {
                CatalogFilter other = filter;
                other.country = key;
                QCOMPARE(places.value(key), count(other, stars));
            }
            QHash<int, int> kinds;
            QHash<QString, int> sellers;
            for (size_t id = 1; id < names.sellers().size(); ++id) {
                kinds[int(names.sellers()[id].kind)] += facets.byKind[id];
                sellers[m_catalog->accountOf(names.sellers()[id]).id] += facets.bySeller[id];
            }
            for (const OfferKind kind : AllOfferKinds) {
                CatalogFilter other = filter;
                other.kind = kind;
                QCOMPARE(kinds.value(int(kind)), count(other, stars));
            }
            for (const QString &account : accounts) {
                CatalogFilter other = filter;
                other.providerId.clear();
                other.accountId = account;
                QCOMPARE(sellers.value(account), count(other, stars));
            }
            CatalogFilter other = filter;
            other.forSale = true;
            QCOMPARE(facets.forSale, count(other, stars));
            other = filter;
            other.favourite = true;
            QCOMPARE(facets.favourite, count(other, stars));
        }
    }
};

QTEST_GUILESS_MAIN(CatalogMatcherTest)
#include "tst_catalogmatcher.moc"
