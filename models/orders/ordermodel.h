#pragma once

#include "providers/types/order.h"

#include <QAbstractTableModel>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace otpdesk {

class AccountList;
class Alarm;
class Clock;
class OrderEngine;

/// All orders the engine holds, of every kind, newest first. DisplayRole is formatted text, SortRole the raw
/// value.
class OrderModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        Service,
        Country,
        Provider,
        Code,
        Status,
        TimeLeft,
        Price,
        Bought,
        Variant,
        Count
    };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole,
        KeyRole,        ///< qint64
        StatusRole,     ///< int(OrderStatus)
        CodeRole,       ///< QString, ungrouped
        NumberRole,     ///< QString, raw
        ExpiresRole,    ///< QDateTime UTC, invalid when not counting down
        LifetimeRole,   ///< qint64 ms from purchase to expiry, for a ring; 0 unknown
        ProviderIdRole, ///< QString
        SearchRole,     ///< QString: everything a search looks at, case-folded
        KindRole,       ///< int(OfferKind)
        RenewsRole,     ///< qint64: of a renewal, the key of the rental it prolongs; else 0
        VariantRole,    ///< QString: server, operator or domain
        HeadlineRole,   ///< QString: of what came without a code, to a rental or an inbox: its first words
        SoonRole,       ///< bool: a rental that ends in less than two days
        AttentionRole,  ///< bool: waits for the person to do or read something
    };

    OrderModel(OrderEngine &engine, AccountList &accounts, Clock &clock, QObject *parent = nullptr);
    ~OrderModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    qint64 keyAt(int row) const;
    int rowOf(qint64 key) const; ///< -1: not there

private:
    void insert(qint64 key);
    void refresh(qint64 key);
    void refreshColumn(Column column);
    void tick();
    std::optional<std::chrono::milliseconds> paceOf(qint64 key) const;
    void hurryTick(qint64 key);
    QString providerLabel(const Order &order) const;
    QString text(const Order &order, Column column) const;
    QString spoken(const Order &order, Column column) const;
    QVariant sortKey(const Order &order, Column column) const;
    bool endsSoon(const Order &order) const;
    bool needsAttention(const Order &order) const;

    OrderEngine &m_engine;
    AccountList &m_accounts;
    Clock &m_clock;
    std::vector<qint64> m_keys; // newest first
    std::unique_ptr<Alarm> m_tick;
    std::chrono::milliseconds m_pace{0}; // at which it ticks
};

} // namespace otpdesk
