#pragma once

#include "models/orders/orderevent.h"

#include <QAbstractListModel>
#include <QList>

namespace otpdesk {

class Clock;
class Journal;
class OrderEngine;

/// The timeline of one order, oldest first; live.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        EventRole = Qt::UserRole, ///< OrderEvent
        KindRole,                 ///< int(EventKind)
        AtRole,                   ///< QDateTime UTC
        MessageRole,              ///< QString: the SMS in full; empty for other events
        CodeRole,                 ///< QString
        ToneRole,                 ///< int(Tone)
    };
    enum class Tone { Neutral, Waiting, Good, Attention, Bad };
    Q_ENUM(Tone)

    TimelineModel(OrderEngine &engine, Journal &journal, Clock &clock, QObject *parent = nullptr);

    void showOrder(qint64 key); ///< 0: none
    qint64 orderKey() const { return m_key; }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: one sentence; ToolTipRole: the absolute time.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void append(const OrderEvent &event);
    QString sentence(const OrderEvent &event) const;
    static QString reason(const ApiError &error, const QString &provider);

    OrderEngine &m_engine;
    Journal &m_journal;
    Clock &m_clock;
    qint64 m_key = 0;
    int m_generation = 0; ///< an answer for an order no longer shown is dropped
    bool m_loading = false;
    QList<OrderEvent> m_events;
    QList<OrderEvent> m_early; ///< happened while the journal was being read
};

} // namespace otpdesk
