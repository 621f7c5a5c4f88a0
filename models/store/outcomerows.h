#pragma once

#include "models/markets/trackpage.h"
#include "models/store/transaction.h"

#include <QSet>

namespace otpdesk {

/// What the journal's orders tell about the offers they were bought from.
namespace outcomerows {

/// At most `most` of those that have ended, by key, from above `afterKey` on; these ones are left out.
TrackPage page(Transaction &transaction, qint64 afterKey, int most, const QSet<qint64> &except);

} // namespace outcomerows

} // namespace otpdesk
