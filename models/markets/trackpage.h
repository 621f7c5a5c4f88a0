#pragma once

#include "models/markets/tracktally.h"

namespace otpdesk {

/// A part of the history, counted.
struct TrackPage
{
    TrackTally tally;
    qint64 lastKey = 0; ///< of the order it ends with; 0: nothing comes after it
};

} // namespace otpdesk
