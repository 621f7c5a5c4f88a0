#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace otpdesk {

/// Everything a call to a provider can end in, other than success. Closed: a provider's own words are
/// mapped to one of these in one function per provider, and the words themselves travel in `detail`.
enum class ErrorKind {
    // Said by the provider, definitely
    WrongKey,        ///< the key is missing, unknown or malformed
    AccountBlocked,  ///< the account is suspended
    NoBalance,       ///< not enough money
    NoStock,         ///< nothing to sell for this offer just now
    PriceChanged,    ///< the price moved; nothing was bought
    BadRequest,      ///< an argument was refused (see `field`)
    NotFound,        ///< no such order, offer or rental, or not ours
    TooEarly,        ///< not yet allowed (early cancel, second resend); see `retryAfter`
    TooLate,         ///< the order's state does not allow it any more
    NoSmsYet,        ///< finishing before any message has come
    RateLimited,     ///< too many requests; see `retryAfter`
    UpstreamRefused, ///< the provider's own supplier refused
    ServiceDown,     ///< 5xx, maintenance, an error page of a proxy
    NotSupported,    ///< this provider has no such function
    Refused,         ///< a refusal in words nobody has mapped
    // Read, but not understood
    Malformed, ///< a required member is missing or of the wrong type (see `field`)
    NotAnApi,  ///< an HTML page where data was expected (captive portal, wrong server address)
    // On the way
    Unreachable, ///< no connection: host not found, refused, network down
    TimedOut,    ///< no complete answer within the deadline
    InsecureTls, ///< the certificate is expired, self-signed or for another host
    Redirected,  ///< the answer is a redirect to another host (named in `detail`)
    TooLarge,    ///< more bytes than any honest answer has
    BadAddress,  ///< the account's server address cannot be used
    Canceled,    ///< given up by us before it was sent
    // On this machine
    StorageFailed, ///< the journal could not be written; nothing was sent
    KeyMissing,    ///< the account has no key in the secret store
    NeedsConsent,  ///< beyond what the person lets the account spend unasked (`field` says which limit)
};

/// Whether the provider may have acted on a request that ended in an error.
enum class Outcome {
    Definite, ///< a parsed refusal, or nothing was sent: it did not happen
    Unknown,  ///< sent, and no readable answer: it may have happened
};

/// Why a call has no value. Its `kind` decides what the window says and offers next.
struct ApiError
{
    ErrorKind kind = ErrorKind::Refused;
    Outcome outcome = Outcome::Definite;
    QString detail;     ///< the provider's own words, cleaned and clamped; untrusted text; may be empty
    QString field;      ///< the argument or member concerned; may be empty
    int httpStatus = 0; ///< 0 where there was none
    std::optional<std::chrono::seconds> retryAfter; ///< how long to wait, where the provider said so

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::ApiError)
