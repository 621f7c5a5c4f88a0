#pragma once

#include "models/accounts/secretstore.h"

#include <QHash>

namespace otpdesk {

/// Keeps keys in memory: they are gone when the application quits.
class SessionStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    SecretHome home() const override { return SecretHome::Session; }
    QFuture<bool> probe() override;
    QFuture<SecretReply> read(const QString &name) override;
    QFuture<SecretReply> write(const QString &name, const QString &secret, const QString &label) override;
    QFuture<SecretReply> erase(const QString &name) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace otpdesk
