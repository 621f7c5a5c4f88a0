#include "models/catalog/catalogorder.h"

#include "models/catalog/catalog.h"
#include "models/catalog/radixsort.h"
#include "models/search/namecollator.h"

#include <algorithm>
#include <utility>

namespace otpdesk {

namespace {

/// The first that stands behind `row`. Looked for in steps that double, since what arrives together often has
/// its places near each other.
template <typename Iterator, typename IsBefore>
Iterator firstBehind(Iterator from, Iterator end, OfferRow row, IsBefore isBefore)
{
    std::ptrdiff_t step = 1;
    while (step < end - from && !isBefore(row, from[step])) {
        from += step;
        step *= 2;
    }
    return std::upper_bound(from, from + std::min(step + 1, end - from), row, isBefore);
}

/// Takes `leaving` rows out of a sorted list and puts `arriving` ones, sorted as well, into their places.
/// Few arrive among many: their places are searched for, and what lies between is copied as it is.
template <typename IsBefore>
void mergeRows(std::vector<OfferRow> &rows, const std::vector<quint8> &leaving,
               const std::vector<OfferRow> &arriving, IsBefore isBefore)
{
    std::vector<OfferRow> merged(rows.size());
    size_t end = 0;
    for (const OfferRow row : rows) {
        merged[end] = row;
        end += leaving[row] == 0;
    }
    merged.resize(end);
    if (arriving.empty()) {
        rows = std::move(merged);
        return;
    }
    rows.clear();
    rows.reserve(merged.size() + arriving.size());
    auto rest = merged.cbegin();
    for (const OfferRow row : arriving) {
        const auto place = firstBehind(rest, merged.cend(), row, isBefore);
        rows.insert(rows.end(), rest, place);
        rows.push_back(row);
        rest = place;
    }
    rows.insert(rows.end(), rest, merged.cend());
}

} // namespace

CatalogOrder::CatalogOrder(const Catalog &catalog)
    : m_catalog(catalog), m_collator(nameCollator()), m_prices(catalog.names().prices())
{
    rankNames();
    collectRows();
}

void CatalogOrder::sortBy(CatalogSortKey key, Qt::SortOrder direction)
{
    if (m_key == key && m_direction == direction)
        return;
    m_key = key;
    m_direction = direction;
    rankNames();
    sortRows();
}

void CatalogOrder::comparePricesBy(PriceRank::Factor factor)
{
    m_prices.compareBy(std::move(factor));
    collectRows();
}

void CatalogOrder::setOwnRate(std::function<int(OfferRow)> ownRate)
{
    m_ownRate = std::move(ownRate);
    if (m_key == CatalogSortKey::Own)
        sortRows();
}

void CatalogOrder::followAccounts()
{
    m_names.erase(CatalogSortKey::Provider);
    m_collated.erase(CatalogSortKey::Provider);
    if (m_key != CatalogSortKey::Provider)
        return;
    rankNames();
    sortRows();
}

void CatalogOrder::collectRows()
{
    std::vector<OfferRow> rows; // of equal prices the first is first
    rows.reserve(static_cast<size_t>(m_catalog.count()));
    const CatalogColumns &columns = m_catalog.columns();
    for (OfferRow row = 0; row < columns.rowEnd(); ++row) {
        const bool isTold = !(columns.flags[row] & CatalogColumns::Untold); // others come with a change
        if (columns.isLive(row) && isTold)
            rows.push_back(row);
    }
    const quint32 known = m_prices.rankCount();
    countingSort(rows, m_byPrice, known + 1,
                 [this, known](OfferRow row) { return std::min(priceRank(row), known); });
    sortRows();
}

void CatalogOrder::sortRows()
{
    if (isCheapestFirst()) {
        m_rows.clear();
        return;
    }
    constexpr quint32 MostKeys = 1u << 16;
    const quint32 known = valueCount();
    if (known == 0 || known > MostKeys) {
        m_rows = m_byPrice;
        sortByKey(m_rows);
        return;
    }
    const bool isDescending = m_direction == Qt::DescendingOrder;
    countingSort(m_byPrice, m_rows, known + 1, [this, known, isDescending](OfferRow row) {
        const quint32 value = std::min(sortValue(row), known); // what is unknown is last
        return isDescending && value < known ? known - 1 - value : value;
    });
}

/// All values that sortValue() has are below this; 0: they may be any.
quint32 CatalogOrder::valueCount() const
{
    switch (m_key) {
    case CatalogSortKey::Service:
    case CatalogSortKey::Country:
    case CatalogSortKey::Provider:
        return m_ranking->rankCount();
    case CatalogSortKey::Price:
        return m_prices.rankCount();
    case CatalogSortKey::SuccessRate:
    case CatalogSortKey::Own:
        return 101; // per cent
    case CatalogSortKey::Variant:
    case CatalogSortKey::Stock:
        break;
    }
    return 0;
}

void CatalogOrder::apply(const CatalogChange &change)
{
    rankNames();
    std::vector<quint8> leaving(m_catalog.columns().rowEnd(), 0);
    std::vector<OfferRow> arriving = change.added;
    for (const OfferRow row : change.removed)
        leaving[row] = 1;
    const auto moves = [&](auto shouldMove) {
        for (const CatalogChange::Changed &changed : change.changed) {
            if (leaving[changed.row] == 0 && shouldMove(changed.facts)) {
                leaving[changed.row] = 1;
                arriving.push_back(changed.row);
            }
        }
    };
    moves([this](quint8 facts) { return movesByPrice(facts); });
    sortByPrice(arriving);
    mergeRows(m_byPrice, leaving, arriving, [this](OfferRow a, OfferRow b) { return isCheaper(a, b); });
    if (isCheapestFirst())
        return;
    moves([this](quint8 facts) { return movesByKey(facts); });
    sortByPrice(arriving);
    sortByKey(arriving);
    mergeRows(m_rows, leaving, arriving, [this](OfferRow a, OfferRow b) { return isBefore(a, b); });
}

/// Ranks what came since the last time.
void CatalogOrder::rankNames()
{
    m_prices.extend();
    m_ranking = &m_names[m_key];
    const CatalogNames &names = m_catalog.names();
    switch (m_key) {
    case CatalogSortKey::Service:
        rank(names.services().names().size(),
             [&names](quint32 id) { return names.services().names().text(id); });
        // Straight from the column, without a detour by the name.
        m_rankOfId.resize(names.services().size());
        for (quint32 id = 0; id < m_rankOfId.size(); ++id)
            m_rankOfId[id] = (*m_ranking)[names.services().nameId(id)];
        break;
    case CatalogSortKey::Country:
        rank(static_cast<quint32>(names.places().size()),
             [&names](quint32 id) { return names.places()[id].title; });
        break;
    case CatalogSortKey::Provider:
        rank(static_cast<quint32>(names.sellers().size()), [this, &names](quint32 id) {
            return id == 0 ? QString() : m_catalog.accountOf(names.sellers()[id]).title();
        });
        break;
    case CatalogSortKey::Variant: {
        // Variants and lines stand in one column, so they are ranked together: even ids and odd ones.
        const quint32 variants = names.variants().names().size();
        const quint32 count = 2 * std::max(variants, names.lines().size());
        // The shorter list may have grown alone, and its ids were ranked as nobody's.
        const quint32 filled = variants + names.lines().size();
        if (std::exchange(m_filledVariants, filled) != filled) {
            m_ranking->clear();
            m_collated[m_key].clear();
        }
        rank(count, [&names](quint32 id) {
            const quint32 at = id / 2;
            if (id % 2 == 0)
                return at < names.variants().names().size() ? names.variants().names().text(at) : QString();
            return at < names.lines().size() ? names.lines().text(at) : QString();
        });
        break;
    }
    case CatalogSortKey::Price:
    case CatalogSortKey::Stock:
    case CatalogSortKey::SuccessRate:
    case CatalogSortKey::Own:
        break;
    }
}

void CatalogOrder::rank(quint32 count, const std::function<QString(quint32)> &name)
{
    std::vector<QCollatorSortKey> &keys = m_collated[m_key];
    for (auto id = static_cast<quint32>(keys.size()); id < count; ++id)
        keys.push_back(m_collator.sortKey(name(id)));
    m_ranking->extend(
        count, [&name](quint32 id) { return !name(id).isEmpty(); },
        [&keys](quint32 a, quint32 b) { return keys[a].compare(keys[b]); });
}

quint32 CatalogOrder::priceRank(OfferRow row) const
{
    return m_prices[m_catalog.columns().price[row]];
}

quint32 CatalogOrder::sortValue(OfferRow row) const
{
    constexpr int HourBits = 14;
    const CatalogColumns &columns = m_catalog.columns();
    const auto known = [](int value) { return value < 0 ? Ranking::None : static_cast<quint32>(value); };
    switch (m_key) {
    case CatalogSortKey::Service:
        return m_rankOfId[columns.service[row]];
    case CatalogSortKey::Country:
        return (*m_ranking)[columns.place[row]];
    case CatalogSortKey::Provider:
        return (*m_ranking)[columns.seller[row]];
    case CatalogSortKey::Variant: {
        const CatalogNames::Seller &seller = m_catalog.names().sellers()[columns.seller[row]];
        const quint32 name = m_catalog.names().variants().nameId(columns.variant[row]);
        const quint32 rank = (*m_ranking)[name != 0 ? name * 2 : seller.line * 2 + 1];
        // The same server's rentals by how long they are for.
        const qint64 hours = std::clamp<qint64>(seller.duration.count(), 0, (1 << HourBits) - 1);
        // More names than there is room for would be equal; None stays the last.
        constexpr quint32 MostRanks = (Ranking::None >> HourBits) - 1;
        return rank == Ranking::None ? rank
                                     : (std::min(rank, MostRanks) << HourBits) | static_cast<quint32>(hours);
    }
    case CatalogSortKey::Price:
        return priceRank(row);
    case CatalogSortKey::Stock:
        return known(columns.stock[row]);
    case CatalogSortKey::SuccessRate:
        return known(columns.rate[row]);
    case CatalogSortKey::Own:
        return known(m_ownRate ? m_ownRate(row) : -1);
    }
    return Ranking::None;
}

/// As sortValue(), but descending where that is wanted, and what is unknown last either way.
quint32 CatalogOrder::mainKey(OfferRow row) const
{
    const quint32 value = sortValue(row);
    return m_direction == Qt::AscendingOrder || value == Ranking::None ? value : Ranking::None - 1 - value;
}

bool CatalogOrder::isCheaper(OfferRow a, OfferRow b) const
{
    const quint32 rankA = priceRank(a);
    const quint32 rankB = priceRank(b);
    return rankA != rankB ? rankA < rankB : a < b;
}

bool CatalogOrder::isBefore(OfferRow a, OfferRow b) const
{
    const quint32 keyA = mainKey(a);
    const quint32 keyB = mainKey(b);
    return keyA != keyB ? keyA < keyB : isCheaper(a, b);
}

void CatalogOrder::sortByPrice(std::vector<OfferRow> &rows) const
{
    if (!std::is_sorted(rows.cbegin(), rows.cend()))
        std::sort(rows.begin(), rows.end());
    radixSort(rows, [this](OfferRow row) { return priceRank(row); });
}

/// Of rows that are sorted by price.
void CatalogOrder::sortByKey(std::vector<OfferRow> &rows) const
{
    radixSort(rows, [this](OfferRow row) { return mainKey(row); });
}

bool CatalogOrder::movesByPrice(quint8 facts) const
{
    return facts & CatalogChange::PriceFact;
}

bool CatalogOrder::movesByKey(quint8 facts) const
{
    return (m_key == CatalogSortKey::Stock && (facts & CatalogChange::StockFact)) ||
           (m_key == CatalogSortKey::SuccessRate && (facts & CatalogChange::RateFact));
}

} // namespace otpdesk
