#pragma once

#include <QHash>

#include <functional>
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

/// The diff where it is known where each later row comes from: `origin[row]` is its row in the earlier list,
/// or -1 for a new one. No two may name the same. `isChanged` is asked for the rows that are not new.
RowDiff diffFromOrigin(int earlierCount, std::span<const int> origin,
                       const std::function<bool(int laterRow)> &isChanged);

/// The diff of two lists of rows. `identity(row)` tells which are the same (a key with qHash()); of several
/// rows with one identity only the first of each list are taken to be the same. `isChanged(earlier, later)`
/// tells whether the contents differ.
template <typename Row, typename Identity, typename IsChanged>
RowDiff diffRows(std::span<const Row> earlier, std::span<const Row> later, Identity identity,
                 IsChanged isChanged)
{
    QHash<std::decay_t<std::invoke_result_t<Identity, const Row &>>, int> known;
    known.reserve(static_cast<qsizetype>(earlier.size()));
    for (size_t row = earlier.size(); row-- > 0;)
        known.insert(identity(earlier[row]), static_cast<int>(row));

    std::vector<int> origin;
    origin.reserve(later.size());
    for (const Row &row : later) {
        const auto found = known.constFind(identity(row));
        origin.push_back(found == known.cend() ? -1 : found.value());
        if (found != known.cend())
            known.erase(found);
    }
    return diffFromOrigin(static_cast<int>(earlier.size()), origin, [&](int row) {
        const auto at = static_cast<size_t>(row);
        return isChanged(earlier[static_cast<size_t>(origin[at])], later[at]);
    });
}

} // namespace otpdesk
