#include "app/secrets/filestore.h"

#include "providers/types/result.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

SecretReply failed(const QString &file, const QString &why)
{
    return {false, {}, SecretProblem::Failed, u"%1: %2"_s.arg(file, why)};
}

} // namespace

FileStore::FileStore(QString file, QObject *parent) : SecretStore(parent), m_file(std::move(file)) {}

QFuture<bool> FileStore::probe()
{
    return readyFuture(QFileInfo(QFileInfo(m_file).path()).isWritable());
}

QFuture<SecretReply> FileStore::read(const QString &name)
{
    Secrets secrets;
    SecretReply reply = load(secrets);
    if (reply.ok)
        reply.secret = secrets.value(name);
    return readyFuture(reply);
}

QFuture<SecretReply> FileStore::write(const QString &name, const QString &secret, const QString &)
{
    Secrets secrets;
    if (const SecretReply loaded = load(secrets); !loaded.ok)
        return readyFuture(loaded);
    secrets.insert(name, secret);
    return readyFuture(save(secrets));
}

QFuture<SecretReply> FileStore::erase(const QString &name)
{
    Secrets secrets;
    const SecretReply loaded = load(secrets);
    if (!loaded.ok || secrets.remove(name) == 0)
        return readyFuture(loaded);
    return readyFuture(save(secrets));
}

SecretReply FileStore::load(Secrets &secrets) const
{
    QFile file(m_file);
    if (!file.exists())
        return {true, {}, {}, {}};
    if (!file.open(QFile::ReadOnly))
        return failed(m_file, file.errorString());
    // It may have been restored from a backup or copied by hand.
    file.setPermissions(OwnerOnly);
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!document.isObject())
        return failed(m_file, parse.error ? parse.errorString() : u"not a list of keys"_s);
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        secrets.insert(it.key(), it.value().toString());
    return {true, {}, {}, {}};
}

SecretReply FileStore::save(const Secrets &secrets) const
{
    QJsonObject object;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        object.insert(it.key(), it.value());
    // The new file takes the old one's place in one step, and nobody else can read it at any moment.
    QSaveFile file(m_file);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(OwnerOnly))
        return failed(m_file, file.errorString());
    file.write(QJsonDocument(object).toJson());
    if (!file.commit())
        return failed(m_file, file.errorString());
    return {true, {}, {}, {}};
}

} // namespace otpdesk
