#pragma once

#include "providers/types/money.h"

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
    int utcOffsetSeconds = 0; ///< of timestamps without a zone
    std::chrono::seconds pollEvery{5};
    std::chrono::seconds cancelCooldown{0}; ///< from the purchase
    std::chrono::seconds lifetime{1200};    ///< of an activation where the provider does not say
    CancelRule cancelRule = CancelRule::WhileWaiting;
    bool takesIdempotencyKey = false; ///< a repeated purchase with the same key is answered, not charged
    bool listsOrders = false;         ///< unconfirmed purchases can be looked up
};

} // namespace otpdesk
