#pragma once

#include "models/catalog/catalogcolumns.h"

#include <vector>

namespace otpdesk {

class Catalog;
class CatalogOrder;

/// A line of the catalog's table: an offer, or a market with its cheapest offer. The same thing is the same
/// integer for as long as it is there.
class CatalogLine
{
public:
    CatalogLine() = default;
    static CatalogLine offer(OfferRow row) { return CatalogLine(row); }
    static CatalogLine market(quint32 id) { return CatalogLine(id | MarketBit); }

    bool isMarket() const { return m_value & MarketBit; }
    quint32 value() const { return m_value; } ///< for hashes
    OfferRow row() const { return m_value; }
    quint32 marketId() const { return m_value & ~MarketBit; }
    friend bool operator==(const CatalogLine &, const CatalogLine &) = default;

private:
    static constexpr quint32 MarketBit = 1u << 31;
    explicit CatalogLine(quint32 value) : m_value(value) {}
    quint32 m_value = 0;
};

/// What the listed offers of a market come to.
struct MarketSummary
{
    OfferRow best = 0;    ///< the cheapest that is for sale; of none for sale, the cheapest
    quint32 offers = 0;   ///< 0: not listed
    quint32 accounts = 0; ///< a bit for each account that sells it (one for several beyond 32)
    qint32 stock = -1;    ///< of those that tell, together; -1: none does
    qint8 rate = -1;      ///< the best of the providers' success rates, per cent; -1: none is known

    int sources() const;
};

/// The lines of the table: the accepted offers in the sort order, or one line for each of their markets, with
/// the offers below it where it is expanded.
class CatalogListing
{
public:
    CatalogListing(const Catalog &catalog, const CatalogOrder &order) : m_catalog(catalog), m_order(order) {}

    /// `accepted`: by row.
    std::vector<CatalogLine> offers(const std::vector<quint8> &accepted) const;
    std::vector<CatalogLine> allOffers() const;
    /// `expanded`: by the market's id.
    std::vector<CatalogLine> markets(const std::vector<quint8> &accepted, const std::vector<bool> &expanded);

    /// Of the lines made last; by the market's id.
    const MarketSummary &summary(quint32 market) const { return m_summaries[market]; }

private:
    std::vector<quint32> summarize(const std::vector<quint8> &accepted);
    void sortMarkets(std::vector<quint32> &markets) const;
    quint32 sortValue(quint32 market) const;

    const Catalog &m_catalog;
    const CatalogOrder &m_order;
    std::vector<MarketSummary> m_summaries;
};

} // namespace otpdesk
