#pragma once

#include "models/store/transaction.h"
#include "providers/types/topup.h"

#include <QList>

namespace otpdesk {

/// Invoices as rows of the journal.
namespace topuprows {

/// Adds it, whatever its `key` says. The new key; 0 when the transaction failed.
qint64 insert(Transaction &transaction, const TopUp &topUp);
/// Rewrites the row. Fails for a key that is unknown.
void update(Transaction &transaction, const TopUp &topUp);
/// The live ones, and the newest of the others, at most `most`; newest first.
QList<TopUp> recent(Transaction &transaction, int most);

} // namespace topuprows

} // namespace otpdesk
