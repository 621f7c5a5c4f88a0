#pragma once

#include "providers/types/offer.h"

#include <QAbstractTableModel>
#include <QSet>

namespace otpdesk {

/// The domains at which inboxes for a site are to be had, one offer a row, cheapest first. Where several may
/// be wished for at once they can be ticked.
class DomainModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Domain, Price, Stock, SuccessRate, CancelFee, Count };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setOffers(QList<Offer> offers, bool canTick);
    const Offer &offerAt(int row) const { return m_offers.at(row); }
    /// Those ticked, in the order of the rows.
    QList<Offer> ticked() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Offer> m_offers;
    QSet<int> m_ticked;
    bool m_canTick = false;
};

} // namespace otpdesk
