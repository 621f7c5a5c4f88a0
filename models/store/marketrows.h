#pragma once

#include "models/markets/markedmarket.h"
#include "models/store/transaction.h"

#include <QList>

namespace otpdesk {

/// Marked markets as rows of the journal.
namespace marketrows {

/// All of them, newest first.
QList<MarkedMarket> marked(Transaction &transaction);
/// Writes what bears a mark, in place of what did. The markets' own `mark` is not looked at.
void replace(Transaction &transaction, MarketMark mark, const QList<MarkedMarket> &markets);

} // namespace marketrows

} // namespace otpdesk
