#pragma once

#include "models/catalog/catalogfilter.h"
#include "models/catalog/catalogorder.h"

#include <QAbstractTableModel>

#include <optional>

namespace otpdesk {

class Catalog;
struct RowDiff;

/// The catalog's offers as a table: those that pass the filter, sorted. A changed filter or sort order keeps
/// what is selected as far as it is still there; a refreshed shelf moves no more than it must.
class CatalogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Service, Country, Provider, Variant, Price, Stock, SuccessRate, Count };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< the raw value; invalid where unknown
        OfferRole,               ///< Offer
        AccountIdRole,           ///< QString
        KindRole,                ///< int(OfferKind)
        AvailableRole,           ///< bool: on sale, and not known to be out of stock
        StaleRole,               ///< bool: from an earlier load
    };

    explicit CatalogModel(Catalog &catalog, QObject *parent = nullptr);

    void setFilter(const CatalogFilter &filter);
    const CatalogFilter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Column sortColumn() const;
    Qt::SortOrder sortOrder() const { return m_order.direction(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    Offer offerAt(int row) const;
    QString accountIdAt(int row) const;
    int rowOf(const QString &accountId, const Offer &offer) const; ///< -1: not shown

Q_SIGNALS:
    /// How many offers are shown, after any change of that.
    void countChanged(int shown);

private:
    void follow(const struct CatalogChange &change);
    void followAccount(const QString &accountId);
    void show(std::vector<OfferRow> rows);
    void showByRanges(const std::vector<OfferRow> &rows, const RowDiff &diff);
    std::vector<OfferRow> wantedRows() const;
    bool isForSale(OfferRow row) const;
    QString displayText(OfferRow row, Column column) const;
    QVariant sortValue(OfferRow row, Column column) const;
    QString toolTip(OfferRow row, Column column) const;

    Catalog &m_catalog;
    CatalogFilter m_filter;
    CatalogOrder m_order;
    std::vector<OfferRow> m_rows;
};

} // namespace otpdesk
