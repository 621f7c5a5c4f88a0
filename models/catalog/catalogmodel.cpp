#include "models/catalog/catalogmodel.h"

#include "models/catalog/catalog.h"
#include "models/diff/rowdiff.h"
#include "models/text/format.h"

#include <QLocale>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// Beyond this many separate ranges a view is quicker to lay out once than to be told about each.
constexpr size_t MostRanges = 200;

constexpr int at(CatalogModel::Column column)
{
    return static_cast<int>(column);
}

bool isNumeric(CatalogModel::Column column)
{
    return column == CatalogModel::Column::Price || column == CatalogModel::Column::Stock ||
           column == CatalogModel::Column::SuccessRate;
}

/// The columns that show these facts of an offer, from the first to the last.
std::pair<int, int> columnsShowing(quint8 facts)
{
    using Column = CatalogModel::Column;
    if (facts & CatalogChange::AvailabilityFact)
        return {0, at(Column::Count) - 1}; // what is not for sale is greyed as a whole
    const auto firstOf = [facts](auto... pairs) {
        int column = -1;
        ((column = column < 0 && (facts & pairs.first) ? at(pairs.second) : column), ...);
        return column;
    };
    const std::pair price(CatalogChange::PriceFact, Column::Price);
    const std::pair stock(CatalogChange::StockFact, Column::Stock);
    const std::pair rate(CatalogChange::RateFact, Column::SuccessRate);
    return {firstOf(price, stock, rate), firstOf(rate, stock, price)};
}

} // namespace

CatalogModel::CatalogModel(Catalog &catalog, QObject *parent)
    : QAbstractTableModel(parent), m_catalog(catalog), m_order(catalog), m_rows(m_order.rows())
{
    connect(&m_catalog, &Catalog::changed, this, &CatalogModel::follow);
    connect(&m_catalog, &Catalog::accountChanged, this, &CatalogModel::followAccount);
}

void CatalogModel::setFilter(const CatalogFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    show(wantedRows());
}

void CatalogModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= at(Column::Count))
        return;
    m_order.sortBy(static_cast<CatalogSortKey>(column), order);
    show(wantedRows());
}

CatalogModel::Column CatalogModel::sortColumn() const
{
    static_assert(int(CatalogSortKey::Service) == at(Column::Service) &&
                  int(CatalogSortKey::SuccessRate) == at(Column::SuccessRate));
    return static_cast<Column>(m_order.key());
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CatalogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : at(Column::Count);
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const OfferRow row = m_rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(
            Qt::Alignment((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case SortRole:
        return sortValue(row, column);
    case OfferRole:
        return QVariant::fromValue(m_catalog.at(row));
    case AccountIdRole:
        return m_catalog.accountAt(row).id;
    case KindRole:
        return static_cast<int>(m_catalog.sellers()[m_catalog.columns().seller[row]].kind);
    case AvailableRole:
        return isForSale(row);
    case StaleRole:
        return m_catalog.isStale(row);
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
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Service:
        return tr("Service");
    case Column::Country:
        return tr("Country");
    case Column::Provider:
        return tr("Provider");
    case Column::Variant:
        //: Column title: the server, operator, pool or domain an offer comes from
        return tr("Variant");
    case Column::Price:
        return tr("Price");
    case Column::Stock:
        return tr("Stock");
    case Column::SuccessRate:
        //: Column title: how many of a hundred orders get their message, as the provider says
        return tr("Success");
    case Column::Count:
        break;
    }
    return {};
}

Offer CatalogModel::offerAt(int row) const
{
    return m_catalog.at(m_rows[static_cast<size_t>(row)]);
}

QString CatalogModel::accountIdAt(int row) const
{
    return m_catalog.accountAt(m_rows[static_cast<size_t>(row)]).id;
}

int CatalogModel::rowOf(const QString &accountId, const Offer &offer) const
{
    const auto row = m_catalog.find(accountId, offer);
    const auto shown = row ? std::find(m_rows.cbegin(), m_rows.cend(), *row) : m_rows.cend();
    return shown == m_rows.cend() ? -1 : static_cast<int>(shown - m_rows.cbegin());
}

void CatalogModel::follow(const CatalogChange &change)
{
    m_order.apply(change);
    std::vector<OfferRow> rows = wantedRows();

    std::vector<int> earlierRow(m_catalog.columns().rowEnd(), -1);
    for (size_t i = 0; i < m_rows.size(); ++i)
        earlierRow[m_rows[i]] = static_cast<int>(i);
    std::vector<int> origin;
    origin.reserve(rows.size());
    for (const OfferRow row : rows)
        origin.push_back(earlierRow[row]);
    std::vector<quint8> facts(m_catalog.columns().rowEnd(), 0);
    for (const CatalogChange::Changed &changed : change.changed)
        facts[changed.row] = changed.facts;

    const RowDiff diff = diffFromOrigin(static_cast<int>(m_rows.size()), origin,
                                        [&](int row) { return facts[rows[static_cast<size_t>(row)]] != 0; });
    if (diff.reordered || diff.rangeCount() > MostRanges)
        show(rows);
    else
        showByRanges(rows, diff);

    for (const RowRange &range : diff.changed) {
        // One signal for neighbours that changed in the same columns.
        for (int first = range.first; first <= range.last();) {
            const auto columns = columnsShowing(facts[rows[static_cast<size_t>(first)]]);
            int last = first;
            while (last < range.last() &&
                   columnsShowing(facts[rows[static_cast<size_t>(last) + 1]]) == columns)
                ++last;
            Q_EMIT dataChanged(index(first, columns.first), index(last, columns.second));
            first = last + 1;
        }
    }
}

void CatalogModel::followAccount(const QString &accountId)
{
    m_order.rebuild();
    show(wantedRows());
    const auto isTheirs = [&](OfferRow row) { return m_catalog.accountAt(row).id == accountId; };
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), isTheirs);
    if (first == m_rows.cend())
        return;
    const auto last = std::find_if(m_rows.crbegin(), m_rows.crend(), isTheirs);
    Q_EMIT dataChanged(index(static_cast<int>(first - m_rows.cbegin()), 0),
                       index(static_cast<int>(m_rows.crend() - last) - 1, at(Column::Count) - 1));
}

/// Lays everything out anew; views keep what is selected.
void CatalogModel::show(std::vector<OfferRow> rows)
{
    if (rows == m_rows)
        return;
    const bool countChanges = rows.size() != m_rows.size();
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList earlier = persistentIndexList();
    std::swap(m_rows, rows);
    if (!earlier.isEmpty()) {
        std::vector<int> laterRow(m_catalog.columns().rowEnd(), -1);
        for (size_t i = 0; i < m_rows.size(); ++i)
            laterRow[m_rows[i]] = static_cast<int>(i);
        QModelIndexList later;
        later.reserve(earlier.size());
        for (const QModelIndex &persistent : earlier) {
            const int row = laterRow[rows[static_cast<size_t>(persistent.row())]];
            later.append(row < 0 ? QModelIndex() : index(row, persistent.column()));
        }
        changePersistentIndexList(earlier, later);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    if (countChanges)
        Q_EMIT countChanged(rowCount());
}

void CatalogModel::showByRanges(const std::vector<OfferRow> &rows, const RowDiff &diff)
{
    for (const RowRange &range : diff.removed) {
        beginRemoveRows({}, range.first, range.last());
        const auto first = m_rows.begin() + range.first;
        m_rows.erase(first, first + range.count);
        endRemoveRows();
    }
    for (const RowRange &range : diff.inserted) {
        beginInsertRows({}, range.first, range.last());
        const auto first = rows.begin() + range.first;
        m_rows.insert(m_rows.begin() + range.first, first, first + range.count);
        endInsertRows();
    }
    Q_ASSERT(m_rows == rows);
    if (!diff.removed.empty() || !diff.inserted.empty())
        Q_EMIT countChanged(rowCount());
}

std::vector<OfferRow> CatalogModel::wantedRows() const
{
    if (m_filter.isEmpty())
        return m_order.rows();
    const std::vector<quint8> matches = CatalogMatcher(m_catalog, m_filter).matches();
    std::vector<OfferRow> rows;
    for (const OfferRow row : m_order.rows()) {
        if (matches[row])
            rows.push_back(row);
    }
    return rows;
}

bool CatalogModel::isForSale(OfferRow row) const
{
    return (m_catalog.columns().flags[row] & CatalogColumns::Available) &&
           m_catalog.columns().stock[row] != 0;
}

QString CatalogModel::displayText(OfferRow row, Column column) const
{
    const CatalogColumns &columns = m_catalog.columns();
    const QString unknown = u"—"_s;
    switch (column) {
    case Column::Service:
        return columns.service[row] != 0 ? m_catalog.services().text(columns.service[row])
                                         : tr("Any service");
    case Column::Country: {
        const QString &title = m_catalog.places()[columns.place[row]].title;
        return title.isEmpty() ? unknown : title;
    }
    case Column::Provider:
        return m_catalog.accountAt(row).title();
    case Column::Variant: {
        const Catalog::Seller &seller = m_catalog.sellers()[columns.seller[row]];
        const QString name = columns.variant[row] != 0 ? m_catalog.variants().text(columns.variant[row])
                                                       : m_catalog.lines().text(seller.line);
        return seller.duration.count() == 0 ? name
                                            : u"%1 · %2"_s.arg(name, format::duration(seller.duration));
    }
    case Column::Price:
        return format::money(m_catalog.priceAt(row));
    case Column::Stock:
        return columns.stock[row] == OfferFacts::UnknownStock ? unknown
                                                              : QLocale().toString(columns.stock[row]);
    case Column::SuccessRate:
        return columns.rate[row] == OfferFacts::UnknownRate
                   ? unknown
                   : QLocale().toString(int(columns.rate[row])) + QLocale().percent();
    case Column::Count:
        break;
    }
    return {};
}

QVariant CatalogModel::sortValue(OfferRow row, Column column) const
{
    const CatalogColumns &columns = m_catalog.columns();
    switch (column) {
    case Column::Price: {
        const auto price = m_catalog.priceAt(row);
        return price ? QVariant::fromValue(*price) : QVariant();
    }
    case Column::Stock:
        return columns.stock[row] == OfferFacts::UnknownStock ? QVariant() : columns.stock[row];
    case Column::SuccessRate:
        return columns.rate[row] == OfferFacts::UnknownRate ? QVariant() : int(columns.rate[row]);
    case Column::Country:
        return m_catalog.places()[columns.place[row]].title;
    default:
        return displayText(row, column);
    }
}

QString CatalogModel::toolTip(OfferRow row, Column column) const
{
    const CatalogColumns &columns = m_catalog.columns();
    if (!(columns.flags[row] & CatalogColumns::Available))
        return tr("Not on sale at the moment.");
    if (columns.stock[row] == 0)
        return tr("Out of stock at the moment.");
    if (m_catalog.isStale(row))
        return tr("From an earlier load: price and stock may have changed.");
    if (column == Column::Price && columns.price[row] == OfferFacts::UnknownPrice)
        return tr("The provider does not say what this costs before it is bought.");
    if (const auto fee = m_catalog.cancelFeeAt(row); fee && column == Column::Price)
        return tr("Cancelling it costs %1.").arg(format::money(*fee));
    const Catalog::Place &place = m_catalog.places()[columns.place[row]];
    if (column == Column::Country && place.raw != place.title && !place.raw.isEmpty())
        return tr("The provider calls it “%1”.").arg(place.raw);
    return {};
}

} // namespace otpdesk
