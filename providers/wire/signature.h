#pragma once

#include <QByteArray>
#include <QString>

namespace otpdesk {

/// HMAC-SHA256 of `payload` with the secret as the key, in lower-case hexadecimal.
QByteArray hmacSha256Hex(const QByteArray &payload, const QString &secret);

/// Whether `pasted` is that: with or without "sha256=" before it, in any case, with white space around or in
/// it. Takes as long for a wrong one as for the right one. An empty secret matches nothing.
bool signatureMatches(const QByteArray &payload, const QString &secret, const QString &pasted);

} // namespace otpdesk
