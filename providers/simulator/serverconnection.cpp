#include "providers/simulator/serverconnection.h"

#include "providers/simulator/requestparser.h"
#include "providers/simulator/socketreset.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace otpdesk {

namespace {

/// Bytes taken from the operating system ahead of the request that is being answered.
constexpr qint64 ReadAhead = 64 * 1024;
constexpr std::chrono::milliseconds DripInterval{10};

bool hasHeader(const ServerReply &reply, QByteArrayView name)
{
    return std::any_of(reply.headers.cbegin(), reply.headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray statusLine(int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) + (status < 400 ? " OK\r\n" : " Error\r\n");
}

QByteArray headOf(const ServerReply &reply, qsizetype length, bool keepAlive)
{
    QByteArray head = statusLine(reply.status);
    if (!hasHeader(reply, "Date")) {
        const QString now =
            QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'");
        head += "Date: " + now.toLatin1() + "\r\n";
    }
    if (!reply.contentType.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    if (!keepAlive)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace

ServerConnection::ServerConnection(QTcpSocket *socket, quint64 number, HttpServer::Handler arrived,
                                   QObject *parent)
    : QObject(parent), m_socket(socket), m_arrived(std::move(arrived)), m_number(number)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(ReadAhead);
    connect(m_socket, &QTcpSocket::readyRead, this, &ServerConnection::serve);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_dripTimer.setInterval(DripInterval);
    connect(&m_dripTimer, &QTimer::timeout, this, &ServerConnection::dripNext);
}

void ServerConnection::start()
{
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        serve();
    else
        deleteLater(); // gone before we looked
}

void ServerConnection::abandon()
{
    m_busy = true;
    m_dripTimer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

void ServerConnection::serve()
{
    if (m_busy)
        return;
    m_buffer += m_socket->readAll();
    if (m_buffer.isEmpty())
        return;
    ParsedRequest parsed = parseRequest(m_buffer);
    switch (parsed.state) {
    case ParsedRequest::State::Incomplete:
        break;
    case ParsedRequest::State::Malformed:
        refuse(400);
        break;
    case ParsedRequest::State::TooLarge:
        refuse(413);
        break;
    case ParsedRequest::State::Complete:
        m_buffer.remove(0, parsed.used);
        handle(std::move(parsed.request), parsed.keepAlive);
        break;
    }
}

void ServerConnection::handle(ServerRequest request, bool keepAlive)
{
    m_busy = true;
    request.connection = m_number;
    request.onConnection = m_served++;
    const bool isHead = request.method == "HEAD";
    const ServerReply reply = m_arrived(request);
    const auto answerNow = [this, reply, isHead, keepAlive] { answer(reply, isHead, keepAlive); };
    if (reply.delay.count() > 0)
        QTimer::singleShot(reply.delay, this, answerNow);
    else
        answerNow();
}

void ServerConnection::refuse(int status)
{
    m_busy = true;
    ServerReply reply;
    reply.status = status;
    m_socket->write(headOf(reply, 0, false));
    finishAnswer(false);
}

void ServerConnection::answer(const ServerReply &reply, bool isHead, bool keepAlive)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray body = isHead ? QByteArray() : reply.body;
    const QByteArray head = headOf(reply, reply.body.size(), keepAlive);
    switch (reply.fault) {
    case Fault::None:
        m_socket->write(head + body);
        finishAnswer(keepAlive);
        break;
    case Fault::Drip:
        m_socket->write(head);
        m_toDrip = body;
        m_keepAliveAfterDrip = keepAlive;
        m_dripTimer.start();
        break;
    case Fault::Close:
        finishAnswer(false);
        break;
    case Fault::Reset:
        resetWhenClosed(m_socket->socketDescriptor());
        abandon();
        break;
    case Fault::Garbage:
        m_socket->write("\x01\x02 this is no HTTP\r\n\r\n");
        finishAnswer(false);
        break;
    case Fault::NeverAnswer:
        break;
    case Fault::StallHeaders:
        m_socket->write(statusLine(reply.status));
        break;
    case Fault::StallBody:
    case Fault::Truncate:
    case Fault::WrongLength:
        writePart(reply, head, body);
        break;
    }
}

/// The faults that break off inside a body: an empty one is given one to break off in.
void ServerConnection::writePart(const ServerReply &reply, const QByteArray &head, const QByteArray &body)
{
    if (reply.fault == Fault::WrongLength) {
        m_socket->write(headOf(reply, body.size() + 10, true) + body);
    } else if (body.size() < 2) {
        m_socket->write(headOf(reply, 2, true) + '{');
    } else {
        m_socket->write(head + body.first(body.size() / 2));
    }
    if (reply.fault != Fault::StallBody)
        finishAnswer(false);
}

void ServerConnection::dripNext()
{
    if (!m_toDrip.isEmpty()) {
        m_socket->write(m_toDrip.first(1));
        m_toDrip.remove(0, 1);
    }
    if (m_toDrip.isEmpty()) {
        m_dripTimer.stop();
        finishAnswer(m_keepAliveAfterDrip);
    }
}

void ServerConnection::finishAnswer(bool keepAlive)
{
    if (!keepAlive) {
        m_socket->disconnectFromHost(); // sends what is still to be written first
        return;
    }
    m_busy = false;
    // Queued: a pipelined request must not be answered from inside the answer before it.
    QMetaObject::invokeMethod(this, &ServerConnection::serve, Qt::QueuedConnection);
}

} // namespace otpdesk
