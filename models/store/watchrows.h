#pragma once

#include "models/watches/watch.h"
#include "models/store/transaction.h"

#include <QList>

namespace otpdesk {

/// Watches as rows of the journal.
namespace watchrows {

/// Adds it, whatever its `id` says; a market that is watched already gets the new limit. The id; 0 when the
/// transaction failed.
qint64 insert(Transaction &transaction, const Watch &watch);
/// Rewrites the limit. Fails for an id that is unknown.
void update(Transaction &transaction, const Watch &watch);
void remove(Transaction &transaction, qint64 id);
/// The oldest first.
QList<Watch> all(Transaction &transaction);

} // namespace watchrows

} // namespace otpdesk
