#include "providers/http/httptypes.h"
#include "providers/whichotp/whichotpwire.h"
#include "tests/wire/wirecheck.h"

#include <QTest>

using namespace otpdesk;
using namespace otpdesk::whichotp;
using namespace otpdesk::wirecheck;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<otpdesk::OrderStatus>)

class TestWhichOtpWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAsDocumented_data();
    void requestsAreAsDocumented();
    void balanceIsRead_data();
    void balanceIsRead();
    void documentedServiceIsRead();
    void servicesAreReadTolerantly();
    void noServicesIsAnEmptyList();
    void listWithoutUsableServicesIsMalformed();
    void documentedPurchaseIsRead();
    void purchaseWithoutNumberLeavesOpenWhetherItWasCharged();
    void unreadablePurchase_data();
    void unreadablePurchase();
    void documentedOrderIsFinishedWithItsCode();
    void orderStatus_data();
    void orderStatus();
    void codeFieldIsRead_data();
    void codeFieldIsRead();
    void orderWithoutStatusIsMalformed();
    void documentedCancellationIsRefunded();
    void cancellationWithoutStatusLeavesItUnknown();
    void refusals_data();
    void refusals();
    void validationErrorNamesTheField();
};

void TestWhichOtpWire::requestsAreAsDocumented_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("shape");

    Offer offer;
    offer.serviceId = u"123e4567-e89b-12d3-a456-426614174000"_s;
    QTest::newRow("balance") << balanceRequest() << u"GET /balance repeatable"_s;
    QTest::newRow("services") << servicesRequest() << u"GET /services repeatable"_s;
    QTest::newRow("buy")
        << buyRequest(offer)
        << u"POST /orders/buy {\"serviceId\":\"123e4567-e89b-12d3-a456-426614174000\"} once spends"_s;
    QTest::newRow("order") << orderRequest(u"ord_89b12d3a456"_s)
                           << u"GET /orders/ord_89b12d3a456 repeatable"_s;
    QTest::newRow("cancel") << cancelRequest(u"ord_89b12d3a456"_s)
                            << u"POST /orders/ord_89b12d3a456/cancel once"_s;
}

void TestWhichOtpWire::requestsAreAsDocumented()
{
    QFETCH(HttpRequest, request);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(request), shape);
}

void TestWhichOtpWire::balanceIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Money>("amount");
    QTest::newRow("documented") << golden("whichotp/balance.json") << money("150.50", "USD");
    QTest::newRow("text") << QByteArray(R"({"balance":"0.10"})") << money("0.1", "USD");
    QTest::newRow("wrapped") << QByteArray(R"({"success":true,"data":{"balance":7}})") << money("7", "USD");
    QTest::newRow("another currency") << QByteArray(R"({"balance":7,"currency":"eur"})") << money("7", "EUR");
    QTest::newRow("negative") << QByteArray(R"({"balance":-1.5,"error":null})") << money("-1.5", "USD");
}

void TestWhichOtpWire::balanceIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(Money, amount);
    const auto balance = readBalance(replyOf(body));
    QVERIFY(balance.ok());
    QCOMPARE(balance->amount, amount);
}

void TestWhichOtpWire::documentedServiceIsRead()
{
    const auto offers = readServices(replyOf(golden("whichotp/services.json")));
    QVERIFY(offers.ok());
    QCOMPARE(offers->size(), 1);
    Offer expected;
    expected.service = u"WhatsApp"_s;
    expected.serviceId = u"123e4567-e89b-12d3-a456-426614174000"_s;
    expected.price = money("1.50", "USD");
    QCOMPARE(offers->first(), expected);
}

void TestWhichOtpWire::servicesAreReadTolerantly()
{
    const auto offers = readServices(replyOf(golden("whichotp/services-variants.json")));
    QVERIFY(offers.ok());
    QCOMPARE(offers->size(), 3);
    QCOMPARE(offers->at(0).serviceId, u"2673093356180000583"_s);
    QCOMPARE(offers->at(0).price, money("0.0125", "USD"));
    QVERIFY(offers->at(0).available);
    QCOMPARE(offers->at(1).service, u"<b>Sold out</b>"_s);
    QVERIFY(!offers->at(1).available);
    QCOMPARE(offers->at(2).price, std::nullopt);
    QCOMPARE(offers->at(2).stock, std::nullopt);
    QVERIFY(offers->at(2).available);
}

void TestWhichOtpWire::noServicesIsAnEmptyList()
{
    const auto offers = readServices(replyOf(R"({"services":[]})"));
    QVERIFY(offers.ok());
    QVERIFY(offers->isEmpty());
    QVERIFY(readServices(replyOf("[]")).ok());
}

void TestWhichOtpWire::listWithoutUsableServicesIsMalformed()
{
    const auto changed = readServices(replyOf(R"({"services":[{"uuid":"a","title":"WhatsApp"}]})"));
    QVERIFY(!changed.ok());
    QCOMPARE(changed.error().kind, ErrorKind::Malformed);
    const auto none = readServices(replyOf(R"({"hello":"world"})"));
    QVERIFY(!none.ok());
    QCOMPARE(none.error().field, u"services"_s);
}

void TestWhichOtpWire::documentedPurchaseIsRead()
{
    const auto report = readPurchase(onceReplyOf(golden("whichotp/buy.json"), 201));
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"ord_89b12d3a456"_s);
    QCOMPARE(report->number, u"+1234567890"_s);
    QCOMPARE(report->price, money("1.50", "USD"));
    QCOMPARE(report->status, OrderStatus::Waiting);
    QCOMPARE(report->statusWord, u"waiting"_s);
    QCOMPARE(report->serverTime, serverDate());
    QVERIFY(!report->messages);
    QVERIFY(report->code.isEmpty());
    QVERIFY(!report->expiresAt.isValid());
}

void TestWhichOtpWire::purchaseWithoutNumberLeavesOpenWhetherItWasCharged()
{
    const auto report = readPurchase(onceReplyOf(R"({"id":"ord_1","status":"waiting"})"));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Malformed);
    QCOMPARE(report.error().outcome, Outcome::Unknown);
    QCOMPARE(report.error().field, u"phoneNumber"_s);
    QCOMPARE(report.error().detail, u"ord_1"_s);
}

void TestWhichOtpWire::unreadablePurchase_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("no id") << QByteArray(R"({"phoneNumber":"+123"})") << 200 << ErrorKind::Malformed
                           << Outcome::Unknown;
    QTest::newRow("empty") << QByteArray() << 200 << ErrorKind::Malformed << Outcome::Unknown;
    QTest::newRow("list") << QByteArray("[]") << 200 << ErrorKind::Malformed << Outcome::Unknown;
    QTest::newRow("broken off") << golden("whichotp/buy.json").left(60) << 201 << ErrorKind::Malformed
                                << Outcome::Unknown;
    QTest::newRow("captive portal") << QByteArray("<!DOCTYPE html><p>Sign in") << 200 << ErrorKind::NotAnApi
                                    << Outcome::Unknown;
    QTest::newRow("bad gateway") << QByteArray("<html>502</html>") << 502 << ErrorKind::ServiceDown
                                 << Outcome::Unknown;
    QTest::newRow("5xx in JSON") << QByteArray(R"({"error":"No numbers"})") << 500 << ErrorKind::ServiceDown
                                 << Outcome::Unknown;
    QTest::newRow("redirect") << QByteArray() << 302 << ErrorKind::Malformed << Outcome::Unknown;
    QTest::newRow("refused in HTML") << QByteArray("<html>blocked</html>") << 403 << ErrorKind::NotAnApi
                                     << Outcome::Definite;
}

void TestWhichOtpWire::unreadablePurchase()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto report = readPurchase(onceReplyOf(body, status));
    QVERIFY(!report.ok());
    QTEST(report.error().kind, "kind");
    QTEST(report.error().outcome, "outcome");
}

void TestWhichOtpWire::documentedOrderIsFinishedWithItsCode()
{
    const auto report = readOrder(replyOf(golden("whichotp/order.json")));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::Finished);
    QCOMPARE(report->code, u"593821"_s);
    QVERIFY(report->messages);
    QCOMPARE(report->messages->size(), 1);
    QCOMPARE(report->messages->first().code, u"593821"_s);
    QCOMPARE(report->price, money("1.50", "USD"));
}

void TestWhichOtpWire::orderStatus_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *body, std::optional<OrderStatus> status,
                        const QString &word) { QTest::newRow(name) << QByteArray(body) << status << word; };
    row("waiting", R"({"id":1,"status":"waiting","smsCode":null})", OrderStatus::Waiting, u"waiting"_s);
    row("completed", R"({"status":"completed"})", OrderStatus::Finished, u"completed"_s);
    row("cancelled", R"({"status":"cancelled"})", OrderStatus::Refunded, u"cancelled"_s);
    row("refunded", R"({"status":"refunded"})", OrderStatus::Refunded, u"refunded"_s);
    row("capitals", R"({"status":"WAITING"})", OrderStatus::Waiting, u"WAITING"_s);
    row("waiting with a code", R"({"status":"waiting","smsCode":"1234"})", OrderStatus::CodeReceived,
        u"waiting"_s);
    row("a word nobody knows", R"({"status":"on_hold"})", std::nullopt, u"on_hold"_s);
}

void TestWhichOtpWire::orderStatus()
{
    QFETCH(QByteArray, body);
    const auto report = readOrder(replyOf(body));
    QVERIFY(report.ok());
    QTEST(report->status, "status");
    QTEST(report->statusWord, "word");
}

void TestWhichOtpWire::codeFieldIsRead_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("digits") << QByteArray("\"593821\"") << u"593821"_s << QString();
    QTest::newRow("number") << QByteArray("593821") << u"593821"_s << QString();
    QTest::newRow("whole text") << QByteArray("\"Your code is 593821\"") << u"593821"_s
                                << u"Your code is 593821"_s;
}

void TestWhichOtpWire::codeFieldIsRead()
{
    QFETCH(QByteArray, field);
    const auto report = readOrder(replyOf("{\"status\":\"completed\",\"smsCode\":" + field + '}'));
    QVERIFY(report.ok());
    QVERIFY(report->messages);
    QTEST(report->code, "code");
    QTEST(report->messages->first().text, "text");
}

void TestWhichOtpWire::orderWithoutStatusIsMalformed()
{
    const auto report = readOrder(replyOf(R"({"id":"ord_1","smsCode":"1234"})"));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Malformed);
    QCOMPARE(report.error().field, u"status"_s);
    QCOMPARE(report.error().outcome, Outcome::Definite);
}

void TestWhichOtpWire::documentedCancellationIsRefunded()
{
    const auto report = readCancellation(onceReplyOf(golden("whichotp/cancel.json")));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::Refunded);
    QCOMPARE(report->refunded, money("1.50", "USD"));
    QVERIFY(!report->price);
}

void TestWhichOtpWire::cancellationWithoutStatusLeavesItUnknown()
{
    const auto report = readCancellation(onceReplyOf(R"({"success":true,"message":"Order cancelled"})"));
    QVERIFY(report.ok());
    QCOMPARE(report->status, std::nullopt);
}

void TestWhichOtpWire::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &body, int status, ErrorKind kind,
                        const QString &detail) { QTest::newRow(name) << body << status << kind << detail; };
    const QByteArray documented = golden("whichotp/error.json");
    row("documented, 400", documented, 400, ErrorKind::NoBalance, u"Insufficient balance"_s);
    row("documented, 402", documented, 402, ErrorKind::NoBalance, u"Insufficient balance"_s);
    row("documented, 200", documented, 200, ErrorKind::NoBalance, u"Insufficient balance"_s);
    row("wrong key", R"({"error":"Invalid API key"})", 401, ErrorKind::WrongKey, u"Invalid API key"_s);
    row("blocked", R"({"error":"Account suspended"})", 403, ErrorKind::AccountBlocked,
        u"Account suspended"_s);
    row("not found", R"({"error":"Order not found"})", 404, ErrorKind::NotFound, u"Order not found"_s);
    row("too late", R"({"error":"Order cannot be cancelled"})", 409, ErrorKind::TooLate,
        u"Order cannot be cancelled"_s);
    row("rate", R"({"error":"Too many requests"})", 429, ErrorKind::RateLimited, u"Too many requests"_s);
    row("error as object", R"({"error":{"code":"NO_BALANCE","message":"Top up first"}})", 400,
        ErrorKind::NoBalance, u"Top up first"_s);
    row("success false", R"({"success":false,"message":"No numbers available"})", 200, ErrorKind::NoStock,
        u"No numbers available"_s);
    row("status error", R"({"status":"error","message":"Something odd"})", 200, ErrorKind::Refused,
        u"Something odd"_s);
    row("status as a number", R"({"status":"402","message":"Pay"})", 200, ErrorKind::NoBalance, u"Pay"_s);
    row("message alone", R"({"message":"Insufficient balance"})", 200, ErrorKind::NoBalance,
        u"Insufficient balance"_s);
    row("bare text", "Insufficient balance\n", 200, ErrorKind::NoBalance, u"Insufficient balance"_s);
    row("bare JSON text", "\"Insufficient balance\"", 400, ErrorKind::NoBalance, u"Insufficient balance"_s);
    row("no words", "", 401, ErrorKind::WrongKey, QString());
}

void TestWhichOtpWire::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto refused = readPurchase(onceReplyOf(body, status));
    QVERIFY(!refused.ok());
    QTEST(refused.error().kind, "kind");
    QTEST(refused.error().detail, "detail");
    QCOMPARE(refused.error().outcome, Outcome::Definite);
    QVERIFY(!readBalance(replyOf(body, status)).ok());
    QVERIFY(!readServices(replyOf(body, status)).ok());
    QVERIFY(!readOrder(replyOf(body, status)).ok());
    QVERIFY(!readCancellation(onceReplyOf(body, status)).ok());
}

void TestWhichOtpWire::validationErrorNamesTheField()
{
    for (const int status : {200, 400, 422}) {
        const auto refused = readPurchase(onceReplyOf(golden("whichotp/error-validation.json"), status));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::BadRequest);
        QCOMPARE(refused.error().field, u"serviceId"_s);
        QCOMPARE(refused.error().detail, u"Invalid serviceId. Must be a valid UUID."_s);
        QCOMPARE(refused.error().outcome, Outcome::Definite);
    }
}

QTEST_GUILESS_MAIN(TestWhichOtpWire)
#include "tst_whichotpwire.moc"
