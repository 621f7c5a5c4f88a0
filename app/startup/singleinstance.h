#pragma once

#include <QFuture>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>

namespace otpdesk {

/// Keeps two programs from using one profile. The first holds a lock; a later one asks it to show its window.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,     ///< the profile is ours until this object is gone
        Second,    ///< somebody else has it
        Impossible ///< the lock cannot be written
    };

    explicit SingleInstance(const QString &profileDir, QObject *parent = nullptr);

    /// Takes the profile when nobody has it. The lock of a program that was killed is taken over.
    Role claim();
    /// Asks the program that has the profile to show its window; false when it does not answer in time.
    QFuture<bool> askFirstToShow(std::chrono::milliseconds timeout = std::chrono::seconds(5));

Q_SIGNALS:
    /// Another start was asked for: show the window.
    void showRequested();

private:
    void listen();
    void greet();

    QString m_serverName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace otpdesk
