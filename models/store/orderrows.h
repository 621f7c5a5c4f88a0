#pragma once

#include "models/store/transaction.h"
#include "providers/types/order.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace otpdesk {

/// Orders and their messages as rows of the journal.
namespace orderrows {

/// Adds the order, with its messages, whatever its `key` says. The new key; 0 when the transaction failed.
qint64 insert(Transaction &transaction, const Order &order);
/// Rewrites the order's row and adds the messages that are not there yet. Fails for a key that is unknown.
void update(Transaction &transaction, const Order &order);

/// Orders the provider may still change, in order of purchase.
QList<Order> live(Transaction &transaction);
/// Ended orders of a kind with a key below `beforeKey` (0: any), newest first, at most `most`.
QList<Order> ended(Transaction &transaction, OfferKind kind, qint64 beforeKey, int most);

/// Which of these ids the account's orders have, ended ones included, and the keys of those orders.
QHash<QString, qint64> keysOf(Transaction &transaction, const QString &accountId, const QStringList &ids);

/// What an account's purchases since then have cost, less what was refunded. Purchases that nobody has
/// confirmed count in full; those at an unknown price and those made elsewhere do not.
Money spent(Transaction &transaction, const QString &accountId, const QDateTime &sinceUtc, Currency currency);

} // namespace orderrows

} // namespace otpdesk
