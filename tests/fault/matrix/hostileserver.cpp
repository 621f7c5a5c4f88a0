#include "tests/fault/matrix/hostileserver.h"

#include "providers/simulator/requestparser.h"
#include "providers/simulator/socketreset.h"

#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int DripMs = 20;
/// Enough on its way to keep a fast reader busy, and no more memory than that.
constexpr qint64 Ahead = 512 * 1024;

void reset(QTcpSocket *socket)
{
    resetWhenClosed(socket->socketDescriptor());
    socket->abort();
}

/// What the first line says; without a method where it is not there yet.
ServerRequest firstLineOf(const QByteArray &bytes)
{
    ServerRequest request;
    const qsizetype end = bytes.indexOf("\r\n");
    const QList<QByteArray> words = end < 0 ? QList<QByteArray>() : bytes.first(end).split(' ');
    if (words.size() != 3)
        return request;
    const QUrl target = QUrl::fromEncoded(words[1]);
    request.method = words[0];
    request.path = target.path();
    request.query = QUrlQuery(target);
    return request;
}

} // namespace

HostileServer::HostileServer(Answer answer, Unread unread)
    : m_answer(std::move(answer)), m_unread(std::move(unread))
{}

HostileServer::~HostileServer()
{
    const QList<QTcpSocket *> open = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : open) {
        socket->disconnect(this);
        socket->abort();
    }
}

bool HostileServer::listen()
{
    return listen(std::make_unique<QTcpServer>());
}

bool HostileServer::listen(const QSslConfiguration &tls)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return listen(std::move(server));
}

bool HostileServer::listen(std::unique_ptr<QTcpServer> server)
{
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HostileServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        return false;
    m_port = m_server->serverPort();
    return true;
}

void HostileServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this, socket] { m_came.remove(socket); });
        read(socket);
    }
}

void HostileServer::read(QTcpSocket *socket)
{
    QByteArray &came = m_came[socket];
    const bool isFresh = came.isEmpty();
    came += socket->readAll();
    if (came.isEmpty())
        return;
    m_beginnings += isFresh ? 1 : 0;
    const bool isHttp = came.front() >= 'A' && came.front() <= 'Z';
    if (!isHttp || (m_unread && m_unread(firstLineOf(came)))) {
        reset(socket);
        return;
    }
    const ParsedRequest parsed = parseRequest(came);
    if (parsed.state != ParsedRequest::State::Complete)
        return;
    came.remove(0, parsed.used);
    --m_beginnings;
    answer(socket, m_answer(parsed.request));
}

void HostileServer::answer(QTcpSocket *socket, const RawAnswer &answer)
{
    socket->write(answer.bytes);
    switch (answer.then) {
    case RawAnswer::Then::Keep:
        break;
    case RawAnswer::Then::Close:
        socket->disconnectFromHost(); // sends what is still to be written first
        break;
    case RawAnswer::Then::Reset:
        reset(socket);
        break;
    case RawAnswer::Then::Repeat: {
        const auto refill = [socket, more = answer.more] {
            while (socket->state() == QTcpSocket::ConnectedState && socket->bytesToWrite() < Ahead)
                socket->write(more);
        };
        connect(socket, &QTcpSocket::bytesWritten, this, refill);
        refill();
        break;
    }
    case RawAnswer::Then::Drip: {
        auto *drip = new QTimer(socket);
        drip->callOnTimeout(socket, [socket, more = answer.more] { socket->write(more); });
        drip->start(DripMs);
        break;
    }
    }
}

} // namespace otpdesk
