#include "providers/http/httpclient.h"
#include "providers/simulator/httpserver.h"
#include "providers/types/clock.h"
#include "tests/support/tlsfixture.h"

#include <QLibraryInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>
#include <QVersionNumber>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How often money would be spent: arrivals counted at a server that reads a request and then misbehaves.
class TestAtMostOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void plainPostIsSentAgain_data();
    void plainPostIsSentAgain();
    void arrivesOnceAndTheOutcomeIsUnknown_data();
    void arrivesOnceAndTheOutcomeIsUnknown();
    void arrivesOnceAndIsAnswered_data();
    void arrivesOnceAndIsAnswered();
    void aBrokenOffRefusalIsNoRefusal_data();
    void aBrokenOffRefusalIsNoRefusal();
    void aServerThatIsGoneAfterReadingLeavesTheOutcomeUnknown_data();
    void aServerThatIsGoneAfterReadingLeavesTheOutcomeUnknown();
    void refusedConnectionIsDefinite_data();
    void refusedConnectionIsDefinite();
    void unknownHostIsDefinite();
    void badCertificateIsDefinite_data();
    void badCertificateIsDefinite();
    void connectionBrokenInTheHandshakeIsDefinite();
    void eachAttemptUnderAKeyIsOneArrival_data();
    void eachAttemptUnderAKeyIsOneArrival();
    void refusalAfterALostAttemptLeavesTheOutcomeUnknown();
    void redirectOfAPurchaseIsNotFollowed_data();
    void redirectOfAPurchaseIsNotFollowed();
    void purchaseDoesNotWaitForSlowPolls();
    void everyPurchaseHasAFreshConnection();

private:
    bool listen(bool secure, const QString &certificate = u"server"_s);
    QUrl baseUrl() const;
    HttpPolicy policy() const;
    /// Sends and waits for the end; a cancelled future is a failure.
    std::optional<Result<HttpReply>> resultOf(HttpClient &client, const HttpRequest &request,
                                              Priority priority = Priority::User);
    static HttpRequest purchase(const QByteArray &method, const QByteArray &body);

    SystemClock m_clock;
    std::unique_ptr<HttpServer> m_server;
    ServerReply m_answer; ///< to everything but the reads
    QList<ServerRequest> m_bought;
    std::function<void()> m_onPurchase;
    bool m_secure = false;
};

void TestAtMostOnce::init()
{
    m_answer = {};
    m_answer.body = "{\"order\":1}";
    m_bought.clear();
    m_onPurchase = {};
    m_server = std::make_unique<HttpServer>([this](const ServerRequest &request) {
        if (request.path == u"/api/read"_s)
            return ServerReply{};
        m_bought.append(request);
        const ServerReply answer = m_answer;
        if (m_onPurchase)
            m_onPurchase();
        return answer;
    });
}

void TestAtMostOnce::cleanup()
{
    m_server.reset();
}

bool TestAtMostOnce::listen(bool secure, const QString &certificate)
{
    m_secure = secure;
    return secure ? m_server->listenTls(tls::server(certificate)) : m_server->listen();
}

QUrl TestAtMostOnce::baseUrl() const
{
    return QUrl(u"%1://127.0.0.1:%2/api"_s.arg(m_secure ? u"https"_s : u"http"_s).arg(m_server->port()));
}

HttpPolicy TestAtMostOnce::policy() const
{
    HttpPolicy policy;
    policy.connection.baseUrl = baseUrl();
    policy.connection.key = u"secret"_s;
    policy.connection.tls = tls::trustingClient();
    policy.connection.clock = const_cast<SystemClock *>(&m_clock);
    policy.requestsPerMinute = 6000;
    policy.firstBackOff = 1ms;
    return policy;
}

std::optional<Result<HttpReply>> TestAtMostOnce::resultOf(HttpClient &client, const HttpRequest &request,
                                                          Priority priority)
{
    const Async<HttpReply> future = client.send(request, priority);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000); }();
    if (!future.isFinished() || future.resultCount() != 1)
        return {};
    return future.result();
}

HttpRequest TestAtMostOnce::purchase(const QByteArray &method, const QByteArray &body)
{
    HttpRequest request;
    request.method = method;
    request.path = u"/buy"_s;
    request.body = body;
    request.delivery = Delivery::Once;
    request.spends = true;
    return request;
}

void TestAtMostOnce::plainPostIsSentAgain_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("http, close") << false << Fault::Close;
    QTest::newRow("http, garbage") << false << Fault::Garbage;
    QTest::newRow("https, close") << true << Fault::Close;
    QTest::newRow("https, reset") << true << Fault::Reset;
}

/// Why the request funnel exists: Qt by itself spends twice.
void TestAtMostOnce::plainPostIsSentAgain()
{
    if (QLibraryInfo::version() >= QVersionNumber(6, 11))
        QSKIP("Qt sends less again since 6.11");
    QFETCH(bool, secure);
    QFETCH(Fault, fault);
    QVERIFY(listen(secure));
    m_answer.fault = fault;
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(baseUrl().toString() + u"/buy"_s));
    request.setSslConfiguration(tls::trustingClient());
    request.setRawHeader("Content-Type", "application/json");
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{}"));
    QTRY_VERIFY(reply->isFinished());
    qInfo() << "arrivals" << m_bought.size() << "error" << reply->error();
    QVERIFY(m_bought.size() >= 2);
}

void TestAtMostOnce::arrivesOnceAndTheOutcomeIsUnknown_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<bool>("warm");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Fault>("fault");
    const QList<std::pair<const char *, Fault>> faults = {{"close", Fault::Close},
                                                          {"reset", Fault::Reset},
                                                          {"garbage", Fault::Garbage},
                                                          {"silence", Fault::NeverAnswer},
                                                          {"headers only", Fault::StallHeaders},
                                                          {"half a body", Fault::StallBody},
                                                          {"truncated", Fault::Truncate},
                                                          {"wrong length", Fault::WrongLength}};
    const QList<std::pair<QByteArray, QByteArray>> kinds = {
        {"POST", "{\"a\":1}"}, {"POST", ""}, {"GET", ""}, {"GET", "{\"a\":1}"}, {"PATCH", "{\"a\":1}"}};
    for (const bool secure : {false, true}) {
        for (const bool warm : {false, true}) {
            for (const auto &[method, body] : kinds) {
                for (const auto &[name, fault] : faults) {
                    const bool endsByDeadline = fault == Fault::NeverAnswer || fault == Fault::StallHeaders ||
                                                fault == Fault::StallBody;
                    if (endsByDeadline && (method == "PATCH" || (method == "GET") != body.isEmpty()))
                        continue; // these take their time: the usual forms only
                    QTest::addRow("%s %s %s %s body, %s", secure ? "https" : "http", warm ? "warm" : "fresh",
                                  method.constData(), body.isEmpty() ? "without" : "with", name)
                        << secure << warm << method << body << fault;
                }
            }
        }
    }
}

void TestAtMostOnce::arrivesOnceAndTheOutcomeIsUnknown()
{
    QFETCH(bool, secure);
    QFETCH(bool, warm);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(Fault, fault);
    QVERIFY(listen(secure));
    m_answer.fault = fault;
    HttpPolicy quick = policy();
    const bool silent =
        fault == Fault::NeverAnswer || fault == Fault::StallHeaders || fault == Fault::StallBody;
    if (silent)
        quick.onceDeadline = 600ms; // enough to arrive, also on a busy machine
    HttpClient client(quick);
    if (warm) {
        HttpRequest read;
        read.path = u"/read"_s;
        const auto answer = resultOf(client, read);
        QVERIFY(answer && answer->ok());
    }

    const auto result = resultOf(client, purchase(method, body));
    QVERIFY(result);
    QVERIFY(!result->ok());
    QCOMPARE(result->error().outcome, Outcome::Unknown);
    QCOMPARE(m_bought.size(), 1);
    QCOMPARE(m_bought.first().method, method);
    QCOMPARE(m_bought.first().body, body);
    QCOMPARE(m_bought.first().headers.value("content-length"), QByteArray::number(body.size()));
    QCOMPARE(result->error().kind, silent ? ErrorKind::TimedOut : ErrorKind::Unreachable);
    QVERIFY(!result->error().detail.contains(u"secret"_s));
}

void TestAtMostOnce::arrivesOnceAndIsAnswered_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 400, 401, 402, 403, 404, 405, 409, 410, 422, 429, 500, 501, 502, 503, 520}) {
        QTest::addRow("http %d", status) << false << status;
        QTest::addRow("https %d", status) << true << status;
    }
}

void TestAtMostOnce::arrivesOnceAndIsAnswered()
{
    QFETCH(bool, secure);
    QFETCH(int, status);
    QVERIFY(listen(secure));
    m_answer.status = status;
    m_answer.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
    HttpClient client(policy());
    for (const QByteArray method : {"POST", "GET"}) {
        m_bought.clear();
        const auto result = resultOf(client, purchase(method, {}));
        QVERIFY(result);
        QVERIFY(result->ok());
        QCOMPARE(result->value().status, status);
        QCOMPARE(result->value().body, m_answer.body);
        QCOMPARE(result->value().delivery, Delivery::Once);
        QCOMPARE(m_bought.size(), 1);
        QCOMPARE(m_bought.first().headers.value("authorization"), "Bearer secret");
    }
}

void TestAtMostOnce::aBrokenOffRefusalIsNoRefusal_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<int>("status");
    QTest::addColumn<Fault>("fault");
    for (const bool secure : {false, true}) {
        for (const int status : {400, 402, 404, 422, 500}) {
            const char *scheme = secure ? "https" : "http";
            QTest::addRow("%s %d, truncated", scheme, status) << secure << status << Fault::Truncate;
            QTest::addRow("%s %d, wrong length", scheme, status) << secure << status << Fault::WrongLength;
        }
    }
}

/// The status was there, the body was not: Qt must report the latter.
void TestAtMostOnce::aBrokenOffRefusalIsNoRefusal()
{
    QFETCH(bool, secure);
    QFETCH(int, status);
    QFETCH(Fault, fault);
    QVERIFY(listen(secure));
    m_answer.status = status;
    m_answer.fault = fault;
    HttpClient client(policy());
    const auto result = resultOf(client, purchase("POST", "{}"));
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().outcome, Outcome::Unknown);
    QCOMPARE(m_bought.size(), 1);
}

void TestAtMostOnce::aServerThatIsGoneAfterReadingLeavesTheOutcomeUnknown_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    for (const bool secure : {false, true}) {
        const char *scheme = secure ? "https" : "http";
        QTest::addRow("%s POST", scheme) << secure << QByteArray("POST") << QByteArray("{}");
        QTest::addRow("%s POST without body", scheme) << secure << QByteArray("POST") << QByteArray();
        QTest::addRow("%s GET", scheme) << secure << QByteArray("GET") << QByteArray();
    }
}

/// "Connection refused" at the end is no proof when it was Qt's second attempt that was refused.
void TestAtMostOnce::aServerThatIsGoneAfterReadingLeavesTheOutcomeUnknown()
{
    QFETCH(bool, secure);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QVERIFY(listen(secure));
    m_onPurchase = [this] { m_server->close(); };
    HttpClient client(policy());
    const auto result = resultOf(client, purchase(method, body));
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().outcome, Outcome::Unknown);
    QCOMPARE(m_bought.size(), 1);
}

void TestAtMostOnce::refusedConnectionIsDefinite_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<QString>("host");
    QTest::newRow("http") << false << u"127.0.0.1"_s;
    QTest::newRow("https") << true << u"127.0.0.1"_s;
    QTest::newRow("http, by name") << false << u"localhost"_s;
    QTest::newRow("https, by name") << true << u"localhost"_s;
}

void TestAtMostOnce::refusedConnectionIsDefinite()
{
    QFETCH(bool, secure);
    QFETCH(QString, host);
    QVERIFY(listen(secure));
    HttpPolicy gone = policy();
    gone.connection.baseUrl.setHost(host);
    m_server->close();
    HttpClient client(gone);
    for (const QByteArray method : {"POST", "GET"}) {
        const auto result = resultOf(client, purchase(method, method == "POST" ? "{}" : ""));
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().kind, ErrorKind::Unreachable);
        QCOMPARE(result->error().outcome, Outcome::Definite);
    }
    QCOMPARE(m_bought.size(), 0);
}

void TestAtMostOnce::unknownHostIsDefinite()
{
    HttpPolicy nowhere = policy();
    nowhere.connection.baseUrl = QUrl(u"https://nowhere.invalid"_s);
    HttpClient client(nowhere);
    const auto result = resultOf(client, purchase("POST", "{}"));
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, ErrorKind::Unreachable);
    QCOMPARE(result->error().outcome, Outcome::Definite);
}

void TestAtMostOnce::badCertificateIsDefinite_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("word");
    QTest::newRow("expired") << u"expired"_s << true << u"expired"_s;
    QTest::newRow("other host") << u"otherhost"_s << true << u"another host"_s;
    QTest::newRow("unknown authority") << u"server"_s << false << u"nobody"_s;
}

void TestAtMostOnce::badCertificateIsDefinite()
{
    QFETCH(QString, certificate);
    QFETCH(bool, trusted);
    QFETCH(QString, word);
    QVERIFY(listen(true, certificate));
    HttpPolicy strict = policy();
    if (!trusted)
        strict.connection.tls = QSslConfiguration::defaultConfiguration();
    HttpClient client(strict);
    const auto result = resultOf(client, purchase("POST", "{}"));
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, ErrorKind::InsecureTls);
    QCOMPARE(result->error().outcome, Outcome::Definite);
    QVERIFY2(result->error().detail.contains(word), qPrintable(result->error().detail));
    QCOMPARE(m_bought.size(), 0);
}

void TestAtMostOnce::connectionBrokenInTheHandshakeIsDefinite()
{
    QTcpServer rude;
    QVERIFY(rude.listen(QHostAddress::LocalHost));
    connect(&rude, &QTcpServer::newConnection, &rude, [&rude] {
        while (QTcpSocket *socket = rude.nextPendingConnection())
            socket->abort();
    });
    HttpPolicy broken = policy();
    broken.connection.baseUrl = QUrl(u"https://127.0.0.1:%1"_s.arg(rude.serverPort()));
    HttpClient client(broken);
    const auto result = resultOf(client, purchase("POST", "{}"));
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().outcome, Outcome::Definite);
}

void TestAtMostOnce::eachAttemptUnderAKeyIsOneArrival_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<Fault>("fault");
    for (const bool secure : {false, true}) {
        QTest::addRow("%s, close", secure ? "https" : "http") << secure << Fault::Close;
        QTest::addRow("%s, reset", secure ? "https" : "http") << secure << Fault::Reset;
        QTest::addRow("%s, garbage", secure ? "https" : "http") << secure << Fault::Garbage;
        QTest::addRow("%s, truncated", secure ? "https" : "http") << secure << Fault::Truncate;
    }
}

void TestAtMostOnce::eachAttemptUnderAKeyIsOneArrival()
{
    QFETCH(bool, secure);
    QFETCH(Fault, fault);
    QVERIFY(listen(secure));
    m_answer.fault = fault;
    HttpRequest request = purchase("POST", "{}");
    request.delivery = Delivery::Repeatable;
    request.idempotencyKey = "b7e1";
    HttpPolicy thrice = policy();
    thrice.attempts = 3;
    HttpClient client(thrice);
    const auto result = resultOf(client, request);
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().outcome, Outcome::Unknown);
    QCOMPARE(m_bought.size(), 3);
    for (const ServerRequest &arrived : std::as_const(m_bought))
        QCOMPARE(arrived.headers.value("idempotency-key"), "b7e1");
}

void TestAtMostOnce::refusalAfterALostAttemptLeavesTheOutcomeUnknown()
{
    QVERIFY(listen(false));
    m_answer.fault = Fault::Close;
    m_onPurchase = [this] {
        m_answer.fault = Fault::None;
        m_answer.status = 429;
    };
    HttpRequest request = purchase("POST", "{}");
    request.delivery = Delivery::Repeatable;
    request.idempotencyKey = "b7e1";
    HttpClient client(policy());
    const auto result = resultOf(client, request);
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, ErrorKind::RateLimited);
    QCOMPARE(result->error().outcome, Outcome::Unknown);
    QCOMPARE(m_bought.size(), 3);
}

void TestAtMostOnce::redirectOfAPurchaseIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestAtMostOnce::redirectOfAPurchaseIsNotFollowed()
{
    QFETCH(int, status);
    QVERIFY(listen(false));
    m_answer.status = status;
    m_answer.headers = {{"Location", "/api/again"}};
    HttpClient client(policy());
    for (const QByteArray method : {"POST", "GET"}) {
        m_bought.clear();
        const auto result = resultOf(client, purchase(method, {}));
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().kind, ErrorKind::Redirected);
        QCOMPARE(result->error().detail, u"127.0.0.1"_s);
        QCOMPARE(result->error().outcome, Outcome::Unknown);
        QCOMPARE(m_bought.size(), 1);
    }
}

void TestAtMostOnce::purchaseDoesNotWaitForSlowPolls()
{
    QVERIFY(listen(false));
    HttpServer *server = m_server.get();
    HttpClient client(policy());
    m_answer.fault = Fault::NeverAnswer;
    HttpRequest poll;
    poll.path = u"/poll"_s;
    QList<Async<HttpReply>> polls;
    for (int i = 0; i < 20; ++i)
        polls += client.send(poll, Priority::Poll);
    QTRY_COMPARE(server->arrivals(), 6); // Qt has six connections to a host, and all are taken now
    m_answer.fault = Fault::None;
    const auto bought = resultOf(client, purchase("POST", "{}"));
    QVERIFY(bought && bought->ok());
    HttpRequest read;
    read.path = u"/read"_s;
    const auto clicked = resultOf(client, read);
    QVERIFY(clicked && clicked->ok());
    QCOMPARE(server->arrivals(), 8);
}

void TestAtMostOnce::everyPurchaseHasAFreshConnection()
{
    QVERIFY(listen(true));
    HttpClient client(policy());
    for (int i = 0; i < 3; ++i) {
        const auto bought = resultOf(client, purchase("GET", {}));
        QVERIFY(bought && bought->ok());
        QCOMPARE(m_bought.last().onConnection, 0);
    }
    QCOMPARE(m_bought.size(), 3);
}

QTEST_GUILESS_MAIN(TestAtMostOnce)
#include "tst_atmostonce.moc"
