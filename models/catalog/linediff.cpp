#include "models/catalog/linediff.h"

#include "models/catalog/catalog.h"

#include <QSet>

#include <algorithm>

namespace otpdesk {

namespace {

constexpr quint8 EveryFact = CatalogChange::PriceFact | CatalogChange::StockFact | CatalogChange::RateFact |
                             CatalogChange::AvailabilityFact;

void append(std::vector<RowRange> &ranges, size_t row)
{
    if (!ranges.empty() && ranges.back().last() + 1 == static_cast<int>(row))
        ++ranges.back().count;
    else
        ranges.push_back({static_cast<int>(row), 1});
}

} // namespace

ChangedLines::ChangedLines(const Catalog &catalog, const CatalogChange &change)
    : m_rows(catalog.columns().rowEnd()), m_markets(catalog.names().markets().size())
{
    const auto note = [&](OfferRow row, quint8 what) {
        m_rows[row] |= what;
        m_markets[catalog.columns().market[row]] = EveryFact;
    };
    for (const OfferRow row : change.added)
        note(row, Came);
    for (const OfferRow row : change.removed)
        note(row, Went);
    for (const CatalogChange::Changed &changed : change.changed)
        note(changed.row, changed.facts);
}

RowDiff diffLines(const std::vector<CatalogLine> &earlier, const std::vector<CatalogLine> &later,
                  const ChangedLines &changed)
{
    RowDiff diff;
    size_t from = 0;
    size_t to = 0;
    while (from < earlier.size() || to < later.size()) {
        const bool hasEarlier = from < earlier.size();
        const bool hasLater = to < later.size();
        if (hasEarlier && hasLater && earlier[from] == later[to]) {
            if (changed[later[to]] != 0)
                append(diff.changed, to);
            ++from;
            ++to;
        } else if (hasLater && (changed[later[to]] & ChangedLines::Came)) {
            append(diff.inserted, to++);
        } else if (hasEarlier && changed[earlier[from]] != 0) {
            append(diff.removed, from++);
        } else if (hasLater && changed[later[to]] != 0) {
            append(diff.inserted, to++);
        } else {
            diff.reordered = true;
            break;
        }
    }
    std::reverse(diff.removed.begin(), diff.removed.end());
    return diff;
}

bool hasMoved(const std::vector<CatalogLine> &earlier, const std::vector<CatalogLine> &later,
              const RowDiff &diff)
{
    QSet<quint32> removed;
    const auto each = [](const std::vector<CatalogLine> &lines, const std::vector<RowRange> &ranges,
                         auto run) {
        for (const RowRange &range : ranges) {
            for (int row = range.first; row <= range.last(); ++row)
                run(lines[static_cast<size_t>(row)].value());
        }
    };
    bool moved = false;
    each(earlier, diff.removed, [&](quint32 line) { removed.insert(line); });
    each(later, diff.inserted, [&](quint32 line) { moved |= removed.contains(line); });
    return moved;
}

} // namespace otpdesk
