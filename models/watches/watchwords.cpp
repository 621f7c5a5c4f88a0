#include "models/watches/watchwords.h"

#include "models/rates/ratewords.h"
#include "models/text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace otpdesk::watchwords {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(otpdesk::watchwords)
};

/// "$0.15 (Rp 2,450)", where it was converted.
QString priceOf(const WatchFinding &finding)
{
    const auto &own = finding.offer.price;
    return own && finding.price && own != finding.price
               ? u"%1 (%2)"_s.arg(ratewords::amount(*finding.price), format::money(own))
               : format::money(finding.price);
}

} // namespace

QString service(const Market &market)
{
    const QString name = market.service.isEmpty() ? Words::tr("Any service") : market.service;
    switch (market.kind) {
    case OfferKind::Number:
        return name;
    case OfferKind::Rental:
        //: a service, when a number is rented for it
        return Words::tr("%1 · rental").arg(name);
    case OfferKind::Email:
        //: a site, when an e-mail inbox is bought for it
        return Words::tr("%1 · inbox").arg(name);
    }
    return name;
}

QString market(const Market &market)
{
    //: a service in a country: "Telegram in Pakistan"
    return market.country.isEmpty() ? service(market)
                                    : Words::tr("%1 in %2").arg(service(market), market.country);
}

QString condition(const std::optional<Money> &limit)
{
    return limit ? Words::tr("at most %1").arg(format::money(limit)) : Words::tr("in stock");
}

QString cheapest(const std::optional<WatchFinding> &finding, const QString &account)
{
    if (!finding)
        return Words::tr("out of stock");
    const auto &stock = finding->offer.stock;
    const QString count = stock ? QLocale().toString(*stock) : QString();
    if (!finding->price)
        return stock ? Words::tr("%1 in stock at %2").arg(count, account)
                     : Words::tr("in stock at %1").arg(account);
    //: a price at a provider
    const QString price = Words::tr("%1 at %2").arg(priceOf(*finding), account);
    return stock ? Words::tr("%1, %2 in stock").arg(price, count) : price;
}

QString met(const Watch &watch, const WatchFinding &finding, const QString &account)
{
    if (watch.limit)
        return Words::tr("%1: %2 at %3").arg(market(watch.market), priceOf(finding), account);
    return Words::tr("%1 is in stock at %2").arg(market(watch.market), account);
}

} // namespace otpdesk::watchwords
