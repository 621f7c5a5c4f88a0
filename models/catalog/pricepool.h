#pragma once

#include "providers/types/money.h"

#include <QHash>

#include <optional>
#include <vector>

namespace otpdesk {

/// Gives each distinct price a small integer: a million offers share some thousand prices, which are then
/// compared, converted and ranked once each. Prices stay for the pool's life.
class PricePool
{
public:
    static constexpr quint32 Unknown = 0;

    PricePool() : m_prices(1) {}

    quint32 id(const std::optional<Money> &price);
    std::optional<Money> price(quint32 id) const
    {
        return id == Unknown ? std::nullopt : std::optional(m_prices[id]);
    }
    quint32 size() const { return static_cast<quint32>(m_prices.size()); }

    /// Those of the prices, in the order in which they came.
    const std::vector<Currency> &currencies() const { return m_currencies; }

private:
    std::vector<Money> m_prices;
    std::vector<Currency> m_currencies;
    QHash<std::pair<qint64, qsizetype>, quint32> m_ids; // units, and the currency's place
};

} // namespace otpdesk
