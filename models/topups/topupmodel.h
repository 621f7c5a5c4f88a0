#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace otpdesk {

class AccountList;
class Alarm;
class Clock;
class TopUpEngine;
struct TopUp;

/// All invoices the engine holds, newest first. DisplayRole is formatted text, SortRole the raw value.
class TopUpModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Created, Account, Amount, ToPay, Status, TimeLeft, PaidAt, Count };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole,
        KeyRole,      ///< qint64
        StatusRole,   ///< int(TopUpStatus)
        ExpiresRole,  ///< QDateTime UTC, invalid when not counting down
        LifetimeRole, ///< qint64 ms from creation to expiry, for a ring; 0 unknown
    };

    TopUpModel(TopUpEngine &engine, AccountList &accounts, Clock &clock, QObject *parent = nullptr);
    ~TopUpModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int rowOf(qint64 key) const; ///< -1: not there

private:
    void insert(qint64 key);
    void refresh(qint64 key);
    void refreshAccounts();
    void tick();
    QString text(const TopUp &topUp, Column column) const;
    QVariant sortKey(const TopUp &topUp, Column column) const;

    TopUpEngine &m_engine;
    AccountList &m_accounts;
    Clock &m_clock;
    std::vector<qint64> m_keys; // newest first
    std::unique_ptr<Alarm> m_tick;
};

} // namespace otpdesk
