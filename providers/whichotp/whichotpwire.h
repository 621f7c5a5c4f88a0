#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"

/// What WhichOtp speaks (provider-docs, whichotp.txt): JSON without an envelope, amounts in USD. Every reader
/// can end in a refusal or Malformed; see plainJson().
namespace otpdesk::whichotp {

HttpRequest balanceRequest();
Result<Balance> readBalance(const HttpReply &reply);

/// GET /services: everything on sale, without countries. Entries without id or name are left out.
HttpRequest servicesRequest();
Result<QList<Offer>> readServices(const HttpReply &reply);

/// POST /orders/buy. Spends; sent once.
HttpRequest buyRequest(const Offer &offer);
/// Needs id and number; an answer without them leaves open what was bought (Outcome::Unknown).
Result<OrderReport> readPurchase(const HttpReply &reply);

/// GET /orders/:id. The id must fit in a path.
HttpRequest orderRequest(const QString &orderId);
/// Needs a status.
Result<OrderReport> readOrder(const HttpReply &reply);

/// POST /orders/:id/cancel, only while waiting; sent once.
HttpRequest cancelRequest(const QString &orderId);
/// An answer without a status leaves it unknown: the order is to be read again.
Result<OrderReport> readCancellation(const HttpReply &reply);

} // namespace otpdesk::whichotp
