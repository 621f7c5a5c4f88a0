#include "providers/http/httperror.h"

#include <QCoreApplication>

#include <algorithm>

namespace otpdesk {

namespace {

QString certificateWords(const QList<QSslError> &problems)
{
    const auto found = [&problems](std::initializer_list<QSslError::SslError> codes) {
        return std::any_of(problems.cbegin(), problems.cend(), [codes](const QSslError &problem) {
            return std::find(codes.begin(), codes.end(), problem.error()) != codes.end();
        });
    };
    const auto say = [](const char *words) { return QCoreApplication::translate("HttpClient", words); };
    if (found({QSslError::CertificateExpired}))
        return say(QT_TRANSLATE_NOOP("HttpClient", "The server's certificate has expired."));
    if (found({QSslError::CertificateNotYetValid}))
        return say(QT_TRANSLATE_NOOP(
            "HttpClient", "The server's certificate is not valid yet. Check this computer's clock."));
    if (found({QSslError::HostNameMismatch}))
        return say(QT_TRANSLATE_NOOP("HttpClient", "The server's certificate is for another host."));
    if (found({QSslError::CertificateRevoked, QSslError::CertificateBlacklisted}))
        return say(QT_TRANSLATE_NOOP("HttpClient", "The server's certificate has been revoked."));
    if (found({QSslError::SelfSignedCertificate}))
        return say(QT_TRANSLATE_NOOP("HttpClient", "The server's certificate is signed by itself only."));
    if (!problems.isEmpty())
        return say(QT_TRANSLATE_NOOP("HttpClient",
                                     "The server's certificate comes from nobody this computer trusts."));
    return say(QT_TRANSLATE_NOOP("HttpClient", "No secure connection could be agreed with the server."));
}

} // namespace

bool isStatusError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400
        return true;
    default:
        return false;
    }
}

ApiError errorOfNetwork(QNetworkReply::NetworkError error, const QList<QSslError> &certificateProblems)
{
    ApiError mapped;
    mapped.kind = ErrorKind::Unreachable;
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        mapped.kind = ErrorKind::InsecureTls;
        mapped.detail = certificateWords(certificateProblems);
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        mapped.kind = ErrorKind::TimedOut;
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        mapped.detail =
            QCoreApplication::translate("HttpClient", "The proxy wants a user name and password.");
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
        mapped.detail = QCoreApplication::translate("HttpClient", "The proxy does not answer.");
        break;
    default:
        break;
    }
    return mapped;
}

bool isConnectFailure(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::ProxyConnectionRefusedError || error == QNetworkReply::ProxyNotFoundError;
}

} // namespace otpdesk
