#include "providers/simulator/httpserver.h"

#include "providers/simulator/serverconnection.h"

#include <QSslServer>
#include <QTcpServer>

namespace otpdesk {

class HttpServer::Private
{
public:
    Handler handler;
    std::unique_ptr<QTcpServer> server;
    QString errorText;
    quint64 connections = 0;
    int arrivals = 0;

    bool listen(HttpServer *q, std::unique_ptr<QTcpServer> made, quint16 port);
    void accept(HttpServer *q);
};

bool HttpServer::Private::listen(HttpServer *q, std::unique_ptr<QTcpServer> made, quint16 port)
{
    q->close();
    if (!made->listen(QHostAddress::LocalHost, port)) {
        errorText = made->errorString();
        return false;
    }
    errorText.clear();
    server = std::move(made);
    // Not newConnection(): over TLS a connection is ready only after its handshake.
    connect(server.get(), &QTcpServer::pendingConnectionAvailable, q, [this, q] { accept(q); });
    return true;
}

void HttpServer::Private::accept(HttpServer *q)
{
    while (QTcpSocket *socket = server ? server->nextPendingConnection() : nullptr) {
        const auto arrived = [this](const ServerRequest &request) {
            ++arrivals;
            return handler(request);
        };
        auto *connection = new ServerConnection(socket, ++connections, arrived, q);
        connection->start();
    }
}

HttpServer::HttpServer(Handler handler, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
}

HttpServer::~HttpServer()
{
    close();
}

bool HttpServer::listen(quint16 port)
{
    return d->listen(this, std::make_unique<QTcpServer>(), port);
}

bool HttpServer::listenTls(const QSslConfiguration &tls, quint16 port)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return d->listen(this, std::move(server), port);
}

void HttpServer::close()
{
    if (!d->server)
        return;
    d->server->close();
    d->server.release()->deleteLater(); // we may be inside one of its signals
    const auto connections = findChildren<ServerConnection *>(Qt::FindDirectChildrenOnly);
    for (ServerConnection *connection : connections)
        connection->abandon();
}

quint16 HttpServer::port() const
{
    return d->server ? d->server->serverPort() : 0;
}

QString HttpServer::errorText() const
{
    return d->errorText;
}

int HttpServer::arrivals() const
{
    return d->arrivals;
}

} // namespace otpdesk
