#include "providers/simulator/demozapinboxes.h"

#include <QRandomGenerator>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

struct DemoSite
{
    const char16_t *name;
    int rupiah; ///< what an inbox for it costs at a usual domain
    int domains;
};

/// Any other site is sold like the first.
constexpr DemoSite sites[] = {
    {u"openai.com", 2400, 5},       {u"instagram.com", 1600, 4}, {u"discord.com", 1300, 5},
    {u"tiktok.com", 1500, 4},       {u"telegram.org", 1700, 3},  {u"github.com", 1900, 4},
    {u"linkedin.com", 2100, 4},     {u"spotify.com", 1100, 3},   {u"netflix.com", 1800, 3},
    {u"steampowered.com", 2000, 4}, {u"shopee.co.id", 900, 3},   {u"x.com", 1400, 5},
};

struct DemoDomain
{
    const char16_t *name;
    int percent; ///< of the usual price
    int rate;    ///< per cent of the inboxes that get a message
};

constexpr DemoDomain domains[] = {
    {u"gmail.com", 260, 94}, {u"outlook.com", 120, 88}, {u"hotmail.com", 100, 86},
    {u"mail.com", 60, 71},   {u"gmx.com", 70, 76},
};

} // namespace

QList<Offer> demoZapInboxes()
{
    const Currency idr = Currency::fromCode(u"IDR");
    const auto rupiah = [&idr](qint64 amount) { return Money::fromUnits(amount * Money::UnitsPerMain, idr); };
    QRandomGenerator random(20260402);
    QList<Offer> offers;
    for (const DemoSite &site : sites) {
        for (int i = 0; i < site.domains; ++i) {
            const DemoDomain &domain = domains[i];
            const qint64 spread = 90 + random.bounded(21);
            const qint64 price = site.rupiah * domain.percent / 100 * spread / 100 / 50 * 50;
            Offer offer;
            offer.kind = OfferKind::Email;
            offer.line = u"s3"_s;
            offer.service = offer.serviceId = QString::fromUtf16(site.name);
            offer.variant = offer.variantId = QString::fromUtf16(domain.name);
            offer.price = rupiah(price);
            offer.cancelFee = rupiah((price + 5) / 10);
            offer.stock = i == 0 ? 40 + random.bounded(60) : 200 + random.bounded(9000);
            offer.successRate = domain.rate - random.bounded(6);
            // One in ten of the lesser domains is sold out, as they are.
            if (i > 1 && random.bounded(10) == 0)
                offer.stock = 0;
            offers.append(offer);
        }
    }
    return offers;
}

} // namespace otpdesk
