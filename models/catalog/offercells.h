#pragma once

#include "models/catalog/cataloglisting.h"
#include "models/catalog/pricerank.h"

#include <QCoreApplication>
#include <QVariant>

namespace otpdesk {

class Catalog;

/// The currency that prices are compared in, and what one unit of another is in it.
struct Conversion
{
    Currency currency{};
    PriceRank::Factor factor{};

    std::optional<Money> operator()(const std::optional<Money> &price) const;
};

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

    void setConversion(Conversion conversion) { m_conversion = std::move(conversion); }
    const Conversion &conversion() const { return m_conversion; }

    QString header(CatalogColumn column) const;
    QString text(OfferRow row, CatalogColumn column) const;
    QString text(quint32 market, const MarketSummary &summary, CatalogColumn column) const;
    QString toolTip(OfferRow row, CatalogColumn column) const;
    QString toolTip(const MarketSummary &summary, CatalogColumn column) const;
    /// The raw value; invalid where it is unknown.
    QVariant sortValue(OfferRow row, CatalogColumn column) const;

private:
    QString priceText(OfferRow row) const;

    const Catalog &m_catalog;
    Conversion m_conversion;
};

} // namespace otpdesk
