#include "tests/wire/golden.h"

#include "providers/otpzap/otpzaptopupwire.h"
#include "providers/otpzap/otpzapwire.h"

#include <QTest>
#include <QUrl>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using golden::answer;

namespace {

Money idr(qint64 rupiah)
{
    return Money::fromUnits(rupiah * Money::UnitsPerMain, otpzap::currency());
}

QByteArray file(const char *name)
{
    const QByteArray body = golden::file(u"otpzap/"_s + QString::fromLatin1(name));
    Q_ASSERT(!body.isEmpty());
    return body;
}

QDateTime utc(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 5, 19), QTime(hour, minute, second), Qt::UTC);
}

} // namespace

class TestOtpZapTopUpWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsAreThoseOfTheProvider();
    void createIsAskedForAsDocumented();
    void createWithoutKeyGoesOutOnce();
    void unusableAmountsAreRefusedUnsent_data();
    void unusableAmountsAreRefusedUnsent();
    void createdInvoiceIsRead();
    void createdInvoiceIsReadFromVariants();
    void missingFactsStayUnknown();
    void createErrors_data();
    void createErrors();
    void checkIsAskedForAsDocumented();
    void statusWords_data();
    void statusWords();
    void checkedInvoiceIsRead();
    void checkErrors_data();
    void checkErrors();
};

void TestOtpZapTopUpWire::termsAreThoseOfTheProvider()
{
    const TopUpTerms terms = otpzap::topUpTerms();
    QCOMPARE(terms.minimum, idr(5000));
    QCOMPARE(terms.lifetime, std::chrono::minutes(30));
    QCOMPARE(terms.pollEvery, std::chrono::seconds(10));
}

void TestOtpZapTopUpWire::createIsAskedForAsDocumented()
{
    const auto request = otpzap::topUpCreateRequest(idr(50000), u"one-key"_s);
    QVERIFY(request);
    QCOMPARE(golden::written(*request), uR"(POST /topup/create {"amount":50000})"_s);
    QCOMPARE(request->body, QByteArray(R"({"amount":50000})"));
    QCOMPARE(request->idempotencyKey, QByteArray("one-key"));
    QCOMPARE(request->delivery, Delivery::Repeatable);
}

void TestOtpZapTopUpWire::createWithoutKeyGoesOutOnce()
{
    QCOMPARE(otpzap::topUpCreateRequest(idr(5000), {}).value().delivery, Delivery::Once);
}

void TestOtpZapTopUpWire::unusableAmountsAreRefusedUnsent_data()
{
    QTest::addColumn<Money>("amount");
    QTest::newRow("below the minimum") << idr(4999);
    QTest::newRow("nothing") << idr(0);
    QTest::newRow("negative") << idr(-50000);
    QTest::newRow("fraction") << Money::fromText(u"5000.5", otpzap::currency()).value();
    QTest::newRow("other currency") << Money::fromText(u"50000", Currency::fromCode(u"USD")).value();
    QTest::newRow("no currency") << Money();
}

void TestOtpZapTopUpWire::unusableAmountsAreRefusedUnsent()
{
    QFETCH(Money, amount);
    const auto request = otpzap::topUpCreateRequest(amount, u"key"_s);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadRequest);
    QCOMPARE(request.error().outcome, Outcome::Definite);
    QCOMPARE(request.error().field, u"amount"_s);
}

void TestOtpZapTopUpWire::createdInvoiceIsRead()
{
    HttpReply reply = answer(200, file("topup_created.json"));
    reply.date = utc(3, 0);
    const auto invoice = otpzap::readTopUpCreated(reply);
    QVERIFY(invoice);
    QCOMPARE(invoice->id, u"APIDEP-3-xxx"_s);
    QCOMPARE(invoice->amount, idr(50000));
    QCOMPARE(invoice->totalAmount, idr(50017));
    QCOMPARE(invoice->paymentUrl, QUrl(u"https://otpzap.com/pay/APIDEP-3-xxx"_s));
    QCOMPARE(invoice->status, TopUpStatus::Pending);
    QCOMPARE(invoice->expiresAt, utc(3, 30));
    QCOMPARE(invoice->serverTime, utc(3, 0));
    QVERIFY(!invoice->paidAt.isValid());
}

void TestOtpZapTopUpWire::createdInvoiceIsReadFromVariants()
{
    const auto invoice = otpzap::readTopUpCreated(answer(201, file("topup_created_text.json")));
    QVERIFY(invoice);
    QCOMPARE(invoice->id, u"8812"_s);
    QCOMPARE(invoice->amount, idr(50000));
    QCOMPARE(invoice->totalAmount, idr(50017));
    // Kept as it is written: whether it is opened is not decided here.
    QCOMPARE(invoice->paymentUrl.toString(QUrl::FullyEncoded), u"http://otpzap.com/pay?id=8812&t=a%2Fb"_s);
    QCOMPARE(invoice->status, TopUpStatus::Pending);
    QCOMPARE(invoice->expiresAt, utc(3, 30));
}

void TestOtpZapTopUpWire::missingFactsStayUnknown()
{
    const auto invoice = otpzap::readTopUpCreated(
        answer(200, R"({"success":true,"data":{"order_id":"A1","total_amount":null}})"));
    QVERIFY(invoice);
    QVERIFY(!invoice->amount);
    QVERIFY(!invoice->totalAmount);
    QVERIFY(invoice->paymentUrl.isEmpty());
    QVERIFY(!invoice->expiresAt.isValid());

    const QByteArray longUrl = "https://otpzap.com/pay/" + QByteArray(300, 'a');
    const auto longOne = otpzap::readTopUpCreated(
        answer(200, R"({"success":true,"data":{"order_id":"A1","payment_url":")" + longUrl + R"("}})"));
    QCOMPARE(longOne->paymentUrl.toEncoded(), longUrl);
}

void TestOtpZapTopUpWire::createErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("field");
    const QString none;
    QTest::newRow("minimum") << 422 << file("topup_minimum.json") << ErrorKind::BadRequest
                             << Outcome::Definite << u"amount"_s;
    QTest::newRow("no id") << 200 << file("topup_created_no_id.json") << ErrorKind::Malformed
                           << Outcome::Unknown << u"order_id"_s;
    QTest::newRow("no data") << 200 << QByteArray(R"({"success":true})") << ErrorKind::Malformed
                             << Outcome::Unknown << u"order_id"_s;
    QTest::newRow("cut") << 200 << QByteArray(R"({"success":tr)") << ErrorKind::Malformed << Outcome::Unknown
                         << u"JSON"_s;
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey << Outcome::Definite
                               << none;
    QTest::newRow("too many") << 429 << QByteArray("{}") << ErrorKind::RateLimited << Outcome::Definite
                              << none;
    QTest::newRow("proxy") << 502 << file("proxy.html") << ErrorKind::ServiceDown << Outcome::Unknown << none;
    QTest::newRow("portal") << 200 << file("proxy.html") << ErrorKind::NotAnApi << Outcome::Unknown << none;
    QTest::newRow("server") << 500 << QByteArray(R"({"success":false,"message":"Server Error"})")
                            << ErrorKind::ServiceDown << Outcome::Unknown << none;
}

void TestOtpZapTopUpWire::createErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto invoice = otpzap::readTopUpCreated(answer(status, body));
    QVERIFY(!invoice);
    QTEST(invoice.error().kind, "kind");
    QTEST(invoice.error().outcome, "outcome");
    QTEST(invoice.error().field, "field");
}

void TestOtpZapTopUpWire::checkIsAskedForAsDocumented()
{
    const HttpRequest request = otpzap::topUpCheckRequest(u"APIDEP-3-xxx"_s);
    QCOMPARE(golden::written(request), u"GET /topup/check?order_id=APIDEP-3-xxx"_s);
    QCOMPARE(request.delivery, Delivery::Repeatable);
}

void TestOtpZapTopUpWire::statusWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<TopUpStatus>>("status");
    using Status = std::optional<TopUpStatus>;
    QTest::newRow("pending") << u"pending"_s << Status(TopUpStatus::Pending);
    QTest::newRow("success") << u"success"_s << Status(TopUpStatus::Paid);
    QTest::newRow("expired") << u"Expired"_s << Status(TopUpStatus::Expired);
    QTest::newRow("failed") << u"failed"_s << Status(TopUpStatus::Failed);
    QTest::newRow("unknown") << u"settling"_s << Status();
}

void TestOtpZapTopUpWire::statusWords()
{
    QFETCH(QString, word);
    const auto invoice = otpzap::readTopUpChecked(
        answer(200, R"({"success":true,"data":{"order_id":"A1","status":")" + word.toUtf8() + R"("}})"));
    QVERIFY(invoice);
    QCOMPARE(invoice->statusWord, word);
    QTEST(invoice->status, "status");
}

void TestOtpZapTopUpWire::checkedInvoiceIsRead()
{
    const auto pending = otpzap::readTopUpChecked(answer(200, file("topup_pending.json")));
    QVERIFY(pending);
    QCOMPARE(pending->status, TopUpStatus::Pending);
    QCOMPARE(pending->createdAt, utc(3, 0));
    QVERIFY(!pending->paidAt.isValid());
    QVERIFY(!pending->totalAmount);

    const auto paid = otpzap::readTopUpChecked(answer(200, file("topup_paid.json")));
    QVERIFY(paid);
    QCOMPARE(paid->id, u"APIDEP-3-xxx"_s);
    QCOMPARE(paid->status, TopUpStatus::Paid);
    QCOMPARE(paid->amount, idr(50000));
    QCOMPARE(paid->paidAt, utc(3, 4, 30));
}

void TestOtpZapTopUpWire::checkErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no status") << 200 << file("topup_created.json") << ErrorKind::Malformed;
    QTest::newRow("not ours") << 404 << QByteArray(R"({"success":false,"message":"Deposit not found"})")
                              << ErrorKind::NotFound;
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey;
    QTest::newRow("proxy") << 502 << file("proxy.html") << ErrorKind::ServiceDown;
}

void TestOtpZapTopUpWire::checkErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto invoice = otpzap::readTopUpChecked(answer(status, body));
    QVERIFY(!invoice);
    QTEST(invoice.error().kind, "kind");
    QCOMPARE(invoice.error().outcome, Outcome::Definite); // a question changes nothing
}

QTEST_GUILESS_MAIN(TestOtpZapTopUpWire)
#include "tst_otpzaptopupwire.moc"
