#pragma once

#include "providers/types/order.h"

#include <QAbstractTableModel>
#include <QList>

namespace otpdesk {

class Clock;
class OrderEngine;

/// The messages of one order, newest first; live. DisplayRole is formatted text.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Received, From, Subject, Code, Text, Count };
    Q_ENUM(Column)
    enum Role {
        CodeRole = Qt::UserRole, ///< QString, ungrouped
        TextRole,                ///< QString: all of it; of a message that came as HTML: its words
        HtmlRole,                ///< QString: as it came, where there is no other text; else empty
        SenderRole,              ///< QString
        SubjectRole,             ///< QString
        AtRole,                  ///< QDateTime UTC; invalid where unknown
    };

    MessageModel(const OrderEngine &engine, const Clock &clock, QObject *parent = nullptr);

    void showOrder(qint64 key); ///< 0: none
    qint64 orderKey() const { return m_key; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A message, and the words of its HTML: taken out of it once.
    struct Row
    {
        Message message;
        QString text;
    };
    static Row rowOf(const Message &message);
    void follow();
    QString text(const Row &row, Column column) const;

    const OrderEngine &m_engine;
    const Clock &m_clock;
    qint64 m_key = 0;
    QList<Row> m_rows; // oldest first, as the order has them
};

} // namespace otpdesk
