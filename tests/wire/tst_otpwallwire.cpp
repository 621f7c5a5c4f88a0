#include "providers/otpwall/otpwallwire.h"
#include "tests/wire/wirecheck.h"

#include <QTest>

using namespace otpdesk;
using namespace otpdesk::otpwall;
using namespace otpdesk::wirecheck;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<otpdesk::OrderStatus>)

class TestOtpWallWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAsDocumented_data();
    void requestsAreAsDocumented();
    void documentedBalanceIsRead();
    void documentedListsAreRead();
    void listsAreReadTolerantly_data();
    void listsAreReadTolerantly();
    void everyCountrySellsEveryServiceAtAnUnknownPrice();
    void purchaseSendsTheCodeThatTheListGave();
    void documentedPurchaseIsRead();
    void purchaseIsReadTolerantly();
    void unreadablePurchase_data();
    void unreadablePurchase();
    void codeComesFromTheText();
    void messageWithoutACodeIsStillAMessage();
    void severalMessagesAreKeptInOrder();
    void status_data();
    void status();
    void statusWithoutAWordIsMalformed();
    void anyAcceptedChangeWillDo_data();
    void anyAcceptedChangeWillDo();
    void pageIsNoAcceptedChange();
    void refusals_data();
    void refusals();
};

void TestOtpWallWire::requestsAreAsDocumented_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("shape");

    Offer offer;
    offer.serviceId = u"telegram"_s;
    offer.countryId = u"pkr"_s;
    QTest::newRow("balance") << balanceRequest() << u"GET /balance repeatable"_s;
    QTest::newRow("countries") << countriesRequest() << u"GET /countries repeatable"_s;
    QTest::newRow("services") << servicesRequest() << u"GET /services repeatable"_s;
    QTest::newRow("number") << buyRequest(offer)
                            << uR"(POST /number {"country":"pkr","service":"telegram"} once spends)"_s;
    QTest::newRow("status") << statusRequest(u"123456"_s) << u"GET /activation/123456/status repeatable"_s;
    QTest::newRow("complete") << changeRequest(u"123456"_s, Change::Complete)
                              << uR"(POST /activation/123456/status {"status":"complete"} once)"_s;
    QTest::newRow("cancel") << changeRequest(u"123456"_s, Change::Cancel)
                            << uR"(POST /activation/123456/status {"status":"cancel"} once)"_s;
}

void TestOtpWallWire::requestsAreAsDocumented()
{
    QFETCH(HttpRequest, request);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(request), shape);
}

void TestOtpWallWire::documentedBalanceIsRead()
{
    const auto balance = readBalance(replyOf(golden("otpwall/balance.json")));
    QVERIFY(balance.ok());
    QCOMPARE(balance->amount, money("12.50", "USD"));
    QCOMPARE(readBalance(replyOf(R"({"balance":"3"})"))->amount, money("3", "USD"));
    const auto missing = readBalance(replyOf(R"({"currency":"USD"})"));
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().field, u"balance"_s);
}

void TestOtpWallWire::documentedListsAreRead()
{
    const auto countries = readEntries(replyOf(golden("otpwall/countries.json")));
    QVERIFY(countries.ok());
    QCOMPARE(countries->size(), 3);
    QCOMPARE(countries->at(1), (Entry{u"PK"_s, u"Pakistan"_s}));
    const auto services = readEntries(replyOf(golden("otpwall/services.json")));
    QVERIFY(services.ok());
    QCOMPARE(services->size(), 3);
    QCOMPARE(services->at(0), (Entry{u"telegram"_s, u"Telegram"_s}));
}

void TestOtpWallWire::listsAreReadTolerantly_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << QByteArray("[]") << 0;
    QTest::newRow("under data") << QByteArray(R"({"success":true,"data":[{"code":"US","name":"x"}]})") << 1;
    QTest::newRow("inside data") << QByteArray(R"({"data":{"countries":[{"code":"US","name":"x"}]}})") << 1;
    QTest::newRow("codes alone") << QByteArray(R"(["US","PK"])") << 2;
    QTest::newRow("numbers as codes") << QByteArray(R"([{"code":92,"name":"Pakistan"}])") << 1;
    QTest::newRow("unusable among them") << QByteArray(R"([{"name":"x"},null,{"code":"PK"}])") << 1;
    QTest::newRow("unusable alone") << QByteArray(R"([{"name":"x"}])") << -1;
    QTest::newRow("no list") << QByteArray(R"({"hello":"world"})") << -1;
}

void TestOtpWallWire::listsAreReadTolerantly()
{
    QFETCH(QByteArray, body);
    QFETCH(int, size);
    const auto entries = readEntries(replyOf(body));
    QCOMPARE(entries.ok(), size >= 0);
    if (entries)
        QCOMPARE(entries->size(), size);
    else
        QCOMPARE(entries.error().kind, ErrorKind::Malformed);
}

void TestOtpWallWire::everyCountrySellsEveryServiceAtAnUnknownPrice()
{
    const auto countries = readEntries(replyOf(golden("otpwall/countries.json")));
    const auto services = readEntries(replyOf(golden("otpwall/services.json")));
    const QList<Shelf> shelves = shelvesOf(*countries);
    QCOMPARE(shelves.size(), 3);
    QCOMPARE(shelves[1].country, u"Pakistan"_s);
    QCOMPARE(shelves[1].countryIso, u"PK"_s);
    const QList<Offer> offers = offersOn(shelves[1], *services);
    QCOMPARE(offers.size(), 3);
    Offer expected;
    expected.service = u"WhatsApp"_s;
    expected.serviceId = u"whatsapp"_s;
    expected.country = u"Pakistan"_s;
    expected.countryIso = u"PK"_s;
    expected.countryId = u"PK"_s;
    QCOMPARE(offers[1], expected);
}

void TestOtpWallWire::purchaseSendsTheCodeThatTheListGave()
{
    const QList<Shelf> shelves = shelvesOf({{u"a/b:pkr"_s, u"Pakistan"_s}});
    const QList<Offer> offers = offersOn(shelves[0], {{u"tg"_s, u"Telegram"_s}});
    QCOMPARE(shapeOf(buyRequest(offers[0])),
             uR"(POST /number {"country":"a/b:pkr","service":"tg"} once spends)"_s);
}

void TestOtpWallWire::documentedPurchaseIsRead()
{
    const auto report = readPurchase(onceReplyOf(golden("otpwall/number.json")));
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"123456"_s);
    QCOMPARE(report->number, u"+1234567890"_s);
    QCOMPARE(report->status, OrderStatus::Waiting);
    QVERIFY(!report->price);
    QVERIFY(!report->balanceAfter);
    QCOMPARE(report->serverTime, serverDate());
}

void TestOtpWallWire::purchaseIsReadTolerantly()
{
    const auto report = readPurchase(onceReplyOf(
        R"({"success":true,"data":{"activation_id":2673093356180000583,"number":1234567890,"price":"0.35"}})",
        201));
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"2673093356180000583"_s);
    QCOMPARE(report->number, u"1234567890"_s);
    QCOMPARE(report->price, money("0.35", "USD"));
    QCOMPARE(report->status, OrderStatus::Waiting);
}

void TestOtpWallWire::unreadablePurchase_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, int status, ErrorKind kind,
                        const QString &field) { QTest::newRow(name) << body << status << kind << field; };
    row("no id", R"({"number":"+1","status":"waiting"})", 200, ErrorKind::Malformed, u"activation_id"_s);
    row("no number", R"({"activation_id":"1","status":"waiting"})", 200, ErrorKind::Malformed, u"number"_s);
    row("empty", "", 200, ErrorKind::Malformed, u"JSON"_s);
    row("garbage", "\x01\x02\xff", 200, ErrorKind::Malformed, u"JSON"_s);
    row("broken off", golden("otpwall/number.json").left(40), 200, ErrorKind::Malformed, u"JSON"_s);
    row("page", "<html><body>Welcome", 200, ErrorKind::NotAnApi, QString());
    row("proxy", "<html>", 522, ErrorKind::ServiceDown, QString());
}

void TestOtpWallWire::unreadablePurchase()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto report = readPurchase(onceReplyOf(body, status));
    QVERIFY(!report.ok());
    QTEST(report.error().kind, "kind");
    QTEST(report.error().field, "field");
    QCOMPARE(report.error().outcome, Outcome::Unknown);
}

void TestOtpWallWire::codeComesFromTheText()
{
    const auto report = readStatus(replyOf(golden("otpwall/status-received.json")));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::CodeReceived);
    QCOMPARE(report->code, u"985421"_s);
    QVERIFY(report->messages);
    QCOMPARE(report->messages->size(), 1);
    QCOMPARE(report->messages->first().text, u"Your code is 985421"_s);
    QCOMPARE(report->messages->first().code, u"985421"_s);
}

void TestOtpWallWire::messageWithoutACodeIsStillAMessage()
{
    const auto report = readStatus(replyOf(R"({"status":"received","sms":"Welcome to Telegram"})"));
    QVERIFY(report.ok());
    QVERIFY(report->messages);
    QCOMPARE(report->messages->first().text, u"Welcome to Telegram"_s);
    QVERIFY(report->code.isEmpty());
}

void TestOtpWallWire::severalMessagesAreKeptInOrder()
{
    const auto report = readStatus(replyOf(
        R"({"status":"received","sms":["Your code is 111222",{"text":"Your code is 333444"},null]})"));
    QVERIFY(report.ok());
    QVERIFY(report->messages);
    QCOMPARE(report->messages->size(), 2);
    QCOMPARE(report->messages->first().code, u"111222"_s);
    QCOMPARE(report->code, u"333444"_s);
}

void TestOtpWallWire::status_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    const auto row = [](const QString &word, std::optional<OrderStatus> status) {
        QTest::newRow(qPrintable(word)) << word << status;
    };
    row(u"waiting"_s, OrderStatus::Waiting);
    row(u"Waiting"_s, OrderStatus::Waiting);
    row(u"received"_s, OrderStatus::CodeReceived);
    row(u"complete"_s, OrderStatus::Finished);
    row(u"completed"_s, OrderStatus::Finished);
    row(u"canceled"_s, OrderStatus::Refunded);
    row(u"cancelled"_s, OrderStatus::Refunded);
    row(u"expired"_s, OrderStatus::Expired);
    row(u"reserved"_s, std::nullopt);
}

void TestOtpWallWire::status()
{
    QFETCH(QString, word);
    const QByteArray body = R"({"activation_id":"1","status":")" + word.toUtf8() + R"(","sms":null})";
    const auto report = readStatus(replyOf(body));
    QVERIFY(report.ok());
    QTEST(report->status, "status");
    QCOMPARE(report->statusWord, word);
    QVERIFY(!report->messages);
}

void TestOtpWallWire::statusWithoutAWordIsMalformed()
{
    const auto report = readStatus(replyOf(R"({"activation_id":"1"})"));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Malformed);
    QCOMPARE(report.error().field, u"status"_s);
}

void TestOtpWallWire::anyAcceptedChangeWillDo_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    const auto row = [](const char *name, const QByteArray &body, int httpStatus,
                        std::optional<OrderStatus> status) {
        QTest::newRow(name) << body << httpStatus << status;
    };
    row("no content", "", 204, std::nullopt);
    row("plain text", "OK", 200, std::nullopt);
    row("about the call", R"({"success":true,"message":"Done"})", 200, std::nullopt);
    row("success as status", R"({"status":"success"})", 200, std::nullopt);
    row("empty list", "[]", 200, std::nullopt);
    row("cancelled", R"({"activation_id":"1","status":"cancelled"})", 200, OrderStatus::Refunded);
    row("cancel", R"({"status":"cancel"})", 202, OrderStatus::Refunded);
    row("complete", R"({"status":"complete"})", 200, OrderStatus::Finished);
}

void TestOtpWallWire::anyAcceptedChangeWillDo()
{
    QFETCH(QByteArray, body);
    QFETCH(int, httpStatus);
    const auto report = readChange(onceReplyOf(body, httpStatus));
    QVERIFY(report.ok());
    QTEST(report->status, "status");
    QCOMPARE(report->statusWord.isEmpty(), !report->status);
    QCOMPARE(report->serverTime, serverDate());
}

void TestOtpWallWire::pageIsNoAcceptedChange()
{
    const auto report = readChange(onceReplyOf("<!doctype html><title>Sign in</title>"));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::NotAnApi);
    QCOMPARE(report.error().outcome, Outcome::Unknown);
}

void TestOtpWallWire::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &body, int status, ErrorKind kind) {
        QTest::newRow(name) << body << status << kind;
    };
    row("error", R"({"error":"Invalid API key"})", 401, ErrorKind::WrongKey);
    row("error under 200", R"({"error":"Insufficient balance"})", 200, ErrorKind::NoBalance);
    row("message", R"({"message":"No numbers available"})", 404, ErrorKind::NoStock);
    row("message under 200", R"({"message":"No numbers available"})", 200, ErrorKind::NoStock);
    row("success false", R"({"success":false,"message":"Account blocked"})", 200, ErrorKind::AccountBlocked);
    row("success as text", R"({"success":"false","error":"Too many requests"})", 200, ErrorKind::RateLimited);
    row("bare text", "Activation not found", 404, ErrorKind::NotFound);
    row("bare word", "NO_BALANCE", 200, ErrorKind::NoBalance);
    row("no words, 402", "", 402, ErrorKind::NoBalance);
    row("no words, 403", "{}", 403, ErrorKind::AccountBlocked);
    row("no words, 409", "{}", 409, ErrorKind::TooLate);
    row("no words, 422", "{}", 422, ErrorKind::BadRequest);
    row("no words, 429", "{}", 429, ErrorKind::RateLimited);
    row("unmapped words", R"({"error":"Computer says no"})", 200, ErrorKind::Refused);
}

void TestOtpWallWire::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto refused = readPurchase(onceReplyOf(body, status));
    QVERIFY(!refused.ok());
    QTEST(refused.error().kind, "kind");
    QCOMPARE(refused.error().outcome, Outcome::Definite);
    const auto unchanged = readChange(onceReplyOf(body, status));
    QVERIFY(!unchanged.ok());
    QTEST(unchanged.error().kind, "kind");
    QVERIFY(!readStatus(replyOf(body, status)).ok());
    QVERIFY(!readEntries(replyOf(body, status)).ok());
}

QTEST_GUILESS_MAIN(TestOtpWallWire)
#include "tst_otpwallwire.moc"
