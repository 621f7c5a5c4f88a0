#include "models/topups/topupmodel.h"

#include "models/accounts/accountlist.h"
#include "models/text/format.h"
#include "models/topups/topupengine.h"
#include "providers/registry.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

constexpr std::chrono::milliseconds TickEvery = std::chrono::seconds(1);

QVariant alignmentOf(TopUpModel::Column column)
{
    const bool isAmount = column == TopUpModel::Column::Amount || column == TopUpModel::Column::ToPay;
    return QVariant(Qt::AlignVCenter | (isAmount ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

TopUpModel::TopUpModel(TopUpEngine &engine, AccountList &accounts, Clock &clock, QObject *parent)
    : QAbstractTableModel(parent),
      m_engine(engine),
      m_accounts(accounts),
      m_clock(clock),
      m_tick(clock.alarm([this] { tick(); }))
{
    for (const auto &[key, topUp] : engine.topUps())
        m_keys.push_back(key);
    std::reverse(m_keys.begin(), m_keys.end());
    connect(&engine, &TopUpEngine::added, this, &TopUpModel::insert);
    connect(&engine, &TopUpEngine::changed, this, &TopUpModel::refresh);
    connect(&accounts, &AccountList::changed, this, &TopUpModel::refreshAccounts);
    connect(&accounts, &AccountList::removed, this, &TopUpModel::refreshAccounts);
    tick();
}

TopUpModel::~TopUpModel() = default;

int TopUpModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int TopUpModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

int TopUpModel::rowOf(qint64 key) const
{
    const auto found = std::lower_bound(m_keys.cbegin(), m_keys.cend(), key, std::greater<>());
    return found != m_keys.cend() && *found == key ? static_cast<int>(found - m_keys.cbegin()) : -1;
}

void TopUpModel::insert(qint64 key)
{
    const auto place = std::lower_bound(m_keys.cbegin(), m_keys.cend(), key, std::greater<>());
    const int row = static_cast<int>(place - m_keys.cbegin());
    beginInsertRows({}, row, row);
    m_keys.insert(place, key);
    endInsertRows();
    if (!m_tick->isActive())
        tick();
}

void TopUpModel::refresh(qint64 key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    Q_EMIT dataChanged(index(row, 0), index(row, static_cast<int>(Column::Count) - 1));
    if (!m_tick->isActive())
        tick();
}

void TopUpModel::refreshAccounts()
{
    const int column = static_cast<int>(Column::Account);
    if (!m_keys.empty())
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

/// Countdowns move once a second while there is one; without any, nothing ticks.
void TopUpModel::tick()
{
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const QDateTime expires = TopUpEngine::expiry(*m_engine.topUp(m_keys[static_cast<size_t>(row)]));
        // One that waits for the last word after its time counts no further.
        if (!expires.isValid() || expires.addMSecs(TickEvery.count()) < m_clock.utc())
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first < 0)
        return;
    const int column = static_cast<int>(Column::TimeLeft);
    Q_EMIT dataChanged(index(first, column), index(last, column), {Qt::DisplayRole, SortRole});
    m_tick->start(TickEvery);
}

QString TopUpModel::text(const TopUp &topUp, Column column) const
{
    switch (column) {
    case Column::Created:
        return format::ago(topUp.createdAt, m_clock.utc());
    case Column::Account: {
        if (const AccountEntry *account = m_accounts.find(topUp.accountId))
            return account->account.label;
        const ProviderEntry *provider = findProvider(topUp.providerId);
        return provider ? provider->info().name : topUp.providerId;
    }
    case Column::Amount:
        return format::money(topUp.amount);
    case Column::ToPay:
        return format::money(topUp.totalAmount);
    case Column::Status:
        return format::status(topUp.status);
    case Column::TimeLeft: {
        const QDateTime expires = TopUpEngine::expiry(topUp);
        return expires.isValid() ? format::timeLeft(std::chrono::milliseconds(m_clock.utc().msecsTo(expires)))
                                 : QString();
    }
    case Column::PaidAt:
        return topUp.paidAt.isValid() ? format::ago(topUp.paidAt, m_clock.utc()) : QString();
    case Column::Count:
        break;
    }
    return {};
}

QVariant TopUpModel::sortKey(const TopUp &topUp, Column column) const
{
    switch (column) {
    case Column::Created:
        return topUp.createdAt;
    case Column::Amount:
        return topUp.amount.units();
    case Column::ToPay:
        return topUp.totalAmount ? QVariant(topUp.totalAmount->units()) : QVariant();
    case Column::Status:
        return static_cast<int>(topUp.status);
    case Column::TimeLeft:
        return TopUpEngine::expiry(topUp);
    case Column::PaidAt:
        return topUp.paidAt;
    default:
        return text(topUp, column);
    }
}

QVariant TopUpModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const TopUp &topUp = *m_engine.topUp(m_keys[static_cast<size_t>(index.row())]);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(topUp, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case SortRole:
        return sortKey(topUp, column);
    case KeyRole:
        return topUp.key;
    case StatusRole:
        return static_cast<int>(topUp.status);
    case ExpiresRole:
        return TopUpEngine::expiry(topUp);
    case LifetimeRole: {
        const QDateTime expires = TopUpEngine::expiry(topUp);
        return expires.isValid() ? topUp.createdAt.msecsTo(expires) : qint64(0);
    }
    default:
        return {};
    }
}

QVariant TopUpModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(static_cast<Column>(section));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Column::Created:
        return tr("Created");
    case Column::Account:
        return tr("Account");
    case Column::Amount:
        return tr("Amount");
    case Column::ToPay:
        return tr("To pay");
    case Column::Status:
        return tr("Status");
    case Column::TimeLeft:
        return tr("Time left");
    case Column::PaidAt:
        return tr("Paid at");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace otpdesk
