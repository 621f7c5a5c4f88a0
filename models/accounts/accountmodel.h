#pragma once

#include <QAbstractListModel>

namespace otpdesk {

class AccountList;
struct AccountEntry;

/// The accounts as a list. DisplayRole: the label.
class AccountModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        AccountIdRole = Qt::UserRole, ///< QString
        ProviderIdRole,               ///< QString
        ProviderNameRole,             ///< QString
        BalanceTextRole,              ///< QString: "$12.50"; "—" while unknown
        BalanceAtRole,                ///< QDateTime UTC, invalid: never
        StateRole,                    ///< int(State)
        StateTextRole,                ///< QString: one sentence about what is wrong; empty when nothing is
    };
    enum class State { Ok, Loading, Low, Stale, KeyMissing, Failed };
    Q_ENUM(State)

    explicit AccountModel(AccountList &accounts, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString stateText(const AccountEntry &entry) const;

    AccountList &m_accounts;
};

} // namespace otpdesk
