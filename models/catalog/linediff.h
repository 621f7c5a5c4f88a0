#pragma once

#include "models/catalog/catalogchange.h"
#include "models/catalog/cataloglisting.h"
#include "models/diff/rowdiff.h"

namespace otpdesk {

class Catalog;

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
