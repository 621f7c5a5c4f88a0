#include "models/catalog/pricerank.h"

#include "models/catalog/pricepool.h"

namespace otpdesk {

namespace {

/// The letters of a currency as a number, in alphabetical order, from 1.
quint32 groupOf(const Currency &currency)
{
    quint32 group = 1;
    for (const QChar c : currency.code())
        group = group * 256 + c.unicode();
    return group;
}

} // namespace

void PriceRank::compareBy(Factor factor)
{
    m_factor = std::move(factor);
    m_values.clear();
    m_ranking.clear();
    extend();
}

void PriceRank::extend()
{
    QHash<QString, std::optional<double>> factors; // asked for once each
    for (auto id = static_cast<quint32>(m_values.size()); id < m_prices.size(); ++id) {
        const Money price = m_prices.price(id).value_or(Money());
        const auto units = static_cast<double>(price.units());
        auto factor = factors.constFind(price.currency().code());
        if (factor == factors.cend())
            factor = factors.insert(price.currency().code(), m_factor && id != PricePool::Unknown
                                                                 ? m_factor(price.currency())
                                                                 : std::nullopt);
        m_values.push_back(*factor ? Value{0, units * **factor} : Value{groupOf(price.currency()), units});
    }
    m_ranking.extend(
        m_prices.size(), [](quint32 id) { return id != PricePool::Unknown; },
        [this](quint32 a, quint32 b) {
            const Value &left = m_values[a];
            const Value &right = m_values[b];
            if (left.group != right.group)
                return left.group < right.group ? -1 : 1;
            return left.amount < right.amount ? -1 : left.amount > right.amount ? 1 : 0;
        });
}

} // namespace otpdesk
