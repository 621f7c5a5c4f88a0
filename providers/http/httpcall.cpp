#include "providers/http/httpcall.h"

#include "providers/http/httpaddress.h"
#include "providers/http/httpheaders.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcHttp, "otpdesk.http", QtInfoMsg)

namespace {

HttpPolicy withOverrides(HttpPolicy policy)
{
    if (const auto deadline = policy.connection.deadline)
        policy.deadline = policy.onceDeadline = *deadline;
    policy.largestBody = policy.connection.largestBody.value_or(policy.largestBody);
    return policy;
}

constexpr int MostRedirects = 5;
/// A rest asked for by the server holds back polls for so long at most; a person sees the rest of it as an
/// error.
constexpr std::chrono::seconds LongestPause{300};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

HttpChannel::HttpChannel(HttpPolicy accountPolicy)
    : policy(withOverrides(std::move(accountPolicy))),
      limiter(*policy.connection.clock, policy.requestsPerMinute),
      retry(policy.attempts, policy.firstBackOff,
            [] { return QRandomGenerator::global()->generateDouble(); }),
      userReads(makeNetworkManager(policy.connection)),
      otherReads(makeNetworkManager(policy.connection))
{}

HttpCall::HttpCall(HttpChannel &channel, HttpRequest request, Priority priority, QObject *parent)
    : QObject(parent), m_channel(channel), m_request(std::move(request)), m_priority(priority)
{
    const HttpPolicy &policy = m_channel.policy;
    m_url = addressOf(policy.connection.baseUrl, m_request,
                      policy.keyInQuery ? policy.connection.key : QString());
    m_backOff = policy.connection.clock->alarm([this] { queue(); });
    m_promise.start();
}

HttpCall::~HttpCall()
{
    if (m_ticket)
        m_channel.limiter.leave(m_ticket);
}

Async<HttpReply> HttpCall::start()
{
    Async<HttpReply> future = m_promise.future();
    queue();
    return future;
}

/// Without consequences, whatever happens to it.
bool HttpCall::isRead() const
{
    return !hasConsequences() && m_request.method == "GET";
}

/// Money or state may change when it arrives.
bool HttpCall::hasConsequences() const
{
    return m_request.delivery == Delivery::Once || m_request.spends || !m_request.idempotencyKey.isEmpty();
}

void HttpCall::queue()
{
    const auto line = isOneShot() ? RateLimiter::Line::Own : RateLimiter::Line::Shared;
    m_ticket = m_channel.limiter.enter(m_priority, line, [this] { attempt(); });
    if (!m_job)
        Q_EMIT waits(m_channel.limiter.wait());
}

AttemptPlan HttpCall::plan() const
{
    const HttpPolicy &policy = m_channel.policy;
    AttemptPlan plan;
    plan.method = m_request.method;
    plan.body = m_request.body;
    plan.oneShot = isOneShot();
    plan.deadline = m_request.delivery == Delivery::Once ? policy.onceDeadline : policy.deadline;
    plan.largestBody = policy.largestBody;

    QNetworkRequest &request = plan.request;
    request.setUrl(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QSslConfiguration tls = policy.connection.tls;
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    request.setSslConfiguration(tls);
    request.setRawHeader("User-Agent", "OTPDesk/" OTPDESK_VERSION);
    request.setRawHeader("Accept", "application/json, text/plain;q=0.9, */*;q=0.5");
    if (!m_request.body.isEmpty())
        request.setRawHeader("Content-Type", "application/json");
    if (!policy.keyInQuery)
        request.setRawHeader("Authorization", "Bearer " + policy.connection.key.toLatin1());
    if (!m_request.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", m_request.idempotencyKey);
    return plan;
}

void HttpCall::attempt()
{
    ++m_attempts;
    const HttpPolicy &policy = m_channel.policy;
    qCDebug(lcHttp).noquote() << m_request.method << withoutSecrets(m_url) << "attempt" << m_attempts;
    if (isOneShot())
        m_job = new HttpJob(makeNetworkManager(policy.connection), plan(), this);
    else if (m_priority == Priority::User)
        m_job = new HttpJob(*m_channel.userReads, plan(), this);
    else
        m_job = new HttpJob(*m_channel.otherReads, plan(), this);
    connect(m_job, &HttpJob::ended, this, &HttpCall::attemptEnded);
}

void HttpCall::attemptEnded(const Attempt &attempt)
{
    m_job->deleteLater();
    m_job = nullptr;
    m_channel.limiter.leave(std::exchange(m_ticket, 0));

    if (attempt.result) {
        answered(attempt.result.value(), attempt);
        return;
    }
    m_mayHaveArrived = m_mayHaveArrived || attempt.mayHaveArrived;
    const ApiError &error = attempt.result.error();
    qCDebug(lcHttp).noquote() << m_request.method << withoutSecrets(m_url) << "failed" << int(error.kind);
    if (error.kind != ErrorKind::Unreachable || !tryAgain({}))
        fail(error);
}

void HttpCall::answered(HttpReply reply, const Attempt &attempt)
{
    const QDateTime now = reply.date.isValid() ? reply.date : m_channel.policy.connection.clock->utc();
    reply.retryAfter = readRetryAfter(attempt.retryAfter, now);
    // Of a purchase that is repeated under its key, an unreadable answer means as little as of any other.
    reply.delivery = hasConsequences() ? Delivery::Once : Delivery::Repeatable;
    qCDebug(lcHttp).noquote() << m_request.method << withoutSecrets(m_url) << reply.status;

    if (isRedirect(reply.status) && !attempt.location.isEmpty()) {
        m_mayHaveArrived = true;
        redirected(attempt.location);
        return;
    }
    if (RetryPolicy::isPassing(reply.status)) {
        // A state change that is refused for a while (an early cancel) says nothing about the account's
        // limit.
        if (m_request.delivery == Delivery::Repeatable && reply.retryAfter) {
            const auto rest = std::min(*reply.retryAfter, LongestPause);
            m_channel.limiter.pause(rest);
            Q_EMIT waits(rest);
        }
        if (tryAgain(reply.retryAfter))
            return;
    }
    if (m_mayHaveArrived && hasConsequences() && reply.status >= 400) {
        // An earlier attempt was lost on the way: whoever refuses this one (a page of a firewall, a key that
        // was changed meanwhile) does not answer for that one. Asked again, the provider itself will.
        ApiError error;
        error.kind = reply.status == 429   ? ErrorKind::RateLimited
                     : reply.status >= 500 ? ErrorKind::ServiceDown
                                           : ErrorKind::Refused;
        error.httpStatus = reply.status;
        error.retryAfter = reply.retryAfter;
        fail(error);
        return;
    }
    finish(reply);
}

void HttpCall::redirected(const QByteArray &location)
{
    QUrl target = m_url.resolved(QUrl::fromEncoded(location));
    ApiError error;
    error.kind = ErrorKind::Redirected;
    if (!isRead() || !target.isValid() || !sameOrigin(m_url, target)) {
        error.detail = target.host();
        fail(error);
        return;
    }
    if (++m_redirects > MostRedirects) {
        error.detail = QCoreApplication::translate("HttpClient", "The server redirects in a circle.");
        fail(error);
        return;
    }
    const HttpPolicy &policy = m_channel.policy;
    if (policy.keyInQuery) {
        QUrlQuery query(target);
        query.removeAllQueryItems(u"api_key"_s);
        query.addQueryItem(u"api_key"_s, QString::fromLatin1(QUrl::toPercentEncoding(policy.connection.key)));
        target.setQuery(query);
    }
    m_url = target;
    --m_attempts; // the next hop of the same attempt
    queue();
}

/// False when the policy says that it is enough.
bool HttpCall::tryAgain(std::optional<std::chrono::seconds> retryAfter)
{
    if (m_request.delivery == Delivery::Once)
        return false;
    const auto wait = m_channel.retry.waitAfter(m_attempts, retryAfter);
    if (wait)
        m_backOff->start(*wait);
    return wait.has_value();
}

void HttpCall::fail(ApiError error)
{
    error.outcome = hasConsequences() && m_mayHaveArrived ? Outcome::Unknown : Outcome::Definite;
    finish(error);
}

void HttpCall::finish(Result<HttpReply> result)
{
    // First, for whoever waits may destroy the client and with it this.
    deleteLater();
    QPromise<Result<HttpReply>> promise = std::move(m_promise);
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace otpdesk
