#include "models/diff/rowdiff.h"

#include <algorithm>

namespace otpdesk {

namespace {

void append(std::vector<RowRange> &ranges, int row)
{
    if (!ranges.empty() && ranges.back().first + ranges.back().count == row)
        ++ranges.back().count;
    else
        ranges.push_back({row, 1});
}

} // namespace

RowDiff diffFromOrigin(int earlierCount, std::span<const int> origin,
                       const std::function<bool(int laterRow)> &isChanged)
{
    RowDiff diff;
    std::vector<bool> stays(static_cast<size_t>(earlierCount), false);
    int furthest = -1;
    for (int row = 0; row < static_cast<int>(origin.size()); ++row) {
        const int from = origin[static_cast<size_t>(row)];
        if (from < 0) {
            append(diff.inserted, row);
            continue;
        }
        stays[static_cast<size_t>(from)] = true;
        diff.reordered |= from < furthest;
        furthest = std::max(furthest, from);
        if (isChanged(row))
            append(diff.changed, row);
    }
    for (int row = 0; row < earlierCount; ++row) {
        if (!stays[static_cast<size_t>(row)])
            append(diff.removed, row);
    }
    std::reverse(diff.removed.begin(), diff.removed.end());
    return diff;
}

} // namespace otpdesk
