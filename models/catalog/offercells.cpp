#include "models/catalog/offercells.h"

#include "models/catalog/catalog.h"
#include "models/catalog/tracklookup.h"
#include "models/markets/trackrecords.h"
#include "models/rates/ratewords.h"
#include "models/text/format.h"

#include <QLocale>

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

void OfferCells::setTrackRecords(const TrackRecords *records, const TrackLookup *lookup)
{
    m_records = records;
    m_lookup = lookup;
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
        return m_rates.display().isValid() ? tr("In %1").arg(m_rates.display().code()) : QString();
    case CatalogColumn::Stock:
        return tr("Stock");
    case CatalogColumn::SuccessRate:
        //: Column title: how many of a hundred orders get their message, as the provider says
        return tr("Success");
    case CatalogColumn::Own:
        //: Column title: how many of the person's own orders got their message
        return m_lookup && !m_lookup->isEmpty() ? tr("Yours") : QString();
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
        return marked(row, format::money(m_catalog.priceAt(row)));
    case CatalogColumn::Converted:
        if (const auto amount = converted(row))
            return marked(row, ratewords::amount(*amount));
        return Unknown;
    case CatalogColumn::Stock:
        return count(columns.stock[row]);
    case CatalogColumn::SuccessRate:
        return percent(columns.rate[row]);
    case CatalogColumn::Own:
        return ownText(row);
    case CatalogColumn::Count:
        break;
    }
    return {};
}

std::optional<Money> OfferCells::converted(OfferRow row) const
{
    const auto price = m_catalog.priceAt(row);
    return price && m_rates.display().isValid() ? m_rates.convert(*price, m_rates.display()) : std::nullopt;
}

/// Half of the messages came within the time behind the count.
QString OfferCells::ownText(OfferRow row) const
{
    const TrackRecord *record = m_lookup ? m_lookup->find(row) : nullptr;
    if (!record || !record->medianWait)
        return format::record(record);
    return u"%1 · %2"_s.arg(format::record(record), format::wait(*record->medianWait));
}

/// What was paid last is no price of the provider's, and marked.
QString OfferCells::marked(OfferRow row, const QString &price) const
{
    return m_catalog.isLearned(row) ? u"~ %1"_s.arg(price) : price;
}

QString OfferCells::text(quint32 market, const MarketSummary &summary, CatalogColumn column) const
{
    const Market what = m_catalog.names().markets().market(market);
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
                                  : tr("%1 offers").arg(QLocale().toString(summary.offers));
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
        return learnedText(row);
    if (column == CatalogColumn::Price && !m_catalog.priceAt(row))
        return tr("The provider does not say what this costs before it is bought.");
    if (const auto fee = m_catalog.cancelFeeAt(row); fee && column == CatalogColumn::Price)
        return tr("Cancelling it costs %1.").arg(format::money(*fee));
    if (column == CatalogColumn::Converted && m_catalog.priceAt(row))
        return ratewords::converted(*m_catalog.priceAt(row), m_rates);
    if (const TrackRecord *record = m_lookup && column == CatalogColumn::Own ? m_lookup->find(row) : nullptr)
        return format::recordInFull(*record, m_catalog.marketAt(row).kind);
    const CatalogNames::Place &place = m_catalog.names().places()[columns.place[row]];
    if (column == CatalogColumn::Country && place.raw != place.title && !place.raw.isEmpty())
        return tr("The provider calls it “%1”.").arg(place.raw);
    return {};
}

QString OfferCells::learnedText(OfferRow row) const
{
    const auto paid = m_records ? m_records->lastPaid(m_catalog.accountAt(row).providerId, m_catalog.at(row))
                                : std::nullopt;
    const QString why = tr("The provider does not say what this costs before it is bought.");
    return paid ? tr("What you paid on %1. %2").arg(QLocale().toString(paid->at.toLocalTime().date()), why)
                : why;
}

QString OfferCells::toolTip(const MarketSummary &summary, CatalogColumn column) const
{
    switch (column) {
    case CatalogColumn::Stock:
        return tr("All its offers together, as far as providers tell.");
    case CatalogColumn::SuccessRate:
        return tr("The best success rate that a provider tells.");
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
        return amount(converted(row));
    case CatalogColumn::Stock:
        return columns.stock[row] == OfferFacts::UnknownStock ? QVariant() : columns.stock[row];
    case CatalogColumn::SuccessRate:
        return columns.rate[row] == OfferFacts::UnknownRate ? QVariant() : int(columns.rate[row]);
    case CatalogColumn::Own:
        return m_lookup && m_lookup->find(row) ? QVariant(m_lookup->rate(row)) : QVariant();
    case CatalogColumn::Country:
        return m_catalog.names().places()[columns.place[row]].title;
    default:
        return text(row, column);
    }
}

} // namespace otpdesk
