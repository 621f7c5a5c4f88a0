#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

namespace otpdesk {

/// A request as it arrived.
struct ServerRequest
{
    QByteArray method;
    QString path; ///< decoded, without query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    quint64 connection = 0; ///< which connection it came on
    int onConnection = 0;   ///< how many came before it on that connection
};

/// What goes wrong after a request was read and handled.
enum class Fault {
    None,
    Close,        ///< closes without an answer
    Reset,        ///< resets the connection
    Garbage,      ///< answers bytes that are no HTTP
    NeverAnswer,  ///< stays silent, connection open
    StallHeaders, ///< a status line, and nothing more
    StallBody,    ///< headers and half of the body, and nothing more
    Truncate,     ///< closes in the middle of the body
    WrongLength,  ///< promises more bytes than it sends, then closes
    Drip,         ///< one byte of the body at a time
};

/// An answer of the simulated server, and what goes wrong with it on its way.
struct ServerReply
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< further ones, e.g. Retry-After, Location
    Fault fault = Fault::None;
    std::chrono::milliseconds delay{0}; ///< before anything is answered
};

/// A small HTTP/1.1 server on the loopback interface, for the simulator and for tests. Understands
/// Content-Length bodies, keep-alive and pipelined requests; refuses requests over 1 MiB with 413, malformed
/// ones with 400.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<ServerReply(const ServerRequest &)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Listens on 127.0.0.1, port 0 for any free one. False: see errorText().
    bool listen(quint16 port = 0);
    /// The same over TLS; the configuration holds certificate and key.
    bool listenTls(const QSslConfiguration &tls, quint16 port = 0);
    void close();
    quint16 port() const;
    QString errorText() const;

    /// Requests read completely since the start, whatever was answered.
    int arrivals() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpdesk
