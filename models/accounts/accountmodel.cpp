#include "models/accounts/accountmodel.h"

#include "models/accounts/accountlist.h"
#include "models/text/format.h"
#include "providers/registry.h"

namespace otpdesk {

namespace {

QString providerName(const Account &account)
{
    const ProviderEntry *entry = findProvider(account.providerId);
    return entry ? entry->info().name : account.providerId;
}

AccountModel::State stateOf(const AccountEntry &entry)
{
    switch (entry.key) {
    case KeyState::Missing:
    case KeyState::Unavailable:
        return AccountModel::State::KeyMissing;
    case KeyState::Loading:
        return AccountModel::State::Loading;
    case KeyState::Present:
        break;
    }
    if (entry.problem)
        return entry.balance ? AccountModel::State::Stale : AccountModel::State::Failed;
    if (!entry.balance)
        return entry.balanceLoading ? AccountModel::State::Loading : AccountModel::State::Failed;
    return entry.isLow ? AccountModel::State::Low : AccountModel::State::Ok;
}

} // namespace

AccountModel::AccountModel(AccountList &accounts, QObject *parent)
    : QAbstractListModel(parent), m_accounts(accounts)
{
    connect(&accounts, &AccountList::aboutToAdd, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(&accounts, &AccountList::added, this, [this] { endInsertRows(); });
    connect(&accounts, &AccountList::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(&accounts, &AccountList::removed, this, [this] { endRemoveRows(); });
    connect(&accounts, &AccountList::changed, this,
            [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_accounts.count();
}

QString AccountModel::stateText(const AccountEntry &entry) const
{
    if (entry.key == KeyState::Missing)
        return tr("The API key is missing. Enter it again in Accounts.");
    if (entry.key == KeyState::Unavailable) {
        return entry.keyProblem == SecretProblem::Locked
                   ? tr("The keyring is locked. Unlock it, then choose Try again in Accounts.")
                   : tr("The keyring does not answer. Try again, or enter the key again in Accounts.");
    }
    if (entry.problem)
        return format::error(*entry.problem, providerName(entry.account));
    if (entry.isLow)
        return tr("The balance is low.");
    return {};
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const AccountEntry &entry = m_accounts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.account.label;
    case AccountIdRole:
        return entry.account.id;
    case ProviderIdRole:
        return entry.account.providerId;
    case ProviderNameRole:
        return providerName(entry.account);
    case BalanceTextRole:
        return entry.balance ? format::money(entry.balance->amount) : QStringLiteral("—");
    case BalanceAtRole:
        return entry.balanceAt;
    case StateRole:
        return static_cast<int>(stateOf(entry));
    case StateTextRole:
        return stateText(entry);
    default:
        return {};
    }
}

} // namespace otpdesk
