#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <vector>

namespace otpdesk {

/// The places that a pool's ids take when they are sorted; equal ones share a place. Ids are only ever added
/// to a pool, so that what was ranked before keeps its order and is not compared again.
class Ranking
{
public:
    static constexpr quint32 None =
        std::numeric_limits<quint32>::max(); ///< for ids that have nothing to sort by

    /// Ranks the ids below `count` that were not there at the last call. `compare(a, b)` is less than 0, 0 or
    /// more, as for a sort; an id for which `hasValue(id)` is false is not ranked.
    template <typename HasValue, typename Compare>
    void extend(quint32 count, HasValue hasValue, Compare compare);
    void clear();

    /// One more than the last rank.
    quint32 rankCount() const { return m_rankCount; }
    quint32 count() const { return static_cast<quint32>(m_ranks.size()); }
    const std::vector<quint32> &ranks() const { return m_ranks; } ///< by id
    quint32 operator[](quint32 id) const { return m_ranks[id]; }

private:
    std::vector<quint32> m_sorted; // ids
    std::vector<quint32> m_ranks;
    quint32 m_rankCount = 0;
};

template <typename HasValue, typename Compare>
void Ranking::extend(quint32 count, HasValue hasValue, Compare compare)
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

inline void Ranking::clear()
{
    m_sorted.clear();
    m_ranks.clear();
    m_rankCount = 0;
}

} // namespace otpdesk
