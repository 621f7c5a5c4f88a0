#pragma once

#include "providers/provider.h"
#include "providers/types/topup.h"
#include "providers/types/webhook.h"

#include <QMap>
#include <QString>

namespace otpdesk {

/// What a call came to, as words that a table of expectations can hold: "is" is "value" or "error", and each
/// member has its own name ("price", "offer.0.service", "kind"). What is unknown is empty, or not there.
using Digest = QMap<QString, QString>;

Digest digestOf(const ApiError &error);
Digest digestOf(const Balance &balance);
Digest digestOf(const ShelfPage &page);
Digest digestOf(const QList<Offer> &offers);
Digest digestOf(const OrderReport &report);
Digest digestOf(const OrderPage &page);
Digest digestOf(const TopUpReport &report);
Digest digestOf(const WebhookState &state);
Digest digestOf(const WebhookSaved &saved);

/// Line by line, without what is unknown.
QString written(const Digest &digest);
/// What of `expected` is not in `got`, in words; empty: all of it is.
QString missing(const Digest &expected, const Digest &got);

} // namespace otpdesk
