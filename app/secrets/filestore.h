#pragma once

#include "models/accounts/secretstore.h"

#include <QMap>

namespace otpdesk {

/// Keeps keys in a file which only the user may read. The keys stand in it as they are, as plain text: any
/// program the user runs, and whoever has the disk, can read them. For machines that have no keyring.
class FileStore : public SecretStore
{
    Q_OBJECT

public:
    explicit FileStore(QString file, QObject *parent = nullptr);

    SecretHome home() const override { return SecretHome::File; }
    /// Whether its folder can be written.
    QFuture<bool> probe() override;
    /// Failed when the file is there and makes no sense; it is then never written over.
    QFuture<SecretReply> read(const QString &name) override;
    QFuture<SecretReply> write(const QString &name, const QString &secret, const QString &label) override;
    QFuture<SecretReply> erase(const QString &name) override;

private:
    using Secrets = QMap<QString, QString>;
    /// Fills `secrets`, or says why not.
    SecretReply load(Secrets &secrets) const;
    SecretReply save(const Secrets &secrets) const;

    QString m_file;
};

} // namespace otpdesk
