#include "models/catalog/catalogmodel.h"

#include "models/catalog/catalog.h"
#include "models/catalog/linediff.h"
#include "models/markets/trackrecords.h"

#include <algorithm>

namespace otpdesk {

namespace {

using Column = CatalogModel::Column;

/// Beyond this many separate ranges a view is quicker to lay out once than to be told about each.
constexpr size_t MostRanges = 200;

constexpr int at(Column column)
{
    return static_cast<int>(column);
}

bool isNumeric(Column column)
{
    return column >= Column::Price && column <= Column::Own;
}

CatalogSortKey keyOf(Column column)
{
    switch (column) {
    case Column::Service:
        return CatalogSortKey::Service;
    case Column::Country:
        return CatalogSortKey::Country;
    case Column::Provider:
        return CatalogSortKey::Provider;
    case Column::Variant:
        return CatalogSortKey::Variant;
    case Column::Stock:
        return CatalogSortKey::Stock;
    case Column::SuccessRate:
        return CatalogSortKey::SuccessRate;
    case Column::Own:
        return CatalogSortKey::Own;
    case Column::Price:
    case Column::Converted:
    case Column::Count:
        break;
    }
    return CatalogSortKey::Price;
}

/// The columns that show these facts of an offer, from the first to the last.
std::pair<int, int> columnsShowing(quint8 facts)
{
    if (facts & CatalogChange::AvailabilityFact)
        return {0, at(Column::Count) - 1}; // what is not for sale is greyed as a whole
    int first = at(Column::Count);
    int last = -1;
    const auto shows = [&](quint8 fact, Column from, Column to) {
        if (facts & fact) {
            first = std::min(first, at(from));
            last = std::max(last, at(to));
        }
    };
    shows(CatalogChange::PriceFact, Column::Price, Column::Converted);
    shows(CatalogChange::StockFact, Column::Stock, Column::Stock);
    shows(CatalogChange::RateFact, Column::SuccessRate, Column::SuccessRate);
    return {first, last};
}

} // namespace

CatalogModel::CatalogModel(Catalog &catalog, QObject *parent)
    : QAbstractTableModel(parent),
      m_catalog(catalog),
      m_order(catalog),
      m_listing(catalog, m_order),
      m_cells(catalog),
      m_lines(m_listing.allOffers())
{
    connect(&m_catalog, &Catalog::changed, this, &CatalogModel::follow);
    connect(&m_catalog, &Catalog::accountChanged, this, &CatalogModel::followAccount);
}

void CatalogModel::setFilter(const CatalogFilter &filter)
{
    if (m_filter == filter)
        return;
    m_catalog.publish(); // what is not told of yet is in no order, and cannot be summed up
    m_filter = filter;
    relist();
}

void CatalogModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= at(Column::Count))
        return;
    m_catalog.publish(); // a sort order holds everything that has come
    m_sortColumn = static_cast<Column>(column);
    m_order.sortBy(keyOf(m_sortColumn), order);
    relist();
}

void CatalogModel::setGrouped(bool grouped)
{
    if (m_grouped == grouped)
        return;
    m_catalog.publish();
    m_grouped = grouped;
    relist();
}

void CatalogModel::setExpanded(int row, bool expanded)
{
    const QPersistentModelIndex market(index(row, 0));
    m_catalog.publish(); // so that nothing else changes
    if (!market.data(ExpandableRole).toBool() || market.data(ExpandedRole).toBool() == expanded)
        return;
    row = market.row();
    const auto id = m_lines[static_cast<size_t>(row)].marketId();
    m_expanded.resize(std::max<size_t>(m_expanded.size(), id + 1));
    m_expanded[id] = expanded;
    RowDiff diff;
    if (!expanded) {
        diff.removed = {{row + 1, linesBelow(row)}};
        showByRanges(m_lines, diff);
    } else {
        const Lines lines = wantedLines();
        diff.inserted = {{row + 1, static_cast<int>(lines.size() - m_lines.size())}};
        showByRanges(lines, diff);
    }
    Q_EMIT dataChanged(market, index(row, at(Column::Count) - 1), {ExpandedRole});
}

void CatalogModel::setFavourites(const QSet<Market> &favourites)
{
    m_catalog.publish();
    m_favourites = favourites;
    m_favouriteIds.clear();
    findFavourites();
    if (m_filter.favourite)
        relist();
    tellColumns(Column::Service, Column::Service);
    Q_EMIT favouritesChanged();
}

/// Markets are given their ids as offers come.
void CatalogModel::findFavourites()
{
    const CatalogNames &names = m_catalog.names();
    if (m_favouriteIds.size() == names.markets().size())
        return;
    m_favouriteIds.resize(names.markets().size(), false);
    for (const Market &market : std::as_const(m_favourites)) {
        if (const quint32 id = names.marketId(market); id != 0)
            m_favouriteIds[id] = true;
    }
}

void CatalogModel::setRates(const ExchangeRates &rates)
{
    m_catalog.publish();
    m_rates = rates;
    m_cells.setRates(rates);
    PriceRank::Factor factor;
    if (const Currency display = rates.display(); display.isValid())
        factor = [rates, display](const Currency &currency) { return rates.factor(currency, display); };
    m_order.comparePricesBy(factor);
    relist();
    tellColumns(Column::Price, Column::Converted);
    Q_EMIT headerDataChanged(Qt::Horizontal, at(Column::Converted), at(Column::Converted));
}

bool CatalogModel::leavesCurrenciesApart() const
{
    const std::vector<Currency> &all = m_catalog.names().prices().currencies();
    const auto isApart = [this](const Currency &currency) {
        return !m_rates.display().isValid() || !m_rates.factor(currency, m_rates.display());
    };
    return all.size() > 1 && std::any_of(all.cbegin(), all.cend(), isApart);
}

void CatalogModel::setTrackRecords(const TrackRecords &records)
{
    m_records = std::make_unique<TrackLookup>(m_catalog, records);
    m_cells.setTrackRecords(&records, m_records.get());
    connect(&records, &TrackRecords::loaded, this, &CatalogModel::followRecords);
    connect(&records, &TrackRecords::recordChanged, this, &CatalogModel::followRecords);
    followRecords();
}

void CatalogModel::followRecords()
{
    m_records->followRecords();
    m_catalog.publish();
    m_order.setOwnRate([this](OfferRow row) { return m_records->rate(row); });
    relist();
    tellColumns(Column::Own, Column::Own);
    Q_EMIT headerDataChanged(Qt::Horizontal, at(Column::Own), at(Column::Own));
}

void CatalogModel::tellColumns(Column first, Column last)
{
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, at(first)), index(rowCount() - 1, at(last)));
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CatalogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : at(Column::Count);
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const CatalogLine line = m_lines[static_cast<size_t>(index.row())];
    const OfferRow row = offerRow(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return line.isMarket() ? m_cells.text(line.marketId(), m_listing.summary(line.marketId()), column)
                               : m_cells.text(row, column);
    case Qt::ToolTipRole:
        return line.isMarket() ? m_cells.toolTip(m_listing.summary(line.marketId()), column)
                               : m_cells.toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(
            Qt::Alignment((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case SortRole:
        return m_cells.sortValue(row, column);
    case OfferRole:
        return QVariant::fromValue(m_catalog.at(row));
    case AccountIdRole:
        return m_catalog.accountAt(row).id;
    case KindRole:
        return static_cast<int>(m_catalog.names().sellers()[m_catalog.columns().seller[row]].kind);
    case AvailableRole:
        return m_catalog.columns().isForSale(row);
    case StaleRole:
        return m_catalog.isStale(row);
    case LevelRole:
        return static_cast<int>(line.isMarket() ? Level::Market
                                : m_grouped     ? Level::MarketsOffer
                                                : Level::Offer);
    case ExpandableRole:
        return line.isMarket() && m_listing.summary(line.marketId()).offers > 1;
    case ExpandedRole:
        return index.data(ExpandableRole).toBool() && line.marketId() < m_expanded.size() &&
               m_expanded[line.marketId()];
    case FavouriteRole: {
        const quint32 market = m_catalog.columns().market[row];
        return market < m_favouriteIds.size() && m_favouriteIds[market];
    }
    case CountryIsoRole:
        return m_catalog.names().places()[m_catalog.columns().place[row]].iso;
    default:
        return {};
    }
}

QVariant CatalogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= at(Column::Count))
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            Qt::Alignment((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return role == Qt::DisplayRole ? m_cells.header(column) : QVariant();
}

Offer CatalogModel::offerAt(int row) const
{
    return m_catalog.at(offerRow(row));
}

QString CatalogModel::accountIdAt(int row) const
{
    return m_catalog.accountAt(offerRow(row)).id;
}

Market CatalogModel::marketAt(int row) const
{
    return m_catalog.marketAt(offerRow(row));
}

int CatalogModel::rowOf(const QString &accountId, const Offer &offer) const
{
    const auto row = m_catalog.find(accountId, offer);
    const auto shown =
        row ? std::find(m_lines.cbegin(), m_lines.cend(), CatalogLine::offer(*row)) : m_lines.cend();
    return shown == m_lines.cend() ? -1 : static_cast<int>(shown - m_lines.cbegin());
}

OfferRow CatalogModel::offerRow(int row) const
{
    const CatalogLine line = m_lines[static_cast<size_t>(row)];
    return line.isMarket() ? m_listing.summary(line.marketId()).best : line.row();
}

int CatalogModel::linesBelow(int row) const
{
    const auto first = m_lines.cbegin() + row + 1;
    return static_cast<int>(
        std::find_if(first, m_lines.cend(), [](CatalogLine line) { return line.isMarket(); }) - first);
}

void CatalogModel::follow(const CatalogChange &change)
{
    // What has come may be known from earlier, and is sorted by that.
    if (m_records)
        m_records->followMarkets();
    m_order.apply(change);
    findFavourites();
    const Lines lines = wantedLines();
    const ChangedLines changed(m_catalog, change);
    const RowDiff diff = diffLines(m_lines, lines, changed);
    const bool tellsEach = !diff.reordered && diff.rangeCount() <= MostRanges;
    if (!tellsEach || hasMoved(m_lines, lines, diff))
        show(lines);
    else
        showByRanges(lines, diff);
    if (!tellsEach) {
        if (!m_lines.empty() && !change.changed.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, at(Column::Count) - 1));
        return;
    }
    for (const RowRange &range : diff.changed) {
        // One signal for neighbours that changed in the same columns.
        const auto columnsOf = [&](int row) {
            return columnsShowing(changed[lines[static_cast<size_t>(row)]]);
        };
        for (int first = range.first; first <= range.last();) {
            int last = first;
            while (last < range.last() && columnsOf(last + 1) == columnsOf(first))
                ++last;
            Q_EMIT dataChanged(index(first, columnsOf(first).first), index(last, columnsOf(first).second));
            first = last + 1;
        }
    }
}

void CatalogModel::followAccount(const QString &accountId)
{
    m_catalog.publish();
    m_order.followAccounts();
    relist();
    const auto isTheirs = [&](CatalogLine line) {
        return line.isMarket() || m_catalog.accountAt(line.row()).id == accountId;
    };
    const auto first = std::find_if(m_lines.cbegin(), m_lines.cend(), isTheirs);
    if (first == m_lines.cend())
        return;
    const auto last = std::find_if(m_lines.crbegin(), m_lines.crend(), isTheirs);
    Q_EMIT dataChanged(index(static_cast<int>(first - m_lines.cbegin()), 0),
                       index(static_cast<int>(m_lines.crend() - last) - 1, at(Column::Count) - 1));
}

/// Lays everything out anew; views keep what is selected.
void CatalogModel::show(Lines lines)
{
    if (lines == m_lines)
        return;
    const bool countChanges = lines.size() != m_lines.size();
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList earlier = persistentIndexList();
    std::swap(m_lines, lines);
    QHash<quint32, int> later; // the selection is a line or two, and each is looked for once
    QModelIndexList moved;
    moved.reserve(earlier.size());
    for (const QModelIndex &persistent : earlier) {
        const CatalogLine line = lines[static_cast<size_t>(persistent.row())];
        if (!later.contains(line.value())) {
            const auto found = std::find(m_lines.cbegin(), m_lines.cend(), line);
            later.insert(line.value(), found == m_lines.cend() ? -1 : int(found - m_lines.cbegin()));
        }
        const int row = later.value(line.value());
        moved.append(row < 0 ? QModelIndex() : index(row, persistent.column()));
    }
    changePersistentIndexList(earlier, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    if (countChanges)
        Q_EMIT countChanged(rowCount());
}

void CatalogModel::showByRanges(const Lines &lines, const RowDiff &diff)
{
    for (const RowRange &range : diff.removed) {
        beginRemoveRows({}, range.first, range.last());
        const auto first = m_lines.begin() + range.first;
        m_lines.erase(first, first + range.count);
        endRemoveRows();
    }
    for (const RowRange &range : diff.inserted) {
        beginInsertRows({}, range.first, range.last());
        const auto first = lines.begin() + range.first;
        m_lines.insert(m_lines.begin() + range.first, first, first + range.count);
        endInsertRows();
    }
    if (!diff.removed.empty() || !diff.inserted.empty())
        Q_EMIT countChanged(rowCount());
}

CatalogModel::Lines CatalogModel::wantedLines()
{
    if (m_grouped)
        return m_listing.markets(accepted(), m_expanded);
    return m_filter.isEmpty() ? m_listing.allOffers() : m_listing.offers(accepted());
}

} // namespace otpdesk
