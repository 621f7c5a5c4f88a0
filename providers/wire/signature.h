#pragma once

#include <QByteArray>
#include <QString>

namespace otpdesk {

/// HMAC-SHA256 of the payload, as 64 hexadecimal digits in lower case.
QByteArray hmacSha256Hex(const QByteArray &payload, const QByteArray &secret);

/// Whether `pasted` is the signature of the payload under this secret: its hexadecimal digits in either case,
/// with "sha256=" before them or not, and whatever space came along from the clipboard. Takes as long for a
/// wrong signature as for the right one.
bool signatureMatches(const QByteArray &payload, const QString &secret, const QString &pasted);

} // namespace otpdesk
