#include "tests/support/tlsfixture.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace otpdesk::tls {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(OTPDESK_TEST_DATA "/tls/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No test data: %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

QSslConfiguration server(const QString &certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contentOf(certificate + u".pem"_s)));
    configuration.setPrivateKey(QSslKey(contentOf(u"server.key"_s), QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QSslConfiguration trustingClient()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(contentOf(u"ca.pem"_s))});
    return configuration;
}

} // namespace otpdesk::tls
