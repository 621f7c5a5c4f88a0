#include "models/catalog/catalogorder.h"

#include "models/catalog/catalog.h"
#include "models/catalog/namecollator.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace otpdesk {

namespace {

constexpr quint32 NoName = std::numeric_limits<quint32>::max();
constexpr quint64 Unknown = std::numeric_limits<quint64>::max();
constexpr int DigitBits = 11;
constexpr quint64 DigitMask = (1u << DigitBits) - 1;

/// Sorts rows by their key, least significant digit first; stable. Digits in which no two keys differ cost
/// nothing, so that names, whose ranks are small, are sorted by counting them once.
template <typename KeyOf>
void radixSort(std::vector<OfferRow> &rows, KeyOf keyOf)
{
    struct Entry
    {
        quint64 key;
        OfferRow row;
    };
    if (rows.empty())
        return;
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    quint64 differing = 0;
    for (const OfferRow row : rows) {
        entries.push_back({keyOf(row), row});
        differing |= entries.back().key ^ entries.front().key;
    }
    std::vector<Entry> sorted(entries.size());
    for (int shift = 0; shift < 64; shift += DigitBits) {
        if (((differing >> shift) & DigitMask) == 0)
            continue;
        std::array<size_t, DigitMask + 1> starts{};
        for (const Entry &entry : entries)
            ++starts[(entry.key >> shift) & DigitMask];
        std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), size_t(0));
        for (const Entry &entry : entries)
            sorted[starts[(entry.key >> shift) & DigitMask]++] = entry;
        entries.swap(sorted);
    }
    std::transform(entries.cbegin(), entries.cend(), rows.begin(),
                   [](const Entry &entry) { return entry.row; });
}

} // namespace

CatalogOrder::CatalogOrder(const Catalog &catalog) : m_catalog(catalog), m_collator(nameCollator())
{
    rebuild();
}

void CatalogOrder::sortBy(CatalogSortKey key, Qt::SortOrder direction)
{
    if (m_key == key && m_direction == direction)
        return;
    m_key = key;
    m_direction = direction;
    rebuild();
}

void CatalogOrder::rebuild()
{
    rankNames();
    m_rows.clear();
    m_rows.reserve(static_cast<size_t>(m_catalog.count()));
    for (OfferRow row = 0; row < m_catalog.columns().rowEnd(); ++row) {
        if (m_catalog.columns().isLive(row))
            m_rows.push_back(row);
    }
    sort(m_rows);
}

void CatalogOrder::apply(const CatalogChange &change)
{
    if (nameCount() != m_rankedNames) // new ones have come; the others keep their order among themselves
        rankNames();
    std::vector<bool> leaves(m_catalog.columns().rowEnd(), false);
    std::vector<OfferRow> arriving = change.added;
    for (const OfferRow row : change.removed)
        leaves[row] = true;
    for (const CatalogChange::Changed &changed : change.changed) {
        leaves[changed.row] = true;
        arriving.push_back(changed.row);
    }
    sort(arriving);

    std::erase_if(m_rows, [&leaves](OfferRow row) { return leaves[row]; });
    // Few arrive among many: their places are searched for, and what lies between is copied as it is.
    std::vector<OfferRow> merged;
    merged.reserve(m_rows.size() + arriving.size());
    auto rest = m_rows.cbegin();
    for (const OfferRow row : arriving) {
        const auto place = std::upper_bound(rest, m_rows.cend(), row,
                                            [this](OfferRow a, OfferRow b) { return isBefore(a, b); });
        merged.insert(merged.end(), rest, place);
        merged.push_back(row);
        rest = place;
    }
    merged.insert(merged.end(), rest, m_rows.cend());
    m_rows = std::move(merged);
}

/// Names are only ever added.
size_t CatalogOrder::nameCount() const
{
    return m_catalog.services().size() + m_catalog.variants().size() + m_catalog.lines().size() +
           m_catalog.places().size() + m_catalog.sellers().size() + m_catalog.currencies().size();
}

void CatalogOrder::rankNames()
{
    m_rankedNames = nameCount();
    m_currencyRank = ranked(static_cast<quint32>(m_catalog.currencies().size()),
                            [this](quint32 id) { return m_catalog.currencies()[id].code(); });
    m_rank.clear();
    m_lineRank.clear();
    switch (m_key) {
    case CatalogSortKey::Service:
        m_rank =
            ranked(m_catalog.services().size(), [this](quint32 id) { return m_catalog.services().text(id); });
        break;
    case CatalogSortKey::Country:
        m_rank = ranked(static_cast<quint32>(m_catalog.places().size()),
                        [this](quint32 id) { return m_catalog.places()[id].title; });
        break;
    case CatalogSortKey::Provider:
        m_rank = ranked(static_cast<quint32>(m_catalog.sellers().size()), [this](quint32 id) {
            return id == 0 ? QString() : m_catalog.accountOf(m_catalog.sellers()[id]).title();
        });
        break;
    case CatalogSortKey::Variant: {
        // Both stand in one column, so they are ranked together.
        const quint32 variants = m_catalog.variants().size();
        m_rank = ranked(variants + m_catalog.lines().size(), [this, variants](quint32 id) {
            return id < variants ? m_catalog.variants().text(id) : m_catalog.lines().text(id - variants);
        });
        m_lineRank.assign(m_rank.cbegin() + variants, m_rank.cend());
        break;
    }
    case CatalogSortKey::Price:
    case CatalogSortKey::Stock:
    case CatalogSortKey::SuccessRate:
        break;
    }
}

std::vector<quint32> CatalogOrder::ranked(quint32 count, const std::function<QString(quint32)> &name) const
{
    std::vector<quint32> ids;
    std::vector<QCollatorSortKey> keys;
    std::vector<quint32> ranks(count, NoName);
    keys.reserve(count);
    for (quint32 id = 0; id < count; ++id) {
        const QString text = name(id);
        keys.push_back(m_collator.sortKey(text));
        if (!text.isEmpty())
            ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end(), [&keys](quint32 a, quint32 b) { return keys[a].compare(keys[b]) < 0; });
    quint32 rank = 0;
    for (size_t i = 0; i < ids.size(); ++i) {
        if (i > 0 && keys[ids[i - 1]].compare(keys[ids[i]]) != 0)
            ++rank;
        ranks[ids[i]] = rank;
    }
    return ranks;
}

quint64 CatalogOrder::mainKey(OfferRow row) const
{
    const CatalogColumns &columns = m_catalog.columns();
    quint64 key = Unknown;
    const auto fromRank = [](quint32 rank) { return rank == NoName ? Unknown : rank; };
    switch (m_key) {
    case CatalogSortKey::Service:
        key = fromRank(m_rank[columns.service[row]]);
        break;
    case CatalogSortKey::Country:
        key = fromRank(m_rank[columns.place[row]]);
        break;
    case CatalogSortKey::Provider:
        key = fromRank(m_rank[columns.seller[row]]);
        break;
    case CatalogSortKey::Variant: {
        const Catalog::Seller &seller = m_catalog.sellers()[columns.seller[row]];
        key = fromRank(columns.variant[row] != 0 ? m_rank[columns.variant[row]] : m_lineRank[seller.line]);
        // The same server's rentals by how long they are for.
        if (key != Unknown)
            key = (key << 16) | static_cast<quint64>(std::clamp<qint64>(seller.duration.count(), 0, 0xffff));
        break;
    }
    case CatalogSortKey::Price:
        key = priceKey(row);
        break;
    case CatalogSortKey::Stock:
        if (columns.stock[row] != OfferFacts::UnknownStock)
            key = static_cast<quint64>(columns.stock[row]);
        break;
    case CatalogSortKey::SuccessRate:
        if (columns.rate[row] != OfferFacts::UnknownRate)
            key = static_cast<quint64>(columns.rate[row]);
        break;
    }
    if (m_direction == Qt::AscendingOrder || key == Unknown)
        return key;
    return Unknown - 1 - key;
}

quint64 CatalogOrder::priceKey(OfferRow row) const
{
    constexpr int AmountBits =
        54; // 9e11 of a currency's main unit each way; beyond that all are equally dear
    constexpr qint64 Offset = 1LL << (AmountBits - 1);
    const qint64 units = m_catalog.columns().price[row];
    if (units == OfferFacts::UnknownPrice)
        return Unknown;
    const quint64 amount = static_cast<quint64>(std::clamp(units, -Offset, Offset - 1) + Offset);
    const quint64 currency = std::min(m_currencyRank[m_catalog.columns().currency[row]], 0x1ffu);
    return (currency << AmountBits) | amount;
}

bool CatalogOrder::isBefore(OfferRow a, OfferRow b) const
{
    const quint64 mainA = mainKey(a);
    const quint64 mainB = mainKey(b);
    if (mainA != mainB)
        return mainA < mainB;
    const quint64 priceA = priceKey(a);
    const quint64 priceB = priceKey(b);
    return priceA != priceB ? priceA < priceB : a < b;
}

void CatalogOrder::sort(std::vector<OfferRow> &rows) const
{
    if (!std::is_sorted(rows.cbegin(), rows.cend()))
        std::sort(rows.begin(), rows.end());
    radixSort(rows, [this](OfferRow row) { return priceKey(row); });
    if (m_key != CatalogSortKey::Price || m_direction != Qt::AscendingOrder)
        radixSort(rows, [this](OfferRow row) { return mainKey(row); });
}

} // namespace otpdesk
