#pragma once

#include "models/catalog/cataloglisting.h"
#include "models/rates/exchangerates.h"

#include <QCoreApplication>
#include <QVariant>

namespace otpdesk {

class Catalog;
class TrackLookup;
class TrackRecords;

/// The columns of the catalog's table.
enum class CatalogColumn {
    Service,
    Country,
    Provider,
    Variant,
    Price,
    Converted,
    Stock,
    SuccessRate,
    Own,
    Count
};

/// What stands in the cells of the catalog's table.
class OfferCells
{
    Q_DECLARE_TR_FUNCTIONS(otpdesk::OfferCells)

public:
    explicit OfferCells(const Catalog &catalog) : m_catalog(catalog) {}

    void setRates(const ExchangeRates &rates) { m_rates = rates; }
    /// Must outlive this; null: there are none.
    void setTrackRecords(const TrackRecords *records, const TrackLookup *lookup);

    QString header(CatalogColumn column) const;
    QString text(OfferRow row, CatalogColumn column) const;
    QString text(quint32 market, const MarketSummary &summary, CatalogColumn column) const;
    QString toolTip(OfferRow row, CatalogColumn column) const;
    QString toolTip(const MarketSummary &summary, CatalogColumn column) const;
    /// The raw value; invalid where it is unknown.
    QVariant sortValue(OfferRow row, CatalogColumn column) const;

private:
    QString marked(OfferRow row, const QString &price) const;

    QString ownText(OfferRow row) const;
    QString learnedText(OfferRow row) const;
    std::optional<Money> converted(OfferRow row) const;

    const Catalog &m_catalog;
    ExchangeRates m_rates;
    const TrackRecords *m_records = nullptr;
    const TrackLookup *m_lookup = nullptr;
};

} // namespace otpdesk
