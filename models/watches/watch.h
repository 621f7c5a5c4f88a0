#pragma once

#include "models/markets/market.h"

#include <QDateTime>

namespace otpdesk {

/// What a person waits for in a market: stock, or a price.
struct Watch
{
    qint64 id = 0; ///< the journal's
    Market market;
    std::optional<Money> limit; ///< the price must be at most this; nothing: stock is what is waited for
    QDateTime createdAt;        ///< UTC

    friend bool operator==(const Watch &, const Watch &) = default;
};

enum class WatchState {
    Unknown, ///< not looked at yet
    Waiting,
    Met,
};

/// The cheapest that is for sale in a watched market.
struct WatchFinding
{
    QString accountId;
    Offer offer; ///< with the provider's own price
    /// In the limit's currency; without a limit, or without a rate for it, the provider's own. Nothing where
    /// that is not known.
    std::optional<Money> price;

    friend bool operator==(const WatchFinding &, const WatchFinding &) = default;
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::Watch)
Q_DECLARE_METATYPE(otpdesk::WatchFinding)
