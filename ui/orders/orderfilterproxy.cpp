#include "ui/orders/orderfilterproxy.h"

#include "models/orders/ordermodel.h"

#include <algorithm>

namespace otpdesk {

using Column = OrderModel::Column;

OrderFilterProxy::OrderFilterProxy(OfferKind kind, QObject *parent)
    : QSortFilterProxyModel(parent), m_kind(kind)
{
    setSortRole(OrderModel::SortRole);
}

void OrderFilterProxy::setSearch(const QString &text)
{
    m_words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void OrderFilterProxy::setFilter(OrderFilter filter)
{
    m_filter = filter;
    invalidateFilter();
}

QVariant OrderFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (m_kind == OfferKind::Email && orientation == Qt::Horizontal && role == Qt::DisplayRole) {
        if (section == int(Column::Number))
            return tr("Address");
        if (section == int(Column::Service))
            return tr("Site");
        if (section == int(Column::Variant))
            return tr("Domain");
    }
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

/// The last column only tells rentals and inboxes apart; the numbers before keep their places.
bool OrderFilterProxy::filterAcceptsColumn(int column, const QModelIndex &) const
{
    return m_kind != OfferKind::Number || column != int(Column::Variant);
}

bool OrderFilterProxy::belongsHere(const QModelIndex &index, OrderStatus status) const
{
    const bool open = status == OrderStatus::Buying || status == OrderStatus::Unconfirmed;
    return index.data(OrderModel::KindRole).toInt() == int(m_kind) &&
           (open || index.data(OrderModel::RenewsRole).toLongLong() == 0);
}

bool OrderFilterProxy::passesFilter(const QModelIndex &index, OrderStatus status) const
{
    switch (m_filter) {
    case OrderFilter::All:
        break;
    case OrderFilter::Live:
        return isLive(status);
    case OrderFilter::WithCode:
        return !index.data(OrderModel::CodeRole).toString().isEmpty();
    case OrderFilter::NeedsAttention:
        return index.data(OrderModel::AttentionRole).toBool();
    case OrderFilter::Ended:
        return !isLive(status);
    }
    return true;
}

bool OrderFilterProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto status = static_cast<OrderStatus>(index.data(OrderModel::StatusRole).toInt());
    if (!belongsHere(index, status) || !passesFilter(index, status))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(OrderModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace otpdesk
