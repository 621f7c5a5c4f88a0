#pragma once

#include "providers/topupdesk.h"
#include "providers/webhookdesk.h"
#include "tests/support/wiredigest.h"

#include <QJsonObject>

namespace otpdesk {

/// One call of a client's function, by name and with its arguments.
struct WireCall
{
    QString what; ///< "balance", "browse", "refresh", "buy", "check"… see made()
    OfferKind kind = OfferKind::Number;
    Shelf shelf{};
    QString site{}; ///< of "browse": instead of a shelf, the site whose inboxes are wanted
    Offer offer{};
    Order order{};
    PurchaseOptions options{};
    int page = 1;
    Money amount{};    ///< of "topup.create"
    QString topUpId{}; ///< of "topup.check"
    WebhookUpdate webhook{};
    QString idempotencyKey{};
};

/// The call that a table describes; amounts are in the provider's currency.
WireCall wireCallFrom(const QJsonObject &table, Currency currency);

/// Makes the call. An error of kind NotSupported where the provider has no such shop or desk.
QFuture<Digest> made(const WireCall &call, Provider &provider);

/// The shop the call goes to; null where the provider has none.
inline Shop *shopOf(const WireCall &call, Provider &provider)
{
    return provider.shop(call.kind);
}

} // namespace otpdesk
