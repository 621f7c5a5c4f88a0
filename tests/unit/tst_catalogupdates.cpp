#include "models/catalog/catalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const Currency Usd = Currency::fromCode(u"USD");

std::optional<Money> cents(qint64 amount)
{
    return Money::fromUnits(amount * 100, Usd);
}

Offer offer(const QString &service, qint64 price = -1, const QString &country = u"Pakistan"_s)
{
    Offer one;
    one.service = service;
    one.country = country;
    if (price >= 0)
        one.price = cents(price);
    return one;
}

Shelf shelfAt(const QString &path, const QString &iso = {}, OfferKind kind = OfferKind::Number)
{
    Shelf shelf;
    shelf.path = path;
    shelf.countryIso = iso;
    shelf.kind = kind;
    return shelf;
}

QStringList pathsOf(const QList<Shelf> &shelves)
{
    QStringList paths;
    for (const Shelf &shelf : shelves)
        paths.append(shelf.path);
    paths.sort();
    return paths;
}

} // namespace

class CatalogUpdatesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<QObject> m_context;
    QList<CatalogChange> m_told;

    void put(ShelfUpdate &update, const std::vector<Offer> &offers) { m_catalog->putOffers(update, offers); }
    void put(const QString &path, const std::vector<Offer> &offers)
    {
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, shelfAt(path));
        put(update, offers);
        m_catalog->closeShelf(update);
    }
    std::optional<OfferRow> row(const Offer &one, const QString &account = u"a"_s)
    {
        return m_catalog->find(account, one);
    }
    quint32 marketOf(const Offer &one) { return m_catalog->columns().market[row(one).value()]; }
    Market market(const Offer &one) { return m_catalog->marketAt(row(one).value()); }

private Q_SLOTS:
    void init()
    {
        m_told.clear();
        m_context = std::make_unique<QObject>();
        m_catalog = std::make_unique<Catalog>();
        m_catalog->setAccount({u"a"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        m_catalog->setAccount({u"b"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
        connect(m_catalog.get(), &Catalog::changed, m_context.get(),
                [this](const CatalogChange &change) { m_told.append(change); });
    }
    void cleanup()
    {
        m_context.reset();
        m_catalog.reset();
    }

    void aShelfMayComeInPiecesAndIsToldWhenPublished()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s, 1), offer(u"B"_s, 1), offer(u"C"_s, 1)});
        m_told.clear();
        const OfferRow b = row(offer(u"B"_s)).value();
        const OfferRow c = row(offer(u"C"_s)).value();
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, shelfAt(u"1"_s));
        put(update, {offer(u"A"_s, 1), offer(u"D"_s, 1)});
        QCOMPARE(m_catalog->count(), 4); // nothing is missing before the end
        put(update, {offer(u"B"_s, 2)});
        m_catalog->closeShelf(update);
        QCOMPARE(m_catalog->count(), 3);
        QVERIFY(m_told.isEmpty());
        m_catalog->publish();
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].added, std::vector<OfferRow>{row(offer(u"D"_s)).value()});
        QCOMPARE(m_told[0].removed, std::vector<OfferRow>{c});
        QCOMPARE(m_told[0].changed.size(), size_t(1));
        QCOMPARE(m_told[0].changed[0].row, b);
        m_catalog->publish();
        QCOMPARE(m_told.size(), 1); // once
    }

    void aShelfForgottenMeanwhileTakesNothingMore()
    {
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, shelfAt(u"1"_s));
        put(update, {offer(u"A"_s)});
        m_catalog->keepShelves(u"a"_s, {});
        put(update, {offer(u"B"_s)});
        m_catalog->closeShelf(update);
        m_catalog->publish();
        QCOMPARE(m_catalog->count(), 0);
    }

    void anUpdateGivenUpRemovesNothing()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s), offer(u"B"_s)});
        ShelfUpdate update = m_catalog->openShelf(u"a"_s, shelfAt(u"1"_s));
        put(update, {offer(u"A"_s)});
        m_catalog->publish();
        QVERIFY(row(offer(u"B"_s)));
    }

    void twoUpdatesAtOnceDoNotDisturbEachOther()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s), offer(u"B"_s)});
        m_catalog->putShelf(u"a"_s, shelfAt(u"2"_s), {offer(u"X"_s), offer(u"Y"_s)});
        ShelfUpdate one = m_catalog->openShelf(u"a"_s, shelfAt(u"1"_s));
        ShelfUpdate two = m_catalog->openShelf(u"a"_s, shelfAt(u"2"_s));
        put(one, {offer(u"A"_s)});
        put(two, {offer(u"Y"_s)});
        put(one, {offer(u"C"_s)});
        put(two, {offer(u"Z"_s)});
        m_catalog->closeShelf(two);
        QVERIFY(row(offer(u"B"_s)) && !row(offer(u"X"_s)));
        m_catalog->closeShelf(one);
        QVERIFY(!row(offer(u"B"_s)));
        QVERIFY(row(offer(u"A"_s)) && row(offer(u"C"_s)) && row(offer(u"Y"_s)) && row(offer(u"Z"_s)));
        QCOMPARE(m_catalog->count(), 4);
    }

    void aRowUsedAgainDuringAnUpdateIsNotTakenForOneListedTwice()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {});
        ShelfUpdate one = m_catalog->openShelf(u"a"_s, shelfAt(u"1"_s));
        put(one, {offer(u"A"_s, 1)});
        const OfferRow a = row(offer(u"A"_s)).value();
        // Another shelf takes the offer over and loses it, while the first is still being put.
        m_catalog->putShelf(u"a"_s, shelfAt(u"2"_s), {offer(u"A"_s, 1)});
        m_catalog->putShelf(u"a"_s, shelfAt(u"2"_s), {});
        QVERIFY(!row(offer(u"A"_s)));
        put(one, {offer(u"B"_s, 7)});
        QCOMPARE(row(offer(u"B"_s)).value(), a); // the row is used again
        QCOMPARE(m_catalog->at(a).price, cents(7));
        m_catalog->closeShelf(one);
        QCOMPARE(m_catalog->count(), 1);
        // It stands on the first shelf, and goes with it.
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {});
        QCOMPARE(m_catalog->count(), 0);
    }

    void whatCameAndWentInBetweenIsToldToNobody()
    {
        put(u"1"_s, {offer(u"A"_s)});
        put(u"1"_s, {});
        m_catalog->publish();
        QVERIFY(m_told.isEmpty());
        QCOMPARE(m_catalog->count(), 0);
        put(u"1"_s, {offer(u"B"_s)});
        m_catalog->publish();
        QCOMPARE(m_catalog->columns().rowEnd(), 1u); // and its row is free again
    }

    void changedTwiceItIsToldOnceWithBothFacts()
    {
        Offer one = offer(u"A"_s, 1);
        one.stock = 5;
        put(u"1"_s, {one, offer(u"B"_s)});
        m_catalog->publish();
        m_told.clear();
        one.price = cents(2);
        put(u"1"_s, {one, offer(u"B"_s)});
        one.stock = 4;
        put(u"1"_s, {one, offer(u"B"_s)});
        m_catalog->publish();
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].changed.size(), size_t(1));
        QCOMPARE(int(m_told[0].changed[0].facts), int(CatalogChange::PriceFact | CatalogChange::StockFact));
        QVERIFY(m_told[0].added.empty() && m_told[0].removed.empty());
    }

    void whatIsNewAndChangedIsToldAsNewAlone()
    {
        put(u"1"_s, {offer(u"A"_s, 1)});
        put(u"1"_s, {offer(u"A"_s, 2)});
        m_catalog->publish();
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].added.size(), size_t(1));
        QVERIFY(m_told[0].changed.empty());
    }

    void whatChangedAndWentIsToldAsRemovedAlone()
    {
        put(u"1"_s, {offer(u"A"_s, 1)});
        m_catalog->publish();
        m_told.clear();
        put(u"1"_s, {offer(u"A"_s, 2)});
        put(u"1"_s, {});
        m_catalog->publish();
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].removed.size(), size_t(1));
        QVERIFY(m_told[0].changed.empty());
    }

    void changesAreToldByRowEachOnce()
    {
        put(u"1"_s, {offer(u"A"_s, 1), offer(u"B"_s, 1), offer(u"C"_s, 1)});
        m_catalog->publish();
        m_told.clear();
        put(u"1"_s, {offer(u"C"_s, 2), offer(u"A"_s, 2), offer(u"B"_s, 1)});
        put(u"1"_s, {offer(u"B"_s, 2), offer(u"C"_s, 3), offer(u"A"_s, 1)});
        m_catalog->publish();
        std::vector<OfferRow> rows;
        for (const CatalogChange::Changed &one : m_told.value(0).changed)
            rows.push_back(one.row);
        QCOMPARE(rows, (std::vector<OfferRow>{0, 1, 2}));
    }

    void soldOutAndBackAreAvailabilityFacts()
    {
        Offer one = offer(u"A"_s, 1);
        const auto factsAfter = [&](auto change) {
            change();
            m_told.clear();
            m_catalog->putShelf(u"a"_s, {}, {one});
            return m_told.isEmpty() || m_told[0].changed.empty() ? -1 : int(m_told[0].changed[0].facts);
        };
        factsAfter([] {});
        QCOMPARE(factsAfter([&] { one.stock = 3; }), int(CatalogChange::StockFact));
        QCOMPARE(factsAfter([&] { one.stock = 0; }),
                 int(CatalogChange::StockFact | CatalogChange::AvailabilityFact));
        // Out of stock and not on sale either: it could not be bought before, nor can it now.
        QCOMPARE(factsAfter([&] { one.available = false; }), -1);
        QVERIFY(!m_catalog->columns().isForSale(row(one).value()));
        QCOMPARE(factsAfter([&] { one.stock.reset(); }), int(CatalogChange::StockFact));
        QCOMPARE(factsAfter([&] { one.available = true; }), int(CatalogChange::AvailabilityFact));
        QCOMPARE(factsAfter([&] { one.successRate = 40; }), int(CatalogChange::RateFact));
        QCOMPARE(factsAfter([] {}), -1);
    }

    void aListenerMayPutMore()
    {
        bool isFirst = true;
        connect(m_catalog.get(), &Catalog::changed, m_context.get(), [&](const CatalogChange &) {
            if (std::exchange(isFirst, false))
                m_catalog->putShelf(u"a"_s, shelfAt(u"2"_s), {offer(u"B"_s)});
        });
        m_catalog->putShelf(u"a"_s, shelfAt(u"1"_s), {offer(u"A"_s)});
        QCOMPARE(m_told.size(), 2);
        QCOMPARE(m_told[0].added.size() + m_told[1].added.size(), size_t(2));
        QCOMPARE(m_catalog->count(), 2);
    }

    void aRowUsedAgainTellsNothingOfItsEarlierOffer()
    {
        Offer inbox = offer(u"site.com"_s, 5);
        inbox.kind = OfferKind::Email;
        inbox.cancelFee = cents(2);
        inbox.stock = 4;
        inbox.successRate = 70;
        m_catalog->putShelf(u"a"_s, {}, {inbox});
        const OfferRow earlier = row(inbox).value();
        m_catalog->putShelf(u"a"_s, {}, {});
        QVERIFY(!m_catalog->columns().isLive(earlier));
        const Offer bare = offer(u"B"_s);
        m_catalog->putShelf(u"b"_s, {}, {bare});
        QCOMPARE(row(bare, u"b"_s).value(), earlier);
        const Offer found = m_catalog->at(earlier);
        QVERIFY(!found.price && !found.stock && !found.successRate && !found.cancelFee);
        QVERIFY(found.available && m_catalog->columns().isForSale(earlier));
        QCOMPARE(m_catalog->accountAt(earlier).id, u"b"_s);
        QCOMPARE(m_catalog->marketAt(earlier).serviceKey, u"b"_s);
    }

    void shelvesOfAMarketAreThoseThatHoldItOrWould()
    {
        Shelf whatsApp = shelfAt(u"pk/wa"_s, u"PK"_s);
        whatsApp.service = u"WhatsApp"_s;
        Shelf telegram = shelfAt(u"pk/tg"_s, u"PK"_s);
        telegram.service = u"Telegram"_s;
        m_catalog->putShelf(u"a"_s, whatsApp, {});
        m_catalog->putShelf(u"a"_s, telegram, {});
        m_catalog->putShelf(u"a"_s, shelfAt(u"pk"_s, u"PK"_s), {offer(u"Other"_s)});
        m_catalog->putShelf(u"a"_s, shelfAt(u"in"_s, u"IN"_s), {});
        m_catalog->putShelf(u"a"_s, shelfAt(u"popular"_s), {offer(u"WHATSAPP"_s)}); // of all countries
        m_catalog->putShelf(u"a"_s, shelfAt(u"elsewhere"_s), {offer(u"WhatsApp"_s, -1, u"India"_s)});
        m_catalog->putShelf(u"a"_s, shelfAt(u"rent"_s, u"PK"_s, OfferKind::Rental), {});
        m_catalog->putShelf(u"b"_s, shelfAt(u"theirs"_s, u"PK"_s), {});

        const Market wanted{OfferKind::Number, u"whatsapp"_s, u"PK"_s, {}, {}};
        QCOMPARE(pathsOf(m_catalog->shelvesOf(u"a"_s, wanted)),
                 (QStringList{u"pk"_s, u"pk/wa"_s, u"popular"_s}));
        QCOMPARE(pathsOf(m_catalog->shelvesOf(u"b"_s, wanted)), QStringList{u"theirs"_s});
        QCOMPARE(m_catalog->shelvesOf(u"nobody"_s, wanted), QList<Shelf>());
        Market rental = wanted;
        rental.kind = OfferKind::Rental;
        QCOMPARE(pathsOf(m_catalog->shelvesOf(u"a"_s, rental)), QStringList{u"rent"_s});
        // Sold out, it may come back where it stood in a shelf of its country only.
        m_catalog->putShelf(u"a"_s, shelfAt(u"popular"_s), {});
        QCOMPARE(pathsOf(m_catalog->shelvesOf(u"a"_s, wanted)), (QStringList{u"pk"_s, u"pk/wa"_s}));
    }

    void shelvesThatWereRemovedAreNotNamed()
    {
        m_catalog->putShelf(u"a"_s, shelfAt(u"pk"_s, u"PK"_s), {offer(u"WhatsApp"_s)});
        m_catalog->keepShelves(u"a"_s, {});
        const Market wanted{OfferKind::Number, u"whatsapp"_s, u"PK"_s, {}, {}};
        QVERIFY(m_catalog->shelvesOf(u"a"_s, wanted).isEmpty());
        QCOMPARE(m_catalog->count(), 0);
    }

    void whatWasPaidLastStandsInForAPriceThatIsNotTold()
    {
        std::optional<Money> paid = cents(120);
        QStringList asked;
        m_catalog->setLastPaid([&](const QString &providerId, const Offer &one) {
            asked.append(providerId + u'/' + one.service);
            return one.service == u"A"_s ? paid : std::nullopt;
        });
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s), offer(u"B"_s), offer(u"C"_s, 5)});
        QCOMPARE(asked, (QStringList{u"otpzap/A"_s, u"otpzap/B"_s})); // not where the provider tells
        const OfferRow a = row(offer(u"A"_s)).value();
        QVERIFY(m_catalog->isLearned(a));
        QCOMPARE(m_catalog->priceAt(a), cents(120));
        QVERIFY(!m_catalog->at(a).price); // what is bought must not name it
        const OfferRow b = row(offer(u"B"_s)).value();
        QVERIFY(!m_catalog->isLearned(b) && !m_catalog->priceAt(b));
        QVERIFY(!m_catalog->isLearned(row(offer(u"C"_s)).value()));

        // Bought again, for another price.
        m_told.clear();
        paid = cents(150);
        m_catalog->learnPrice(u"otpzap"_s, offer(u"A"_s));
        QCOMPARE(m_catalog->priceAt(a), cents(150));
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told[0].changed.size(), size_t(1));
        QCOMPARE(int(m_told[0].changed[0].facts), int(CatalogChange::PriceFact));
        m_catalog->learnPrice(u"otpzap"_s, offer(u"A"_s));
        QCOMPARE(m_told.size(), 1); // the same

        // Nothing is known any more.
        paid.reset();
        m_catalog->learnPrices();
        QVERIFY(!m_catalog->isLearned(a) && !m_catalog->priceAt(a));
        QCOMPARE(m_told.size(), 2);
    }

    void theProvidersOwnPriceWins()
    {
        m_catalog->setLastPaid([](const QString &, const Offer &) { return cents(120); });
        m_catalog->putShelf(u"a"_s, {}, {offer(u"A"_s)});
        const OfferRow a = row(offer(u"A"_s)).value();
        QVERIFY(m_catalog->isLearned(a));
        m_told.clear();
        // The same figure, but now the provider says it.
        m_catalog->noteOffer(u"a"_s, offer(u"A"_s, 120));
        QVERIFY(!m_catalog->isLearned(a));
        QCOMPARE(m_catalog->at(a).price, cents(120));
        QCOMPARE(m_told.size(), 1); // its mark goes
        m_catalog->noteOffer(u"a"_s, offer(u"A"_s, 99));
        m_catalog->learnPrice(u"otpzap"_s, offer(u"A"_s));
        m_catalog->learnPrices();
        QCOMPARE(m_catalog->priceAt(a), cents(99));
        QVERIFY(!m_catalog->isLearned(a));
    }

    void aPriceIsLearnedForAllAccountsOfItsProvider()
    {
        m_catalog->setAccount({u"a2"_s, u"otpzap"_s, u"Second"_s, u"OTPZap"_s});
        for (const QString &account : {u"a"_s, u"a2"_s, u"b"_s})
            m_catalog->putShelf(account, {}, {offer(u"A"_s)});
        m_catalog->setLastPaid([](const QString &, const Offer &) { return cents(3); });
        m_catalog->learnPrice(u"otpzap"_s, offer(u"A"_s));
        QVERIFY(m_catalog->isLearned(row(offer(u"A"_s), u"a"_s).value()));
        QVERIFY(m_catalog->isLearned(row(offer(u"A"_s), u"a2"_s).value()));
        QVERIFY(!m_catalog->isLearned(row(offer(u"A"_s), u"b"_s).value()));
    }

    void learningKeepsEverythingElse()
    {
        Offer one = offer(u"site.com"_s);
        one.kind = OfferKind::Email;
        one.countryIso = u"PK"_s;
        one.stock = 0;
        one.successRate = 61;
        one.cancelFee = cents(4);
        one.available = false;
        m_catalog->putShelf(u"a"_s, {}, {one});
        m_catalog->setLastPaid([](const QString &, const Offer &) { return cents(3); });
        m_catalog->learnPrices();
        QVERIFY(m_catalog->isLearned(row(one).value()));
        QCOMPARE(m_catalog->at(row(one).value()), one);
    }

    void oneServiceIsOneMarketHoweverItIsWritten()
    {
        QList<Offer> offers;
        for (const QString &name :
             {u"WhatsApp"_s, u"WHATSAPP"_s, u"wa"_s, u"WhatsApp Business"_s, u"Telegram"_s})
            offers.append(offer(name));
        m_catalog->putShelf(u"a"_s, {}, offers);
        QCOMPARE(marketOf(offers[1]), marketOf(offers[0]));
        QCOMPARE(marketOf(offers[2]), marketOf(offers[0]));
        QVERIFY(marketOf(offers[3]) != marketOf(offers[0]));
        QVERIFY(marketOf(offers[4]) != marketOf(offers[0]));
        QCOMPARE(market(offers[2]).service, u"WhatsApp"_s);
        // Each offer keeps its provider's word.
        QCOMPARE(m_catalog->at(row(offers[2]).value()).service, u"wa"_s);
    }

    void oneCountryIsOneMarketHoweverItIsWritten()
    {
        Offer byCode = offer(u"WhatsApp"_s, -1, {});
        byCode.countryIso = u"pk"_s;
        Offer server = offer(u"WhatsApp"_s, -1, u"Pakistan - Server 2"_s);
        server.countryIso = u"PK"_s;
        const Offer plain = offer(u"WhatsApp"_s, -1, u"Pakistan"_s);
        const Offer abroad = offer(u"WhatsApp"_s, -1, u"India"_s);
        const Offer unknown = offer(u"WhatsApp"_s, -1, u"Atlantis"_s);
        m_catalog->putShelf(u"a"_s, {}, {byCode, server, plain, abroad, unknown});
        QCOMPARE(m_catalog->count(), 5);
        QCOMPARE(marketOf(byCode), marketOf(plain));
        QCOMPARE(marketOf(server), marketOf(plain));
        QVERIFY(marketOf(abroad) != marketOf(plain));
        QVERIFY(marketOf(unknown) != marketOf(plain));
        QCOMPARE(market(server).country, u"Pakistan"_s);
        QCOMPARE(market(server).countryKey, u"PK"_s);
        QCOMPARE(m_catalog->countries().size(), 3);
    }

    void kindsAreMarketsOfTheirOwnAndAccountsAreNot()
    {
        Offer rental = offer(u"WhatsApp"_s);
        rental.kind = OfferKind::Rental;
        m_catalog->putShelf(u"a"_s, {}, {offer(u"WhatsApp"_s), rental});
        m_catalog->putShelf(u"b"_s, {}, {offer(u"WhatsApp"_s)});
        QVERIFY(marketOf(rental) != marketOf(offer(u"WhatsApp"_s)));
        QCOMPARE(m_catalog->columns().market[row(offer(u"WhatsApp"_s), u"b"_s).value()],
                 marketOf(offer(u"WhatsApp"_s)));
        QCOMPARE(m_catalog->names().marketId({OfferKind::Email, u"whatsapp"_s, u"PK"_s, {}, {}}), 0u);
    }
};

QTEST_GUILESS_MAIN(CatalogUpdatesTest)
#include "tst_catalogupdates.moc"
