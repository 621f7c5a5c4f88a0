#include "models/catalog/offercells.h"

#include "models/catalog/catalog.h"
#include "models/text/format.h"

#include <QLocale>

#include <cmath>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

const QString Unknown = u"—"_s;

QString percent(int rate)
{
    return rate < 0 ? Unknown : QLocale().toString(rate) + QLocale().percent();
}

QString count(qint64 stock)
{
    return stock < 0 ? Unknown : QLocale().toString(stock);
}

} // namespace

std::optional<Money> Conversion::operator()(const std::optional<Money> &price) const
{
    const auto one = price && factor ? factor(price->currency()) : std::nullopt;
    if (!one)
        return std::nullopt;
    constexpr double Most = 9e18;
    const double units = std::clamp(std::round(static_cast<double>(price->units()) * *one), -Most, Most);
    return Money::fromUnits(static_cast<qint64>(units), currency);
}

QString OfferCells::header(CatalogColumn column) const
{
    switch (column) {
    case CatalogColumn::Service:
        return tr("Service");
    case CatalogColumn::Country:
        return tr("Country");
    case CatalogColumn::Provider:
        return tr("Provider");
    case CatalogColumn::Variant:
        //: Column title: the server, operator, pool or domain an offer comes from
        return tr("Variant");
    case CatalogColumn::Price:
        return tr("Price");
    case CatalogColumn::Converted:
        //: Column title: prices converted to this currency
        return m_conversion.currency.isValid() ? tr("In %1").arg(m_conversion.currency.code()) : QString();
    case CatalogColumn::Stock:
        return tr("Stock");
    case CatalogColumn::SuccessRate:
        //: Column title: how many of a hundred orders get their message, as the provider says
        return tr("Success");
    case CatalogColumn::Own:
        //: Column title: how many of the person's own orders got their message
        return tr("Yours");
    case CatalogColumn::Count:
        break;
    }
    return {};
}

QString OfferCells::text(OfferRow row, CatalogColumn column) const
{
    const CatalogColumns &columns = m_catalog.columns();
    const CatalogNames &names = m_catalog.names();
    switch (column) {
    case CatalogColumn::Service: {
        const QString &name = names.services().name(columns.service[row]);
        return name.isEmpty() ? tr("Any service") : name;
    }
    case CatalogColumn::Country: {
        const QString &title = names.places()[columns.place[row]].title;
        return title.isEmpty() ? Unknown : title;
    }
    case CatalogColumn::Provider:
        return m_catalog.accountAt(row).title();
    case CatalogColumn::Variant: {
        const CatalogNames::Seller &seller = names.sellers()[columns.seller[row]];
        const QString &variant = names.variants().name(columns.variant[row]);
        const QString &name = variant.isEmpty() ? names.lines().text(seller.line) : variant;
        return seller.duration.count() == 0 ? name
                                            : u"%1 · %2"_s.arg(name, format::duration(seller.duration));
    }
    case CatalogColumn::Price:
        return priceText(row);
    case CatalogColumn::Converted:
        return format::money(m_conversion(m_catalog.priceAt(row)));
    case CatalogColumn::Stock:
        return count(columns.stock[row]);
    case CatalogColumn::SuccessRate:
        return percent(columns.rate[row]);
    case CatalogColumn::Own:
    case CatalogColumn::Count:
        break;
    }
    return {};
}

/// What was paid last is no price of the provider's, and marked.
QString OfferCells::priceText(OfferRow row) const
{
    const QString price = format::money(m_catalog.priceAt(row));
    return m_catalog.isLearned(row) ? u"~ %1"_s.arg(price) : price;
}

QString OfferCells::text(quint32 market, const MarketSummary &summary, CatalogColumn column) const
{
    const Market &what = m_catalog.names().markets()[market];
    switch (column) {
    case CatalogColumn::Service:
        return what.service.isEmpty() ? tr("Any service") : what.service;
    case CatalogColumn::Country:
        return what.country.isEmpty() ? Unknown : what.country;
    case CatalogColumn::Provider: {
        const QString best = text(summary.best, column);
        //: the cheapest provider, and how many others sell it as well
        return summary.sources() < 2 ? best : tr("%1 + %2 more").arg(best).arg(summary.sources() - 1);
    }
    case CatalogColumn::Variant:
        return summary.offers < 2 ? text(summary.best, column)
                                  : tr("%n offer(s)", nullptr, int(summary.offers));
    case CatalogColumn::Stock:
        return count(summary.stock);
    case CatalogColumn::SuccessRate:
        return percent(summary.rate);
    default:
        return text(summary.best, column);
    }
}

QString OfferCells::toolTip(OfferRow row, CatalogColumn column) const
{
    const CatalogColumns &columns = m_catalog.columns();
    if (!(columns.flags[row] & CatalogColumns::Available))
        return tr("Not on sale at the moment.");
    if (columns.stock[row] == 0)
        return tr("Out of stock at the moment.");
    if (m_catalog.isStale(row))
        return tr("From an earlier load: price and stock may have changed.");
    if (column == CatalogColumn::Price && m_catalog.isLearned(row))
        return tr("What you paid last. The provider does not say what it costs before it is bought.");
    if (column == CatalogColumn::Price && !m_catalog.priceAt(row))
        return tr("The provider does not say what this costs before it is bought.");
    if (const auto fee = m_catalog.cancelFeeAt(row); fee && column == CatalogColumn::Price)
        return tr("Cancelling it costs %1.").arg(format::money(*fee));
    const CatalogNames::Place &place = m_catalog.names().places()[columns.place[row]];
    if (column == CatalogColumn::Country && place.raw != place.title && !place.raw.isEmpty())
        return tr("The provider calls it “%1”.").arg(place.raw);
    return {};
}

QString OfferCells::toolTip(const MarketSummary &summary, CatalogColumn column) const
{
    switch (column) {
    case CatalogColumn::Stock:
        return tr("Of all that tell, together.");
    case CatalogColumn::SuccessRate:
        return tr("The best that a provider tells.");
    default:
        return toolTip(summary.best, column);
    }
}

QVariant OfferCells::sortValue(OfferRow row, CatalogColumn column) const
{
    const CatalogColumns &columns = m_catalog.columns();
    const auto amount = [](const std::optional<Money> &money) {
        return money ? QVariant::fromValue(*money) : QVariant();
    };
    switch (column) {
    case CatalogColumn::Price:
        return amount(m_catalog.priceAt(row));
    case CatalogColumn::Converted:
        return amount(m_conversion(m_catalog.priceAt(row)));
    case CatalogColumn::Stock:
        return columns.stock[row] == OfferFacts::UnknownStock ? QVariant() : columns.stock[row];
    case CatalogColumn::SuccessRate:
        return columns.rate[row] == OfferFacts::UnknownRate ? QVariant() : int(columns.rate[row]);
    case CatalogColumn::Country:
        return m_catalog.names().places()[columns.place[row]].title;
    default:
        return text(row, column);
    }
}

} // namespace otpdesk
