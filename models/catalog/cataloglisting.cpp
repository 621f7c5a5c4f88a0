#include "models/catalog/cataloglisting.h"

#include "models/catalog/catalog.h"
#include "models/catalog/catalogorder.h"
#include "models/catalog/radixsort.h"

#include <bit>
#include <limits>

namespace otpdesk {

int MarketSummary::sources() const
{
    return std::popcount(accounts);
}

std::vector<CatalogLine> CatalogListing::offers(const std::vector<quint8> &accepted) const
{
    const std::vector<OfferRow> &rows = m_order.rows();
    const auto most = static_cast<size_t>(std::count(accepted.cbegin(), accepted.cend(), quint8(1)));
    // Written always and kept where wanted: nothing to predict for the processor.
    std::vector<CatalogLine> lines(most + 1);
    size_t end = 0;
    for (const OfferRow row : rows) {
        lines[end] = CatalogLine::offer(row);
        end += accepted[row];
    }
    lines.resize(end);
    return lines;
}

std::vector<CatalogLine> CatalogListing::allOffers() const
{
    const std::vector<OfferRow> &rows = m_order.rows();
    std::vector<CatalogLine> lines(rows.size());
    std::transform(rows.cbegin(), rows.cend(), lines.begin(), &CatalogLine::offer);
    return lines;
}

std::vector<CatalogLine> CatalogListing::markets(const std::vector<quint8> &accepted,
                                                 const std::vector<bool> &expanded)
{
    std::vector<quint32> markets = summarize(accepted);
    sortMarkets(markets);
    QHash<quint32, std::vector<CatalogLine>> below;
    const auto isExpanded = [&](quint32 market) {
        return market < expanded.size() && expanded[market] && m_summaries[market].offers > 1;
    };
    if (std::any_of(markets.cbegin(), markets.cend(), isExpanded)) {
        for (const OfferRow row : m_order.rows()) {
            const quint32 market = m_catalog.columns().market[row];
            if (accepted[row] && isExpanded(market))
                below[market].push_back(CatalogLine::offer(row));
        }
    }
    std::vector<CatalogLine> lines;
    lines.reserve(markets.size());
    for (const quint32 market : markets) {
        lines.push_back(CatalogLine::market(market));
        if (const auto offers = below.constFind(market); offers != below.cend())
            lines.insert(lines.end(), offers->cbegin(), offers->cend());
    }
    return lines;
}

/// Sums up what is accepted; the markets of it.
std::vector<quint32> CatalogListing::summarize(const std::vector<quint8> &accepted)
{
    const CatalogColumns &columns = m_catalog.columns();
    const auto &sellers = m_catalog.names().sellers();
    m_summaries.assign(m_catalog.names().markets().size(), {});
    std::vector<quint32> markets;
    for (OfferRow row = 0; row < columns.rowEnd(); ++row) {
        if (!accepted[row])
            continue;
        MarketSummary &summary = m_summaries[columns.market[row]];
        if (summary.offers++ == 0) {
            markets.push_back(columns.market[row]);
            summary.best = row;
        } else {
            const bool wins = columns.isForSale(row) && !columns.isForSale(summary.best);
            const bool loses = !columns.isForSale(row) && columns.isForSale(summary.best);
            if (wins || (!loses && m_order.priceRank(row) < m_order.priceRank(summary.best)))
                summary.best = row;
        }
        summary.accounts |= 1u << (sellers[columns.seller[row]].account % 32);
        if (columns.stock[row] >= 0)
            summary.stock = static_cast<qint32>(std::min<qint64>(
                std::max<qint64>(summary.stock, 0) + columns.stock[row], std::numeric_limits<qint32>::max()));
        summary.rate = std::max(summary.rate, columns.rate[row]);
    }
    return markets;
}

void CatalogListing::sortMarkets(std::vector<quint32> &markets) const
{
    radixSort(markets, [this](quint32 market) { return m_order.priceRank(m_summaries[market].best); });
    const bool isDescending = m_order.direction() == Qt::DescendingOrder;
    if (m_order.key() == CatalogSortKey::Price && !isDescending)
        return;
    radixSort(markets, [this, isDescending](quint32 market) {
        const quint32 value = sortValue(market);
        return isDescending && value != Ranking::None ? Ranking::None - 1 - value : value;
    });
}

/// What the market's line shows in the column that is sorted by.
quint32 CatalogListing::sortValue(quint32 market) const
{
    const MarketSummary &summary = m_summaries[market];
    switch (m_order.key()) {
    case CatalogSortKey::Stock:
        return summary.stock < 0 ? Ranking::None : static_cast<quint32>(summary.stock);
    case CatalogSortKey::SuccessRate:
        return summary.rate < 0 ? Ranking::None : static_cast<quint32>(summary.rate);
    default:
        return m_order.sortValue(summary.best);
    }
}

} // namespace otpdesk
