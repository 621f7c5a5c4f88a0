#include "models/catalog/pricepool.h"

#include <algorithm>

namespace otpdesk {

quint32 PricePool::id(const std::optional<Money> &price)
{
    if (!price)
        return Unknown;
    const auto currency = std::find(m_currencies.cbegin(), m_currencies.cend(), price->currency());
    const std::pair key(price->units(), currency - m_currencies.cbegin());
    if (currency == m_currencies.cend())
        m_currencies.push_back(price->currency());
    const auto known = m_ids.constFind(key);
    if (known != m_ids.cend())
        return known.value();
    const quint32 id = size();
    m_prices.push_back(*price);
    m_ids.insert(key, id);
    return id;
}

} // namespace otpdesk
