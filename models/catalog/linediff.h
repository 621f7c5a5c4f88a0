#pragma once

#include "models/catalog/catalogchange.h"
#include "models/catalog/cataloglisting.h"

#include <vector>

namespace otpdesk {

class Catalog;

/// Neighbouring lines of the table.
struct RowRange
{
    int first = 0;
    int count = 0;

    int last() const { return first + count - 1; }
};

/// What has to be told to a view so that one list of lines becomes another. To be applied in this order:
/// remove, insert, and say what changed.
struct RowDiff
{
    std::vector<RowRange>
        removed; ///< rows of the earlier list, the last range first: each may be removed as it is
    std::vector<RowRange> inserted; ///< rows of the later list, the first range first
    std::vector<RowRange> changed;  ///< rows of the later list that were there before with other contents
    bool reordered = false;         ///< the two lists do not keep one order; the ranges say nothing

    /// How many signals it takes.
    size_t rangeCount() const { return removed.size() + inserted.size() + changed.size(); }
};

/// What a change means for each line.
class ChangedLines
{
public:
    static constexpr quint8 Came = 0x10;
    static constexpr quint8 Went = 0x20;

    ChangedLines(const Catalog &catalog, const CatalogChange &change);

    /// Of CatalogChange::Fact, with Came or Went.
    quint8 operator[](CatalogLine line) const
    {
        return line.isMarket() ? m_markets[line.marketId()] : m_rows[line.row()];
    }

private:
    std::vector<quint8> m_rows;
    std::vector<quint8> m_markets;
};

/// What became of the lines. Those that did not change have kept their order among themselves, so that both
/// lists are walked through once, side by side.
RowDiff diffLines(const std::vector<CatalogLine> &earlier, const std::vector<CatalogLine> &later,
                  const ChangedLines &changed);

/// Whether a line was taken away in one place and put in another.
bool hasMoved(const std::vector<CatalogLine> &earlier, const std::vector<CatalogLine> &later,
              const RowDiff &diff);

} // namespace otpdesk
