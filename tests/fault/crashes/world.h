#pragma once

#include "providers/simulator/simulator.h"
#include "providers/types/clock.h"
#include "tests/fault/crashes/buyerprocess.h"
#include "tests/fault/crashes/journalfile.h"
#include "tests/fault/crashes/reckoning.h"
#include "tests/support/spending.h"

#include <QSet>
#include <QTemporaryDir>

#include <memory>

namespace otpdesk {

/// A profile, and what is outside of it.
struct CrashWorld
{
    explicit CrashWorld(quint32 seed);

    /// Starts the process that buys, and has it open the journal; `arms` comes before.
    void start(const QString &arms = {});
    /// For the provider and the process alike.
    void skip(std::chrono::milliseconds span);
    /// Has it spend, by the call at this place in spendings(): the Nth offer, or on the order `key`.
    void click(int call, int offer);

    QTemporaryDir profile;
    SteerableClock clock{SteerableClock::Mode::Running};
    Simulator simulator;
    Cashier cashier;
    std::unique_ptr<BuyerProcess> buyer;
    JournalLook last;         ///< as the last kill left it
    QSet<qint64> interrupted; ///< keys of purchases that were open at a start
    QSet<qint64> asked;       ///< of those about which the person was
    QSet<QString> reported;   ///< charges found unknown, so that each is counted once
    qint64 key = 0;           ///< of the order that is acted on
    int clicks = 0;
};

} // namespace otpdesk
