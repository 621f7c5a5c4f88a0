#pragma once

#include "tests/fault/matrix/hostileserver.h"
#include "tests/support/wirerow.h"

#include <functional>
#include <optional>

namespace otpdesk {

/// How many whole requests may come.
struct Arrivals
{
    int fewest = 1;
    int most = 1;
};

/// What a call must come to under a fault.
struct Ending
{
    QList<ErrorKind> kinds{}; ///< any of these; empty: no error at all
    bool mayBeValue = false;  ///< an answer is an end, too
    /// Of an error of a call that changes something. One of a read is always definite.
    Outcome outcome = Outcome::Unknown;
    Arrivals read{};
    Arrivals keyed{};
    Arrivals once{};
    std::optional<int> retryAfter{}; ///< what the person is told to wait (s); nothing: not said
    int longestWait = 0;             ///< clock time until the end (s) at most, beside back-off

    Arrivals arrivals(WireDelivery delivery) const;
};

/// Where a fault sits.
enum class Where {
    ClosedPort,
    UnknownHost,
    ExpiredCertificate,
    OtherHostsCertificate,
    BrokenHandshake,
    UnreadRequest, ///< the row's own request, after its first line
    Answer,        ///< to the row's own request; what else the call asks for is answered
    Departure,     ///< the account is removed while the call is under way
};

/// One form of a fault.
struct Variant
{
    QString name{};
    RawAnswer answer{};
    std::optional<RawAnswer> lesser{}; ///< instead, to a client that takes 1 MiB only
    std::optional<RawAnswer> twin{};   ///< the call must come to what it comes to with this answer
};

struct FaultCase
{
    QString name;
    QString what; ///< what the server does
    Where where = Where::Answer;
    /// The forms it has for a row and that row's documented answer; none: it cannot happen to it.
    std::function<QList<Variant>(const WireRow &row, const WireCase &answer)> variants;
    Ending ending;
    bool isTwin = false;   ///< it comes to what the twin comes to, whatever that is
    bool isSilent = false; ///< only the deadline ends it
    bool isSlow = false;   ///< takes its time without anybody working: all rows at a time
    /// More bytes than an honest answer has. The first row of each provider and delivery takes them up to the
    /// true limit, and the growth of memory is of interest; all others up to 1 MiB.
    bool isLarge = false;
};

/// Rows that come to something else under some faults, and why.
struct Exception
{
    QString faults; ///< in words, as all of these
    QString rows;
    QString end;
    QString why;
    std::function<bool(const FaultCase &fault, const WireRow &row, const WireCase &answer)> fits;
    std::function<Ending(Ending usual)> instead;
};

const QList<FaultCase> &faultCases();
const QList<Exception> &exceptions();

/// What is expected of this row under this fault.
Ending endingOf(const FaultCase &fault, const WireRow &row, const WireCase &answer);

/// The expectations as a Markdown table, for people.
QString tableInMarkdown();

} // namespace otpdesk
