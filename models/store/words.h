#pragma once

#include "models/accounts/account.h"
#include "models/markets/markedmarket.h"
#include "models/orders/orderevent.h"
#include "providers/types/apierror.h"
#include "providers/types/order.h"
#include "providers/types/topup.h"

#include <QString>

namespace otpdesk {

/// The words that stand for enumerators in the journal. They are part of the file format: an enumerator may
/// be moved or renamed, its word never changes.
QString wordOf(OfferKind kind);
QString wordOf(OrderStatus status);
QString wordOf(EventKind kind);
QString wordOf(ErrorKind kind);
QString wordOf(TopUpStatus status);
QString wordOf(SecretHome home);
QString wordOf(MarketMark mark);

/// The enumerator of a word; `otherwise` for a word that is none of them.
OfferKind offerKindOf(const QString &word, OfferKind otherwise);
OrderStatus orderStatusOf(const QString &word, OrderStatus otherwise);
TopUpStatus topUpStatusOf(const QString &word, TopUpStatus otherwise);
EventKind eventKindOf(const QString &word, EventKind otherwise);
ErrorKind errorKindOf(const QString &word, ErrorKind otherwise);
SecretHome secretHomeOf(const QString &word, SecretHome otherwise);
MarketMark marketMarkOf(const QString &word, MarketMark otherwise);

} // namespace otpdesk
