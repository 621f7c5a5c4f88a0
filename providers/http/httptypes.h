#pragma once

#include "providers/types/apierror.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace otpdesk {

/// How often a request may reach the server.
enum class Delivery {
    Repeatable, ///< reads, and creations that carry an idempotency key
    Once,       ///< purchases without such a key, and every change of state
};

/// A request as a wire function writes it: pure data, no network. The key is not in it; HttpClient adds it.
struct HttpRequest
{
    QByteArray method = "GET";
    QString path;    ///< below the base URL, beginning with '/'; not percent-encoded
    QUrlQuery query; ///< values not percent-encoded, but QUrlQuery itself takes "%41" for "A": write "%2541"
    QByteArray body; ///< JSON, or empty
    QByteArray idempotencyKey; ///< sent as `Idempotency-Key` when not empty
    Delivery delivery = Delivery::Repeatable;
    bool spends = false; ///< goes out on a connection of its own
};

/// A complete answer, whatever its status.
struct HttpReply
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QDateTime date; ///< the Date header, UTC; invalid when missing
    std::optional<std::chrono::seconds>
        retryAfter; ///< from seconds or an HTTP date; absurd values capped at a day
    /// Decides what an unreadable body means. Once also for what is repeated under an idempotency key or
    /// spends.
    Delivery delivery = Delivery::Repeatable;
};

} // namespace otpdesk
