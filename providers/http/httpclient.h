#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"
#include "providers/types/providerinfo.h"
#include "providers/types/result.h"

#include <QObject>

#include <memory>

namespace otpdesk {

/// Everything that governs how one account talks to its server.
struct HttpPolicy
{
    /// What the provider's descriptor says, and the usual for the rest.
    static HttpPolicy of(const ProviderInfo &info, Connection connection);

    Connection connection;
    bool keyInQuery = false; ///< `?api_key=` instead of `Authorization: Bearer`
    int requestsPerMinute = 60;
    std::chrono::milliseconds deadline{30000};     ///< whole answer of a repeatable request, per attempt
    std::chrono::milliseconds onceDeadline{60000}; ///< whole answer of a request sent once
    int attempts = 3;                              ///< of a repeatable request
    std::chrono::milliseconds firstBackOff{500};   ///< doubled each time, with full jitter, at most 30 s
    qint64 largestBody = 64 * 1024 * 1024;         ///< bytes, after decompression
};

/// The request funnel of one account: the only place that touches the network.
///
/// Answers of any status are results; what never became an answer is an ApiError: Unreachable, TimedOut,
/// InsecureTls, Redirected, TooLarge, or, before anything is sent, BadAddress, KeyMissing, WrongKey (a key
/// that no header can hold), BadRequest (a path that is none). Its outcome is Unknown when a request sent
/// once, or repeated under its idempotency key, may have arrived. Repeatable requests are repeated within the
/// policy after a connection failure, 429, 502, 503 and 504. Where one of these comes last, but an earlier
/// attempt may have arrived, it is an error with Outcome::Unknown too. Requests wait for the account's rate
/// limit, urgent ones first. Destroying the client aborts what is under way; the futures are then cancelled.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(HttpPolicy policy, QObject *parent = nullptr);
    ~HttpClient() override;

    Async<HttpReply> send(const HttpRequest &request, Priority priority);

    /// Why an address cannot be used; nothing when it can (https, or http to a loopback address).
    static std::optional<ApiError> addressProblem(const QUrl &baseUrl);

Q_SIGNALS:
    /// The server asked for a pause, or the limit is used up: requests wait this long (ms), a second at
    /// least. For the window.
    void throttled(std::chrono::milliseconds wait);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpdesk
