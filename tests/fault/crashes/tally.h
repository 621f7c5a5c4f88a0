#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>

namespace otpdesk {

/// Where a process was killed.
enum class KillPoint {
    Start,         ///< while it started, or looked up what was open
    AfterIntent,   ///< the intent is written, the provider has not heard of it
    AfterSend,     ///< the provider has acted, and is silent
    BeforeOutcome, ///< it has answered: at a write of what comes of it
    Random,        ///< a random moment, mostly of a purchase
    Migration,     ///< at a write of the schema, or of the step to this version's
    TimelineWrite, ///< a message came: at a write of it
    Cancel,
    Finish,
    Resend,
    Count
};
QString nameOf(KillPoint point);

/// What was counted about one way to spend.
struct CallTally
{
    int kills = 0;
    int purchases = 0; ///< charges in the provider's ledger
    int found = 0;     ///< interrupted ones that came clear by themselves
    int settled = 0;   ///< those about which the person was asked
    int unknown = 0;   ///< charges that no order of the journal accounts for
    int doubles = 0;   ///< charges beside the first of one click
    int wrong = 0;     ///< orders that ended otherwise than at the provider
};

/// The figures of a run.
class Tally
{
public:
    Tally();

    /// By their places in spendings(); behind them one for what concerns no order.
    QList<CallTally> calls;
    std::array<int, static_cast<size_t>(KillPoint::Count)> points{};
    int corrupt = 0;    ///< databases
    int stuck = 0;      ///< processes that did not do what they must, or died of something else
    QStringList damage; ///< each of the above in words

    CallTally &call(int place) { return calls[place < 0 ? calls.size() - 1 : place]; }
    int kills() const;
    bool isClean() const { return damage.isEmpty(); }

    Tally &operator+=(const Tally &other);
    QByteArray toJson() const;
    static Tally fromJson(const QByteArray &json);
    QString table() const;
};

} // namespace otpdesk
