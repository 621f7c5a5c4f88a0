#include "models/watches/watchjudge.h"

#include "models/catalog/catalog.h"

namespace otpdesk {

QList<std::optional<WatchFinding>> WatchJudge::find(const QList<Watch> &watches, const Counts &counts) const
{
    constexpr int Nobody = -1;
    std::vector<int> watchOf(m_catalog.names().markets().size(), Nobody); // by the market's id
    for (int i = 0; i < watches.size(); ++i) {
        if (const quint32 market = m_catalog.names().marketId(watches[i].market))
            watchOf[market] = i;
    }
    const CatalogColumns &columns = m_catalog.columns();
    std::vector<Candidate> best(static_cast<size_t>(watches.size()));
    for (OfferRow row = 0; row < columns.rowEnd(); ++row) {
        const int i = watchOf[columns.market[row]];
        if (i == Nobody || !columns.isLive(row) || !columns.isForSale(row) || !counts(watches[i], row))
            continue;
        const Candidate one = candidate(watches[i], row);
        if (isBetter(one, best[size_t(i)]))
            best[size_t(i)] = one;
    }

    QList<std::optional<WatchFinding>> findings;
    for (const Candidate &one : best) {
        if (one.row)
            findings.append(
                WatchFinding{m_catalog.accountAt(*one.row).id, m_catalog.at(*one.row), one.price});
        else
            findings.append(std::nullopt);
    }
    return findings;
}

bool WatchJudge::meets(const Watch &watch, const std::optional<WatchFinding> &finding)
{
    // Amounts of two currencies are unordered: without a rate no limit is met.
    return finding && (!watch.limit || (finding->price && *finding->price <= *watch.limit));
}

WatchJudge::Candidate WatchJudge::candidate(const Watch &watch, OfferRow row) const
{
    // What was paid last is not what the provider asks for now.
    const std::optional<Money> own = m_catalog.isLearned(row) ? std::nullopt : m_catalog.priceAt(row);
    const auto asked = watch.limit ? in(watch.limit->currency(), own) : own;
    return {row, asked ? asked : own, asked.has_value()};
}

std::optional<Money> WatchJudge::in(Currency currency, const std::optional<Money> &price) const
{
    if (!price || price->currency() == currency)
        return price;
    return m_convert ? m_convert(*price, currency) : std::nullopt;
}

bool WatchJudge::isBetter(const Candidate &one, const Candidate &other) const
{
    if (!other.row || one.isComparable != other.isComparable)
        return !other.row || one.isComparable;
    if (!one.price || !other.price)
        return one.price.has_value() && !other.price;
    const auto price = in(other.price->currency(), one.price);
    return price && *price < *other.price;
}

} // namespace otpdesk
