#include "providers/http/httpclient.h"

#include "providers/http/httpaddress.h"
#include "providers/http/httpcall.h"
#include "providers/http/httpheaders.h"

#include <algorithm>

namespace otpdesk {

using namespace std::chrono_literals;

namespace {

/// Shorter waits are the ordinary spacing of requests and nobody's concern.
constexpr std::chrono::milliseconds ShortestNews = 1s;

} // namespace

HttpPolicy HttpPolicy::of(const ProviderInfo &info, Connection connection)
{
    HttpPolicy policy;
    policy.connection = std::move(connection);
    policy.keyInQuery = info.keyInQuery;
    policy.requestsPerMinute = info.requestsPerMinute;
    return policy;
}

class HttpClient::Private
{
public:
    explicit Private(HttpPolicy policy) : channel(std::move(policy)) {}

    HttpChannel channel;
    std::chrono::milliseconds toldUntil{0};

    std::optional<ApiError> problemOf(const HttpRequest &request) const;
};

/// What can be known without sending anything.
std::optional<ApiError> HttpClient::Private::problemOf(const HttpRequest &request) const
{
    const Connection &connection = channel.policy.connection;
    if (auto problem = problemOfAddress(connection.baseUrl))
        return problem;
    ApiError error;
    if (connection.key.isEmpty()) {
        error.kind = ErrorKind::KeyMissing;
        return error;
    }
    if (!isHeaderSafe(connection.key)) {
        error.kind = ErrorKind::WrongKey;
        return error;
    }
    // Identifiers of the provider are part of paths: they must not lead to another function.
    const QStringList segments = request.path.split(u'/');
    const bool climbs = segments.contains(QStringLiteral("..")) || segments.contains(QStringLiteral("."));
    if (!request.path.startsWith(u'/') || climbs) {
        error.kind = ErrorKind::BadRequest;
        error.field = QStringLiteral("path");
        return error;
    }
    if (!isHeaderSafe(QString::fromLatin1(request.idempotencyKey))) {
        error.kind = ErrorKind::BadRequest;
        error.field = QStringLiteral("idempotencyKey");
        return error;
    }
    return {};
}

HttpClient::HttpClient(HttpPolicy policy, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(policy)))
{}

HttpClient::~HttpClient()
{
    // First the line: the end of one call must not send the next. Then the calls, before the channel they
    // use.
    d->channel.limiter.clear();
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
}

Async<HttpReply> HttpClient::send(const HttpRequest &request, Priority priority)
{
    if (auto problem = d->problemOf(request))
        return readyResult<HttpReply>(*problem);
    auto *call = new HttpCall(d->channel, request, priority, this);
    // Queued: whoever hears of it may do anything to this client, and the call is in the middle of its work.
    connect(
        call, &HttpCall::waits, this,
        [this](std::chrono::milliseconds span) {
            const auto now = d->channel.policy.connection.clock->steady();
            if (span < ShortestNews || now + span <= d->toldUntil)
                return;
            d->toldUntil = now + span;
            Q_EMIT throttled(span);
        },
        Qt::QueuedConnection);
    return call->start();
}

std::optional<ApiError> HttpClient::addressProblem(const QUrl &baseUrl)
{
    return problemOfAddress(baseUrl);
}

} // namespace otpdesk
