#pragma once

#include "providers/types/order.h"

#include <QSortFilterProxyModel>
#include <QStringList>

namespace otpdesk {

/// Which orders the table shows. In the order of the combo box.
enum class OrderFilter { All, Live, WithCode, NeedsAttention, Ended };

/// The orders of one kind, by words and by where they stand. Works on the roles of OrderModel. A renewal is
/// shown as long as it is not known how it ended; then it is a line in its rental's timeline.
class OrderFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit OrderFilterProxy(OfferKind kind, QObject *parent = nullptr);

    /// Every word must occur somewhere in what a search looks at.
    void setSearch(const QString &text);
    void setFilter(OrderFilter filter);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool filterAcceptsColumn(int column, const QModelIndex &parent) const override;

private:
    bool belongsHere(const QModelIndex &index, OrderStatus status) const;
    bool passesFilter(const QModelIndex &index, OrderStatus status) const;

    OfferKind m_kind;
    QStringList m_words; // case-folded
    OrderFilter m_filter = OrderFilter::All;
};

} // namespace otpdesk
