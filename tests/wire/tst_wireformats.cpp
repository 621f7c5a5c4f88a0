#include "tests/wire/golden.h"

#include "providers/http/parse.h"
#include "providers/wire/envelope.h"
#include "providers/wire/messages.h"
#include "providers/wire/phrases.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <optional>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using golden::answer;

/// What the providers' wires share: words of refusals, envelopes, messages, and where bodies are read.
class TestWireFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phrasesHaveAMeaning_data();
    void phrasesHaveAMeaning();
    void refusalPrefersThePlainStatus_data();
    void refusalPrefersThePlainStatus();
    void envelopesAreOpened_data();
    void envelopesAreOpened();
    void wordsOfARefusalAreFound_data();
    void wordsOfARefusalAreFound();
    void untrustedWordsAreCleanedAndCut();
    void codesAreTakenFromFieldOrText_data();
    void codesAreTakenFromFieldOrText();
    void smallBodiesAreReadHereAndLargeOnesElsewhere_data();
    void smallBodiesAreReadHereAndLargeOnesElsewhere();
    void errorsInPlaceOfAnAnswerPassThrough();
    void nothingIsDeliveredToADeadContext();
};

void TestWireFormats::phrasesHaveAMeaning_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<std::optional<ErrorKind>>("kind");
    const auto row = [](const char *words, std::optional<ErrorKind> kind) {
        QTest::newRow(*words ? words : "empty") << QString::fromLatin1(words) << kind;
    };
    row("Insufficient balance", ErrorKind::NoBalance);
    row("insufficient wallet funds", ErrorKind::NoBalance);
    row("NO_BALANCE", ErrorKind::NoBalance);
    row("LOW_BALANCE", ErrorKind::NoBalance);
    row("Not enough credit on your account", ErrorKind::NoBalance);
    row("Saldo Anda tidak cukup", ErrorKind::NoBalance);
    row("Invalid API key", ErrorKind::WrongKey);
    row("BAD_KEY", ErrorKind::WrongKey);
    row("API key is missing", ErrorKind::WrongKey);
    row("Unauthorized", ErrorKind::WrongKey);
    row("Unauthenticated.", ErrorKind::WrongKey);
    row("No numbers available", ErrorKind::NoStock);
    row("NO_NUMBERS", ErrorKind::NoStock);
    row("No phone numbers left", ErrorKind::NoStock);
    row("Out of stock", ErrorKind::NoStock);
    row("This service is not available", ErrorKind::NoStock);
    row("ACCOUNT_BLOCKED", ErrorKind::AccountBlocked);
    row("Your account has been suspended", ErrorKind::AccountBlocked);
    row("Order not found", ErrorKind::NotFound);
    row("Invalid order", ErrorKind::NotFound);
    row("Too many requests", ErrorKind::RateLimited);
    row("Rate limit exceeded", ErrorKind::RateLimited);
    row("Price changed", ErrorKind::PriceChanged);
    row("EARLY_CANCEL_DENIED", ErrorKind::TooEarly);
    row("Order already cancelled", ErrorKind::TooLate);
    row("Service temporarily unavailable", ErrorKind::ServiceDown);
    row("Resend is not supported", ErrorKind::NotSupported);
    row("The moon is wrong", std::nullopt);
    row("monkey business", std::nullopt);
    row("", std::nullopt);
}

void TestWireFormats::phrasesHaveAMeaning()
{
    QFETCH(QString, words);
    QTEST(kindOfPhrase(words), "kind");
}

void TestWireFormats::refusalPrefersThePlainStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("200") << 200 << ErrorKind::NoStock << Outcome::Definite;
    QTest::newRow("400") << 400 << ErrorKind::NoStock << Outcome::Definite;
    QTest::newRow("402") << 402 << ErrorKind::NoBalance << Outcome::Definite;
    QTest::newRow("429") << 429 << ErrorKind::RateLimited << Outcome::Definite;
    QTest::newRow("500") << 500 << ErrorKind::ServiceDown << Outcome::Unknown;
    QTest::newRow("503") << 503 << ErrorKind::ServiceDown << Outcome::Unknown;
}

void TestWireFormats::refusalPrefersThePlainStatus()
{
    QFETCH(int, status);
    HttpReply reply = answer(status, "{}", Delivery::Once);
    reply.retryAfter = std::chrono::seconds(3);
    const ApiError error = refusal(reply, u"Number not available"_s);
    QTEST(error.kind, "kind");
    QTEST(error.outcome, "outcome");
    QCOMPARE(error.detail, u"Number not available"_s);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.retryAfter, std::chrono::seconds(3));
}

void TestWireFormats::envelopesAreOpened_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("opens");
    QTest::newRow("success true") << QByteArray(R"({"success":true,"data":{"a":1}})") << true;
    QTest::newRow("success 1") << QByteArray(R"({"success":1,"data":{"a":1}})") << true;
    QTest::newRow("success text") << QByteArray(R"({"success":"true","data":{"a":1}})") << true;
    QTest::newRow("status success") << QByteArray(R"({"status":"SUCCESS","data":{"a":1}})") << true;
    QTest::newRow("status 200 text") << QByteArray(R"({"status":"200","data":{"a":1}})") << true;
    QTest::newRow("status true") << QByteArray(R"({"status":true,"data":{"a":1}})") << true;
    QTest::newRow("error null") << QByteArray(R"({"data":{"a":1},"error":null})") << true;
    QTest::newRow("bare") << QByteArray(R"({"a":1})") << true;
    QTest::newRow("bare order") << QByteArray(R"({"order_id":1,"status":"failed","a":1})") << true;
    QTest::newRow("success false") << QByteArray(R"({"success":false,"data":{"a":1}})") << false;
    QTest::newRow("success 0") << QByteArray(R"({"success":"0","data":{"a":1}})") << false;
    QTest::newRow("status error") << QByteArray(R"({"status":"error","data":{"a":1}})") << false;
    QTest::newRow("status false") << QByteArray(R"({"status":false,"data":{"a":1}})") << false;
    QTest::newRow("status 402") << QByteArray(R"({"status":402})") << false;
    QTest::newRow("error") << QByteArray(R"({"error":"x"})") << false;
    QTest::newRow("errors") << QByteArray(R"({"errors":[{"field":"a","message":"x"}]})") << false;
    QTest::newRow("page") << QByteArray("<!doctype html>") << false;
    QTest::newRow("word") << QByteArray("BAD_KEY") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("deep") << QByteArray(5000, '[') << false;
}

void TestWireFormats::envelopesAreOpened()
{
    QFETCH(QByteArray, body);
    const auto data = openEnvelope(answer(200, body));
    QTEST(data.ok(), "opens");
    if (data)
        QCOMPARE(JsonView(*data).count({"a"_L1}), 1);
    // A refusing status closes every envelope.
    QVERIFY(!openEnvelope(answer(400, body)));
}

void TestWireFormats::wordsOfARefusalAreFound_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("field");
    const QString none;
    QTest::newRow("message") << QByteArray(R"({"success":false,"message":"m"})") << u"m"_s << none;
    QTest::newRow("error") << QByteArray(R"({"success":false,"error":"e"})") << u"e"_s << none;
    QTest::newRow("object") << QByteArray(R"({"success":false,"error":{"code":"C","message":"m"}})") << u"m"_s
                            << none;
    QTest::newRow("code") << QByteArray(R"({"success":false,"error":{"code":"C"}})") << u"C"_s << none;
    QTest::newRow("fields")
        << QByteArray(R"({"success":false,"message":"V","errors":[{"field":"f","message":"m"}]})") << u"m"_s
        << u"f"_s;
    QTest::newRow("none") << QByteArray(R"({"success":false})") << none << none;
}

void TestWireFormats::wordsOfARefusalAreFound()
{
    QFETCH(QByteArray, body);
    const auto data = openEnvelope(answer(200, body));
    QVERIFY(!data);
    QTEST(data.error().detail, "words");
    QTEST(data.error().field, "field");
}

void TestWireFormats::untrustedWordsAreCleanedAndCut()
{
    QJsonObject body{{u"success"_s, false}, {u"message"_s, u"a\u202e\u0007b\n"_s + QString(100000, u'x')}};
    const auto data = openEnvelope(answer(200, QJsonDocument(body).toJson()));
    QVERIFY(!data);
    QVERIFY(data.error().detail.startsWith(u"ab x"_s));
    QVERIFY(data.error().detail.size() <= 300);
}

void TestWireFormats::codesAreTakenFromFieldOrText_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    const QString none;
    const QString sentence = u"Your verification code is 482913"_s;
    QTest::newRow("field") << u"123-456"_s << none << u"123456"_s << none;
    QTest::newRow("spaced field") << u"123 456"_s << none << u"123456"_s << none;
    QTest::newRow("field and text") << u"999111"_s << sentence << u"999111"_s << sentence;
    QTest::newRow("text") << none << sentence << u"482913"_s << sentence;
    QTest::newRow("sentence in the field") << sentence << none << u"482913"_s << sentence;
    QTest::newRow("no code") << none << u"Hello there"_s << none << u"Hello there"_s;
    QTest::newRow("nothing") << none << none << none << none;
}

void TestWireFormats::codesAreTakenFromFieldOrText()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    const Message message = messageFrom(field, text);
    QTEST(message.code, "code");
    QTEST(message.text, "shown");
}

void TestWireFormats::smallBodiesAreReadHereAndLargeOnesElsewhere_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("here");
    QTest::newRow("small") << LargestBodyReadAtOnce << true;
    QTest::newRow("large") << LargestBodyReadAtOnce + 1 << false;
}

void TestWireFormats::smallBodiesAreReadHereAndLargeOnesElsewhere()
{
    QFETCH(qsizetype, size);
    const auto sent = readyResult<HttpReply>(answer(200, QByteArray(size, 'x')));
    const QThread *home = QThread::currentThread();
    const auto read = parsed(sent, this, [home](const HttpReply &reply) -> Result<QPair<qsizetype, bool>> {
        return qMakePair(reply.body.size(), QThread::currentThread() == home);
    });
    bool deliveredHere = false;
    whenReady(read, this, [&](const auto &) { deliveredHere = QThread::currentThread() == home; });
    QTRY_VERIFY(deliveredHere);
    QCOMPARE(read.result()->first, size);
    QTEST(read.result()->second, "here");
}

void TestWireFormats::errorsInPlaceOfAnAnswerPassThrough()
{
    ApiError lost;
    lost.kind = ErrorKind::TimedOut;
    lost.outcome = Outcome::Unknown;
    bool wasRead = false;
    const auto read =
        parsed(readyResult<HttpReply>(lost), this, [&wasRead](const HttpReply &) -> Result<Done> {
            wasRead = true;
            return Done();
        });
    QTRY_VERIFY(read.isFinished());
    QCOMPARE(read.result().error(), lost);
    QVERIFY(!wasRead);
}

void TestWireFormats::nothingIsDeliveredToADeadContext()
{
    auto context = std::make_unique<QObject>();
    const auto sent = readyResult<HttpReply>(answer(200, QByteArray(LargestBodyReadAtOnce + 1, 'x')));
    QSemaphore reading;
    QSemaphore goOn;
    const auto read = parsed(sent, context.get(), [&](const HttpReply &) -> Result<Done> {
        reading.release();
        goOn.acquire();
        return Done();
    });
    const bool began = QTest::qWaitFor([&reading] { return reading.tryAcquire(); });
    context.reset();
    goOn.release();
    QVERIFY(began);
    QTRY_VERIFY(read.isFinished());
    QVERIFY(read.isCanceled());
    QCOMPARE(read.resultCount(), 0);
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
}

QTEST_GUILESS_MAIN(TestWireFormats)
#include "tst_wireformats.moc"
