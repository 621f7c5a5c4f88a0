#include "ui/purchase/domainmodel.h"

#include "models/text/format.h"

#include <QLocale>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

bool isForSale(const Offer &offer)
{
    return offer.available && offer.stock != 0;
}

} // namespace

void DomainModel::setOffers(QList<Offer> offers, bool canTick)
{
    std::stable_sort(offers.begin(), offers.end(), [](const Offer &a, const Offer &b) {
        if (isForSale(a) != isForSale(b))
            return isForSale(a);
        return a.price && (!b.price || *a.price < *b.price);
    });
    beginResetModel();
    m_offers = std::move(offers);
    m_ticked.clear();
    m_canTick = canTick;
    endResetModel();
}

QList<Offer> DomainModel::ticked() const
{
    QList<Offer> chosen;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_ticked.contains(row))
            chosen.append(m_offers.at(row));
    }
    return chosen;
}

int DomainModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_offers.size());
}

int DomainModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant DomainModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Offer &offer = m_offers.at(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column == Column::Domain ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::CheckStateRole && column == Column::Domain && m_canTick)
        return m_ticked.contains(index.row()) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole && !isForSale(offer))
        return tr("Sold out at the moment.");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Domain:
        return offer.variant;
    case Column::Price:
        return format::money(offer.price);
    case Column::Stock:
        return offer.stock ? QLocale().toString(*offer.stock) : u"—"_s;
    case Column::SuccessRate:
        return offer.successRate ? QLocale().toString(*offer.successRate) + QLocale().percent() : u"—"_s;
    case Column::CancelFee:
        return format::money(offer.cancelFee);
    case Column::Count:
        break;
    }
    return {};
}

bool DomainModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(index.row());
    else
        m_ticked.remove(index.row());
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

QVariant DomainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column == Column::Domain ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Domain:
        return tr("Domain");
    case Column::Price:
        return tr("Price");
    case Column::Stock:
        return tr("Stock");
    case Column::SuccessRate:
        //: Column title: how many of a hundred inboxes get their message, as the provider says
        return tr("Success");
    case Column::CancelFee:
        return tr("Fee if cancelled");
    case Column::Count:
        break;
    }
    return {};
}

Qt::ItemFlags DomainModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !isForSale(m_offers.at(index.row())))
        return Qt::NoItemFlags;
    const bool tick = m_canTick && index.column() == static_cast<int>(Column::Domain);
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren |
           (tick ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

} // namespace otpdesk
