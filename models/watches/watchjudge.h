#pragma once

#include "models/catalog/catalogcolumns.h"
#include "models/watches/watch.h"

#include <functional>

namespace otpdesk {

class Catalog;

/// Finds what the catalog has for watches.
class WatchJudge
{
public:
    /// An amount in another currency; nothing without a rate.
    using Convert = std::function<std::optional<Money>(Money, Currency)>;
    /// Whether what a row says may be believed.
    using Counts = std::function<bool(const Watch &watch, OfferRow row)>;

    explicit WatchJudge(const Catalog &catalog) : m_catalog(catalog) {}
    void setConvert(Convert convert) { m_convert = std::move(convert); }

    /// The cheapest that is for sale for each of them, in this order; all are looked for at once, since it is
    /// the rows that are many. Of a watch with a limit, the cheapest in its currency comes first.
    QList<std::optional<WatchFinding>> find(const QList<Watch> &watches, const Counts &counts) const;

    static bool meets(const Watch &watch, const std::optional<WatchFinding> &finding);

private:
    struct Candidate
    {
        std::optional<OfferRow> row;
        std::optional<Money> price;
        bool isComparable = false; ///< the price is known in the currency that was asked for
    };

    Candidate candidate(const Watch &watch, OfferRow row) const;
    std::optional<Money> in(Currency currency, const std::optional<Money> &price) const;
    bool isBetter(const Candidate &one, const Candidate &other) const;

    const Catalog &m_catalog;
    Convert m_convert;
};

} // namespace otpdesk
