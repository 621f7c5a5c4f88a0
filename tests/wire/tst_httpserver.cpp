#include "providers/simulator/httpserver.h"
#include "providers/simulator/requestparser.h"

#include <QTcpSocket>
#include <QTest>

using namespace otpdesk;
using namespace std::chrono_literals;

/// The server the other tests rely on, seen through a bare socket.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsMethodPathQueryHeadersAndBody();
    void keepsTheConnectionForTheNextRequest();
    void answersPipelinedRequestsInOrder();
    void answersARequestThatComesInPieces();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void misbehavesAsTold_data();
    void misbehavesAsTold();
    void closingFromInsideTheHandlerIsSafe();
    void waitsBeforeAnswering();

private:
    /// All that comes back for `sent`, once `until` is in it or the connection has ended.
    QByteArray talk(const QByteArray &sent, const QByteArray &until);

    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    QList<ServerRequest> m_requests;
    ServerReply m_reply;
};

void TestHttpServer::init()
{
    m_requests.clear();
    m_reply = {};
    m_reply.body = "{\"ok\":true}";
    m_server = std::make_unique<HttpServer>([this](const ServerRequest &request) {
        m_requests.append(request);
        return m_reply;
    });
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorText()));
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    QTRY_COMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
}

QByteArray TestHttpServer::talk(const QByteArray &sent, const QByteArray &until)
{
    QByteArray received;
    m_socket->write(sent);
    [&] {
        QTRY_VERIFY((received += m_socket->readAll()).endsWith(until) ||
                    m_socket->state() != QAbstractSocket::ConnectedState);
    }();
    return received + m_socket->readAll();
}

void TestHttpServer::readsMethodPathQueryHeadersAndBody()
{
    const QByteArray answer = talk("POST /a%20b?x=1%262&y= HTTP/1.1\r\nHost: h\r\nX-One:  two \r\n"
                                   "Content-Length: 5\r\n\r\nhello",
                                   m_reply.body);
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.contains("\r\nContent-Type: application/json\r\n"));
    QVERIFY(answer.contains("\r\nContent-Length: 11\r\n"));
    QVERIFY(answer.contains("\r\nDate: "));
    QCOMPARE(m_requests.size(), 1);
    const ServerRequest &request = m_requests.first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, QStringLiteral("/a b"));
    QCOMPARE(request.query.queryItemValue(QStringLiteral("x"), QUrl::FullyDecoded), QStringLiteral("1&2"));
    QVERIFY(request.query.hasQueryItem(QStringLiteral("y")));
    QCOMPARE(request.headers.value("x-one"), "two");
    QCOMPARE(request.body, "hello");
}

void TestHttpServer::keepsTheConnectionForTheNextRequest()
{
    talk("GET /1 HTTP/1.1\r\n\r\n", m_reply.body);
    talk("GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n", "never");
    QTRY_COMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_server->arrivals(), 2);
    QCOMPARE(m_requests[0].connection, m_requests[1].connection);
    QCOMPARE(m_requests[0].onConnection, 0);
    QCOMPARE(m_requests[1].onConnection, 1);
}

void TestHttpServer::answersPipelinedRequestsInOrder()
{
    m_reply.delay = 5ms;
    const QByteArray answer =
        talk("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n", "never");
    QCOMPARE(answer.count("HTTP/1.1 200"), 2);
    QCOMPARE(m_requests.size(), 2);
    QCOMPARE(m_requests[1].path, QStringLiteral("/2"));
}

void TestHttpServer::answersARequestThatComesInPieces()
{
    m_socket->write("GET /1 HT");
    QTRY_COMPARE(m_socket->bytesToWrite(), 0);
    QCOMPARE(m_server->arrivals(), 0);
    talk("TP/1.1\r\nHost: h\r\n\r\n", m_reply.body);
    QCOMPARE(m_server->arrivals(), 1);
}

void TestHttpServer::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("status");
    const QByteArray malformed = "HTTP/1.1 400 ";
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << malformed;
    QTest::newRow("no path") << QByteArray("GET * HTTP/1.1\r\n\r\n") << malformed;
    QTest::newRow("bad header") << QByteArray("GET / HTTP/1.1\r\nnothing\r\n\r\n") << malformed;
    QTest::newRow("bad length") << QByteArray("GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n") << malformed;
    QTest::newRow("two lengths") << QByteArray(
                                        "GET / HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\n")
                                 << malformed;
    QTest::newRow("chunked") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                             << malformed;
    QTest::newRow("large body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n")
                                << QByteArray("HTTP/1.1 413 ");
}

void TestHttpServer::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, status);
    const QByteArray answer = talk(sent, "never");
    QVERIFY2(answer.startsWith(status), answer.constData());
    QCOMPARE(m_server->arrivals(), 0);
}

void TestHttpServer::misbehavesAsTold_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("until"); ///< the last that comes; "never": the connection ends
    QTest::addColumn<QByteArray>("answer");
    const QByteArray never = "never";
    QTest::newRow("close") << Fault::Close << never << QByteArray();
    QTest::newRow("reset") << Fault::Reset << never << QByteArray();
    QTest::newRow("garbage") << Fault::Garbage << never << QByteArray("\x01\x02");
    QTest::newRow("headers only") << Fault::StallHeaders << QByteArray("OK\r\n")
                                  << QByteArray("HTTP/1.1 200");
    QTest::newRow("half a body") << Fault::StallBody << QByteArray("{\"ok\"") << QByteArray("HTTP/1.1 200");
    QTest::newRow("truncated") << Fault::Truncate << never << QByteArray("HTTP/1.1 200");
    QTest::newRow("wrong length") << Fault::WrongLength << never << QByteArray("HTTP/1.1 200");
    QTest::newRow("drip") << Fault::Drip << QByteArray("true}") << QByteArray("HTTP/1.1 200");
}

void TestHttpServer::misbehavesAsTold()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, until);
    QFETCH(QByteArray, answer);
    m_reply.fault = fault;
    const QByteArray received = talk("GET / HTTP/1.1\r\n\r\n", until);
    QVERIFY2(received.startsWith(answer) && received.isEmpty() == answer.isEmpty(), received.constData());
    QVERIFY(until == "never" || received.endsWith(until));
    QCOMPARE(m_server->arrivals(), 1);
    if (fault == Fault::WrongLength)
        QVERIFY(received.contains("Content-Length: 21\r\n") && received.endsWith(m_reply.body));
}

void TestHttpServer::closingFromInsideTheHandlerIsSafe()
{
    std::unique_ptr<HttpServer> server = std::make_unique<HttpServer>([&server](const ServerRequest &) {
        server->close();
        return ServerReply{};
    });
    QVERIFY(server->listen());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server->port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server->arrivals(), 1);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(server->port(), quint16(0));
}

void TestHttpServer::waitsBeforeAnswering()
{
    m_reply.delay = 1h;
    m_socket->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_server->arrivals(), 1);
    QCOMPARE(m_socket->bytesAvailable(), 0);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
