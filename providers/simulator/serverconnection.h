#pragma once

#include "providers/simulator/httpserver.h"

#include <QTcpSocket>
#include <QTimer>

namespace otpdesk {

/// One connection of an HttpServer: reads requests, answers them in their order, and misbehaves as told.
/// Deletes itself when the connection has ended.
class ServerConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over. `arrived` is called for each complete request.
    ServerConnection(QTcpSocket *socket, quint64 number, HttpServer::Handler arrived, QObject *parent);

    /// Reads what has already come.
    void start();
    /// Ends the connection at once.
    void abandon();

private:
    void serve();
    void handle(ServerRequest request, bool keepAlive);
    void refuse(int status);
    void answer(const ServerReply &reply, bool isHead, bool keepAlive);
    void writePart(const ServerReply &reply, const QByteArray &head, const QByteArray &body);
    void dripNext();
    void finishAnswer(bool keepAlive);

    QTcpSocket *m_socket;
    HttpServer::Handler m_arrived;
    QByteArray m_buffer;
    QByteArray m_toDrip;
    QTimer m_dripTimer;
    quint64 m_number;
    int m_served = 0;
    bool m_busy = false; ///< a request is being answered; the next one waits
    bool m_keepAliveAfterDrip = true;
};

} // namespace otpdesk
