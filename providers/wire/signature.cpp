#include "providers/wire/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace otpdesk {

using namespace Qt::StringLiterals;

QByteArray hmacSha256Hex(const QByteArray &payload, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(payload, secret, QCryptographicHash::Sha256).toHex();
}

bool signatureMatches(const QByteArray &payload, const QString &secret, const QString &pasted)
{
    QString signature = pasted.trimmed();
    if (signature.startsWith("sha256="_L1, Qt::CaseInsensitive))
        signature = signature.mid(7).trimmed();
    const QByteArray given = signature.toLower().toUtf8();
    const QByteArray right = hmacSha256Hex(payload, secret.toUtf8());
    if (given.size() != right.size())
        return false;
    // No early exit: where the first difference stands must not show in the time this takes.
    uchar difference = 0;
    for (qsizetype i = 0; i < right.size(); ++i)
        difference |= uchar(given[i]) ^ uchar(right[i]);
    return difference == 0;
}

} // namespace otpdesk
