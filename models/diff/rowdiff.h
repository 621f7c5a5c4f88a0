#pragma once

#include <QHash>

#include <algorithm>
#include <span>
#include <vector>

namespace otpdesk {

/// Neighbouring rows.
struct RowRange
{
    int first = 0;
    int count = 0;

    int last() const { return first + count - 1; }
    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// What has to be told to a view so that one list of rows becomes another. To be applied in this order:
/// remove, reorder what is left, insert, and say what changed.
struct RowDiff
{
    std::vector<RowRange>
        removed; ///< rows of the earlier list, the last range first: each may be removed as it is
    std::vector<RowRange> inserted; ///< rows of the later list, the first range first
    std::vector<RowRange> changed;  ///< rows of the later list that were there before with other contents
    bool reordered = false;         ///< the rows in both lists do not stand in the same order

    bool isEmpty() const { return removed.empty() && inserted.empty() && changed.empty() && !reordered; }
    /// How many signals it takes, apart from the reordering.
    size_t rangeCount() const { return removed.size() + inserted.size() + changed.size(); }
};

/// Adds a row, which stands below all that are in the ranges.
inline void appendRow(std::vector<RowRange> &ranges, size_t row)
{
    if (!ranges.empty() && ranges.back().last() + 1 == static_cast<int>(row))
        ++ranges.back().count;
    else
        ranges.push_back({static_cast<int>(row), 1});
}

/// The diff of two lists of rows. `identity(row)` tells which are the same (a key with qHash()); of several
/// rows with one identity only the first of each list are taken to be the same. `isChanged(earlier, later)`
/// tells whether the contents differ.
template <typename Row, typename Identity, typename IsChanged>
RowDiff diffRows(std::span<const Row> earlier, std::span<const Row> later, Identity identity,
                 IsChanged isChanged)
{
    QHash<std::decay_t<std::invoke_result_t<Identity, const Row &>>, size_t> known;
    known.reserve(static_cast<qsizetype>(earlier.size()));
    for (size_t row = earlier.size(); row-- > 0;)
        known.insert(identity(earlier[row]), row);

    RowDiff diff;
    std::vector<bool> stays(earlier.size(), false);
    size_t furthest = 0;
    for (size_t row = 0; row < later.size(); ++row) {
        const auto found = known.constFind(identity(later[row]));
        if (found == known.cend()) {
            appendRow(diff.inserted, row);
            continue;
        }
        const size_t from = found.value();
        known.erase(found);
        stays[from] = true;
        diff.reordered |= from < furthest;
        furthest = std::max(furthest, from);
        if (isChanged(earlier[from], later[row]))
            appendRow(diff.changed, row);
    }
    for (size_t row = 0; row < earlier.size(); ++row) {
        if (!stays[row])
            appendRow(diff.removed, row);
    }
    std::reverse(diff.removed.begin(), diff.removed.end());
    return diff;
}

} // namespace otpdesk
