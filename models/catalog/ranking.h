#pragma once

#include <QtGlobal>

#include <functional>
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

    /// Less than 0, 0 or more, as for a sort. An id for which `hasValue` is false is not ranked.
    using Compare = std::function<int(quint32, quint32)>;
    using HasValue = std::function<bool(quint32)>;

    /// Ranks the ids below `count` that were not there at the last call.
    void extend(quint32 count, const HasValue &hasValue, const Compare &compare);
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

} // namespace otpdesk
