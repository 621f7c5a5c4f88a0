#include "providers/otpget/otpgetprovider.h"
#include "providers/simulator/simulator.h"
#include "providers/wire/orders.h"
#include "tests/wire/wirecheck.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace otpdesk;
using namespace otpdesk::wirecheck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Names and types of a JSON value, and of the first in each list.
QString shapeOfJson(const QJsonValue &value)
{
    if (value.isArray())
        return u'[' + shapeOfJson(value.toArray().first()) + u']';
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QStringList members;
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            members.append(it.key() + u':' + shapeOfJson(*it));
        return u'{' + members.join(u", "_s) + u'}';
    }
    return value.isString() ? u"text"_s : value.isDouble() ? u"number"_s : u"?"_s;
}

} // namespace

/// OTPGet's rentals and inboxes, from the shop through its wire to the simulated provider and back.
class TestOtpGetLongTerm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void browsesRentalsOfBothServers();
    void refreshedRentalStandsBeforeItsOtherDurations();
    void rentalWithoutADurationIsRefreshedToAllOfThem();
    void stockIsUnknownWhereOnlyPricesCanBeRead();
    void serverThatIsSwitchedOffSellsNothing();
    void rentsOnceAndListsTheRental();
    void rentalIsRefusedInTheProvidersWords_data();
    void rentalIsRefusedInTheProvidersWords();
    void brokenAnswerLeavesARentalOpenAndInTheList();
    void codeOfARentalsMessageIsExtracted();
    void rentalOfSomebodyElseIsNotFound();
    void renewsByTheIdOfTheList();
    void looksUpWhatToRenewBy();
    void renewalOfAnUnknownRentalSendsNothing();
    void failedLookUpOfARenewalIsDefinite();
    void expiredRentalIsListedAsExpired();
    void rentalsCanOnlyBeRenewed();

    void browsesInboxesOfBothServers();
    void anySiteIsSoldAtTheSameTerms();
    void refreshedInboxStandsBeforeItsOtherDomains();
    void inboxTakesItsCode_data() { servers(); }
    void inboxTakesItsCode();
    void waitingInboxIsCancelledForTheRefund_data() { servers(); }
    void waitingInboxIsCancelledForTheRefund();
    void cancelOfAnInboxMayBringTheCode_data() { servers(); }
    void cancelOfAnInboxMayBringTheCode();
    void expiredInboxIsRefunded();
    void inboxOfTheOtherServerIsNotFound();
    void inboxIsRefusedInTheProvidersWords_data();
    void inboxIsRefusedInTheProvidersWords();
    void historyHasTwoPages();
    void inboxesCanOnlyBeCancelled();

    void speaksTheSeenFormsToo();
    void refusesKeyAndAccountInBothHandlers();
    void speaksAsDocumented_data();
    void speaksAsDocumented();
    void callsBothHandlersByTheirNames();

private:
    static void servers();
    void begin(Script script);
    template <typename T>
    Result<T> ended(const Async<T> &call);
    Shop &rentals() { return *m_provider->shop(OfferKind::Rental); }
    Shop &inboxes() { return *m_provider->shop(OfferKind::Email); }
    /// What is on sale for so many hours, as the catalog shows it.
    Offer rental(const QString &server, const QString &country, int hours);
    Offer inbox(const QString &server);
    Order bought(Shop &shop, const Offer &offer);
    Money balance() const { return m_simulator->balance(u"otpget"_s); }
    int arrivals(const QString &call) const { return m_simulator->arrivals(u"otpget"_s, call); }

    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<OtpGetProvider> m_provider;
};

void TestOtpGetLongTerm::init()
{
    begin(Script::everyCodeAfter(24h));
}

void TestOtpGetLongTerm::begin(Script script)
{
    m_provider.reset();
    m_simulator.reset();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen,
                                               QDateTime({2026, 5, 19}, {3, 0}, Qt::UTC));
    m_simulator = std::make_unique<Simulator>(*m_clock, std::move(script));
    QVERIFY2(m_simulator->start(), qPrintable(m_simulator->errorText()));
    Connection connection;
    connection.baseUrl = m_simulator->baseUrl(u"otpget"_s);
    connection.key = m_simulator->key(u"otpget"_s);
    connection.clock = m_clock.get();
    m_provider = std::make_unique<OtpGetProvider>(connection);
}

/// Time passes before the answer is waited for: enough for the account's rate limit.
template <typename T>
Result<T> TestOtpGetLongTerm::ended(const Async<T> &call)
{
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(call);
    m_clock->skip(2s);
    if (!call.isFinished() && !finished.wait(20000))
        return ApiError{};
    return call.resultCount() > 0 ? call.result() : Result<T>(ApiError{});
}

Offer TestOtpGetLongTerm::rental(const QString &server, const QString &country, int hours)
{
    Shelf shelf;
    shelf.path = u"rental/%1/%2"_s.arg(server, country);
    const auto page = ended(rentals().browse(shelf, Priority::User));
    if (!page)
        return {};
    const auto found = std::find_if(page->offers.cbegin(), page->offers.cend(), [hours](const Offer &o) {
        return o.duration == std::chrono::hours(hours);
    });
    return found == page->offers.cend() ? Offer() : *found;
}

Offer TestOtpGetLongTerm::inbox(const QString &server)
{
    Shelf shelf;
    shelf.path = server == u"1" ? u"email1"_s : u"email2/telegram.com"_s;
    const auto page = ended(inboxes().browse(shelf, Priority::User));
    return page && !page->offers.isEmpty() ? page->offers.first() : Offer();
}

Order TestOtpGetLongTerm::bought(Shop &shop, const Offer &offer)
{
    const auto report = ended(shop.buy({offer, u"unused"_s}));
    Order order;
    if (!report)
        return order;
    order.offer = offer;
    order.id = report->id;
    order.number = report->number;
    order.status = OrderStatus::Waiting;
    order.boughtAt = order.createdAt = m_clock->utc();
    order.expiresAt = report->expiresAt;
    return order;
}

void TestOtpGetLongTerm::servers()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("server 1") << u"1"_s;
    QTest::newRow("server 2") << u"2"_s;
}

void TestOtpGetLongTerm::browsesRentalsOfBothServers()
{
    const auto root = ended(rentals().browse({}, Priority::Catalog));
    QVERIFY(root.ok());
    QCOMPARE(arrivals({}), 0);
    const auto countries = ended(rentals().browse(root->shelves.first(), Priority::Catalog));
    QVERIFY(countries.ok());
    QVERIFY(countries->shelves.size() > 10);
    QList<Offer> found;
    for (const Shelf &shelf : countries->shelves) {
        const auto page = ended(rentals().browse(shelf, Priority::Catalog));
        QVERIFY2(page.ok(), qPrintable(shelf.path));
        found += page->offers;
    }
    QList<Offer> sold;
    for (const Offer *offer : m_simulator->catalog().of(u"otpget"_s)) {
        if (offer->kind == OfferKind::Rental)
            sold.append(*offer);
    }
    const auto byIdentity = [](const Offer &a, const Offer &b) { return a.identity() < b.identity(); };
    std::sort(found.begin(), found.end(), byIdentity);
    std::sort(sold.begin(), sold.end(), byIdentity);
    QCOMPARE(found, sold);
    for (const char *iso : {"US", "GB", "PK", "ID", "CA"}) {
        QVERIFY2(std::any_of(found.cbegin(), found.cend(),
                             [&](const Offer &o) {
                                 return o.countryIso == QLatin1StringView(iso) && *o.price < balance() &&
                                        *o.stock > 0;
                             }),
                 iso);
    }
}

void TestOtpGetLongTerm::refreshedRentalStandsBeforeItsOtherDurations()
{
    const Offer month = rental(u"1"_s, u"ca"_s, 720);
    QCOMPARE(month.country, u"Canada"_s);
    const auto dearer = Money::fromText(u"999", Currency::fromCode(u"PKR"));
    m_simulator->changeOffers(
        u"otpget"_s, [&](const Offer &o) { return o.identity() == month.identity(); },
        [&](Offer &o) { o.price = dearer; });
    const auto now = ended(rentals().refresh(month));
    QVERIFY(now.ok());
    QCOMPARE(now->size(), 6);
    QCOMPARE(now->first().identity(), month.identity());
    QCOMPARE(now->first().price, dearer);
    QCOMPARE(now->value(1).duration, 12h);
    QCOMPARE(now->last().duration, 8640h);

    Offer gone = month;
    gone.duration = 48h;
    QVERIFY(ended(rentals().refresh(gone))->isEmpty());
    gone.countryId = u"xx"_s;
    QVERIFY(ended(rentals().refresh(gone))->isEmpty());
}

void TestOtpGetLongTerm::rentalWithoutADurationIsRefreshedToAllOfThem()
{
    Offer listed = rental(u"2"_s, u"ca"_s, 720);
    listed.duration = 0h;
    const auto now = ended(rentals().refresh(listed));
    QVERIFY(now.ok());
    QCOMPARE(now->size(), 3);
    QCOMPARE(now->first().duration, 720h);
}

void TestOtpGetLongTerm::stockIsUnknownWhereOnlyPricesCanBeRead()
{
    m_simulator->inject(
        {.providerId = u"otpget"_s, .call = u"rentalavailable"_s, .reply = canned::captivePortal()});
    const Offer month = rental(u"2"_s, u"ca"_s, 720);
    QCOMPARE(*month.price, money("840", "PKR"));
    QVERIFY(!month.stock);
    m_simulator->inject(
        {.providerId = u"otpget"_s, .call = u"rentalpricing"_s, .reply = canned::captivePortal()});
    Shelf shelf;
    shelf.path = u"rental/2/ca"_s;
    const auto page = ended(rentals().browse(shelf, Priority::Catalog));
    QVERIFY(!page.ok());
    QCOMPARE(page.error().kind, ErrorKind::NotAnApi);
}

void TestOtpGetLongTerm::serverThatIsSwitchedOffSellsNothing()
{
    const Offer month = rental(u"2"_s, u"ca"_s, 720);
    const Offer gmail = inbox(u"1"_s);
    ServerReply off;
    off.body = R"({"status":"503","message":"Server 2 is currently unavailable."})";
    const auto switchOff = [&](const QString &call) {
        m_simulator->inject({.providerId = u"otpget"_s, .call = call, .reply = off});
    };
    // The catalog goes on with its other shelves; who is about to buy is told.
    Shelf shelf;
    shelf.path = u"rental/2/ca"_s;
    switchOff(u"rentalpricing"_s);
    const auto rented = ended(rentals().browse(shelf, Priority::Catalog));
    QVERIFY(rented.ok() && rented->offers.isEmpty());
    switchOff(u"rentalpricing"_s);
    QCOMPARE(ended(rentals().refresh(month)).error().kind, ErrorKind::ServiceDown);
    shelf.path = u"email1"_s;
    switchOff(u"emailservices"_s);
    const auto mails = ended(inboxes().browse(shelf, Priority::Catalog));
    QVERIFY(mails.ok() && mails->offers.isEmpty());
    switchOff(u"emailservices"_s);
    QCOMPARE(ended(inboxes().refresh(gmail)).error().kind, ErrorKind::ServiceDown);
}

void TestOtpGetLongTerm::rentsOnceAndListsTheRental()
{
    const Offer month = rental(u"2"_s, u"ca"_s, 720);
    const auto report = ended(rentals().buy({month, {}}));
    QVERIFY(report.ok());
    QCOMPARE(arrivals(u"rent"_s), 1);
    QCOMPARE(*report->price, *month.price);
    QCOMPARE(*report->balanceAfter, balance());
    const SimOrder order = m_simulator->orders().last();
    QCOMPARE(report->id, order.id);
    QCOMPARE(u"1"_s + report->number, order.number);
    QCOMPARE(report->expiresAt, order.expiresAt);
    QCOMPARE(order.offer.duration, 720h);

    const auto page = ended(rentals().listOrders(1, Priority::Reconcile));
    QVERIFY(page.ok());
    QCOMPARE(page->orders.size(), 1);
    const OrderReport &listed = page->orders.first();
    QCOMPARE(listed.id, order.id);
    QVERIFY(!listed.renewId.isEmpty() && listed.renewId != listed.id);
    QCOMPARE(listed.number, report->number);
    QCOMPARE(listed.status, OrderStatus::Waiting);
    QCOMPARE(listed.expiresAt, order.expiresAt);
    QCOMPARE(listed.offer->line, month.line);
    QCOMPARE(listed.offer->countryIso, month.countryIso);
    QVERIFY(ended(rentals().listOrders(2, Priority::Reconcile))->orders.isEmpty());
    QCOMPARE(arrivals(u"rentals"_s), 1);
}

void TestOtpGetLongTerm::rentalIsRefusedInTheProvidersWords_data()
{
    QTest::addColumn<std::optional<ErrorKind>>("plan");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    using Planned = std::optional<ErrorKind>;
    QTest::newRow("stock") << Planned(ErrorKind::NoStock) << ErrorKind::NoStock << QString();
    QTest::newRow("supplier") << Planned(ErrorKind::UpstreamRefused) << ErrorKind::UpstreamRefused
                              << QString();
    QTest::newRow("database") << Planned(ErrorKind::ServiceDown) << ErrorKind::ServiceDown << QString();
    QTest::newRow("balance") << Planned() << ErrorKind::NoBalance << QString();
    QTest::newRow("duration") << Planned() << ErrorKind::BadRequest << u"duration_hours"_s;
    QTest::newRow("country") << Planned() << ErrorKind::NoStock << QString();
}

void TestOtpGetLongTerm::rentalIsRefusedInTheProvidersWords()
{
    QFETCH(std::optional<ErrorKind>, plan);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, field);
    Offer offer = rental(u"2"_s, u"ca"_s, 720);
    if (plan)
        m_simulator->planNext(u"otpget"_s, Plan::refused(*plan));
    else if (kind == ErrorKind::NoBalance)
        offer.duration = 8640h;
    else if (kind == ErrorKind::BadRequest)
        offer.duration = 24h;
    else
        offer.countryId = u"xx"_s;
    const Money before = balance();
    const auto report = ended(rentals().buy({offer, {}}));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, kind);
    QCOMPARE(report.error().field, field);
    QCOMPARE(report.error().outcome, Outcome::Definite);
    QVERIFY(!report.error().detail.isEmpty());
    QCOMPARE(balance(), before);
}

void TestOtpGetLongTerm::brokenAnswerLeavesARentalOpenAndInTheList()
{
    const Offer month = rental(u"2"_s, u"us"_s, 720);
    m_simulator->inject({.providerId = u"otpget"_s, .call = u"rent"_s, .fault = Fault::Truncate});
    const auto report = ended(rentals().buy({month, {}}));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().outcome, Outcome::Unknown);
    QCOMPARE(arrivals(u"rent"_s), 1);
    const auto page = ended(rentals().listOrders(1, Priority::Reconcile));
    QVERIFY(page.ok());
    QCOMPARE(page->orders.size(), 1);
    QCOMPARE(page->orders.first().offer->countryIso, u"US"_s);
}

void TestOtpGetLongTerm::codeOfARentalsMessageIsExtracted()
{
    m_simulator->planNext(u"otpget"_s, Plan::neverACode());
    const Order order = bought(rentals(), rental(u"2"_s, u"ca"_s, 720));
    const auto waiting = ended(rentals().check(order, Priority::Poll));
    QVERIFY(waiting.ok());
    QCOMPARE(waiting->status, OrderStatus::Waiting);
    QVERIFY(waiting->messages->isEmpty());

    QVERIFY(m_simulator->deliver(order.id, u"Your WhatsApp code 740-279"_s));
    m_clock->skip(1h);
    QVERIFY(m_simulator->deliver(order.id, u"Telegram code: 58213"_s));
    const QDateTime second = m_simulator->now();
    const auto report = ended(rentals().check(order, Priority::Poll));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::CodeReceived);
    QCOMPARE(report->messages->size(), 2);
    QCOMPARE(report->messages->first().code, u"740279"_s);
    QCOMPARE(report->messages->last().code, u"58213"_s);
    QCOMPARE(report->messages->last().receivedAt, second);
    QCOMPARE(report->code, u"58213"_s);
    QVERIFY(report->number.isEmpty()); // known already

    Order adopted = order;
    adopted.number.clear();
    QCOMPARE(ended(rentals().check(adopted, Priority::Poll))->number, order.number);
}

void TestOtpGetLongTerm::rentalOfSomebodyElseIsNotFound()
{
    Order order;
    order.id = u"2673093356180000583"_s;
    const auto report = ended(rentals().check(order, Priority::Poll));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::NotFound);
}

void TestOtpGetLongTerm::renewsByTheIdOfTheList()
{
    const Offer month = rental(u"1"_s, u"gb"_s, 720);
    Order order = bought(rentals(), month);
    order.renewId = ended(rentals().listOrders(1, Priority::User))->orders.first().renewId;
    const int listed = arrivals(u"rentals"_s);
    const Offer day = ended(rentals().refresh(month))->at(2);
    QCOMPARE(day.duration, 24h);
    const Money before = balance();
    const auto report = ended(rentals().renew(order, day));
    QVERIFY(report.ok());
    QCOMPARE(arrivals(u"rentals"_s), listed);
    QCOMPARE(arrivals(u"renew"_s), 1);
    QCOMPARE(*report->price, *day.price);
    QCOMPARE(before - *day.price, balance());
    QCOMPARE(*report->balanceAfter, balance());
    QCOMPARE(report->expiresAt, order.expiresAt.addDays(1));
    QCOMPARE(report->expirySlack, 6h);
    QCOMPARE(m_simulator->orders().size(), 1);
}

void TestOtpGetLongTerm::looksUpWhatToRenewBy()
{
    const Order other = bought(rentals(), rental(u"1"_s, u"id"_s, 12));
    const Offer month = rental(u"2"_s, u"ca"_s, 720);
    const Order order = bought(rentals(), month);
    bought(rentals(), rental(u"1"_s, u"pk"_s, 12));
    QVERIFY(order.renewId.isEmpty());
    const auto report = ended(rentals().renew(order, month));
    QVERIFY(report.ok());
    QCOMPARE(arrivals(u"rentals"_s), 1);
    QCOMPARE(arrivals(u"renew"_s), 1);
    QCOMPARE(report->expiresAt, order.expiresAt.addDays(30));
    for (const SimOrder &rented : m_simulator->orders())
        QCOMPARE(rented.renewals, rented.id == order.id ? 1 : 0);
    QVERIFY(other.id != order.id);
}

void TestOtpGetLongTerm::renewalOfAnUnknownRentalSendsNothing()
{
    Order order = bought(rentals(), rental(u"1"_s, u"id"_s, 12));
    order.id = u"1"_s;
    const auto report = ended(rentals().renew(order, order.offer));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::NotFound);
    QCOMPARE(report.error().outcome, Outcome::Definite);
    QCOMPARE(arrivals(u"renew"_s), 0);

    order.renewId = u"9999"_s;
    const auto refused = ended(rentals().renew(order, order.offer));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
    QCOMPARE(arrivals(u"renew"_s), 1);
}

void TestOtpGetLongTerm::failedLookUpOfARenewalIsDefinite()
{
    const Order order = bought(rentals(), rental(u"1"_s, u"id"_s, 12));
    m_simulator->inject({.providerId = u"otpget"_s, .call = u"rentals"_s, .reply = canned::captivePortal()});
    const auto report = ended(rentals().renew(order, order.offer));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::NotAnApi);
    QCOMPARE(report.error().outcome, Outcome::Definite);
    QCOMPARE(arrivals(u"renew"_s), 0);

    m_simulator->inject({.providerId = u"otpget"_s, .call = u"renew"_s, .fault = Fault::Close});
    const auto unclear = ended(rentals().renew(order, order.offer));
    QVERIFY(!unclear.ok());
    QCOMPARE(unclear.error().outcome, Outcome::Unknown);
    QCOMPARE(arrivals(u"renew"_s), 1);
    QCOMPARE(m_simulator->orders().first().renewals, 1);
}

void TestOtpGetLongTerm::expiredRentalIsListedAsExpired()
{
    const Order order = bought(rentals(), rental(u"1"_s, u"id"_s, 12));
    m_clock->skip(13h);
    const auto page = ended(rentals().listOrders(1, Priority::Reconcile));
    QVERIFY(page.ok());
    QCOMPARE(page->orders.first().status, OrderStatus::Expired);
    const auto late = ended(rentals().renew(order, order.offer));
    QVERIFY(!late.ok());
    QCOMPARE(late.error().outcome, Outcome::Definite);
}

void TestOtpGetLongTerm::rentalsCanOnlyBeRenewed()
{
    Order order = bought(rentals(), rental(u"1"_s, u"id"_s, 12));
    const auto may = [&] { return rentals().actions(order, m_clock->utc()); };
    for (const Permission &never : {may().cancel, may().finish, may().resend, may().replace})
        QCOMPARE(never.reason, Permission::Reason::NotOffered);
    QVERIFY(may().renew.isAllowed());
    order.status = OrderStatus::CodeReceived;
    QVERIFY(may().renew.isAllowed());
    order.status = OrderStatus::Unconfirmed;
    QCOMPARE(may().renew.reason, Permission::Reason::NotConfirmed);
    order.status = OrderStatus::Expired;
    QCOMPARE(may().renew.reason, Permission::Reason::Ended);
    const int before = arrivals({});
    for (const auto &call : {rentals().cancel(order), rentals().finish(order), rentals().resend(order),
                             rentals().replace(order, {})})
        QCOMPARE(ended(call).error().kind, ErrorKind::NotSupported);
    QCOMPARE(arrivals({}), before);
}

void TestOtpGetLongTerm::browsesInboxesOfBothServers()
{
    const auto root = ended(inboxes().browse({}, Priority::Catalog));
    QVERIFY(root.ok());
    QList<Offer> found;
    QList<Shelf> shelves = root->shelves;
    for (qsizetype i = 0; i < shelves.size(); ++i) {
        const auto page = ended(inboxes().browse(shelves[i], Priority::Catalog));
        QVERIFY2(page.ok(), qPrintable(shelves[i].path));
        found += page->offers;
        shelves += page->shelves;
    }
    QList<Offer> sold;
    for (const Offer *offer : m_simulator->catalog().of(u"otpget"_s)) {
        if (offer->kind == OfferKind::Email)
            sold.append(*offer);
    }
    QVERIFY(sold.size() > 30);
    QCOMPARE(found, sold);
    Shelf strange;
    strange.path = u"rental"_s;
    QCOMPARE(ended(inboxes().browse(strange, Priority::User)).error().kind, ErrorKind::BadRequest);
}

void TestOtpGetLongTerm::anySiteIsSoldAtTheSameTerms()
{
    const auto shelf = inboxes().shelfOfSite(u"Example.org"_s);
    QVERIFY(shelf);
    const auto page = ended(inboxes().browse(*shelf, Priority::User));
    QVERIFY(page.ok());
    QCOMPARE(page->offers.size(), 3);
    const Offer offer = page->offers.last();
    QCOMPARE(offer.service, u"example.org"_s);
    const Order order = bought(inboxes(), offer);
    QVERIFY(order.number.endsWith("@gmx.com"_L1));
    QCOMPARE(m_simulator->orders().last().offer.service, u"example.org"_s);
    QVERIFY(!rentals().shelfOfSite(u"example.org"_s)); // a rental is for no site
    QVERIFY(!inboxes().shelfOfSite(u"no site"_s));
}

void TestOtpGetLongTerm::refreshedInboxStandsBeforeItsOtherDomains()
{
    Shelf shelf;
    shelf.path = u"email2/openai.com"_s;
    const Offer second = ended(inboxes().browse(shelf, Priority::User))->offers.at(1);
    const auto now = ended(inboxes().refresh(second));
    QVERIFY(now.ok());
    QCOMPARE(now->size(), 3);
    QCOMPARE(now->first(), second);
    QVERIFY(now->value(1).identity() != second.identity());

    const auto gmail = ended(inboxes().refresh(inbox(u"1"_s)));
    QVERIFY(gmail.ok());
    QCOMPARE(*gmail, QList<Offer>{inbox(u"1"_s)});
    Offer gone = inbox(u"1"_s);
    gone.serviceId = u"none"_s;
    QVERIFY(ended(inboxes().refresh(gone))->isEmpty());
    gone = second;
    gone.variantId = u"none.com"_s;
    QVERIFY(ended(inboxes().refresh(gone))->isEmpty());
}

void TestOtpGetLongTerm::inboxTakesItsCode()
{
    QFETCH(QString, server);
    const Offer offer = inbox(server);
    const auto report = ended(inboxes().buy({offer, {}}));
    QVERIFY(report.ok());
    QCOMPARE(arrivals(u"emailbuy"_s), 1);
    QCOMPARE(*report->price, *offer.price);
    QCOMPARE(*report->balanceAfter, balance());
    QCOMPARE(report->number, m_simulator->orders().last().number);
    Order order;
    order.offer = offer;
    order.id = report->id;
    order.status = OrderStatus::Waiting;
    QCOMPARE(ended(inboxes().check(order, Priority::Poll))->status, OrderStatus::Waiting);

    SimMessage mail;
    mail.code = u"482913"_s;
    mail.subject = u"Your code"_s;
    mail.sender = u"no-reply@telegram.com"_s;
    mail.text = u"Hello, 482913 is it."_s;
    QVERIFY(m_simulator->deliver(order.id, mail));
    const auto received = ended(inboxes().check(order, Priority::Poll));
    QVERIFY(received.ok());
    QCOMPARE(received->status, OrderStatus::CodeReceived);
    QCOMPARE(received->code, mail.code);
    const Message message = received->messages->first();
    QCOMPARE(message.subject, mail.subject);
    QCOMPARE(message.sender, mail.sender);
    QCOMPARE(message.text, mail.text);
    QVERIFY(message.receivedAt.isValid());
}

void TestOtpGetLongTerm::waitingInboxIsCancelledForTheRefund()
{
    QFETCH(QString, server);
    const Money before = balance();
    const Order order = bought(inboxes(), inbox(server));
    QVERIFY(balance() < before);
    const auto report = ended(inboxes().cancel(order));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::Refunded);
    QCOMPARE(*report->refunded, *order.offer.price);
    QCOMPARE(*report->balanceAfter, before);
    QCOMPARE(balance(), before);
    QCOMPARE(ended(inboxes().check(order, Priority::Poll))->status, OrderStatus::Refunded);
    QCOMPARE(ended(inboxes().cancel(order))->status, OrderStatus::Refunded);
    QCOMPARE(balance(), before);
}

void TestOtpGetLongTerm::cancelOfAnInboxMayBringTheCode()
{
    QFETCH(QString, server);
    m_simulator->planNext(u"otpget"_s, {.smsAtCancel = true});
    const Order order = bought(inboxes(), inbox(server));
    const Money before = balance();
    const auto report = ended(inboxes().cancel(order));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::CodeReceived);
    QCOMPARE(report->code, m_simulator->orders().last().messages.last().code);
    QCOMPARE(report->messages->size(), 1);
    QCOMPARE(balance(), before);
}

void TestOtpGetLongTerm::expiredInboxIsRefunded()
{
    const Money before = balance();
    const Order order = bought(inboxes(), inbox(u"2"_s));
    m_clock->skip(21min);
    QCOMPARE(ended(inboxes().check(order, Priority::Poll))->status, OrderStatus::Refunded);
    QCOMPARE(balance(), before);
    QCOMPARE(ended(inboxes().listOrders(1, Priority::Reconcile))->orders.first().status,
             OrderStatus::Expired);
}

void TestOtpGetLongTerm::inboxOfTheOtherServerIsNotFound()
{
    Order order = bought(inboxes(), inbox(u"2"_s));
    order.offer.line = u"email1"_s;
    QCOMPARE(ended(inboxes().check(order, Priority::Poll)).error().kind, ErrorKind::NotFound);
    QCOMPARE(ended(inboxes().cancel(order)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_simulator->orders().last().state, SimState::Waiting);
}

void TestOtpGetLongTerm::inboxIsRefusedInTheProvidersWords_data()
{
    QTest::addColumn<ErrorKind>("plan");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("stock") << ErrorKind::NoStock << ErrorKind::NoStock;
    QTest::newRow("supplier") << ErrorKind::UpstreamRefused << ErrorKind::ServiceDown;
    QTest::newRow("database") << ErrorKind::ServiceDown << ErrorKind::ServiceDown;
    QTest::newRow("balance") << ErrorKind::NoBalance << ErrorKind::NoBalance;
    QTest::newRow("service") << ErrorKind::NotFound << ErrorKind::NoStock;
}

void TestOtpGetLongTerm::inboxIsRefusedInTheProvidersWords()
{
    QFETCH(ErrorKind, plan);
    QFETCH(ErrorKind, kind);
    Offer offer = inbox(u"1"_s);
    if (plan == ErrorKind::NoBalance)
        m_simulator->setBalance(u"otpget"_s, money("3.50", "PKR"));
    else if (plan == ErrorKind::NotFound)
        offer.serviceId = u"none"_s;
    else
        m_simulator->planNext(u"otpget"_s, Plan::refused(plan));
    const Money before = balance();
    const auto report = ended(inboxes().buy({offer, {}}));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, kind);
    QCOMPARE(report.error().outcome, Outcome::Definite);
    if (plan == ErrorKind::NoBalance)
        QCOMPARE(report.error().detail, u"Insufficient balance. Need: 120.00 — Have: 3.50"_s);
    QCOMPARE(balance(), before);
}

void TestOtpGetLongTerm::historyHasTwoPages()
{
    const Offer cheap = inbox(u"2"_s);
    const Order first = bought(inboxes(), inbox(u"1"_s));
    for (int i = 0; i < 20; ++i)
        QVERIFY(!bought(inboxes(), cheap).id.isEmpty());
    bought(rentals(), rental(u"1"_s, u"id"_s, 12)); // is not among them
    const auto newest = ended(inboxes().listOrders(1, Priority::Reconcile));
    QVERIFY(newest.ok());
    QCOMPARE(newest->orders.size(), 20);
    QVERIFY(newest->hasMore);
    QCOMPARE(newest->orders.first().offer->line, u"email2"_s);
    QVERIFY(newest->orders.first().service.isEmpty());
    const auto oldest = ended(inboxes().listOrders(2, Priority::Reconcile));
    QVERIFY(oldest.ok());
    QVERIFY(!oldest->hasMore);
    QCOMPARE(oldest->orders.size(), 1);
    const OrderReport &report = oldest->orders.first();
    QCOMPARE(report.id, first.id);
    QCOMPARE(report.number, first.number);
    QCOMPARE(report.service, first.offer.service);
    QCOMPARE(report.offer->line, u"email1"_s);
    QCOMPARE(report.status, OrderStatus::Waiting);
}

void TestOtpGetLongTerm::inboxesCanOnlyBeCancelled()
{
    Order order = bought(inboxes(), inbox(u"1"_s));
    const auto may = [&] { return inboxes().actions(order, m_clock->utc()); };
    QVERIFY(may().cancel.isAllowed());
    for (const Permission &never : {may().finish, may().resend, may().replace, may().renew})
        QCOMPARE(never.reason, Permission::Reason::NotOffered);
    order.status = OrderStatus::CodeReceived;
    QCOMPARE(may().cancel.reason, Permission::Reason::AlreadyHasMessage);
    order.status = OrderStatus::Finished;
    QCOMPARE(may().cancel.reason, Permission::Reason::Ended);
    for (const auto &call : {inboxes().finish(order), inboxes().resend(order), inboxes().replace(order, {})})
        QCOMPARE(ended(call).error().kind, ErrorKind::NotSupported);
}

void TestOtpGetLongTerm::speaksTheSeenFormsToo()
{
    Script script = Script::everyCodeAfter(24h);
    script.seenForms = true;
    begin(script);
    const Offer month = rental(u"2"_s, u"ca"_s, 720);
    const Order rented = bought(rentals(), month);
    QVERIFY(!rented.id.isEmpty());
    QVERIFY(ended(rentals().renew(rented, month)).ok());
    const Order order = bought(inboxes(), inbox(u"1"_s));
    QCOMPARE(ended(inboxes().check(order, Priority::Poll))->status, OrderStatus::Waiting);
    QCOMPARE(ended(inboxes().cancel(order))->status, OrderStatus::Refunded);
    m_simulator->setBalance(u"otpget"_s, money("0", "PKR"));
    QCOMPARE(ended(rentals().buy({month, {}})).error().kind, ErrorKind::NoBalance);
}

void TestOtpGetLongTerm::refusesKeyAndAccountInBothHandlers()
{
    m_simulator->setBlocked(u"otpget"_s, true);
    QCOMPARE(ended(rentals().listOrders(1, Priority::User)).error().kind, ErrorKind::AccountBlocked);
    QCOMPARE(ended(inboxes().listOrders(1, Priority::User)).error().kind, ErrorKind::AccountBlocked);
    Connection connection;
    connection.baseUrl = m_simulator->baseUrl(u"otpget"_s);
    connection.key = u"wrong"_s;
    connection.clock = m_clock.get();
    m_provider = std::make_unique<OtpGetProvider>(connection);
    QCOMPARE(ended(rentals().listOrders(1, Priority::User)).error().kind, ErrorKind::WrongKey);
    QCOMPARE(ended(inboxes().listOrders(1, Priority::User)).error().kind, ErrorKind::WrongKey);
}

void TestOtpGetLongTerm::speaksAsDocumented_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("documented");
    const auto row = [](const char *file, const QString &query) {
        QTest::newRow(file) << query << golden(qPrintable(u"otpget/"_s + QLatin1StringView(file)));
    };
    const QString rental = u"/rental-handler.php?action="_s;
    const QString email = u"/email_handler.php?action="_s;
    row("rental-countries.json", rental + u"getRentalCountries&provider=2"_s);
    row("rental-pricing.json", rental + u"getRentalPricing&country_code=ca&provider=2"_s);
    row("rental-available.json", rental + u"getAvailableRentals&country_code=ca&provider=2"_s);
    row("rental-rented.json", rental + u"rentNumber&country_code=ca&provider=2&duration_hours=720"_s);
    row("rental-list.json", rental + u"getMyRentals"_s);
    row("rental-sms.json", rental + u"getRentalSMS&order_id=%1"_s);
    row("rental-renewed.json", rental + u"renewRental&rental_id=%2&duration_hours=720"_s);
    row("email-services.json", email + u"getEmailServices&server=1&domain=gmail.com"_s);
    row("email-domains.json", email + u"getEmailServices&server=2&site=telegram.com"_s);
    row("email-bought-1.json", email + u"buyEmail&server=1&service_id=ig&domain=gmail.com"_s);
    row("email-bought-2.json", email + u"buyEmail&server=2&domain=gmail.com&site=telegram.com"_s);
}

void TestOtpGetLongTerm::speaksAsDocumented()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, documented);
    const Order rented = bought(rentals(), rental(u"2"_s, u"ca"_s, 720));
    QVERIFY(m_simulator->deliver(rented.id, u"Your WhatsApp code 740-279"_s));
    query.replace("%1"_L1, rented.id);
    query.replace("%2"_L1, ended(rentals().listOrders(1, Priority::User))->orders.first().renewId);

    QNetworkAccessManager network;
    const QUrl url(m_simulator->baseUrl(u"otpget"_s).toString() + query + u"&api_key="_s +
                   m_simulator->key(u"otpget"_s));
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    QTRY_VERIFY(reply->isFinished());
    const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
    QCOMPARE(shapeOfJson(answer.object()), shapeOfJson(QJsonDocument::fromJson(documented).object()));
    QCOMPARE(answer.object().value("status"_L1).toString(), u"200"_s);
    if (const QJsonArray messages = answer.object().value("messages"_L1).toArray(); !messages.isEmpty())
        QCOMPARE(messages.first().toObject().value("code"_L1).toString(), QString());
}

void TestOtpGetLongTerm::callsBothHandlersByTheirNames()
{
    const Order rented = bought(rentals(), rental(u"1"_s, u"id"_s, 12));
    Shelf countries;
    countries.path = u"rental"_s;
    QVERIFY(ended(rentals().browse(countries, Priority::User)).ok());
    QVERIFY(ended(rentals().check(rented, Priority::Poll)).ok());
    QVERIFY(ended(rentals().renew(rented, rented.offer)).ok());
    const Order mail = bought(inboxes(), inbox(u"1"_s));
    QVERIFY(ended(inboxes().check(mail, Priority::Poll)).ok());
    QVERIFY(ended(inboxes().cancel(mail)).ok());
    QVERIFY(ended(inboxes().listOrders(1, Priority::Reconcile)).ok());
    for (const QString &call : u"rentalcountries rentalpricing rentalavailable rent rentals rentalsms renew "
                               "emailservices emailbuy emailcheck emailcancel emailhistory"_s.split(u' '))
        QVERIFY2(arrivals(call) > 0, qPrintable(call));
    QCOMPARE(arrivals(u"unknown"_s), 0);
}

QTEST_GUILESS_MAIN(TestOtpGetLongTerm)
#include "tst_otpgetlongterm.moc"
