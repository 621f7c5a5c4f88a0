#pragma once

#include "app/secrets/secretservicejob_linux.h"

#include <QPromise>

#include <deque>
#include <memory>

namespace otpdesk {

/// Keeps keys in the desktop's keyring (GNOME Keyring, KWallet, KeePassXC…) over the session bus. A call that
/// has the user unlock it takes as long as the user does, two minutes at most.
class SecretServiceStore : public SecretStore
{
    Q_OBJECT

public:
    /// `busAddress` empty: the session bus.
    explicit SecretServiceStore(SecretServiceLimits limits = {}, const QString &busAddress = {},
                                QObject *parent = nullptr);
    ~SecretServiceStore() override;

    SecretHome home() const override { return SecretHome::Keyring; }
    /// Whether a service runs or could be started.
    QFuture<bool> probe() override;
    QFuture<SecretReply> read(const QString &name) override;
    QFuture<SecretReply> write(const QString &name, const QString &secret, const QString &label) override;
    QFuture<SecretReply> erase(const QString &name) override;

private:
    struct Waiting
    {
        SecretRequest request;
        std::shared_ptr<QPromise<SecretReply>> promise;
    };

    QFuture<SecretReply> enqueue(SecretRequest request);
    void startNext();
    void finish(const SecretReply &reply);

    QString m_connectionName;
    QDBusConnection m_bus;
    SecretServiceLimits m_limits;
    std::deque<Waiting> m_queue; ///< the first one is under way
};

} // namespace otpdesk
