#pragma once

#include "models/accounts/secretstore.h"

#include <QHash>

namespace otpdesk {

/// A secret store in memory.
class Drawer : public SecretStore
{
public:
    SecretHome home() const override { return SecretHome::Session; }
    QFuture<bool> probe() override { return readyFuture(true); }
    QFuture<SecretReply> read(const QString &name) override
    {
        return readyFuture(SecretReply{true, m_kept.value(name), {}, {}});
    }
    QFuture<SecretReply> write(const QString &name, const QString &secret, const QString &) override
    {
        m_kept[name] = secret;
        return readyFuture(SecretReply{true, {}, {}, {}});
    }
    QFuture<SecretReply> erase(const QString &name) override
    {
        m_kept.remove(name);
        return readyFuture(SecretReply{true, {}, {}, {}});
    }

private:
    QHash<QString, QString> m_kept;
};

} // namespace otpdesk
