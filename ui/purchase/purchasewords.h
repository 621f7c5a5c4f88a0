#pragma once

#include "models/accounts/account.h"
#include "providers/types/order.h"
#include "providers/types/providerinfo.h"

#include <QString>

#include <chrono>
#include <optional>

namespace otpdesk {

/// The sentences of the dialog before a purchase. Empty: there is nothing to say.
namespace purchasewords {

/// What is bought; of a renewal, the number that gets more time.
QString title(const Offer &offer, const QString &renewedNumber);
/// The provider's word, and ours where it is another: "England (United Kingdom)".
QString country(const Offer &offer);
/// One of several choices, with its price: "gmail.com · Rp 1,500 · 97% success".
QString variant(const Offer &offer);
/// Whether and how the money comes back, for each of `quantity`.
QString refund(const ShopTerms &terms, const Offer &offer, int quantity);
/// When a rental ends with more time, and when without.
QString renewedUntil(const QDateTime &expiresAtUtc, std::chrono::seconds more);
QString priceChange(const std::optional<Money> &before, const std::optional<Money> &now);
/// Why it cannot be bought, as far as is known before asking. `cost` and `balance` where they are known.
QString obstacle(const Offer &offer, const PurchaseOptions &options, bool hasOthers,
                 const std::optional<Money> &cost, const std::optional<Money> &balance);
/// The yes that is needed, naming each limit that is exceeded; empty: none is.
QString consent(const SpendLimits &limits, const std::optional<Money> &cost,
                const std::optional<Money> &spentToday);

} // namespace purchasewords

} // namespace otpdesk
