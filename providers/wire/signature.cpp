#include "providers/wire/signature.h"

#include <QMessageAuthenticationCode>

namespace otpdesk {

QByteArray hmacSha256Hex(const QByteArray &payload, const QString &secret)
{
    return QMessageAuthenticationCode::hash(payload, secret.toUtf8(), QCryptographicHash::Sha256).toHex();
}

bool signatureMatches(const QByteArray &payload, const QString &secret, const QString &pasted)
{
    QString given = pasted.toLower();
    given.removeIf([](QChar c) { return c.isSpace(); });
    const QString prefix = QStringLiteral("sha256=");
    if (given.startsWith(prefix))
        given.remove(0, prefix.size());
    const QByteArray theirs = given.toUtf8();
    const QByteArray ours = hmacSha256Hex(payload, secret);
    if (secret.isEmpty() || theirs.size() != ours.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < ours.size(); ++i)
        difference |= ours[i] ^ theirs[i];
    return difference == 0;
}

} // namespace otpdesk
