#include "providers/http/httpclient.h"
#include "providers/simulator/httpserver.h"
#include "providers/types/clock.h"
#include "tests/support/tlsfixture.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the funnel promises when nothing costs money, on a clock that only the test moves.
class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsKeyAndBodyAsAgreed();
    void sendsTheKeyInTheQueryWhereAsked();
    void everyCharacterArrivesAsWritten_data();
    void everyCharacterArrivesAsWritten();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void knowsUsableAddresses_data();
    void knowsUsableAddresses();
    void givesAnswersOfAnyStatus_data();
    void givesAnswersOfAnyStatus();
    void readsDateAndRetryAfter();
    void readsTheSameOverTls();
    void followsRedirectsWithinTheOrigin_data();
    void followsRedirectsWithinTheOrigin();
    void neverCarriesTheKeyToAnotherOrigin();
    void givesUpOnRedirectsInACircle();
    void repeatsPassingFailures_data();
    void repeatsPassingFailures();
    void waitsAsLongAsTheServerAsks();
    void handsOnAnAnswerThatAsksForTooLongAWait();
    void doesNotRepeatWhatIsSentOnce();
    void endsReadsAtTheDeadline_data();
    void endsReadsAtTheDeadline();
    void reportsBrokenReadsAsUnreachable_data();
    void reportsBrokenReadsAsUnreachable();
    void refusesBodiesOverTheLimit_data();
    void refusesBodiesOverTheLimit();
    void unpacksHonestAnswers();
    void sendsNoCookiesBack();
    void doesNotLeakTheKeyIntoErrorsOrLogs();
    void destroyingItCancelsEverything();
    void mayBeDestroyedByWhoeverWaits();
    void spacesRequestsByTheLimit();

private:
    HttpPolicy policy();
    std::optional<Result<HttpReply>> resultOf(const Async<HttpReply> &future);
    std::optional<Result<HttpReply>> get(const QString &path = u"/x"_s);
    static ServerReply reply(int status, const QByteArray &name = {}, const QByteArray &value = {});

    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::function<ServerReply(const ServerRequest &)> m_answer;
    QList<ServerRequest> m_arrived;
};

void TestHttpClient::init()
{
    m_arrived.clear();
    m_answer = [](const ServerRequest &) { return reply(200); };
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen,
                                               QDateTime(QDate(2026, 5, 19), QTime(10, 0), Qt::UTC));
    m_server = std::make_unique<HttpServer>([this](const ServerRequest &request) {
        m_arrived.append(request);
        return m_answer(request);
    });
    QVERIFY(m_server->listen());
    m_client = std::make_unique<HttpClient>(policy());
}

void TestHttpClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

ServerReply TestHttpClient::reply(int status, const QByteArray &name, const QByteArray &value)
{
    ServerReply reply;
    reply.status = status;
    reply.body = "{\"status\":" + QByteArray::number(status) + '}';
    if (!name.isEmpty())
        reply.headers = {{name, value}};
    return reply;
}

HttpPolicy TestHttpClient::policy()
{
    HttpPolicy policy;
    policy.connection.baseUrl = QUrl(u"http://127.0.0.1:%1/api/v1/"_s.arg(m_server->port()));
    policy.connection.key = u"k-1"_s;
    policy.connection.clock = m_clock.get();
    policy.requestsPerMinute = 600;
    return policy;
}

std::optional<Result<HttpReply>> TestHttpClient::resultOf(const Async<HttpReply> &future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000); }();
    if (!future.isFinished() || future.resultCount() != 1)
        return {};
    return future.result();
}

std::optional<Result<HttpReply>> TestHttpClient::get(const QString &path)
{
    HttpRequest request;
    request.path = path;
    return resultOf(m_client->send(request, Priority::User));
}

void TestHttpClient::sendsKeyAndBodyAsAgreed()
{
    HttpRequest request;
    request.method = "POST";
    request.path = u"/order/create"_s;
    request.body = "{\"a\":1}";
    request.idempotencyKey = "0b9d";
    const auto result = resultOf(m_client->send(request, Priority::User));
    QVERIFY(result && result->ok());
    QCOMPARE(m_arrived.size(), 1);
    const ServerRequest &arrived = m_arrived.first();
    QCOMPARE(arrived.method, "POST");
    QCOMPARE(arrived.path, u"/api/v1/order/create"_s);
    QVERIFY(arrived.query.isEmpty());
    QCOMPARE(arrived.body, "{\"a\":1}");
    QCOMPARE(arrived.headers.value("authorization"), "Bearer k-1");
    QCOMPARE(arrived.headers.value("content-type"), "application/json");
    QCOMPARE(arrived.headers.value("idempotency-key"), "0b9d");
    // A purchase repeated under its key: an unreadable answer to it proves nothing.
    QCOMPARE(result->value().delivery, Delivery::Once);

    const auto read = get();
    QVERIFY(read && read->ok());
    QCOMPARE(read->value().delivery, Delivery::Repeatable);
    QCOMPARE(read->value().contentType, "application/json");
    QCOMPARE(m_arrived.last().method, "GET");
    QVERIFY(!m_arrived.last().headers.contains("content-type"));
    QVERIFY(!m_arrived.last().headers.contains("idempotency-key"));
}

void TestHttpClient::sendsTheKeyInTheQueryWhereAsked()
{
    HttpPolicy inQuery = policy();
    inQuery.keyInQuery = true;
    inQuery.connection.key = u"a+b&c=%41#"_s;
    m_client = std::make_unique<HttpClient>(inQuery);
    QVERIFY(get()->ok());
    QCOMPARE(m_arrived.first().query.queryItemValue(u"api_key"_s, QUrl::FullyDecoded), u"a+b&c=%41#"_s);
    QVERIFY(!m_arrived.first().headers.contains("authorization"));
}

void TestHttpClient::everyCharacterArrivesAsWritten_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"a+b"_s, u"a&b=c"_s, u"50% off"_s, u"#1"_s, u"two words"_s, u"?"_s, u"C\u00f4te d'Ivoire"_s,
          u"a;b,c:@!$'()*"_s, u"\u4e2d\u6587"_s, u"\"<b>\\"_s, u"[x]{y}|^`~"_s}) {
        QTest::newRow(qPrintable(text)) << text;
    }
}

void TestHttpClient::everyCharacterArrivesAsWritten()
{
    QFETCH(QString, text);
    for (const Delivery delivery : {Delivery::Repeatable, Delivery::Once}) {
        HttpRequest request;
        request.path = u"/orders/"_s + text;
        request.query.addQueryItem(u"name"_s, text);
        request.query.addQueryItem(u"last"_s, u"1"_s);
        request.delivery = delivery;
        const auto result = resultOf(m_client->send(request, Priority::User));
        QVERIFY(result && result->ok());
        QCOMPARE(m_arrived.last().path, u"/api/v1/orders/"_s + text);
        QCOMPARE(m_arrived.last().query.queryItems().size(), 2);
        QCOMPARE(m_arrived.last().query.queryItemValue(u"name"_s, QUrl::FullyDecoded), text);
        // Servers that read '+' as a space must not be given one.
        QVERIFY(!m_arrived.last().query.toString(QUrl::FullyEncoded).contains(u'+'));
    }
}

void TestHttpClient::refusesBeforeSending_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("idempotencyKey");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray none;
    QTest::newRow("no key") << QString() << u"/x"_s << none << ErrorKind::KeyMissing;
    QTest::newRow("line break in key") << u"k\r\nX-Evil: 1"_s << u"/x"_s << none << ErrorKind::WrongKey;
    QTest::newRow("null in key") << u"k"_s + QChar(0) << u"/x"_s << none << ErrorKind::WrongKey;
    QTest::newRow("space in key") << u"k k"_s << u"/x"_s << none << ErrorKind::WrongKey;
    QTest::newRow("letters in key") << u"k\u00e9"_s << u"/x"_s << none << ErrorKind::WrongKey;
    QTest::newRow("path climbs") << u"k"_s << u"/orders/../balance"_s << none << ErrorKind::BadRequest;
    QTest::newRow("path is no path") << u"k"_s << u"@evil.example/"_s << none << ErrorKind::BadRequest;
    QTest::newRow("line break in id key") << u"k"_s << u"/x"_s << QByteArray("a\nb") << ErrorKind::BadRequest;
}

void TestHttpClient::refusesBeforeSending()
{
    QFETCH(QString, key);
    QFETCH(QString, path);
    QFETCH(QByteArray, idempotencyKey);
    QFETCH(ErrorKind, kind);
    HttpPolicy bad = policy();
    bad.connection.key = key;
    m_client = std::make_unique<HttpClient>(bad);
    HttpRequest request;
    request.path = path;
    request.idempotencyKey = idempotencyKey;
    request.delivery = Delivery::Once;
    const auto result = resultOf(m_client->send(request, Priority::User));
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, kind);
    QCOMPARE(result->error().outcome, Outcome::Definite);
    QCOMPARE(m_server->arrivals(), 0);
}

void TestHttpClient::knowsUsableAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("usable");
    QTest::newRow("https") << u"https://otpzap.com/api/v1"_s << true;
    QTest::newRow("https with port") << u"https://otpzap.com:8443"_s << true;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080/x"_s << true;
    QTest::newRow("loopback net") << u"http://127.9.8.7"_s << true;
    QTest::newRow("IPv6 loopback") << u"http://[::1]:80/"_s << true;
    QTest::newRow("localhost") << u"http://LOCALHOST:80/"_s << true;
    QTest::newRow("http") << u"http://otpzap.com/api/v1"_s << false;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.evil.example/"_s << false;
    QTest::newRow("looks like localhost") << u"http://localhost.evil.example/"_s << false;
    QTest::newRow("private net") << u"http://192.168.1.1/"_s << false;
    QTest::newRow("user") << u"https://127.0.0.1@evil.example/"_s << false;
    QTest::newRow("user and password") << u"http://a:b@127.0.0.1/"_s << false;
    QTest::newRow("query") << u"https://otpzap.com/?a=b"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no scheme") << u"otpzap.com"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestHttpClient::knowsUsableAddresses()
{
    QFETCH(QString, address);
    QFETCH(bool, usable);
    const auto problem = HttpClient::addressProblem(QUrl(address));
    QCOMPARE(!problem, usable);
    if (usable)
        return;
    QCOMPARE(problem->kind, ErrorKind::BadAddress);
    QVERIFY(!problem->detail.isEmpty());
    HttpPolicy bad = policy();
    bad.connection.baseUrl = QUrl(address);
    m_client = std::make_unique<HttpClient>(bad);
    const auto result = get();
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error(), *problem);
}

void TestHttpClient::givesAnswersOfAnyStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 204, 304, 400, 401, 402, 403, 404, 405, 409, 410, 418, 422, 500, 501, 520})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::givesAnswersOfAnyStatus()
{
    QFETCH(int, status);
    m_answer = [status](const ServerRequest &) {
        ServerReply answer = reply(status, "WWW-Authenticate", "Basic realm=\"x\"");
        if (status == 204 || status == 304)
            answer.body.clear();
        return answer;
    };
    const auto result = get();
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().status, status);
    if (status != 204 && status != 304)
        QCOMPARE(result->value().body, reply(status).body);
    QCOMPARE(m_server->arrivals(), 1);
}

void TestHttpClient::readsDateAndRetryAfter()
{
    m_answer = [](const ServerRequest &) {
        ServerReply answer = reply(409);
        answer.headers = {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                          {"Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"}};
        return answer;
    };
    const auto result = get();
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().date, QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
    QVERIFY(result->value().retryAfter == 30s); // by the server's clock, not ours
}

void TestHttpClient::readsTheSameOverTls()
{
    QVERIFY(m_server->listenTls(tls::server(u"server"_s)));
    HttpPolicy secure = policy();
    secure.connection.baseUrl.setScheme(u"https"_s);
    secure.connection.baseUrl.setPort(m_server->port());
    m_client = std::make_unique<HttpClient>(secure);
    const auto untrusted = get();
    QVERIFY(untrusted && !untrusted->ok());
    QCOMPARE(untrusted->error().kind, ErrorKind::InsecureTls);
    QCOMPARE(m_server->arrivals(), 0);

    // Nobody can switch the checks off.
    secure.connection.tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_client = std::make_unique<HttpClient>(secure);
    QVERIFY(!get()->ok());
    QCOMPARE(m_server->arrivals(), 0);

    secure.connection.tls = tls::trustingClient();
    m_client = std::make_unique<HttpClient>(secure);
    const auto trusted = get();
    QVERIFY(trusted && trusted->ok());
    QCOMPARE(trusted->value().body, reply(200).body);
}

void TestHttpClient::followsRedirectsWithinTheOrigin_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("inQuery");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status << false;
        QTest::addRow("%d, key in query", status) << status << true;
    }
}

void TestHttpClient::followsRedirectsWithinTheOrigin()
{
    QFETCH(int, status);
    QFETCH(bool, inQuery);
    m_answer = [status](const ServerRequest &request) {
        const int hop = request.query.queryItemValue(u"hop"_s).toInt();
        return hop < 5 ? reply(status, "Location", "/moved?hop=" + QByteArray::number(hop + 1)) : reply(200);
    };
    HttpPolicy where = policy();
    where.keyInQuery = inQuery;
    m_client = std::make_unique<HttpClient>(where);
    const auto result = get();
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().status, 200);
    QCOMPARE(m_arrived.size(), 6);
    for (const ServerRequest &arrived : std::as_const(m_arrived)) {
        QCOMPARE(arrived.headers.value("authorization"), inQuery ? "" : "Bearer k-1");
        QCOMPARE(arrived.query.allQueryItemValues(u"api_key"_s),
                 inQuery ? QStringList{u"k-1"_s} : QStringList{});
    }
}

void TestHttpClient::neverCarriesTheKeyToAnotherOrigin()
{
    QList<ServerRequest> elsewhere;
    HttpServer other([&elsewhere](const ServerRequest &request) {
        elsewhere.append(request);
        return reply(200);
    });
    QVERIFY(other.listen());
    const QByteArray port = QByteArray::number(other.port());
    const QByteArray ownPort = QByteArray::number(m_server->port());
    const QList<std::pair<QByteArray, QString>> targets = {
        {"http://127.0.0.1:" + port + "/x", u"127.0.0.1"_s},
        {"http://localhost:" + ownPort + "/x", u"localhost"_s},
        {"//evil.example/x", u"evil.example"_s},
        {"https://127.0.0.1:" + ownPort + "/x", u"127.0.0.1"_s},
        {"http://u:p@127.0.0.1:" + ownPort + "/x", u"127.0.0.1"_s},
        {"ftp://evil.example/x", u"evil.example"_s},
    };
    for (const auto &[location, host] : targets) {
        m_arrived.clear();
        m_answer = [location = location](const ServerRequest &) { return reply(302, "Location", location); };
        const auto result = get();
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().kind, ErrorKind::Redirected);
        QCOMPARE(result->error().detail, host);
        QCOMPARE(result->error().outcome, Outcome::Definite);
        QCOMPARE(m_arrived.size(), 1);
    }
    QVERIFY(elsewhere.isEmpty());
}

void TestHttpClient::givesUpOnRedirectsInACircle()
{
    m_answer = [](const ServerRequest &) { return reply(302, "Location", "/api/v1/x"); };
    const auto result = get();
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, ErrorKind::Redirected);
    QCOMPARE(m_arrived.size(), 6);
}

void TestHttpClient::repeatsPassingFailures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("arrivals");
    for (const int status : {429, 502, 503, 504}) {
        QTest::addRow("%d once", status) << status << 1 << 2;
        QTest::addRow("%d for ever", status) << status << 99 << 3;
    }
    QTest::newRow("500 is an answer") << 500 << 99 << 1;
    QTest::newRow("404 is an answer") << 404 << 99 << 1;
}

void TestHttpClient::repeatsPassingFailures()
{
    QFETCH(int, status);
    QFETCH(int, failures);
    QFETCH(int, arrivals);
    m_answer = [&](const ServerRequest &) { return reply(m_arrived.size() <= failures ? status : 200); };
    HttpRequest request;
    request.path = u"/x"_s;
    const auto future = m_client->send(request, Priority::User);
    for (int attempt = 2; attempt <= arrivals; ++attempt) {
        // Nothing happens before the back-off has passed on the account's clock.
        QTRY_VERIFY(m_clock->nextAlarm());
        QCOMPARE(m_arrived.size(), attempt - 1);
        QVERIFY(*m_clock->nextAlarm() <= 500ms * (1 << (attempt - 2)));
        m_clock->skip(*m_clock->nextAlarm());
    }
    const auto result = resultOf(future);
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().status, failures == 1 ? 200 : status);
    QCOMPARE(m_arrived.size(), arrivals);
}

void TestHttpClient::waitsAsLongAsTheServerAsks()
{
    m_answer = [this](const ServerRequest &) {
        return m_arrived.size() == 1 ? reply(429, "Retry-After", "20") : reply(200);
    };
    QSignalSpy throttled(m_client.get(), &HttpClient::throttled);
    HttpRequest request;
    request.path = u"/x"_s;
    const auto poll = m_client->send(request, Priority::Poll);
    QTRY_COMPARE(throttled.size(), 1);
    QCOMPARE(throttled.first().first().value<std::chrono::milliseconds>(), 20s);

    // A click goes out meanwhile; another poll does not.
    const auto otherPoll = m_client->send(request, Priority::Poll);
    QVERIFY(get()->ok());
    QCOMPARE(m_arrived.size(), 2);
    m_clock->skip(19999ms);
    QVERIFY(get()->ok());
    QCOMPARE(m_arrived.size(), 3);
    QVERIFY(!poll.isFinished() && !otherPoll.isFinished());
    m_clock->skip(501ms); // the rest, and the longest first back-off
    QVERIFY(resultOf(poll)->ok());
    QVERIFY(resultOf(otherPoll)->ok());
    QCOMPARE(m_arrived.size(), 5);
}

void TestHttpClient::handsOnAnAnswerThatAsksForTooLongAWait()
{
    m_answer = [](const ServerRequest &) { return reply(503, "Retry-After", "99999999999"); };
    const auto result = get();
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().status, 503);
    QVERIFY(result->value().retryAfter == 24h);
    QCOMPARE(m_arrived.size(), 1);
}

void TestHttpClient::doesNotRepeatWhatIsSentOnce()
{
    m_answer = [](const ServerRequest &) { return reply(429, "Retry-After", "5"); };
    QSignalSpy throttled(m_client.get(), &HttpClient::throttled);
    HttpRequest cancel;
    cancel.method = "POST";
    cancel.path = u"/order/cancel"_s;
    cancel.delivery = Delivery::Once;
    const auto result = resultOf(m_client->send(cancel, Priority::User));
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().status, 429);
    QVERIFY(result->value().retryAfter == 5s);
    QCOMPARE(m_arrived.size(), 1);
    // "Too early for a cancel" is no reason to rest: polls go on.
    m_answer = [](const ServerRequest &) { return reply(200); };
    HttpRequest poll;
    poll.path = u"/x"_s;
    QVERIFY(resultOf(m_client->send(poll, Priority::Poll))->ok());
    QCOMPARE(throttled.size(), 0);
}

void TestHttpClient::endsReadsAtTheDeadline_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("silence") << Fault::NeverAnswer;
    QTest::newRow("headers only") << Fault::StallHeaders;
    QTest::newRow("half a body") << Fault::StallBody;
    QTest::newRow("drip") << Fault::Drip; // bytes keep coming: an inactivity timeout would never end it
}

void TestHttpClient::endsReadsAtTheDeadline()
{
    QFETCH(Fault, fault);
    m_answer = [fault](const ServerRequest &) {
        ServerReply answer = reply(200);
        answer.body = QByteArray(100000, ' ');
        answer.fault = fault;
        return answer;
    };
    HttpPolicy quick = policy();
    quick.deadline = 300ms;
    m_client = std::make_unique<HttpClient>(quick);
    const auto result = get();
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, ErrorKind::TimedOut);
    QCOMPARE(result->error().outcome, Outcome::Definite); // a read changes nothing
}

void TestHttpClient::reportsBrokenReadsAsUnreachable_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("close") << Fault::Close;
    QTest::newRow("reset") << Fault::Reset;
    QTest::newRow("garbage") << Fault::Garbage;
    QTest::newRow("truncated") << Fault::Truncate;
    QTest::newRow("wrong length") << Fault::WrongLength;
}

void TestHttpClient::reportsBrokenReadsAsUnreachable()
{
    QFETCH(Fault, fault);
    m_answer = [fault](const ServerRequest &) {
        ServerReply answer = reply(200);
        answer.fault = fault;
        return answer;
    };
    HttpPolicy single = policy();
    single.attempts = 1;
    m_client = std::make_unique<HttpClient>(single);
    const auto result = get();
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, ErrorKind::Unreachable);
    QCOMPARE(result->error().outcome, Outcome::Definite);
}

void TestHttpClient::refusesBodiesOverTheLimit_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("accepted");
    // zlib data, of which Qt's own format is all but the first four bytes
    const auto packed = [](qsizetype size) { return qCompress(QByteArray(size, 'x'), 9).mid(4); };
    QTest::newRow("just fits") << QByteArray(1024 * 1024, 'x') << QByteArray() << true;
    QTest::newRow("one byte more") << QByteArray(1024 * 1024 + 1, 'x') << QByteArray() << false;
    QTest::newRow("much more") << QByteArray(9 * 1024 * 1024, 'x') << QByteArray() << false;
    QTest::newRow("packed, just fits") << packed(1024 * 1024) << QByteArray("deflate") << true;
    QTest::newRow("packed, one byte more") << packed(1024 * 1024 + 1) << QByteArray("deflate") << false;
    QTest::newRow("bomb") << packed(200 * 1024 * 1024) << QByteArray("deflate") << false;
}

void TestHttpClient::refusesBodiesOverTheLimit()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, encoding);
    QFETCH(bool, accepted);
    m_answer = [&](const ServerRequest &request) {
        ServerReply answer = reply(200);
        // Only what the client offered to read.
        if (!encoding.isEmpty() && request.headers.value("accept-encoding").contains(encoding))
            answer.headers = {{"Content-Encoding", encoding}};
        answer.body = body;
        return answer;
    };
    HttpPolicy small = policy();
    small.largestBody = 1024 * 1024;
    m_client = std::make_unique<HttpClient>(small);
    const auto result = get();
    QVERIFY(result);
    QCOMPARE(result->ok(), accepted);
    if (accepted)
        QCOMPARE(result->value().body.size(), 1024 * 1024);
    else
        QCOMPARE(result->error().kind, ErrorKind::TooLarge);
    QCOMPARE(m_arrived.size(), 1);
}

void TestHttpClient::unpacksHonestAnswers()
{
    const QByteArray content = "{\"a\":\"" + QByteArray(1000, 'b') + "\"}";
    m_answer = [&content](const ServerRequest &) {
        ServerReply answer = reply(200, "Content-Encoding", "deflate");
        answer.body = qCompress(content).mid(4);
        return answer;
    };
    const auto result = get();
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().body, content);
}

void TestHttpClient::sendsNoCookiesBack()
{
    m_answer = [](const ServerRequest &) { return reply(200, "Set-Cookie", "id=1; Path=/"); };
    QVERIFY(get()->ok());
    QVERIFY(get()->ok());
    QCOMPARE(m_arrived.size(), 2);
    QVERIFY(!m_arrived.last().headers.contains("cookie"));
}

void TestHttpClient::doesNotLeakTheKeyIntoErrorsOrLogs()
{
    static QString logged;
    logged.clear();
    QLoggingCategory::setFilterRules(u"otpdesk.*=true"_s);
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { logged += message + u'\n'; });
    HttpPolicy inQuery = policy();
    inQuery.keyInQuery = true;
    inQuery.attempts = 1;
    inQuery.connection.key = u"very-secret"_s;
    m_client = std::make_unique<HttpClient>(inQuery);
    m_answer = [](const ServerRequest &) {
        ServerReply answer = reply(200);
        answer.fault = Fault::Close;
        return answer;
    };
    HttpRequest request;
    request.path = u"/x"_s;
    request.query.addQueryItem(u"phone"_s, u"15550123456"_s);
    const auto result = resultOf(m_client->send(request, Priority::User));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(result && !result->ok());
    QVERIFY(!result->error().detail.contains(u"secret"_s));
    QVERIFY(logged.contains(u"/api/v1/x"_s));
    QVERIFY2(!logged.contains(u"secret"_s) && !logged.contains(u"15550123456"_s), qPrintable(logged));
}

void TestHttpClient::destroyingItCancelsEverything()
{
    m_answer = [](const ServerRequest &) {
        ServerReply answer = reply(200);
        answer.fault = Fault::NeverAnswer;
        return answer;
    };
    HttpRequest read;
    read.path = u"/x"_s;
    HttpRequest purchase = read;
    purchase.delivery = Delivery::Once;
    purchase.spends = true;
    QList<Async<HttpReply>> futures;
    for (int i = 0; i < 10; ++i)
        futures += m_client->send(read, Priority::Poll); // some under way, some in line
    futures += m_client->send(purchase, Priority::User);
    QTRY_COMPARE(m_server->arrivals(), 7);
    m_answer = [](const ServerRequest &) { return reply(503); };
    futures += m_client->send(read, Priority::User); // waiting to try again
    QTRY_COMPARE(m_server->arrivals(), 8);
    QTRY_VERIFY(m_clock->nextAlarm());
    m_client.reset();
    for (const auto &future : std::as_const(futures)) {
        QVERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
        QCOMPARE(future.resultCount(), 0);
    }
    QVERIFY(!m_clock->nextAlarm());
}

void TestHttpClient::mayBeDestroyedByWhoeverWaits()
{
    HttpRequest request;
    request.path = u"/x"_s;
    bool called = false;
    // Without a context: called from inside the client's own work.
    m_client->send(request, Priority::User).then([this, &called](const Result<HttpReply> &) {
        called = true;
        m_client.reset();
    });
    QTRY_VERIFY(called);
    QVERIFY(!m_client);
}

void TestHttpClient::spacesRequestsByTheLimit()
{
    HttpPolicy slow = policy();
    slow.requestsPerMinute = 4; // a burst of four, half of it the user's, then one a minute
    m_client = std::make_unique<HttpClient>(slow);
    QSignalSpy throttled(m_client.get(), &HttpClient::throttled);
    HttpRequest request;
    request.path = u"/x"_s;
    QList<Async<HttpReply>> polls;
    for (int i = 0; i < 3; ++i)
        polls += m_client->send(request, Priority::Poll);
    QVERIFY(resultOf(polls[0])->ok());
    QVERIFY(resultOf(polls[1])->ok());
    QVERIFY(get()->ok());
    QCOMPARE(m_arrived.size(), 3);
    QTRY_COMPARE(throttled.size(), 1);
    QCOMPARE(throttled.first().first().value<std::chrono::milliseconds>(), 60s);
    m_clock->skip(2min);
    QVERIFY(resultOf(polls[2])->ok());
    QCOMPARE(m_arrived.size(), 4);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
