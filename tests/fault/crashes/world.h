#pragma once

#include "tests/fault/crashes/lane.h"
#include "tests/support/spending.h"

namespace otpdesk {

/// A profile, and what is outside of it.
struct Lane::World
{
    explicit World(quint32 seed);

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
