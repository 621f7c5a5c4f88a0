#include "models/watches/watchmodel.h"

#include "models/catalog/catalog.h"
#include "models/text/format.h"
#include "models/watches/marketwatcher.h"
#include "models/watches/watchwords.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

/// "3 min ago" is another text a minute later.
constexpr std::chrono::milliseconds TickEvery = std::chrono::minutes(1);

} // namespace

WatchModel::WatchModel(MarketWatcher &watcher, Catalog &catalog, Clock &clock, QObject *parent)
    : QAbstractTableModel(parent),
      m_watcher(watcher),
      m_catalog(catalog),
      m_clock(clock),
      m_tick(clock.alarm([this] { tick(); }))
{
    for (const Watch &watch : watcher.watches())
        m_ids.push_back(watch.id);
    connect(&watcher, &MarketWatcher::added, this, &WatchModel::insert);
    connect(&watcher, &MarketWatcher::changed, this, &WatchModel::refresh);
    connect(&watcher, &MarketWatcher::removed, this, &WatchModel::remove);
    tick();
}

WatchModel::~WatchModel() = default;

int WatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int WatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

int WatchModel::rowOf(qint64 id) const
{
    const auto found = std::lower_bound(m_ids.cbegin(), m_ids.cend(), id);
    return found != m_ids.cend() && *found == id ? static_cast<int>(found - m_ids.cbegin()) : -1;
}

void WatchModel::insert(qint64 id)
{
    const auto place = std::lower_bound(m_ids.cbegin(), m_ids.cend(), id);
    const int row = static_cast<int>(place - m_ids.cbegin());
    beginInsertRows({}, row, row);
    m_ids.insert(place, id);
    endInsertRows();
    if (!m_tick->isActive())
        tick();
}

void WatchModel::refresh(qint64 id)
{
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, static_cast<int>(Column::Count) - 1));
}

void WatchModel::remove(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_ids.erase(m_ids.begin() + row);
    endRemoveRows();
}

void WatchModel::tick()
{
    if (m_ids.empty())
        return;
    const int column = static_cast<int>(Column::Looked);
    Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    m_tick->start(TickEvery);
}

QString WatchModel::text(const Watch &watch, Column column) const
{
    switch (column) {
    case Column::Service:
        return watchwords::service(watch.market);
    case Column::Country:
        return watch.market.country;
    case Column::Condition:
        return watchwords::condition(watch.limit);
    case Column::Now: {
        if (m_watcher.state(watch.id) == WatchState::Unknown)
            return tr("not looked at yet");
        const auto finding = m_watcher.finding(watch.id);
        const CatalogAccount *account = finding ? m_catalog.account(finding->accountId) : nullptr;
        return watchwords::cheapest(finding, account ? account->title() : QString());
    }
    case Column::Looked: {
        const QDateTime at = m_watcher.lastLooked(watch.id);
        return at.isValid() ? format::ago(at, m_clock.utc()) : QString();
    }
    case Column::Count:
        break;
    }
    return {};
}

QVariant WatchModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const qint64 id = m_ids[static_cast<size_t>(index.row())];
    const Watch *watch = m_watcher.find(id);
    const auto column = static_cast<Column>(index.column());
    if (!watch) // going just now
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(*watch, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    case SortRole:
        return column == Column::Looked ? QVariant(m_watcher.lastLooked(id)) : text(*watch, column);
    case IdRole:
        return id;
    case StateRole:
        return static_cast<int>(m_watcher.state(id));
    default:
        return {};
    }
}

QVariant WatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Column::Service:
        return tr("Service");
    case Column::Country:
        return tr("Country");
    case Column::Condition:
        //: Column title: what is waited for
        return tr("Condition");
    case Column::Now:
        //: Column title: the cheapest price and the stock at the moment
        return tr("Now");
    case Column::Looked:
        //: Column title: when the offers were looked at last
        return tr("Looked");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace otpdesk
