#pragma once

#include "models/catalog/tracktally.h"
#include "models/store/transaction.h"

#include <QSet>

namespace otpdesk {

/// What the journal's orders tell about the offers they were bought from.
namespace outcomerows {

/// Of all orders that have ended but these.
TrackTally tally(Transaction &transaction, const QSet<qint64> &except);

} // namespace outcomerows

} // namespace otpdesk
