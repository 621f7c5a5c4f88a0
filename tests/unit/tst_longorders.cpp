#include "tests/support/bench.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const ProviderInfo &otpGet()
{
    return findProvider(u"otpget"_s)->info();
}

Money rupees(int amount)
{
    return Money::fromUnits(amount * Money::UnitsPerMain, otpGet().currency);
}

Offer rentalOffer(std::chrono::hours duration = 720h)
{
    Offer offer;
    offer.kind = OfferKind::Rental;
    offer.line = u"rental2"_s;
    offer.country = u"Canada"_s;
    offer.countryIso = u"CA"_s;
    offer.countryId = u"ca"_s;
    offer.variant = u"Server 2"_s;
    offer.variantId = u"2"_s;
    offer.duration = duration;
    offer.price = rupees(840);
    return offer;
}

Offer inboxOffer()
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"email2"_s;
    offer.service = u"openai.com"_s;
    offer.serviceId = u"openai.com"_s;
    offer.variant = u"gmail.com"_s;
    offer.variantId = u"gmail.com"_s;
    offer.price = rupees(15);
    return offer;
}

OrderReport rented(const QDateTime &expires, const QString &id = u"2673093356180000583"_s)
{
    OrderReport report;
    report.id = id;
    report.number = u"3434337545"_s;
    report.status = OrderStatus::Waiting;
    report.price = rupees(840);
    report.expiresAt = expires;
    return report;
}

/// As the provider's own list has it.
OrderReport listed(const QDateTime &expires, const QString &id = u"2673093356180000583"_s)
{
    OrderReport report = rented(expires, id);
    report.price.reset();
    report.renewId = u"27"_s;
    report.offer = rentalOffer(0h);
    report.offer->price.reset();
    report.expirySlack = 6h;
    return report;
}

OrderReport until(const QDateTime &expires)
{
    OrderReport report;
    report.expiresAt = expires;
    report.price = rupees(840);
    return report;
}

} // namespace

/// What lives longer than an activation: rentals, inboxes, and the provider's own list of them.
class TestLongOrders : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Bench> m_bench;

    /// Sells one kind only: the fake has one list for all.
    Bench &bench(OfferKind kind = OfferKind::Rental)
    {
        ProviderInfo description = otpGet();
        description.shops = {{kind, otpGet().terms(kind)}};
        m_bench.reset(); // the journal is one program's at a time
        m_bench = std::make_unique<Bench>(m_dir->filePath(u"journal.sqlite"_s), description);
        QSignalSpy read(&m_bench->engine, &OrderEngine::listRead);
        m_bench->start();
        m_bench->soon([&read] { return !read.isEmpty(); }); // the list is read at start: tests begin after it
        return *m_bench;
    }
    /// A rental for so long, confirmed.
    qint64 rent(Bench &b, std::chrono::hours duration = 720h)
    {
        b.provider->answer(u"buy"_s, rented(b.clock.utc().addSecs(std::chrono::seconds(duration).count())));
        const qint64 key = b.Desk::buy(b.account.id, rentalOffer(duration));
        return b.becomes(key, OrderStatus::Waiting) ? key : 0;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_bench.reset();
        m_dir.reset();
    }

    void renewalMovesTheExpiryAndIsPaidOnce()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 rental = rent(b);
        QVERIFY(rental);
        const QDateTime before = b.engine.order(rental)->expiresAt;
        const auto asked = b.engine.renew(rental, rentalOffer());
        QVERIFY(b.ended(asked));
        const qint64 renewal = asked.result().value();
        QCOMPARE(b.status(renewal), OrderStatus::Buying); // the intent is written, nothing answered
        SETTLE(u"renew"_s, until(before.addDays(30)));
        QVERIFY(b.becomes(renewal, OrderStatus::Finished));
        QCOMPARE(b.engine.order(rental)->expiresAt, before.addDays(30));
        QCOMPARE(b.provider->calls.value(u"renew"_s), 1);
        QTRY_VERIFY(b.happened(rental, EventKind::Renewed));
        QCOMPARE(b.event(rental, EventKind::Renewed)->amount, rupees(840));
        QCOMPARE(b.event(rental, EventKind::Renewed)->other, renewal);
    }

    void renewalNobodyAnsweredIsFoundInTheList()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 rental = rent(b);
        const QDateTime before = b.engine.order(rental)->expiresAt;
        const auto asked = b.engine.renew(rental, rentalOffer());
        QVERIFY(b.ended(asked));
        SETTLE(u"renew"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        const qint64 renewal = asked.result().value();
        QVERIFY(b.becomes(renewal, OrderStatus::Unconfirmed));
        QTRY_VERIFY(b.happened(rental, EventKind::RenewUnclear));
        b.provider->listed = {listed(before.addDays(30).addSecs(-5 * 3600))}; // a clock without a zone
        QVERIFY(b.becomes(renewal, OrderStatus::Finished));
        QCOMPARE(b.engine.order(rental)->expiresAt, before.addDays(30));
        QCOMPARE(b.provider->calls.value(u"renew"_s), 1);
    }

    void renewalThatTheListDoesNotShowWasNotMade()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 rental = rent(b);
        const QDateTime before = b.engine.order(rental)->expiresAt;
        b.provider->listed = {listed(before)};
        const auto asked = b.engine.renew(rental, rentalOffer());
        QVERIFY(b.ended(asked));
        SETTLE(u"renew"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QVERIFY(b.becomes(asked.result().value(), OrderStatus::NotBought));
        QCOMPARE(b.engine.order(rental)->expiresAt, before);
        QCOMPARE(b.status(rental), OrderStatus::Waiting);
        QTRY_VERIFY(b.happened(rental, EventKind::RenewRefused));
        QCOMPARE(b.provider->calls.value(u"renew"_s), 1);
    }

    void renewalSurvivesARestart()
    {
        qint64 rental = 0;
        qint64 renewal = 0;
        QDateTime before;
        {
            Bench &b = bench();
            b.provider->answer(u"check"_s, OrderReport());
            rental = rent(b);
            before = b.engine.order(rental)->expiresAt;
            const auto asked = b.engine.renew(rental, rentalOffer());
            QVERIFY(b.ended(asked));
            renewal = asked.result().value(); // never answered
        }
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        b.provider->listed = {listed(before.addDays(30))};
        QVERIFY(b.becomes(renewal, OrderStatus::Finished));
        QCOMPARE(b.engine.order(rental)->expiresAt, before.addDays(30));
        QCOMPARE(b.provider->calls.value(u"renew"_s), 0);
    }

    void rentalNobodyAnsweredIsFoundInTheList()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 key = b.Desk::buy(b.account.id, rentalOffer());
        const QDateTime end = b.clock.utc().addDays(30);
        OrderReport other = listed(end, u"1"_s);
        other.offer->countryIso = u"US"_s;
        b.provider->listed = {other, listed(end.addDays(-20), u"2"_s), listed(end)};
        SETTLE(u"buy"_s, apiError(ErrorKind::Malformed, Outcome::Unknown));
        QVERIFY(b.becomes(key, OrderStatus::Waiting));
        QCOMPARE(b.engine.order(key)->id, u"2673093356180000583"_s);
        QCOMPARE(b.engine.order(key)->renewId, u"27"_s);
        QCOMPARE(b.provider->calls.value(u"buy"_s), 1);
    }

    void whatWasBoughtElsewhereIsTakenOverOnce()
    {
        const QDateTime end = QDateTime::currentDateTimeUtc().addYears(20);
        for (int run = 0; run < 2; ++run) {
            Bench &b = bench();
            QSignalSpy arrived(&b.engine, &OrderEngine::messageArrived);
            OrderReport news;
            news.status = OrderStatus::CodeReceived;
            news.messages = QList<Message>{{u"740279"_s, u"Your WhatsApp code 740-279"_s, {}, {}}};
            b.provider->answer(u"check"_s, news);
            b.provider->listed = {listed(end)};
            QSignalSpy read(&b.engine, &OrderEngine::listRead);
            b.engine.readLists();
            QVERIFY(b.soon([&] { return read.count() >= 1; }));
            QVERIFY(b.soon([&] {
                return b.engine.orders().size() == 1 && !b.engine.orders().begin()->second.messages.isEmpty();
            }));
            const Order order = b.engine.orders().begin()->second;
            QCOMPARE(order.id, u"2673093356180000583"_s);
            QCOMPARE(order.offer.countryIso, u"CA"_s);
            QCOMPARE(order.expiresAt.toSecsSinceEpoch(), end.toSecsSinceEpoch());
            QVERIFY(b.happened(order.key, EventKind::FoundInList));
            QCOMPARE(arrived.count(), 0); // old news: neither copied nor announced
        }
    }

    void whatIsOverInTheListIsHistoryAndNotPolled()
    {
        Bench &b = bench();
        OrderReport over = listed(b.clock.utc().addDays(-3));
        over.status = OrderStatus::Expired;
        b.provider->listed = {over};
        b.engine.readLists();
        QVERIFY(b.soon([&] { return b.engine.orders().size() == 1; }));
        QVERIFY(b.becomes(b.engine.orders().begin()->first, OrderStatus::Expired));
        b.clock.skip(10min);
        QCOMPARE(b.provider->calls.value(u"check"_s), 0);
    }

    void listIsReadPageByPage()
    {
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, OrderReport());
        b.provider->pageSize = 20;
        for (int i = 0; i < 45; ++i) {
            OrderReport mail;
            mail.id = QString::number(900 - i);
            mail.number = u"a%1@gmail.com"_s.arg(i);
            mail.status = OrderStatus::Finished;
            b.provider->listed.append(mail);
        }
        QSignalSpy read(&b.engine, &OrderEngine::listRead);
        b.engine.readLists();
        QVERIFY(b.soon([&] { return read.count() == 1; }));
        QVERIFY(b.soon([&] { return b.engine.orders().size() == 45; }));
        // Oldest first, so that the newest has the highest key.
        QCOMPARE(b.engine.orders().rbegin()->second.id, u"900"_s);
        QVERIFY2(b.provider->calls.value(u"balance"_s) < 5, "history is not news about the balance");
        const int calls = b.provider->calls.value(u"listOrders"_s);
        b.engine.readLists();
        QVERIFY(b.soon([&] { return read.count() == 2; }));
        QVERIFY2(b.provider->calls.value(u"listOrders"_s) - calls <= 2, "known pages are read again");
        QCOMPARE(b.engine.orders().size(), size_t(45));
    }

    void pagesThatCouldNotBeReadAreReadTheNextTime()
    {
        Bench &b = bench(OfferKind::Email);
        for (int i = 0; i < 25; ++i) {
            OrderReport mail;
            mail.id = QString::number(900 - i);
            mail.status = OrderStatus::Finished;
            b.provider->listed.append(mail);
        }
        b.provider->listFailsAtPage = 2;
        QSignalSpy failed(&b.engine, &OrderEngine::listFailed);
        b.engine.readLists();
        QVERIFY(b.soon([&] { return failed.count() == 1; }));
        b.provider->listFailsAtPage = 0;
        b.engine.readLists();
        QVERIFY(b.soon([&] { return b.engine.orders().size() == 25; }));
    }

    void nothingIsTakenOverWhileAPurchaseIsOpen()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 key = b.Desk::buy(b.account.id, rentalOffer());
        b.provider->listed = {listed(b.clock.utc().addDays(30))};
        QSignalSpy read(&b.engine, &OrderEngine::listRead);
        b.engine.readLists();
        QVERIFY(b.soon([&] { return read.count() == 1; }));
        QCOMPARE(b.engine.orders().size(), size_t(1));
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QVERIFY(b.becomes(key, OrderStatus::Waiting));
        QCOMPARE(b.engine.orders().size(), size_t(1));
    }

    /// The list shows it already, and the journal, asked about it, does not have it yet.
    void purchaseAnsweredWhileTheListIsComparedIsOneOrder()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 key = b.Desk::buy(b.account.id, rentalOffer());
        b.provider->listed = {listed(b.clock.utc().addDays(30))};
        QSignalSpy read(&b.engine, &OrderEngine::listRead);
        b.engine.readLists(); // its answer comes first, then that of the purchase, then the journal's
        QCOMPARE(b.provider->waiting(u"buy"_s), 1);
        b.provider->settle(u"buy"_s, listed(b.clock.utc().addDays(30)));
        QVERIFY(b.becomes(key, OrderStatus::Waiting));
        QVERIFY(b.soon([&] { return read.count() >= 1; }));
        QVERIFY(b.ended(b.journal.fact(u"nothing"_s))); // whatever was taken over is written
        QCOMPARE(b.engine.orders().size(), size_t(1));
        QCOMPARE(b.engine.order(key)->id, b.provider->listed.first().id);
    }

    /// Ended here by our own clock in an earlier run, and still open in the provider's list.
    void anEndedOrderIsNotTakenForThePurchaseNobodyAnswered()
    {
        OrderReport mail;
        mail.id = u"7291836"_s;
        mail.number = u"a1@gmail.com"_s;
        mail.status = OrderStatus::Waiting;
        {
            Bench &b = bench(OfferKind::Email);
            b.provider->answer(u"check"_s, OrderReport());
            b.provider->answer(u"buy"_s, mail);
            const qint64 old = b.Desk::buy(b.account.id, inboxOffer());
            QVERIFY(b.becomes(old, OrderStatus::Waiting));
            b.clock.skip(2h);
            QVERIFY(b.becomes(old, OrderStatus::Expired));
        }
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, OrderReport());
        b.provider->listed = {mail};
        const qint64 key = b.Desk::buy(b.account.id, inboxOffer());
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        QVERIFY(b.soon([&] {
            return b.status(key) != OrderStatus::Buying && b.status(key) != OrderStatus::Unconfirmed;
        }));
        QCOMPARE(b.status(key), OrderStatus::NotBought);
    }

    void absenceIsProvenOnlyWhereItWouldShow_data()
    {
        QTest::addColumn<std::chrono::seconds>("later");
        QTest::addColumn<OrderStatus>("listedAs");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<bool>("hasMore");
        QTest::addColumn<bool>("isProven");
        using std::chrono::seconds;
        QTest::newRow("nothing like it") << seconds(2min) << OrderStatus::Expired << false << false << true;
        QTest::newRow("one that ended before it was asked for")
            << seconds(2min) << OrderStatus::Expired << true << false << true;
        QTest::newRow("its code may have come at once")
            << seconds(2min) << OrderStatus::Finished << true << false << false;
        QTest::newRow("it may have expired") << seconds(1h) << OrderStatus::Expired << true << false << false;
        QTest::newRow("it may have been refunded")
            << seconds(1h) << OrderStatus::Refunded << true << false << false;
        QTest::newRow("nothing like it, late")
            << seconds(1h) << OrderStatus::Expired << false << false << true;
        QTest::newRow("it may be on the next page")
            << seconds(2min) << OrderStatus::Finished << false << true << false;
    }
    void absenceIsProvenOnlyWhereItWouldShow()
    {
        QFETCH(std::chrono::seconds, later);
        QFETCH(OrderStatus, listedAs);
        QFETCH(bool, fits);
        QFETCH(bool, hasMore);
        QFETCH(bool, isProven);
        Bench &b = bench(OfferKind::Email);
        const auto asked = b.engine.buy(b.account.id, inboxOffer());
        QVERIFY(b.ended(asked));
        const qint64 key = asked.result().value();
        OrderReport one;
        one.id = u"71"_s;
        one.number = fits ? u"a@gmail.com"_s : u"a@gmx.com"_s;
        one.status = listedAs;
        b.provider->listed = hasMore ? QList<OrderReport>(2, one) : QList<OrderReport>{one};
        b.provider->pageSize = hasMore ? 1 : 20;
        b.clock.skip(later);
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        if (isProven) {
            QVERIFY(b.becomes(key, OrderStatus::NotBought));
            return;
        }
        QVERIFY(b.soon([&] { return b.engine.order(key)->balanceAfter.has_value(); }));
        b.clock.skip(10min);
        QCOMPARE(b.status(key), OrderStatus::Unconfirmed);
    }

    /// The list does not say for which site an inbox is: one that is there may be either of two.
    void oneInTheListIsNotGivenToEitherOfTwo()
    {
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, reportWith(OrderStatus::Waiting));
        const qint64 first = b.Desk::buy(b.account.id, inboxOffer());
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        Offer forAnotherSite = inboxOffer();
        forAnotherSite.service = forAnotherSite.serviceId = u"discord.com"_s;
        const qint64 second = b.Desk::buy(b.account.id, forAnotherSite);
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        OrderReport one;
        one.id = u"71"_s;
        one.number = u"a@gmail.com"_s;
        one.status = OrderStatus::Waiting;
        b.provider->listed = {one};
        for (const qint64 key : {first, second}) {
            QVERIFY(b.soon([&] { return b.engine.order(key)->balanceAfter.has_value(); }));
            QCOMPARE(b.status(key), OrderStatus::Unconfirmed);
        }
        const auto adopted = b.engine.adopt(second, u"71"_s);
        QVERIFY(b.ended(adopted) && adopted.result().ok());
        b.engine.reconcile(first);
        QVERIFY(b.becomes(first, OrderStatus::NotBought));
        QCOMPARE(b.engine.order(second)->id, u"71"_s);
    }

    void severalInboxesAreSeveralOrders()
    {
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, OrderReport());
        const auto asked = b.engine.buy(b.account.id, inboxOffer(), {.quantity = 3, .subject = u"code"_s});
        QVERIFY(b.ended(asked));
        const qint64 key = asked.result().value();
        QCOMPARE(b.engine.order(key)->price, rupees(45));
        OrderReport first;
        first.id = u"71"_s;
        first.number = u"a@gmail.com"_s;
        first.status = OrderStatus::Waiting;
        OrderReport second = first;
        second.id = u"72"_s;
        second.number = u"b@gmail.com"_s;
        OrderReport third = first;
        third.id = u"73"_s;
        third.number = u"c@gmail.com"_s;
        first.more = {second, third};
        SETTLE(u"buy"_s, first);
        QVERIFY(b.soon([&] { return b.engine.orders().size() == 3; }));
        QStringList ids;
        for (const auto &[number, order] : b.engine.orders()) {
            QVERIFY(b.becomes(number, OrderStatus::Waiting));
            QCOMPARE(b.engine.order(number)->price, rupees(15));
            ids.append(b.engine.order(number)->id);
        }
        QCOMPARE(ids, (QStringList{u"71"_s, u"72"_s, u"73"_s}));
        QCOMPARE(b.provider->calls.value(u"buy"_s), 1);
        QCOMPARE(b.provider->purchases.first().options.quantity, 3);
    }

    /// Not one of them is known to the journal before all are: a crash loses none.
    void severalInboxesAreWrittenTogether()
    {
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, OrderReport());
        const auto asked = b.engine.buy(b.account.id, inboxOffer(), {.quantity = 2});
        QVERIFY(b.ended(asked));
        SETTLE(u"buy"_s, apiError(ErrorKind::TimedOut, Outcome::Unknown));
        const qint64 key = asked.result().value();
        QVERIFY(b.becomes(key, OrderStatus::Unconfirmed));

        for (const QString &text : {u""_s, u" , "_s, u"71 71"_s, u"71,72,73"_s}) {
            const auto refused = b.engine.adopt(key, text);
            QVERIFY(b.ended(refused));
            QCOMPARE(refused.result().error().kind, ErrorKind::BadRequest);
        }
        const auto adopted = b.engine.adopt(key, u"71, 72"_s);
        QVERIFY(b.ended(adopted) && adopted.result().ok());
        QVERIFY(b.soon([&] { return b.engine.orders().size() == 2; }));
        QStringList ids;
        for (const auto &[number, order] : b.engine.orders()) {
            QVERIFY(b.becomes(number, OrderStatus::Waiting));
            QCOMPARE(b.engine.order(number)->price, rupees(15));
            ids.append(b.engine.order(number)->id);
        }
        QCOMPARE(ids, (QStringList{u"71"_s, u"72"_s}));
        m_bench.reset();
        QCOMPARE(bench(OfferKind::Email).engine.orders().size(), size_t(2));
    }

    void oneOfSeveralWithoutAnIdIsUnconfirmed()
    {
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, OrderReport());
        const auto asked = b.engine.buy(b.account.id, inboxOffer(), {.quantity = 2});
        QVERIFY(b.ended(asked));
        OrderReport first;
        first.id = u"71"_s;
        first.number = u"a@gmail.com"_s;
        first.status = OrderStatus::Waiting;
        OrderReport second = first;
        second.id.clear();
        second.number = u"b@gmail.com"_s;
        first.more = {second};
        SETTLE(u"buy"_s, first);
        QVERIFY(b.soon([&] { return b.engine.orders().size() == 2; }));
        const qint64 other = b.engine.orders().rbegin()->first;
        QCOMPARE(b.status(other), OrderStatus::Unconfirmed);
        QCOMPARE(b.engine.order(other)->number, u"b@gmail.com"_s);
        const auto adopted = b.engine.adopt(other, u"72"_s);
        QVERIFY(b.ended(adopted) && adopted.result().ok());
        QVERIFY(b.becomes(other, OrderStatus::Waiting));
    }

    void wishesSurviveARestart()
    {
        const PurchaseOptions wishes{.quantity = 2,
                                     .domains = {u"gmail.com"_s, u"gmx.com"_s},
                                     .subject = u"Ä;\"x"_s,
                                     .regex = u"\\d{6}"_s};
        qint64 key = 0;
        {
            Bench &b = bench(OfferKind::Email);
            const auto asked = b.engine.buy(b.account.id, inboxOffer(), wishes);
            QVERIFY(b.ended(asked));
            key = asked.result().value();
        }
        QCOMPARE(bench(OfferKind::Email).engine.order(key)->options, wishes);
    }

    void cancelThatReturnsACodeIsNoRefund()
    {
        Bench &b = bench(OfferKind::Email);
        b.provider->answer(u"check"_s, OrderReport());
        const qint64 key = b.Desk::buy(b.account.id, inboxOffer());
        OrderReport bought;
        bought.id = u"71"_s;
        bought.number = u"a@gmail.com"_s;
        bought.status = OrderStatus::Waiting;
        SETTLE(u"buy"_s, bought);
        QVERIFY(b.becomes(key, OrderStatus::Waiting));
        const auto cancelled = b.engine.cancel(key);
        OrderReport code;
        code.status = OrderStatus::CodeReceived;
        code.messages = QList<Message>{{u"4711"_s, {}, {}, {}}};
        SETTLE(u"cancel"_s, code);
        QVERIFY(b.ended(cancelled));
        QCOMPARE(b.status(key), OrderStatus::CodeReceived);
        QCOMPARE(b.engine.order(key)->code, u"4711"_s);
        QVERIFY(!b.engine.order(key)->refunded);
    }

    void expiryIsAnnouncedTwiceAndAgainAfterARenewal()
    {
        Bench *b = &bench();
        b->provider->answer(u"check"_s, OrderReport());
        const qint64 key = rent(*b);
        QSignalSpy warned(&b->engine, &OrderEngine::expiresSoon);
        const QDateTime end = b->engine.order(key)->expiresAt;
        const auto goTo = [&](const QDateTime &moment) {
            b->clock.skip(std::chrono::milliseconds(b->clock.utc().msecsTo(moment)));
        };
        goTo(end.addSecs(-48 * 3600 - 60));
        QCOMPARE(warned.count(), 0);
        goTo(end.addSecs(-48 * 3600 + 60));
        QTRY_COMPARE(warned.count(), 1);
        goTo(end.addSecs(-5 * 3600));
        QCOMPARE(warned.count(), 1);
        goTo(end.addSecs(-4 * 3600 + 60));
        QTRY_COMPARE(warned.count(), 2);
        QTRY_VERIFY(b->happened(key, EventKind::ExpiresSoon));

        b->provider->answer(u"renew"_s, until(end.addDays(30)));
        const auto asked = b->engine.renew(key, rentalOffer());
        QVERIFY(b->ended(asked));
        QVERIFY(b->becomes(asked.result().value(), OrderStatus::Finished));
        goTo(end.addDays(30).addSecs(-47 * 3600));
        QTRY_COMPARE(warned.count(), 3);
    }

    void shortRentalIsNotAnnouncedBeforeItsTime()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        QSignalSpy warned(&b.engine, &OrderEngine::expiresSoon);
        const qint64 key = rent(b, 12h);
        QVERIFY(key);
        b.clock.skip(1h);
        QCOMPARE(warned.count(), 0); // it was rented for less than 48 hours anyhow
        b.clock.skip(7h + 1min);
        QTRY_COMPARE(warned.count(), 1);
    }

    void rentalsArePolledAtAModestPace()
    {
        Bench &b = bench();
        b.provider->answer(u"check"_s, OrderReport());
        QVERIFY(rent(b));
        b.clock.skip(10s);
        const int before = b.provider->calls.value(u"check"_s);
        for (int i = 0; i < 100; ++i) { // an answer comes through the event loop
            b.clock.skip(6s);
            QCoreApplication::processEvents();
        }
        const int checks = b.provider->calls.value(u"check"_s) - before;
        QVERIFY2(checks >= 8 && checks <= 11, qPrintable(QString::number(checks)));
    }
};

QTEST_GUILESS_MAIN(TestLongOrders)
#include "tst_longorders.moc"
