#include "app/startup/singleinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QPromise>
#include <QTimer>

#include <memory>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// One name per profile, short enough for every system's limit on socket names.
QString serverNameOf(const QString &profileDir)
{
    const QString canonical = QFileInfo(profileDir).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QFileInfo(profileDir).absoluteFilePath() : canonical;
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"otpdesk-"_s + QString::fromLatin1(hash.first(24));
}

} // namespace

SingleInstance::SingleInstance(const QString &profileDir, QObject *parent)
    : QObject(parent), m_serverName(serverNameOf(profileDir)), m_lock(profileDir + u"/lock"_s)
{
    // Never by age: a program may run for weeks. A lock whose process is gone is still taken over.
    m_lock.setStaleLockTime(0);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

SingleInstance::Role SingleInstance::claim()
{
    if (!m_lock.tryLock(0))
        return m_lock.error() == QLockFile::LockFailedError ? Role::Second : Role::Impossible;
    listen();
    return Role::First;
}

void SingleInstance::listen()
{
    // We hold the lock, so a socket of that name was left behind by a program that was killed.
    QLocalServer::removeServer(m_serverName);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(m_serverName);
}

void SingleInstance::greet()
{
    // Connecting is the request; nothing is read, so nothing a stranger sends can matter.
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->write("shown\n");
        socket->disconnectFromServer();
        Q_EMIT showRequested();
    }
}

QFuture<bool> SingleInstance::askFirstToShow(std::chrono::milliseconds timeout)
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    auto *socket = new QLocalSocket(this);
    const auto end = [promise, socket](bool shown) {
        if (promise->future().isFinished())
            return;
        promise->addResult(shown);
        promise->finish();
        socket->deleteLater();
    };
    connect(socket, &QLocalSocket::readyRead, this, [end] { end(true); });
    connect(socket, &QLocalSocket::disconnected, this, [end, socket] { end(socket->bytesAvailable() > 0); });
    connect(socket, &QLocalSocket::errorOccurred, this, [end, socket] { end(socket->bytesAvailable() > 0); });
    QTimer::singleShot(timeout, socket, [end] { end(false); });
    // Later: an error at once would end the call before it has returned.
    QMetaObject::invokeMethod(
        socket, [socket, name = m_serverName] { socket->connectToServer(name); }, Qt::QueuedConnection);
    return promise->future();
}

} // namespace otpdesk
