#pragma once

#include "providers/http/httpclient.h"
#include "providers/http/httpjob.h"
#include "providers/http/ratelimiter.h"
#include "providers/http/retrypolicy.h"

#include <QPointer>
#include <QPromise>

#include <optional>

namespace otpdesk {

/// What the calls of one account share.
struct HttpChannel
{
    HttpPolicy policy;
    RateLimiter limiter;
    RetryPolicy retry;
    std::unique_ptr<QNetworkAccessManager> userReads; ///< apart, so that Qt never queues a click behind polls
    std::unique_ptr<QNetworkAccessManager> otherReads;

    explicit HttpChannel(HttpPolicy accountPolicy);
};

/// One request until its end: waits for its turn, attempts, follows redirects, tries again. Deletes itself
/// when it has ended; destroying it earlier aborts and cancels its future.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    /// The channel must outlive this.
    HttpCall(HttpChannel &channel, HttpRequest request, Priority priority, QObject *parent);
    ~HttpCall() override;

    /// Gets in line; the request may go out before this returns.
    Async<HttpReply> start();

Q_SIGNALS:
    /// The request waits for the rate limit, or the server asked for a rest.
    void waits(std::chrono::milliseconds span);

private:
    void queue();
    void attempt();
    void attemptEnded(const Attempt &attempt);
    void answered(HttpReply reply, const Attempt &attempt);
    void redirected(const QByteArray &location);
    bool tryAgain(std::optional<std::chrono::seconds> retryAfter);
    AttemptPlan plan() const;
    void fail(ApiError error);
    void finish(Result<HttpReply> result);

    bool isRead() const;
    /// Each attempt is exactly one arrival, on a connection of its own: what failed before the request went
    /// out can be told from what failed after.
    bool isOneShot() const { return hasConsequences(); }
    bool hasConsequences() const;

    HttpChannel &m_channel;
    HttpRequest m_request;
    Priority m_priority;
    QUrl m_url;
    QPromise<Result<HttpReply>> m_promise;
    std::unique_ptr<Alarm> m_backOff;
    QPointer<HttpJob> m_job;
    RateLimiter::Ticket m_ticket = 0;
    int m_attempts = 0;
    int m_redirects = 0;
    bool m_mayHaveArrived = false; ///< any attempt so far
};

} // namespace otpdesk
