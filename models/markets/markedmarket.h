#pragma once

#include "models/markets/market.h"

#include <QDateTime>

namespace otpdesk {

/// Why a market is remembered.
enum class MarketMark {
    Favourite, ///< the person starred it
    Recent,    ///< a purchase was begun there
};

struct MarkedMarket
{
    MarketMark mark = MarketMark::Favourite;
    Market market;
    QDateTime at; ///< UTC, when it was starred or last gone to

    friend bool operator==(const MarkedMarket &, const MarkedMarket &) = default;
};

} // namespace otpdesk
