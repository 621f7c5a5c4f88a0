#pragma once

#include "models/catalog/catalogfilter.h"
#include "models/catalog/cataloglisting.h"
#include "models/catalog/catalogorder.h"
#include "models/catalog/offercells.h"
#include "models/catalog/tracklookup.h"
#include "models/markets/market.h"

#include <QAbstractTableModel>
#include <QSet>

#include <memory>

namespace otpdesk {

class Catalog;
struct RowDiff;

/// The catalog's offers as a table: those that pass the filter, sorted; or one row for each market, with its
/// cheapest offer, that can be expanded to all of them. A changed filter or sort order keeps what is selected
/// as far as it is still there; a refreshed shelf moves no more than it must.
class CatalogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = CatalogColumn;
    enum class Level {
        Offer,       ///< in a list of offers
        Market,      ///< stands for all offers of a market
        MarketsOffer ///< below its market
    };
    enum Role {
        SortRole = Qt::UserRole, ///< the raw value; invalid where unknown
        OfferRole,               ///< Offer; of a market its best one
        AccountIdRole,           ///< QString
        KindRole,                ///< int(OfferKind)
        AvailableRole,           ///< bool: on sale, and not known to be out of stock
        StaleRole,               ///< bool: from an earlier load
        LevelRole,               ///< int(Level)
        ExpandableRole,          ///< bool: a market of several offers
        ExpandedRole,            ///< bool
        FavouriteRole,           ///< bool: in a market that is starred
        CountryIsoRole,          ///< QString; empty where it is not known
    };

    explicit CatalogModel(Catalog &catalog, QObject *parent = nullptr);

    void setFilter(const CatalogFilter &filter);
    const CatalogFilter &filter() const { return m_filter; }
    CatalogFacets facets() const { return matcher().facets(); }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Column sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_order.direction(); }

    /// One row for each market.
    void setGrouped(bool grouped);
    bool isGrouped() const { return m_grouped; }
    /// Shows the offers of a market below it, or no longer.
    void setExpanded(int row, bool expanded);

    void setFavourites(const QSet<Market> &favourites);
    /// In what prices are compared and shown beside the provider's.
    void setRates(const ExchangeRates &rates);
    /// Whether there are prices that cannot be compared with each other, for want of a currency or a rate.
    bool leavesCurrenciesApart() const;
    /// Must outlive the model.
    void setTrackRecords(const TrackRecords &records);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    Offer offerAt(int row) const;
    QString accountIdAt(int row) const;
    Market marketAt(int row) const;
    int rowOf(const QString &accountId, const Offer &offer) const; ///< -1: not shown

Q_SIGNALS:
    /// How many rows are shown, after any change of that.
    void countChanged(int shown);
    void favouritesChanged();

private:
    using Lines = std::vector<CatalogLine>;

    void follow(const CatalogChange &change);
    void followAccount(const QString &accountId);
    void relist() { show(wantedLines()); }
    void show(Lines lines);
    void showByRanges(const Lines &lines, const RowDiff &diff);
    CatalogMatcher matcher() const { return CatalogMatcher(m_catalog, m_filter, m_favouriteIds); }
    std::vector<quint8> accepted() const { return matcher().matches(); }
    Lines wantedLines();
    OfferRow offerRow(int row) const;
    void findFavourites();
    void followRecords();
    void tellColumns(Column first, Column last);
    int linesBelow(int row) const;

    Catalog &m_catalog;
    CatalogFilter m_filter;
    CatalogOrder m_order;
    CatalogListing m_listing;
    OfferCells m_cells;
    ExchangeRates m_rates;
    std::unique_ptr<TrackLookup> m_records; // null: there are none
    Column m_sortColumn = Column::Service;
    bool m_grouped = false;
    std::vector<bool> m_expanded; // by the market's id
    QSet<Market> m_favourites;
    std::vector<bool> m_favouriteIds; // the same, as far as they have ever been offered
    Lines m_lines;
};

} // namespace otpdesk
