#include "providers/otpget/otpgetlabels.h"
#include "providers/otpget/otpgetwire.h"
#include "providers/otpget/otpgetwords.h"
#include "tests/wire/wirecheck.h"

#include <QTest>

using namespace otpdesk;
using namespace otpdesk::otpget;
using namespace otpdesk::wirecheck;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<otpdesk::OrderStatus>)
Q_DECLARE_METATYPE(std::optional<otpdesk::Money>)
Q_DECLARE_METATYPE(otpdesk::otpget::Line)

namespace {

Shelf shelfAt(const QString &path, const QString &title = {})
{
    Shelf shelf;
    shelf.path = path;
    shelf.title = title;
    return shelf;
}

Offer smsOffer()
{
    Offer offer;
    offer.line = u"sms"_s;
    offer.service = u"Telegram"_s;
    offer.country = u"Pakistan"_s;
    offer.countryIso = u"PK"_s;
    offer.variant = u"Server 1"_s;
    offer.serviceId = u"101"_s;
    offer.countryId = u"61"_s;
    offer.variantId = u"1"_s;
    offer.price = money("45", "PKR");
    return offer;
}

Offer cheapOffer()
{
    Offer offer;
    offer.line = u"cheap"_s;
    offer.service = u"Pakistan Server 2"_s;
    offer.country = u"Pakistan"_s;
    offer.countryIso = u"PK"_s;
    offer.variant = u"Pakistan - Server 2"_s;
    offer.serviceId = u"2"_s;
    offer.variantId = u"1"_s;
    offer.productId = u"2"_s;
    offer.price = money("50", "PKR");
    return offer;
}

} // namespace

class TestOtpGetWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAsDocumented_data();
    void requestsAreAsDocumented();
    void shelvesAskForTheirPart_data();
    void shelvesAskForTheirPart();
    void balanceIsRead_data();
    void balanceIsRead();
    void countriesOfAllTypesAreShelves();
    void documentedServicesAreOffers();
    void servicesOfItsOwnTypeAreReadFromANest();
    void serversAreShelves();
    void cheapServerKeepsItsOwnLine();
    void cheapServicesWithNumbersOfTheirOwnAreAllKept();
    void offerLeadsBackToItsShelf();
    void emptyCatalogIsAnEmptyPage_data();
    void emptyCatalogIsAnEmptyPage();
    void unreadableCatalogIsMalformed_data();
    void unreadableCatalogIsMalformed();
    void labels_data();
    void labels();
    void documentedPurchaseIsRead();
    void documentedCheapPurchaseIsRead();
    void cheapLifetimeStandsWithoutADate();
    void purchase_data();
    void purchase();
    void unreadablePurchaseLeavesOpenWhetherItWasCharged_data();
    void unreadablePurchaseLeavesOpenWhetherItWasCharged();
    void status_data();
    void status();
    void receivedCode_data();
    void receivedCode();
    void changes_data();
    void changes();
    void errorWords_data();
    void errorWords();
    void errorWordsComeInManyForms_data();
    void errorWordsComeInManyForms();
    void supplierErrorKeepsItsText();
    void unknownWordIsARefusalForReadsAlone();
};

void TestOtpGetWire::requestsAreAsDocumented_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char *name, const HttpRequest &request, const QString &shape) {
        QTest::newRow(name) << request << shape;
    };
    row("balance", balanceRequest(), u"GET /handler_api.php ?action=getBalance repeatable"_s);
    row("getNumber", buyRequest(smsOffer()),
        u"GET /handler_api.php ?action=getNumber&service=101&country=61&type=1 once spends"_s);
    row("buyNumber", buyRequest(cheapOffer()),
        u"GET /cheap_handler.php ?action=buyNumber&server=2&type=1 once spends"_s);
    row("getStatus", statusRequest(Line::Sms, u"abc123xyz"_s),
        u"GET /handler_api.php ?action=getStatus&id=abc123xyz repeatable"_s);
    row("getStatus, cheap", statusRequest(Line::Cheap, u"ORD_6830abc123_741"_s),
        u"GET /cheap_handler.php ?action=getStatus&id=ORD_6830abc123_741 repeatable"_s);
    row("finish", finishRequest(Line::Sms, u"abc123xyz"_s),
        u"GET /handler_api.php ?action=setStatus&id=abc123xyz&status=6 once"_s);
    row("finish, cheap", finishRequest(Line::Cheap, u"ORD_6830abc123_741"_s),
        u"GET /cheap_handler.php ?action=setStatus&id=ORD_6830abc123_741&status=6 once"_s);
    row("cancel", cancelRequest(Line::Sms, u"abc123xyz"_s),
        u"GET /handler_api.php ?action=setStatus&id=abc123xyz&status=8 once"_s);
    row("cancel, cheap", cancelRequest(Line::Cheap, u"ORD_6830abc123_741"_s),
        u"GET /cheap_handler.php ?action=setStatus&id=ORD_6830abc123_741&status=8 once"_s);
}

void TestOtpGetWire::requestsAreAsDocumented()
{
    QFETCH(HttpRequest, request);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(request), shape);
}

void TestOtpGetWire::shelvesAskForTheirPart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shape");
    QTest::newRow("countries") << u"sms"_s << u"GET /handler_api.php ?action=getCountries repeatable"_s;
    QTest::newRow("services") << u"sms/1/61"_s
                              << u"GET /handler_api.php ?action=getServices&country=61&type=1 repeatable"_s;
    QTest::newRow("servers") << u"cheap"_s << u"GET /cheap_handler.php ?action=getServers repeatable"_s;
    QTest::newRow("cheap services")
        << u"cheap/1/2"_s << u"GET /cheap_handler.php ?action=getServices&server=2&type=1 repeatable"_s;
    QTest::newRow("incomplete") << u"sms/1"_s << QString();
    QTest::newRow("strange") << u"rental"_s << QString();
}

void TestOtpGetWire::shelvesAskForTheirPart()
{
    QFETCH(QString, path);
    QFETCH(QString, shape);
    const auto request = shelfRequest(shelfAt(path));
    QCOMPARE(request ? shapeOf(*request) : QString(), shape);
}

void TestOtpGetWire::balanceIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("amount");
    QTest::newRow("documented") << golden("otpget/balance.txt") << u"500.00"_s;
    QTest::newRow("line break") << QByteArray("ACCESS_BALANCE:500.00\r\n") << u"500.00"_s;
    QTest::newRow("mark before it") << QByteArray("\xef\xbb\xbf"
                                                  "ACCESS_BALANCE:0")
                                    << u"0.00"_s;
    QTest::newRow("lower case") << QByteArray("access_balance: 1,234.5") << u"1234.50"_s;
    QTest::newRow("with currency") << QByteArray("ACCESS_BALANCE:45 PKR") << u"45.00"_s;
    QTest::newRow("no figure") << QByteArray("ACCESS_BALANCE:") << QString();
    QTest::newRow("no balance") << QByteArray("STATUS_OK:1234") << QString();
}

void TestOtpGetWire::balanceIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, amount);
    const auto balance = readBalance(replyOf(body));
    QCOMPARE(balance ? balance->amount.toDecimal() : QString(), amount);
    if (balance)
        QCOMPARE(balance->amount.currency().code(), u"PKR"_s);
}

void TestOtpGetWire::countriesOfAllTypesAreShelves()
{
    const auto page = readShelf(replyOf(golden("otpget/countries.json")), shelfAt(u"sms"_s));
    QVERIFY(page.ok());
    QVERIFY(page->offers.isEmpty());
    QCOMPARE(page->shelves.size(), 5);
    QCOMPARE(page->shelves[1].path, u"sms/1/15"_s);
    QCOMPARE(page->shelves[1].title, u"Server 1 · England"_s);
    QCOMPARE(page->shelves[1].country, u"England"_s);
    QCOMPARE(page->shelves[1].countryIso, u"GB"_s);
    QCOMPARE(page->shelves[4].path, u"sms/2/7"_s);
    QCOMPARE(page->shelves[4].countryIso, u"PK"_s);
}

void TestOtpGetWire::documentedServicesAreOffers()
{
    Shelf shelf = shelfAt(u"sms/1/61"_s);
    shelf.country = u"Pakistan"_s;
    shelf.countryIso = u"PK"_s;
    const auto page = readShelf(replyOf(golden("otpget/services.json")), shelf);
    QVERIFY(page.ok());
    QVERIFY(page->shelves.isEmpty());
    QCOMPARE(page->offers.size(), 3);
    QCOMPARE(page->offers[0], smsOffer());
    QCOMPARE(page->offers[1].service, u"WhatsApp"_s);
    QCOMPARE(page->offers[1].price, money("60", "PKR"));
}

void TestOtpGetWire::servicesOfItsOwnTypeAreReadFromANest()
{
    const auto page = readShelf(replyOf(golden("otpget/services-nested.json")), shelfAt(u"sms/1/61"_s));
    QVERIFY(page.ok());
    QCOMPARE(page->offers.size(), 3);
    QCOMPARE(page->offers[0].price, money("376.88", "PKR"));
    QCOMPARE(page->offers[1].service, u"Mail - ru - Agent"_s);
    QCOMPARE(page->offers[1].price, money("1020", "PKR"));
    QCOMPARE(page->offers[2].service, u"No price"_s);
    QCOMPARE(page->offers[2].price, std::nullopt);

    const auto another = readShelf(replyOf(golden("otpget/services-nested.json")), shelfAt(u"sms/2/61"_s));
    QVERIFY(!another.ok());
    const auto list =
        readShelf(replyOf(R"({"2":[{"id":9,"name":"Signal - 5 PKR"}]})"), shelfAt(u"sms/2/61"_s));
    QVERIFY(list.ok());
    QCOMPARE(list->offers.size(), 1);
    QCOMPARE(list->offers[0].serviceId, u"9"_s);
    QCOMPARE(list->offers[0].service, u"Signal"_s);
}

void TestOtpGetWire::serversAreShelves()
{
    const auto page = readShelf(replyOf(golden("otpget/servers.json")), shelfAt(u"cheap"_s));
    QVERIFY(page.ok());
    QCOMPARE(page->shelves.size(), 2);
    QCOMPARE(page->shelves[0].path, u"cheap/1/1"_s);
    QCOMPARE(page->shelves[0].title, u"Random Facebook - Free"_s);
    QVERIFY(page->shelves[0].countryIso.isEmpty());
    QVERIFY(page->shelves[0].country.isEmpty());
    QCOMPARE(page->shelves[1].path, u"cheap/1/2"_s);
    QCOMPARE(page->shelves[1].country, u"Pakistan"_s);
    QCOMPARE(page->shelves[1].countryIso, u"PK"_s);
}

void TestOtpGetWire::cheapServerKeepsItsOwnLine()
{
    const auto servers = readShelf(replyOf(golden("otpget/servers.json")), shelfAt(u"cheap"_s));
    const HttpReply services = replyOf(golden("otpget/cheap-services.json"));
    const auto random = readShelf(services, servers->shelves[0]);
    QVERIFY(random.ok());
    QCOMPARE(random->offers.size(), 1);
    QCOMPARE(random->offers[0].service, u"Random Facebook - Free"_s);
    QCOMPARE(random->offers[0].price, money("0", "PKR"));
    QVERIFY(random->offers[0].country.isEmpty());
    QCOMPARE(shapeOf(buyRequest(random->offers[0])),
             u"GET /cheap_handler.php ?action=buyNumber&server=1&type=1 once spends"_s);

    const auto pakistan = readShelf(services, servers->shelves[1]);
    QVERIFY(pakistan.ok());
    QCOMPARE(pakistan->offers.size(), 1);
    QCOMPARE(pakistan->offers[0], cheapOffer());
}

void TestOtpGetWire::cheapServicesWithNumbersOfTheirOwnAreAllKept()
{
    const auto page = readShelf(replyOf(R"({"1":"WhatsApp India - ₨50","2":"Telegram — Rs. 60.50"})"),
                                shelfAt(u"cheap/1/2"_s, u"Mixed"_s));
    QVERIFY(page.ok());
    QCOMPARE(page->offers.size(), 2);
    QCOMPARE(page->offers[0].service, u"WhatsApp India"_s);
    QCOMPARE(page->offers[0].countryIso, u"IN"_s);
    QCOMPARE(page->offers[1].price, money("60.5", "PKR"));
    QCOMPARE(page->offers[1].productId, u"2"_s);
}

void TestOtpGetWire::offerLeadsBackToItsShelf()
{
    const auto sms = readShelf(replyOf(golden("otpget/services.json")), shelfOf(smsOffer()));
    QVERIFY(sms.ok());
    QCOMPARE(sms->offers[0].identity(), smsOffer().identity());
    const auto cheap = readShelf(replyOf(golden("otpget/cheap-services.json")), shelfOf(cheapOffer()));
    QVERIFY(cheap.ok());
    QCOMPARE(cheap->offers.size(), 1);
    QCOMPARE(cheap->offers[0].identity(), cheapOffer().identity());
}

void TestOtpGetWire::emptyCatalogIsAnEmptyPage_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("countries, {}") << u"sms"_s << QByteArray("{}");
    QTest::newRow("countries, []") << u"sms"_s << QByteArray("[]");
    QTest::newRow("a type without countries") << u"sms"_s << QByteArray(R"({"1":[]})");
    QTest::newRow("services, []") << u"sms/1/61"_s << QByteArray("[]");
    QTest::newRow("services, nested") << u"sms/1/61"_s << QByteArray(R"({"1":[]})");
    QTest::newRow("no servers") << u"cheap"_s << QByteArray("NO_SERVERS");
    QTest::newRow("no services") << u"cheap/1/1"_s << QByteArray("NO_SERVICES\n");
    QTest::newRow("no services, as JSON")
        << u"cheap/1/1"_s << QByteArray(R"({"status":"error","message":"NO_SERVICES"})");
}

void TestOtpGetWire::emptyCatalogIsAnEmptyPage()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const auto page = readShelf(replyOf(body), shelfAt(path));
    QVERIFY(page.ok());
    QVERIFY(page->offers.isEmpty());
    QVERIFY(page->shelves.isEmpty());
}

void TestOtpGetWire::unreadableCatalogIsMalformed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("broken off") << u"sms"_s << golden("otpget/countries.json").left(50);
    QTest::newRow("no types") << u"sms"_s << QByteArray(R"({"1":"Canada"})");
    QTest::newRow("a list") << u"sms"_s << QByteArray(R"([{"id":"1","name":"Canada"}])");
    QTest::newRow("other members") << u"sms"_s << QByteArray(R"({"1":[{"code":"1","title":"Canada"}]})");
    QTest::newRow("text") << u"sms/1/61"_s << QByteArray("hello");
    QTest::newRow("empty") << u"sms/1/61"_s << QByteArray();
    QTest::newRow("numbers") << u"sms/1/61"_s << QByteArray(R"({"101":null})");
}

void TestOtpGetWire::unreadableCatalogIsMalformed()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const auto page = readShelf(replyOf(body), shelfAt(path));
    QVERIFY(!page.ok());
    QCOMPARE(page.error().kind, ErrorKind::Malformed);
}

void TestOtpGetWire::labels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("price");
    const auto row = [](const QString &text, const QString &name, const QString &price) {
        QTest::newRow(qPrintable(text)) << text << name << price;
    };
    row(u"Telegram - 45 PKR"_s, u"Telegram"_s, u"45.00"_s);
    row(u"Telegram - 376.88 PKR"_s, u"Telegram"_s, u"376.88"_s);
    row(u"Random Facebook - Free — ₨0.00"_s, u"Random Facebook - Free"_s, u"0.00"_s);
    row(u"Pakistan Server 2 — ₨50.00"_s, u"Pakistan Server 2"_s, u"50.00"_s);
    row(u"A — B - Rs 1,250.50"_s, u"A — B"_s, u"1250.50"_s);
    row(u"A – PKR 12"_s, u"A"_s, u"12.00"_s);
    row(u"Random Facebook - Free"_s, u"Random Facebook - Free"_s, QString());
    row(u"Google - YouTube"_s, u"Google - YouTube"_s, QString());
    row(u"Coca-Cola - 5 PKR"_s, u"Coca-Cola"_s, u"5.00"_s);
    row(u" - 45 PKR"_s, u"- 45 PKR"_s, QString());
    row(u""_s, u""_s, QString());
}

void TestOtpGetWire::labels()
{
    QFETCH(QString, text);
    const Label label = readLabel(text);
    QTEST(label.name, "name");
    QTEST(label.price ? label.price->toDecimal() : QString(), "price");
}

void TestOtpGetWire::documentedPurchaseIsRead()
{
    const auto report = readPurchase(onceReplyOf(golden("otpget/number.txt")), Line::Sms);
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"abc123"_s);
    QCOMPARE(report->number, u"9230012345"_s);
    QCOMPARE(report->status, OrderStatus::Waiting);
    QCOMPARE(report->lifetime.count(), 0);
    QVERIFY(!report->expiresAt.isValid());
    QVERIFY(!report->price);
    QCOMPARE(report->serverTime, serverDate());
}

void TestOtpGetWire::documentedCheapPurchaseIsRead()
{
    const auto report = readPurchase(onceReplyOf(golden("otpget/cheap-number.txt")), Line::Cheap);
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"ORD_6830abc123_741"_s);
    QCOMPARE(report->number, u"923001234567"_s);
    QCOMPARE(report->status, OrderStatus::Waiting);
    QCOMPARE(report->lifetime.count(), 900);
    QCOMPARE(report->expiresAt, serverDate().addSecs(900));
}

void TestOtpGetWire::cheapLifetimeStandsWithoutADate()
{
    HttpReply reply = onceReplyOf("ORD_1,923001234567,600");
    reply.date = {};
    const auto said = readPurchase(reply, Line::Cheap);
    QVERIFY(said.ok());
    QCOMPARE(said->lifetime.count(), 600);
    QVERIFY(!said->expiresAt.isValid());
    for (const char *body : {"ORD_1,923001234567", "ORD_1,923001234567,soon", "ORD_1,923001234567,-5",
                             "ORD_1,923001234567,99999999999", "ACCESS_NUMBER:ORD_1:923001234567"}) {
        const auto unsaid = readPurchase(onceReplyOf(body), Line::Cheap);
        QVERIFY(unsaid.ok());
        QCOMPARE(unsaid->lifetime.count(), 900);
    }
}

void TestOtpGetWire::purchase_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Line>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("number");
    const auto row = [](const char *name, const char *body, Line line, const QString &id,
                        const QString &number) {
        QTest::newRow(name) << QByteArray(body) << line << id << number;
    };
    row("line break", "ACCESS_NUMBER:1:923001234567\n", Line::Sms, u"1"_s, u"923001234567"_s);
    row("lower case", "access_number:aB1:+923001234567", Line::Sms, u"aB1"_s, u"+923001234567"_s);
    row("more parts", "ACCESS_NUMBER:1:PK:923001234567", Line::Sms, u"1"_s, u"923001234567"_s);
    row("more lines", "ACCESS_NUMBER:1:923001234567\nNotice: x:y", Line::Sms, u"1"_s, u"923001234567"_s);
    row("JSON text", "\"ACCESS_NUMBER:1:923001234567\"", Line::Sms, u"1"_s, u"923001234567"_s);
    row("spaces", " ORD_1 , 923001234567 , 900 ", Line::Cheap, u"ORD_1"_s, u"923001234567"_s);
    row("another id", "77,923001234567,900", Line::Cheap, u"77"_s, u"923001234567"_s);
}

void TestOtpGetWire::purchase()
{
    QFETCH(QByteArray, body);
    QFETCH(Line, line);
    const auto report = readPurchase(onceReplyOf(body), line);
    QVERIFY(report.ok());
    QTEST(report->id, "id");
    QTEST(report->number, "number");
    QCOMPARE(report->status, OrderStatus::Waiting);
}

void TestOtpGetWire::unreadablePurchaseLeavesOpenWhetherItWasCharged_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &body, int status, ErrorKind kind,
                        const QString &detail) { QTest::newRow(name) << body << status << kind << detail; };
    row("empty", "", 200, ErrorKind::Malformed, QString());
    row("no number", "ACCESS_NUMBER:abc123:", 200, ErrorKind::Malformed, u"abc123"_s);
    row("no parts", "ACCESS_NUMBER:abc123", 200, ErrorKind::Malformed, u"abc123"_s);
    row("nothing behind it", "ACCESS_NUMBER", 200, ErrorKind::Malformed, QString());
    row("cheap, no number", "ORD_1,,900", 200, ErrorKind::Malformed, u"ORD_1"_s);
    row("cheap, broken off", "ORD_6830abc", 200, ErrorKind::Malformed, u"ORD_6830abc"_s);
    row("a word nobody knows", "ACCESS_SOMETHING:1", 200, ErrorKind::Malformed, u"ACCESS_SOMETHING:1"_s);
    row("garbage", "\x01\x02\xff\xfe", 200, ErrorKind::Malformed, u"\ufffd\ufffd"_s);
    row("JSON", R"({"id":1})", 200, ErrorKind::Malformed, QString());
    row("page", "<!DOCTYPE html><html>", 200, ErrorKind::NotAnApi, QString());
    row("proxy's page", "<html><h1>502 Bad Gateway", 502, ErrorKind::ServiceDown, QString());
    row("proxy's text", "error code: 521", 521, ErrorKind::ServiceDown, u"error code: 521"_s);
}

void TestOtpGetWire::unreadablePurchaseLeavesOpenWhetherItWasCharged()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    for (const Line line : {Line::Sms, Line::Cheap}) {
        const auto report = readPurchase(onceReplyOf(body, status), line);
        QVERIFY(!report.ok());
        QTEST(report.error().kind, "kind");
        QTEST(report.error().detail, "detail");
        QCOMPARE(report.error().outcome, Outcome::Unknown);
    }
}

void TestOtpGetWire::status_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QByteArray &body, std::optional<OrderStatus> status,
                        const QString &word) { QTest::newRow(name) << body << status << word; };
    row("waiting", golden("otpget/status-wait.txt"), OrderStatus::Waiting, u"STATUS_WAIT_CODE"_s);
    row("received", golden("otpget/status-ok.txt"), OrderStatus::CodeReceived, u"STATUS_OK"_s);
    row("cancelled", golden("otpget/status-cancel.txt"), OrderStatus::Refunded, u"STATUS_CANCEL"_s);
    row("finished", "ACCESS_FINISH", OrderStatus::Finished, u"ACCESS_FINISH"_s);
    row("line break", "STATUS_WAIT_CODE\n", OrderStatus::Waiting, u"STATUS_WAIT_CODE"_s);
    row("mark before it", "\xef\xbb\xbfstatus_cancel", OrderStatus::Refunded, u"STATUS_CANCEL"_s);
    row("JSON", R"({"status":"success","message":"STATUS_WAIT_CODE"})", OrderStatus::Waiting,
        u"STATUS_WAIT_CODE"_s);
    row("a word nobody knows", "STATUS_WAIT_RETRY:1234", std::nullopt, u"STATUS_WAIT_RETRY"_s);
    row("a plain word", "PENDING", std::nullopt, u"PENDING"_s);
}

void TestOtpGetWire::status()
{
    QFETCH(QByteArray, body);
    const auto report = readStatus(replyOf(body));
    QVERIFY(report.ok());
    QTEST(report->status, "status");
    QTEST(report->statusWord, "word");
    QCOMPARE(report->serverTime, serverDate());
}

void TestOtpGetWire::receivedCode_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMessage");
    const auto row = [](const char *name, const QByteArray &body, const QString &code, const QString &text,
                        bool isMessage = true) { QTest::newRow(name) << body << code << text << isMessage; };
    row("documented", golden("otpget/status-ok.txt"), u"847293"_s, QString());
    row("in groups", "STATUS_OK:123-456", u"123456"_s, QString());
    row("letters", "STATUS_OK:qWxYz", u"qWxYz"_s, QString());
    row("sentence", "STATUS_OK:Your code: 847293\n", u"847293"_s, u"Your code: 847293"_s);
    row("sentence without a code", "STATUS_OK:Welcome to us", QString(), u"Welcome to us"_s);
    row("lines", "STATUS_OK:Your code\nis 847293", u"847293"_s, u"Your code\nis 847293"_s);
    row("words of a refusal", "STATUS_OK:Account blocked, no balance", QString(),
        u"Account blocked, no balance"_s);
    row("nothing", "STATUS_OK:", QString(), QString(), false);
}

void TestOtpGetWire::receivedCode()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isMessage);
    const auto report = readStatus(replyOf(body));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::CodeReceived);
    QTEST(report->code, "code");
    QCOMPARE(report->messages.has_value(), isMessage);
    if (!isMessage)
        return;
    QCOMPARE(report->messages->size(), 1);
    QTEST(report->messages->first().code, "code");
    QTEST(report->messages->first().text, "text");
}

void TestOtpGetWire::changes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isCancel");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    const auto row = [](const char *name, const QByteArray &body, bool isCancel,
                        std::optional<OrderStatus> status) {
        QTest::newRow(name) << body << isCancel << status;
    };
    row("finished", golden("otpget/finish.txt"), false, OrderStatus::Finished);
    row("cancelled", golden("otpget/cancel.txt"), true, OrderStatus::Refunded);
    row("cancelled, another word", "ACCESS_CANCEL", true, OrderStatus::Refunded);
    row("cancelled, with a note", "ACCESS_READY\nBalance refunded\n", true, OrderStatus::Refunded);
    row("a code came instead", "STATUS_OK:847293", true, OrderStatus::CodeReceived);
    row("ready is no finish", "ACCESS_READY", false, std::nullopt);
}

void TestOtpGetWire::changes()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isCancel);
    const auto report = isCancel ? readCancellation(onceReplyOf(body)) : readFinish(onceReplyOf(body));
    QVERIFY(report.ok());
    QTEST(report->status, "status");
}

void TestOtpGetWire::errorWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    const auto row = [](const QString &word, ErrorKind kind, const QString &field = {}) {
        QTest::newRow(qPrintable(word)) << word << kind << field;
    };
    row(u"BAD_KEY"_s, ErrorKind::WrongKey);
    row(u"ACCOUNT_BLOCKED"_s, ErrorKind::AccountBlocked);
    row(u"BAD_ACTION"_s, ErrorKind::BadRequest, u"action"_s);
    row(u"BAD_SERVICE"_s, ErrorKind::BadRequest, u"service"_s);
    row(u"BAD_COUNTRY"_s, ErrorKind::BadRequest, u"country"_s);
    row(u"BAD_TYPE"_s, ErrorKind::BadRequest, u"type"_s);
    row(u"BAD_SERVER"_s, ErrorKind::BadRequest, u"server"_s);
    row(u"BAD_ID"_s, ErrorKind::BadRequest, u"id"_s);
    row(u"BAD_STATUS"_s, ErrorKind::BadRequest, u"status"_s);
    row(u"NO_BALANCE"_s, ErrorKind::NoBalance);
    row(u"LOW_BALANCE"_s, ErrorKind::NoBalance);
    row(u"NO_ACTIVATION"_s, ErrorKind::NotFound);
    row(u"STATUS_ALREADY_CHANGED"_s, ErrorKind::TooLate);
    row(u"EARLY_CANCEL_DENIED"_s, ErrorKind::TooEarly);
    row(u"NO_SMS_RECEIVED"_s, ErrorKind::NoSmsYet);
    row(u"ERROR_PRICE_CHANGE"_s, ErrorKind::PriceChanged);
    row(u"ERROR_PROVIDER_1"_s, ErrorKind::UpstreamRefused);
    row(u"ERROR_PROVIDER_6"_s, ErrorKind::UpstreamRefused);
    row(u"NO_NUMBERS"_s, ErrorKind::NoStock);
    row(u"NO_SERVERS"_s, ErrorKind::NoStock);
    row(u"NO_SERVICES"_s, ErrorKind::NoStock);
    row(u"DATABASE_ERROR"_s, ErrorKind::ServiceDown);
}

void TestOtpGetWire::errorWords()
{
    QFETCH(QString, word);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, field);
    const auto check = [&](const ApiError &error, int status) {
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.field, field);
        QCOMPARE(error.detail, word);
        QCOMPARE(error.outcome, Outcome::Definite);
        QCOMPARE(error.httpStatus, status);
    };
    for (const int status : {200, 400, 500}) {
        const HttpReply once = onceReplyOf(word.toUtf8(), status);
        const HttpReply repeatable = replyOf(word.toUtf8(), status);
        const auto bought = readPurchase(once, Line::Sms);
        const auto boughtCheap = readPurchase(once, Line::Cheap);
        const auto finished = readFinish(once);
        const auto cancelled = readCancellation(once);
        const auto checked = readStatus(repeatable);
        const auto balance = readBalance(repeatable);
        QVERIFY(!bought && !boughtCheap && !finished && !cancelled && !checked && !balance);
        check(bought.error(), status);
        check(boughtCheap.error(), status);
        check(finished.error(), status);
        check(cancelled.error(), status);
        check(checked.error(), status);
        check(balance.error(), status);
        const auto page = readShelf(repeatable, shelfAt(u"sms"_s));
        QCOMPARE(page.ok(), kind == ErrorKind::NoStock); // an empty page
        if (!page)
            check(page.error(), status);
    }
}

void TestOtpGetWire::errorWordsComeInManyForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("line break") << QByteArray("BAD_KEY\r\n") << 200;
    QTest::newRow("mark before it") << QByteArray("\xef\xbb\xbf"
                                                  "BAD_KEY")
                                    << 200;
    QTest::newRow("lower case") << QByteArray("bad_key") << 401;
    QTest::newRow("JSON text") << QByteArray("\"BAD_KEY\"") << 200;
    QTest::newRow("JSON message") << QByteArray(R"({"status":"error","message":"BAD_KEY"})") << 200;
    QTest::newRow("JSON message alone") << QByteArray(R"({"message":"BAD_KEY"})") << 401;
    QTest::newRow("JSON error") << QByteArray(R"({"error":"BAD_KEY","message":"Who are you?"})") << 200;
    QTest::newRow("JSON status") << QByteArray(R"({"status":"BAD_KEY"})") << 200;
}

void TestOtpGetWire::errorWordsComeInManyForms()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto bought = readPurchase(onceReplyOf(body, status), Line::Sms);
    QVERIFY(!bought.ok());
    QCOMPARE(bought.error().kind, ErrorKind::WrongKey);
    QCOMPARE(bought.error().detail, u"BAD_KEY"_s);
    QCOMPARE(bought.error().outcome, Outcome::Definite);
    const auto page = readShelf(replyOf(body, status), shelfAt(u"sms/1/61"_s));
    QVERIFY(!page.ok());
    QCOMPARE(page.error().kind, ErrorKind::WrongKey);
}

void TestOtpGetWire::supplierErrorKeepsItsText()
{
    const auto refused =
        readPurchase(onceReplyOf("ERROR_PROVIDER_3:{\"msg\":\"no stock, 92300123456\"}"), Line::Cheap);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NoStock); // whoever says it
    QCOMPARE(refused.error().detail, u"{\"msg\":\"no stock, 92300123456\"}"_s);
    QCOMPARE(refused.error().outcome, Outcome::Definite);
    const auto comma = readPurchase(onceReplyOf("ERROR_PROVIDER_3:busy,92300123456"), Line::Cheap);
    QVERIFY(!comma.ok());
    QCOMPARE(comma.error().kind, ErrorKind::UpstreamRefused);
    QCOMPARE(comma.error().detail, u"busy,92300123456"_s);
}

void TestOtpGetWire::unknownWordIsARefusalForReadsAlone()
{
    const auto read = readBalance(replyOf("WRONG_MOON"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Refused);
    QCOMPARE(read.error().detail, u"WRONG_MOON"_s);
    const auto changed = readCancellation(onceReplyOf("WRONG_MOON"));
    QVERIFY(!changed.ok());
    QCOMPARE(changed.error().kind, ErrorKind::Malformed);
    QCOMPARE(changed.error().outcome, Outcome::Unknown);
}

QTEST_GUILESS_MAIN(TestOtpGetWire)
#include "tst_otpgetwire.moc"
