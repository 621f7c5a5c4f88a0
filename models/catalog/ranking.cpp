#include "models/catalog/ranking.h"

#include <algorithm>

namespace otpdesk {

void Ranking::extend(quint32 count, const HasValue &hasValue, const Compare &compare)
{
    if (count <= this->count())
        return;
    const auto ranked = static_cast<std::ptrdiff_t>(m_sorted.size());
    for (quint32 id = this->count(); id < count; ++id) {
        if (hasValue(id))
            m_sorted.push_back(id);
    }
    const auto isBefore = [&compare](quint32 a, quint32 b) { return compare(a, b) < 0; };
    std::stable_sort(m_sorted.begin() + ranked, m_sorted.end(), isBefore);
    std::inplace_merge(m_sorted.begin(), m_sorted.begin() + ranked, m_sorted.end(), isBefore);

    m_ranks.assign(count, None);
    quint32 rank = 0;
    for (size_t i = 0; i < m_sorted.size(); ++i) {
        if (i > 0 && compare(m_sorted[i - 1], m_sorted[i]) != 0)
            ++rank;
        m_ranks[m_sorted[i]] = rank;
    }
    m_rankCount = m_sorted.empty() ? 0 : rank + 1;
}

void Ranking::clear()
{
    m_sorted.clear();
    m_ranks.clear();
    m_rankCount = 0;
}

} // namespace otpdesk
