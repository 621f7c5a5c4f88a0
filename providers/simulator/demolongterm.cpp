#include "providers/simulator/demolongterm.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

struct DemoRental
{
    const char16_t *code;
    const char16_t *name;
    int month1; ///< what 720 hours cost at server 1, in PKR; 0: it has no numbers there
    int month2; ///< the same at server 2
    int stock;
};

constexpr DemoRental rentals[] = {
    {u"ca", u"Canada", 910, 840, 3338},
    {u"us", u"United States of America", 980, 895, 5120},
    {u"gb", u"United Kingdom", 1040, 960, 1875},
    {u"pk", u"Pakistan", 620, 0, 244},
    {u"id", u"Indonesia", 580, 0, 410},
    {u"nl", u"Netherlands", 1320, 1250, 96},
    {u"de", u"Germany", 1780, 0, 58},
    {u"se", u"Sweden", 0, 1390, 37},
};

struct DemoDuration
{
    int hours;
    int percent; ///< of a month's price
};

constexpr DemoDuration durations[] = {{12, 12}, {24, 18}, {168, 45}, {720, 100}, {4320, 600}, {8640, 1140}};

struct DemoMail
{
    const char16_t *code;
    const char16_t *name;
    const char16_t *price;
    int stock;
};

constexpr DemoMail mailServices[] = {
    {u"ig", u"Instagram", u"120", 48},       {u"tg", u"Telegram", u"95", 120},
    {u"fb", u"Facebook", u"88", 310},        {u"tw", u"Twitter", u"76", 205},
    {u"lf", u"TikTok", u"82", 164},          {u"ds", u"Discord", u"70", 92},
    {u"mm", u"Microsoft", u"64.50", 415},    {u"am", u"Amazon", u"105", 37},
    {u"dr", u"OpenAI / ChatGPT", u"98", 76}, {u"fu", u"Snapchat", u"79", 118},
    {u"hb", u"Twitch", u"61", 88},           {u"git", u"GitHub", u"67.25", 143},
};

constexpr DemoMail mailDomains[] = {
    {u"", u"gmail.com", u"15.60", 82000},
    {u"", u"mail.com", u"1.17", 990125},
    {u"", u"gmx.com", u"1.17", 1615245},
};

constexpr const char16_t *mailSites[] = {
    u"telegram.com", u"instagram.com", u"facebook.com", u"twitter.com",
    u"tiktok.com",   u"discord.com",   u"openai.com",   u"github.com",
};

QString text(const char16_t *literal)
{
    return QString::fromUtf16(literal);
}

std::optional<Money> rupees(const QString &amount)
{
    return Money::fromText(amount, Currency::fromCode(u"PKR"));
}

void addRentals(QList<Offer> &shelf, const DemoRental &rental, int server, int month)
{
    for (const DemoDuration &duration : durations) {
        const bool isMonthly = duration.hours >= 720;
        if (month == 0 || (server == 2 && !isMonthly))
            continue;
        Offer offer;
        offer.kind = OfferKind::Rental;
        offer.line = u"rental%1"_s.arg(server);
        offer.country = text(rental.name);
        offer.countryId = text(rental.code);
        offer.countryIso = offer.countryId.toUpper();
        offer.variant = u"Server %1"_s.arg(server);
        offer.variantId = QString::number(server);
        offer.duration = std::chrono::hours(duration.hours);
        offer.price = rupees(QString::number(month * duration.percent / 100));
        offer.stock = rental.stock;
        shelf.append(offer);
    }
}

Offer mailOffer(const QString &line, const QString &serviceId, const QString &service, const QString &domain,
                const DemoMail &terms)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = line;
    offer.serviceId = serviceId;
    offer.service = service;
    offer.variant = offer.variantId = domain;
    offer.price = rupees(text(terms.price));
    offer.stock = terms.stock;
    return offer;
}

} // namespace

QList<Offer> demoLongTermOffers()
{
    QList<Offer> shelf;
    for (const DemoRental &rental : rentals) {
        addRentals(shelf, rental, 1, rental.month1);
        addRentals(shelf, rental, 2, rental.month2);
    }
    for (const DemoMail &service : mailServices)
        shelf.append(mailOffer(u"email1"_s, text(service.code), text(service.name), u"gmail.com"_s, service));
    for (const char16_t *site : mailSites) {
        for (const DemoMail &domain : mailDomains)
            shelf.append(mailOffer(u"email2"_s, text(site), text(site), text(domain.name), domain));
    }
    return shelf;
}

} // namespace otpdesk
