#pragma once

#include "providers/simulator/httpserver.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace otpdesk {

/// What a server does with a request that it has read: sends these bytes, then does that.
struct RawAnswer
{
    enum class Then {
        Keep,   ///< leaves the connection open
        Close,  ///< orderly (FIN)
        Reset,  ///< RST
        Repeat, ///< sends `more` again and again, as fast as it is taken
        Drip,   ///< sends `more` again and again, slowly
    };
    QByteArray bytes{};
    Then then = Then::Keep;
    QByteArray more{};
};

/// A server on the loopback interface that sends any bytes at all, HTTP or not, and counts what came to it:
/// whole requests, and connections on which something came that never became one. What cannot become one (a
/// TLS handshake) is reset.
class HostileServer : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<RawAnswer(const ServerRequest &)>;
    /// Whether the connection is to be reset once the first line of a request is there: method, path and
    /// query are known, the rest is not read.
    using Unread = std::function<bool(const ServerRequest &)>;

    explicit HostileServer(Answer answer, Unread unread = {});
    ~HostileServer() override;

    bool listen();
    bool listen(const QSslConfiguration &tls);
    /// Nobody listens on the port any more; port() still tells which it was.
    void close() { m_server->close(); }
    quint16 port() const { return m_port; }
    /// Connections that carried bytes, but no whole request (yet).
    int beginnings() const { return m_beginnings; }

private:
    bool listen(std::unique_ptr<QTcpServer> server);
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const RawAnswer &answer);

    Answer m_answer;
    Unread m_unread;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_came;
    quint16 m_port = 0;
    int m_beginnings = 0;
};

} // namespace otpdesk
