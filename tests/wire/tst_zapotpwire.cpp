#include "tests/wire/golden.h"

#include "providers/zapotp/zapotpcatalog.h"
#include "providers/zapotp/zapotpwire.h"

#include <QSet>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using golden::answer;

namespace {

Money ngn(qint64 naira)
{
    return Money::fromUnits(naira * Money::UnitsPerMain, zapotp::currency());
}

QByteArray file(const char *name)
{
    const QByteArray body = golden::file(u"zapotp/"_s + QString::fromLatin1(name));
    Q_ASSERT(!body.isEmpty());
    return body;
}

HttpReply saved(const char *name, Delivery delivery = Delivery::Repeatable)
{
    return answer(200, file(name), delivery);
}

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    shelf.country = u"United States"_s;
    shelf.countryIso = u"US"_s;
    return shelf;
}

Offer whatsApp()
{
    Offer offer;
    offer.line = u"global"_s;
    offer.service = u"WhatsApp"_s;
    offer.country = u"United States"_s;
    offer.countryIso = u"US"_s;
    offer.serviceId = u"whatsapp"_s;
    offer.countryId = u"US"_s;
    offer.price = ngn(450);
    return offer;
}

} // namespace

class TestZapOtpWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readRequests_data();
    void readRequests();
    void balanceIsRead();
    void balanceErrors_data();
    void balanceErrors();

    void rootBeginsWithTheCountriesMostSold();
    void shelfPathsThatAreNotOursAreRefused_data();
    void shelfPathsThatAreNotOursAreRefused();
    void servicesBecomeOffers();
    void singleServiceIsAListOfOne();
    void countriesWithoutServicesAreEmpty_data();
    void countriesWithoutServicesAreEmpty();
    void catalogErrors_data();
    void catalogErrors();
    void poolsBecomeVariants();
    void severalPoolsFollowTheFreeChoice();
    void chosenPoolComesFirst();
    void listedPriceStaysWhileAPoolSellsAtIt();
    void plainListInPlaceOfPoolsGivesTheOffer_data();
    void plainListInPlaceOfPoolsGivesTheOffer();
    void nothingSoldAnyMoreIsAnEmptyList_data();
    void nothingSoldAnyMoreIsAnEmptyList();

    void rentRequests_data();
    void rentRequests();
    void rentWithoutNeededParameterIsRefusedUnsent_data();
    void rentWithoutNeededParameterIsRefusedUnsent();
    void rentedOrderIsRead();
    void expiryCountsOnlyWherePlausible_data();
    void expiryCountsOnlyWherePlausible();
    void rentErrors_data();
    void rentErrors();

    void receivedCodeIsRead();
    void checkedMessages_data();
    void checkedMessages();
    void statusWords_data();
    void statusWords();
    void checkWithoutStatusIsMalformed();
    void ordersAreListedNewestFirst();
    void ordersWithoutIdAreLeftOut();
    void nothingMayBeDoneWithAnOrder();
};

void TestZapOtpWire::readRequests_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("written");
    QTest::newRow("balance") << zapotp::balanceRequest() << u"GET /user"_s;
    QTest::newRow("services") << zapotp::shelfRequest(shelfAt(u"global/GB"_s)).value()
                              << u"GET /services?country=GB&provider=global"_s;
    QTest::newRow("services usa") << zapotp::shelfRequest(shelfAt(u"usa/US"_s)).value()
                                  << u"GET /services?country=US&provider=usa"_s;
    QTest::newRow("pools") << zapotp::poolsRequest(whatsApp())
                           << u"GET /services?country=US&provider=global&service=whatsapp"_s;
    QTest::newRow("check") << zapotp::checkRequest(u"12345678"_s) << u"GET /sms?order_id=12345678"_s;
    QTest::newRow("orders") << zapotp::ordersRequest() << u"GET /orders"_s;
}

void TestZapOtpWire::readRequests()
{
    QFETCH(HttpRequest, request);
    QTEST(golden::written(request), "written");
    QCOMPARE(request.delivery, Delivery::Repeatable);
    QVERIFY(!request.spends);
}

void TestZapOtpWire::balanceIsRead()
{
    const auto balance = zapotp::readBalance(saved("user.json"));
    QVERIFY(balance);
    QCOMPARE(balance->amount, ngn(5000));
    QCOMPARE(balance->username, u"john"_s);
    const auto text = zapotp::readBalance(answer(200, R"({"status":"ok","data":{"balance":"5,000.00"}})"));
    QVERIFY(text);
    QCOMPARE(text->amount, ngn(5000));
}

void TestZapOtpWire::balanceErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong key") << 200 << QByteArray(R"({"status":"error","message":"Invalid API key"})")
                               << ErrorKind::WrongKey;
    QTest::newRow("401") << 401 << QByteArray(R"({"status":"error","error":"nope"})") << ErrorKind::WrongKey;
    QTest::newRow("unauthorized") << 200 << QByteArray(R"({"status":"failed","error":"Unauthorized"})")
                                  << ErrorKind::WrongKey;
    QTest::newRow("suspended") << 200 << QByteArray(R"({"status":"error","message":"Account suspended"})")
                               << ErrorKind::AccountBlocked;
    QTest::newRow("limit") << 200 << QByteArray(R"({"status":"error","message":"Too many requests"})")
                           << ErrorKind::RateLimited;
    QTest::newRow("number") << 200 << QByteArray(R"({"status":403,"message":"no"})")
                            << ErrorKind::AccountBlocked;
    QTest::newRow("other word") << 200 << QByteArray(R"({"status":"denied","message":"Because"})")
                                << ErrorKind::Refused;
    QTest::newRow("data all the same")
        << 200 << QByteArray(R"({"status":"error","data":{"balance":1}})") << ErrorKind::Refused;
    QTest::newRow("no balance member")
        << 200 << QByteArray(R"({"status":"success","data":{}})") << ErrorKind::Malformed;
    QTest::newRow("portal") << 200 << QByteArray("<html><body>Sign in</body></html>") << ErrorKind::NotAnApi;
    QTest::newRow("522") << 522 << QByteArray("<html>timed out</html>") << ErrorKind::ServiceDown;
}

void TestZapOtpWire::balanceErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto balance = zapotp::readBalance(answer(status, body));
    QVERIFY(!balance);
    QTEST(balance.error().kind, "kind");
    QCOMPARE(balance.error().outcome, Outcome::Definite);
}

void TestZapOtpWire::rootBeginsWithTheCountriesMostSold()
{
    const ShelfPage root = zapotp::rootPage();
    QVERIFY(root.shelves.size() > 4);
    QCOMPARE(root.shelves[0].path, u"usa/US"_s);
    QCOMPARE(root.shelves[1].path, u"global/US"_s);
    QCOMPARE(root.shelves[2].path, u"global/GB"_s);
    QSet<QString> paths;
    for (const Shelf &shelf : root.shelves) {
        QVERIFY(!shelf.title.isEmpty());
        QVERIFY(!shelf.country.isEmpty());
        QVERIFY(zapotp::shelfRequest(shelf).has_value());
        paths += shelf.path;
    }
    QCOMPARE(paths.size(), root.shelves.size());
    QVERIFY(paths.contains(u"global/NG"_s));
}

void TestZapOtpWire::shelfPathsThatAreNotOursAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"", "global", "global/", "global/USA", "global/us", "mars/US", "global/US/1"})
        QTest::newRow(*path ? path : "root") << QString::fromLatin1(path);
}

void TestZapOtpWire::shelfPathsThatAreNotOursAreRefused()
{
    QFETCH(QString, path);
    QVERIFY(!zapotp::shelfRequest(shelfAt(path)));
}

void TestZapOtpWire::servicesBecomeOffers()
{
    const auto page = zapotp::readShelf(shelfAt(u"usa/US"_s), saved("services.json"));
    QVERIFY(page);
    QVERIFY(page->shelves.isEmpty());
    QCOMPARE(page->offers.size(), 2);
    const Offer &first = page->offers[0];
    QCOMPARE(first.line, u"usa"_s);
    QCOMPARE(first.service, u"WhatsApp"_s);
    QCOMPARE(first.serviceId, u"whatsapp"_s);
    QCOMPARE(first.country, u"United States"_s);
    QCOMPARE(first.countryIso, u"US"_s);
    QCOMPARE(first.countryId, u"US"_s);
    QCOMPARE(first.price, ngn(450));
    QVERIFY(first.variantId.isEmpty());
    QVERIFY(!first.stock);
    QVERIFY(!first.successRate);
    QCOMPARE(page->offers[1].service, u"Telegram"_s);
}

void TestZapOtpWire::singleServiceIsAListOfOne()
{
    const auto page = zapotp::readShelf(shelfAt(u"global/US"_s), saved("services_single.json"));
    QVERIFY(page);
    QCOMPARE(page->offers.size(), 1);
    QCOMPARE(page->offers[0].price, ngn(450));
}

void TestZapOtpWire::countriesWithoutServicesAreEmpty_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty list") << 200 << QByteArray(R"({"status":"success","data":[]})");
    QTest::newRow("null") << 200 << QByteArray(R"({"status":"success","data":null})");
    QTest::newRow("not found") << 200
                               << QByteArray(
                                      R"({"status":"error","message":"No services found: not found"})");
    QTest::newRow("404") << 404 << QByteArray(R"({"status":"error","message":"nothing"})");
    QTest::newRow("not available") << 200
                                   << QByteArray(R"({"status":"error","message":"Country not available"})");
    QTest::newRow("not supported") << 400
                                   << QByteArray(R"({"status":"error","message":"Country not supported"})");
}

void TestZapOtpWire::countriesWithoutServicesAreEmpty()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto page = zapotp::readShelf(shelfAt(u"global/US"_s), answer(status, body));
    QVERIFY(page);
    QVERIFY(page->offers.isEmpty());
}

void TestZapOtpWire::catalogErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("key") << 401 << QByteArray("{}") << ErrorKind::WrongKey;
    QTest::newRow("limit") << 429 << QByteArray("{}") << ErrorKind::RateLimited;
    QTest::newRow("no list") << 200 << QByteArray(R"({"status":"success","data":{"note":1}})")
                             << ErrorKind::Malformed;
    QTest::newRow("no ids") << 200 << QByteArray(R"({"status":"success","data":[{"price":1}]})")
                            << ErrorKind::Malformed;
    QTest::newRow("garbage") << 200 << QByteArray("{\"status\":") << ErrorKind::Malformed;
}

void TestZapOtpWire::catalogErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto page = zapotp::readShelf(shelfAt(u"global/US"_s), answer(status, body));
    QVERIFY(!page);
    QTEST(page.error().kind, "kind");
}

void TestZapOtpWire::poolsBecomeVariants()
{
    const auto offers = zapotp::readPools(whatsApp(), saved("pools.json"));
    QVERIFY(offers);
    QCOMPARE(offers->size(), 2);
    QCOMPARE(offers->at(0).identity(), whatsApp().identity());
    QCOMPARE(offers->at(0).price, ngn(450));
    QCOMPARE(offers->at(0).stock, 120);
    QCOMPARE(offers->at(0).successRate, 85);
    const Offer &pool = offers->at(1);
    QCOMPARE(pool.variantId, u"1"_s);
    QCOMPARE(pool.variant, u"Standard Pool"_s);
    QCOMPARE(pool.successRate, 85);
    QCOMPARE(pool.price, ngn(450));
    QCOMPARE(pool.stock, 120);
    QCOMPARE(pool.serviceId, u"whatsapp"_s);
}

void TestZapOtpWire::severalPoolsFollowTheFreeChoice()
{
    const auto offers = zapotp::readPools(whatsApp(), saved("pools_many.json"));
    QVERIFY(offers);
    QCOMPARE(offers->size(), 4);
    QVERIFY(offers->at(0).variantId.isEmpty());
    QCOMPARE(offers->at(0).price, ngn(500)); // nothing sells at the listed 450 any more
    QVERIFY(!offers->at(0).stock);           // one pool does not say
    QVERIFY(!offers->at(0).successRate);
    QCOMPARE(offers->at(1).variantId, u"1"_s);
    QCOMPARE(offers->at(1).successRate, 85);
    QCOMPARE(offers->at(2).stock, 0);
    QCOMPARE(offers->at(3).variant, u"9"_s);
}

void TestZapOtpWire::chosenPoolComesFirst()
{
    Offer offer = whatsApp();
    offer.variantId = u"7"_s;
    const auto offers = zapotp::readPools(offer, saved("pools_many.json"));
    QVERIFY(offers);
    QCOMPARE(offers->at(0).variantId, u"7"_s);
    QCOMPARE(offers->at(0).price, ngn(700));
    QVERIFY(offers->at(1).variantId.isEmpty());
}

void TestZapOtpWire::listedPriceStaysWhileAPoolSellsAtIt()
{
    Offer offer = whatsApp();
    offer.price = ngn(650);
    QCOMPARE(zapotp::readPools(offer, saved("pools_many.json"))->at(0).price, ngn(650));
    offer.price = ngn(700); // that pool is empty
    QCOMPARE(zapotp::readPools(offer, saved("pools_many.json"))->at(0).price, ngn(500));
}

void TestZapOtpWire::plainListInPlaceOfPoolsGivesTheOffer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("list") << QByteArray(
        R"({"status":"success","data":[{"service_id":"telegram","price":1},{"service_id":"WhatsApp","price":480}]})");
    QTest::newRow("single object") << QByteArray(
        R"({"status":"success","data":{"service_id":"whatsapp","price":"480.00"}})");
    QTest::newRow("price alone") << QByteArray(R"({"status":"success","data":{"price":480}})");
}

void TestZapOtpWire::plainListInPlaceOfPoolsGivesTheOffer()
{
    QFETCH(QByteArray, body);
    const auto offers = zapotp::readPools(whatsApp(), answer(200, body));
    QVERIFY(offers);
    QCOMPARE(offers->size(), 1);
    QCOMPARE(offers->at(0).identity(), whatsApp().identity());
    QCOMPARE(offers->at(0).price, ngn(480));
}

void TestZapOtpWire::nothingSoldAnyMoreIsAnEmptyList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray(R"({"status":"success","data":[]})");
    QTest::newRow("others only") << QByteArray(
        R"({"status":"success","data":[{"service_id":"telegram","price":1}]})");
    QTest::newRow("said") << QByteArray(R"({"status":"error","message":"Service not found"})");
}

void TestZapOtpWire::nothingSoldAnyMoreIsAnEmptyList()
{
    QFETCH(QByteArray, body);
    const auto offers = zapotp::readPools(whatsApp(), answer(200, body));
    QVERIFY(offers);
    QVERIFY(offers->isEmpty());
}

void TestZapOtpWire::rentRequests_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QString>("written");
    QTest::newRow("documented")
        << whatsApp()
        << uR"(POST /rent {"action":"rent","country":"US","duration":"generic","provider":"global","service":"whatsapp"})"_s;
    Offer pool = whatsApp();
    pool.line = u"usa"_s;
    pool.variantId = u"7"_s;
    QTest::newRow("pool")
        << pool
        << uR"(POST /rent {"action":"rent","country":"US","duration":"generic","pool":"7","provider":"usa","service":"whatsapp"})"_s;
}

void TestZapOtpWire::rentRequests()
{
    QFETCH(Offer, offer);
    const auto request = zapotp::rentRequest({offer, u"key"_s});
    QVERIFY(request);
    QTEST(golden::written(*request), "written");
    QCOMPARE(request->delivery, Delivery::Once);
    QVERIFY(request->spends);
    QVERIFY(request->idempotencyKey.isEmpty()); // not documented here: it would promise what nobody keeps
}

void TestZapOtpWire::rentWithoutNeededParameterIsRefusedUnsent_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QString>("field");
    Offer offer = whatsApp();
    offer.serviceId.clear();
    QTest::newRow("service") << offer << u"service"_s;
    offer = whatsApp();
    offer.countryId.clear();
    QTest::newRow("country") << offer << u"country"_s;
    offer = whatsApp();
    offer.line.clear();
    QTest::newRow("provider") << offer << u"provider"_s;
}

void TestZapOtpWire::rentWithoutNeededParameterIsRefusedUnsent()
{
    QFETCH(Offer, offer);
    const auto request = zapotp::rentRequest({offer, {}});
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadRequest);
    QTEST(request.error().field, "field");
}

void TestZapOtpWire::rentedOrderIsRead()
{
    const auto order = zapotp::readRented(saved("rented.json", Delivery::Once));
    QVERIFY(order);
    QCOMPARE(order->id, u"12345678"_s);
    QCOMPARE(order->number, u"15550123456"_s);
    QCOMPARE(order->price, ngn(450));
    QCOMPARE(order->status, OrderStatus::Waiting);
    QVERIFY(!order->messages);
    QCOMPARE(order->expiresAt, QDateTime(QDate(2024, 2, 6), QTime(11, 30), Qt::UTC));
}

void TestZapOtpWire::expiryCountsOnlyWherePlausible_data()
{
    QTest::addColumn<QDateTime>("date");
    QTest::addColumn<bool>("counts");
    const QDateTime expiry(QDate(2024, 2, 6), QTime(11, 30), Qt::UTC);
    QTest::newRow("20 minutes") << expiry.addSecs(-1200) << true;
    QTest::newRow("a day") << expiry.addDays(-1) << true;
    QTest::newRow("over a day") << expiry.addDays(-1).addSecs(-1) << false;
    QTest::newRow("now") << expiry << false;
    QTest::newRow("past") << expiry.addSecs(60) << false;
    QTest::newRow("no date") << QDateTime() << true;
}

void TestZapOtpWire::expiryCountsOnlyWherePlausible()
{
    QFETCH(QDateTime, date);
    HttpReply reply = saved("rented.json", Delivery::Once);
    reply.date = date;
    const auto order = zapotp::readRented(reply);
    QVERIFY(order);
    QTEST(order->expiresAt.isValid(), "counts");
    QCOMPARE(order->serverTime, date);
}

void TestZapOtpWire::rentErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    const auto definite = Outcome::Definite;
    const auto unknown = Outcome::Unknown;
    const auto said = [](const char *words) {
        return QByteArray(R"({"status":"error","message":")") + words + "\"}";
    };
    QTest::newRow("no balance in 200") << 200 << file("refused_200.json") << ErrorKind::NoBalance << definite;
    QTest::newRow("low balance") << 200 << said("Your balance is too low") << ErrorKind::NoBalance
                                 << definite;
    QTest::newRow("no numbers") << 200 << said("No numbers available") << ErrorKind::NoStock << definite;
    QTest::newRow("out of stock") << 200 << said("Out of stock") << ErrorKind::NoStock << definite;
    QTest::newRow("not available") << 400 << said("Service not available") << ErrorKind::NoStock << definite;
    QTest::newRow("blocked") << 403 << said("Your account is blocked") << ErrorKind::AccountBlocked
                             << definite;
    QTest::newRow("wrong key") << 403 << said("Invalid API key") << ErrorKind::WrongKey << definite;
    QTest::newRow("unmapped words") << 200 << said("The moon is wrong") << ErrorKind::Refused << definite;
    QTest::newRow("429") << 429 << said("slow down") << ErrorKind::RateLimited << definite;
    QTest::newRow("bare word") << 200 << QByteArray("NO_NUMBERS") << ErrorKind::NoStock << definite;
    QTest::newRow("500") << 500 << said("Insufficient balance") << ErrorKind::ServiceDown << unknown;
    QTest::newRow("500 in 200") << 200 << QByteArray(R"({"status":"500","message":"x"})")
                                << ErrorKind::ServiceDown << unknown;
    QTest::newRow("page") << 200 << QByteArray("<html></html>") << ErrorKind::NotAnApi << unknown;
    QTest::newRow("502 page") << 502 << QByteArray("<html></html>") << ErrorKind::ServiceDown << unknown;
    QTest::newRow("garbage") << 200 << QByteArray("{") << ErrorKind::Malformed << unknown;
    QTest::newRow("success alone") << 200 << QByteArray(R"({"status":"success"})") << ErrorKind::Malformed
                                   << unknown;
    QTest::newRow("no id") << 200 << file("rented_no_id.json") << ErrorKind::Malformed << unknown;
    QTest::newRow("no number") << 200 << file("rented_no_number.json") << ErrorKind::Malformed << unknown;
}

void TestZapOtpWire::rentErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto order = zapotp::readRented(answer(status, body, Delivery::Once));
    QVERIFY(!order);
    QTEST(order.error().kind, "kind");
    QTEST(order.error().outcome, "outcome");
}

void TestZapOtpWire::receivedCodeIsRead()
{
    const auto order = zapotp::readChecked(saved("sms_received.json"));
    QVERIFY(order);
    QCOMPARE(order->id, u"12345678"_s);
    QCOMPARE(order->status, OrderStatus::CodeReceived);
    QCOMPARE(order->code, u"123456"_s);
    QVERIFY(order->messages);
    QCOMPARE(order->messages->size(), 1);
    QCOMPARE(order->messages->at(0).code, u"123456"_s);
}

void TestZapOtpWire::checkedMessages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("hasMessage");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    const QString none;
    QTest::newRow("pending, a remark") << QByteArray("sms_pending.json") << false << none << none;
    QTest::newRow("canceled") << QByteArray("sms_canceled.json") << false << none << none;
    QTest::newRow("full text") << QByteArray("sms_full.json") << true << u"740279"_s
                               << u"Your WhatsApp code 740-279"_s;
    QTest::newRow("text alone") << QByteArray("sms_text_only.json") << true << none
                                << u"Hello there, welcome"_s;
}

void TestZapOtpWire::checkedMessages()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, hasMessage);
    const auto order = zapotp::readChecked(saved(name.constData()));
    QVERIFY(order);
    QCOMPARE(order->messages.has_value(), hasMessage);
    QTEST(order->code, "code");
    if (hasMessage)
        QTEST(order->messages->at(0).text, "text");
}

void TestZapOtpWire::statusWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    const auto row = [](const char *word, std::optional<OrderStatus> status) {
        QTest::newRow(word) << QString::fromLatin1(word) << status;
    };
    row("PENDING", OrderStatus::Waiting);
    row("RECEIVED", OrderStatus::CodeReceived);
    row("received", OrderStatus::CodeReceived);
    row("FINISHED", OrderStatus::Finished);
    row("CANCELED", OrderStatus::Refunded);
    row("CANCELLED", OrderStatus::Refunded);
    row("EXPIRED", OrderStatus::Expired);
    row("ON_HOLD", std::nullopt);
}

void TestZapOtpWire::statusWords()
{
    QFETCH(QString, word);
    const QByteArray order = R"({"order_id":"1","sms_code":null,"status":")" + word.toUtf8() + "\"}";
    for (const QByteArray &body : {R"({"status":"success","data":)" + order + "}", order}) {
        const auto read = zapotp::readChecked(answer(200, body));
        QVERIFY(read);
        QTEST(read->status, "status");
        QCOMPARE(read->statusWord, word);
    }
}

void TestZapOtpWire::checkWithoutStatusIsMalformed()
{
    const auto order = zapotp::readChecked(saved("sms_no_status.json"));
    QVERIFY(!order);
    QCOMPARE(order.error().kind, ErrorKind::Malformed);
    QCOMPARE(order.error().field, u"status"_s);
}

void TestZapOtpWire::ordersAreListedNewestFirst()
{
    const auto one = zapotp::readOrders(saved("orders.json"));
    QVERIFY(one);
    QCOMPARE(one->size(), 1);
    QCOMPARE(one->at(0).id, u"12345678"_s);
    QCOMPARE(one->at(0).number, u"15550123456"_s);
    QCOMPARE(one->at(0).status, OrderStatus::Finished);
    QCOMPARE(one->at(0).price, ngn(450));

    const auto many = zapotp::readOrders(saved("orders_many.json"));
    QVERIFY(many);
    QStringList ids;
    for (const OrderReport &order : *many)
        ids += order.id;
    QCOMPARE(ids, (QStringList{u"C"_s, u"B"_s, u"A"_s}));
}

void TestZapOtpWire::ordersWithoutIdAreLeftOut()
{
    const auto orders = zapotp::readOrders(
        answer(200, R"({"status":"success","data":[{"number":"1"},{"order_id":"7","number":"2"},"x"]})"));
    QVERIFY(orders);
    QCOMPARE(orders->size(), 1);
    QCOMPARE(orders->at(0).id, u"7"_s);
    QVERIFY(zapotp::readOrders(answer(200, R"({"status":"success","data":null})"))->isEmpty());
}

void TestZapOtpWire::nothingMayBeDoneWithAnOrder()
{
    const OrderActions actions = zapotp::actions();
    const Permission never = Permission::never(Permission::Reason::NotOffered);
    QCOMPARE(actions.cancel, never);
    QCOMPARE(actions.finish, never);
    QCOMPARE(actions.resend, never);
    QCOMPARE(actions.replace, never);
}

QTEST_GUILESS_MAIN(TestZapOtpWire)
#include "tst_zapotpwire.moc"
