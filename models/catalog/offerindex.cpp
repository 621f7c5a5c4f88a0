#include "models/catalog/offerindex.h"

#include <utility>

namespace otpdesk {

OfferIndex::OfferIndex(const CatalogColumns &columns) : m_columns(columns), m_table(64, 0) {}

std::optional<OfferRow> OfferIndex::find(const OfferKey &key) const
{
    const size_t mask = m_table.size() - 1;
    for (size_t at = key.hash() & mask; m_table[at] != 0; at = (at + 1) & mask) {
        const OfferRow row = m_table[at] - 1;
        if (m_columns.key(row) == key)
            return row;
    }
    return std::nullopt;
}

void OfferIndex::insert(OfferRow row)
{
    if ((m_used + 1) * 4 > m_table.size() * 3)
        grow();
    const size_t mask = m_table.size() - 1;
    size_t at = home(row);
    while (m_table[at] != 0)
        at = (at + 1) & mask;
    m_table[at] = row + 1;
    ++m_used;
}

void OfferIndex::remove(OfferRow row)
{
    const size_t mask = m_table.size() - 1;
    size_t hole = home(row);
    while (m_table[hole] != row + 1) {
        if (m_table[hole] == 0)
            return;
        hole = (hole + 1) & mask;
    }
    // Rows further on which could stand in the hole move into it, so that no search ends too soon.
    for (size_t at = (hole + 1) & mask; m_table[at] != 0; at = (at + 1) & mask) {
        const size_t wanted = home(m_table[at] - 1);
        if (((at - wanted) & mask) >= ((at - hole) & mask)) {
            m_table[hole] = m_table[at];
            hole = at;
        }
    }
    m_table[hole] = 0;
    --m_used;
}

void OfferIndex::grow()
{
    const std::vector<quint32> earlier = std::exchange(m_table, std::vector<quint32>(m_table.size() * 2, 0));
    m_used = 0;
    for (const quint32 entry : earlier) {
        if (entry != 0)
            insert(entry - 1);
    }
}

} // namespace otpdesk
