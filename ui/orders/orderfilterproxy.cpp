#include "ui/orders/orderfilterproxy.h"

#include "models/orders/ordermodel.h"

#include <algorithm>

namespace otpdesk {

OrderFilterProxy::OrderFilterProxy(QObject *parent) : QSortFilterProxyModel(parent)
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

bool OrderFilterProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto status = static_cast<OrderStatus>(index.data(OrderModel::StatusRole).toInt());
    const auto hasCode = [&index] { return !index.data(OrderModel::CodeRole).toString().isEmpty(); };
    bool wanted = true;
    switch (m_filter) {
    case OrderFilter::All:
        break;
    case OrderFilter::Live:
        wanted = isLive(status);
        break;
    case OrderFilter::WithCode:
        wanted = hasCode();
        break;
    case OrderFilter::NeedsAttention:
        // A message in which no code was recognised is for the person to read.
        wanted = status == OrderStatus::Unconfirmed || (status == OrderStatus::CodeReceived && !hasCode());
        break;
    case OrderFilter::Ended:
        wanted = !isLive(status);
        break;
    }
    if (!wanted || m_words.isEmpty())
        return wanted;
    const QString text = index.data(OrderModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace otpdesk
