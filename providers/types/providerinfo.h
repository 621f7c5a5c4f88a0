#pragma once

#include "providers/types/offer.h"

#include <QMap>
#include <QRegularExpression>
#include <QString>
#include <QUrl>

#include <chrono>

namespace otpdesk {

/// How an order may be ended for the refund; the confirm dialog has a sentence for each.
enum class CancelRule {
    AfterCooldown, ///< by hand, after `cancelCooldown`, while no message has come
    WhileWaiting,  ///< by hand, at any time while no message has come
    AtExpiryOnly,  ///< no documented cancel; released by the provider when it expires
    Never,         ///< paid for its whole time
};

/// What is fixed about one kind of thing that a provider sells.
struct ShopTerms
{
    std::chrono::seconds pollEvery{5};
    std::chrono::seconds cancelCooldown{0}; ///< from the purchase
    std::chrono::seconds lifetime{1200};    ///< where the provider does not say; 0: does not count down
    CancelRule cancelRule = CancelRule::WhileWaiting;
    bool takesIdempotencyKey = false; ///< a repeated purchase with the same key is answered, not charged
    bool listsOrders = false;         ///< unconfirmed purchases can be looked up
    bool takesOptions = false;        ///< PurchaseOptions mean something
    bool keepsHistory = false;        ///< the list holds all orders ever: it is merged into the journal
};

/// What is fixed about a provider: names, limits, times, and what it can do.
struct ProviderInfo
{
    QString id;   ///< "otpzap": stable, stored
    QString name; ///< "OTPZap"
    QUrl baseUrl; ///< default server address, without a trailing slash
    QUrl website; ///< where accounts and balances are managed by hand
    Currency currency;
    QString keyExample;            ///< "otpzap_live_…", shown as a hint
    QRegularExpression keyPattern; ///< a key that does not match gets a warning, not a refusal
    bool keyInQuery = false;       ///< true: `?api_key=`; false: Authorization: Bearer
    int requestsPerMinute = 60;
    int utcOffsetSeconds = 0;         ///< of timestamps without a zone
    QMap<OfferKind, ShopTerms> shops; ///< what it sells

    bool sells(OfferKind kind) const { return shops.contains(kind); }
    ShopTerms terms(OfferKind kind) const { return shops.value(kind); }
};

} // namespace otpdesk
