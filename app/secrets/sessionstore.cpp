#include "app/secrets/sessionstore.h"

#include "providers/types/result.h"

namespace otpdesk {

QFuture<bool> SessionStore::probe()
{
    return readyFuture(true);
}

QFuture<SecretReply> SessionStore::read(const QString &name)
{
    return readyFuture(SecretReply{true, m_secrets.value(name), {}, {}});
}

QFuture<SecretReply> SessionStore::write(const QString &name, const QString &secret, const QString &)
{
    m_secrets.insert(name, secret);
    return readyFuture(SecretReply{true, {}, {}, {}});
}

QFuture<SecretReply> SessionStore::erase(const QString &name)
{
    m_secrets.remove(name);
    return readyFuture(SecretReply{true, {}, {}, {}});
}

} // namespace otpdesk
