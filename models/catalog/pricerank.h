#pragma once

#include "models/catalog/ranking.h"
#include "providers/types/money.h"

#include <functional>
#include <optional>

namespace otpdesk {

class PricePool;

/// How the distinct prices stand to each other, cheapest first. Where the person's rates tell what they are
/// in one currency that is compared; the others follow, currency by currency, since amounts of different
/// currencies are not compared as numbers.
class PriceRank
{
public:
    /// What one unit of a currency is in the one that prices are compared in; nothing without a rate.
    using Factor = std::function<std::optional<double>(const Currency &)>;

    explicit PriceRank(const PricePool &prices) : m_prices(prices) {}

    /// Everything is ranked anew.
    void compareBy(Factor factor);
    /// Ranks what came into the pool since the last call.
    void extend();

    /// Ranking::None where there is no price.
    quint32 operator[](quint32 price) const { return m_ranking[price]; }
    quint32 count() const { return m_ranking.count(); }
    quint32 rankCount() const { return m_ranking.rankCount(); }

private:
    struct Value
    {
        quint32 group = 0; ///< 0: comparable; otherwise its currency
        double amount = 0;
    };

    const PricePool &m_prices;
    Factor m_factor;
    std::vector<Value> m_values;
    Ranking m_ranking;
};

} // namespace otpdesk
