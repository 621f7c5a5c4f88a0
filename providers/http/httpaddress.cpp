#include "providers/http/httpaddress.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

std::optional<ApiError> problemOfAddress(const QUrl &baseUrl)
{
    const auto problem = [](const char *words) {
        ApiError error;
        error.kind = ErrorKind::BadAddress;
        error.detail = QCoreApplication::translate("HttpClient", words);
        return error;
    };
    const QString scheme = baseUrl.scheme();
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return problem(QT_TRANSLATE_NOOP("HttpClient", "The server address must begin with https://."));
    if (scheme == "http"_L1 && !isLoopback(baseUrl.host()))
        return problem(QT_TRANSLATE_NOOP("HttpClient",
                                         "Use https://. Without it, others could read the key on its way."));
    if (!baseUrl.userInfo().isEmpty())
        return problem(QT_TRANSLATE_NOOP("HttpClient", "Remove the user name from the server address."));
    if (baseUrl.hasQuery() || baseUrl.hasFragment())
        return problem(
            QT_TRANSLATE_NOOP("HttpClient", "Remove everything from ? or # on in the server address."));
    return {};
}

QUrl addressOf(const QUrl &baseUrl, const HttpRequest &request, const QString &queryKey)
{
    QUrl url = baseUrl;
    QString path = baseUrl.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QString::fromLatin1(QUrl::toPercentEncoding(request.path, "/")), QUrl::StrictMode);

    // Encoded by us: QUrlQuery would send '+' as it is, which many servers read as a space.
    QStringList items;
    const auto written = request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : written)
        items += encoded(name) + u'=' + encoded(value);
    if (!queryKey.isEmpty())
        items += u"api_key="_s + encoded(queryKey);
    if (!items.isEmpty())
        url.setQuery(items.join(u'&'), QUrl::StrictMode);
    return url;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b) && b.userInfo().isEmpty();
}

QString withoutSecrets(const QUrl &url)
{
    return url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

} // namespace otpdesk
