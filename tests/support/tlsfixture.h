#pragma once

#include <QSslConfiguration>
#include <QString>

namespace otpdesk::tls {

/// What a test server shows: "server", "expired" or "otherhost" of tests/data/tls.
QSslConfiguration server(const QString &certificate);

/// What a client needs to trust the authority that signed them, and nobody else.
QSslConfiguration trustingClient();

} // namespace otpdesk::tls
