#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace otpdesk {

class Alarm;
class Catalog;
class Clock;
class MarketWatcher;
struct Watch;

/// The markets that are watched, the oldest watch first. DisplayRole is formatted text, SortRole the raw
/// value.
class WatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Service, Country, Condition, Now, Looked, Count };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole,
        IdRole,    ///< qint64
        StateRole, ///< int(WatchState)
    };

    WatchModel(MarketWatcher &watcher, Catalog &catalog, Clock &clock, QObject *parent = nullptr);
    ~WatchModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int rowOf(qint64 id) const; ///< -1: not there

private:
    void insert(qint64 id);
    void refresh(qint64 id);
    void remove(qint64 id);
    void tick();
    QString text(const Watch &watch, Column column) const;

    MarketWatcher &m_watcher;
    Catalog &m_catalog;
    Clock &m_clock;
    std::vector<qint64> m_ids; // in order
    std::unique_ptr<Alarm> m_tick;
};

} // namespace otpdesk
