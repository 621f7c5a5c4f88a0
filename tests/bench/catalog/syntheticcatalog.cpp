#include "tests/bench/catalog/syntheticcatalog.h"

#include "providers/types/country.h"
#include "tests/bench/catalog/syntheticnames.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using List = SyntheticCatalog::List;

constexpr int TypesOfOtpGet = 6;
constexpr int SitesOfOtpZap = 40;
constexpr int DomainsOfOtpGet = 8;
constexpr int CheapServers = 10;
/// From this rank on each country has services of its own choice; before, all have the same best known ones.
constexpr int EverywhereSold = 150;

/// A number that looks drawn, and is the same for the same arguments in every run.
quint64 drawn(std::initializer_list<int> from)
{
    quint64 hash = 0x9e3779b97f4a7c15ULL;
    for (const int part : from) {
        hash ^= static_cast<quint64>(part) + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
        hash ^= hash >> 31;
    }
    return hash;
}

int drawnBelow(int end, std::initializer_list<int> from)
{
    return static_cast<int>(drawn(from) % static_cast<quint64>(end));
}

constexpr std::chrono::hours durations[] = {12h, 24h, 168h, 720h, 4320h, 8640h};

/// Which of them the rental at this place of its list has.
int durationOf(int place)
{
    return place / 2 % 6;
}

/// How a provider's prices look: how many of its currency a dollar is, and to what they are rounded.
struct Pricing
{
    QStringView currency;
    qint64 perDollar;
    qint64 step; // in units of Money
};

std::optional<Pricing> pricingOf(List list)
{
    switch (list) {
    case List::ZapProducts:
    case List::ZapServices:
    case List::ZapMail:
        return Pricing{u"IDR", 16'000, 50 * Money::UnitsPerMain};
    case List::ZapOtpPools:
        return Pricing{u"NGN", 1'550, 10 * Money::UnitsPerMain};
    case List::WhichServices:
        return Pricing{u"USD", 1, Money::UnitsPerMain / 100};
    case List::WallServices:
        return std::nullopt;
    case List::GetSms:
        return Pricing{u"PKR", 280, Money::UnitsPerMain / 50};
    case List::GetCheap:
    case List::GetRentals:
    case List::GetMail:
        return Pricing{u"PKR", 280, 5 * Money::UnitsPerMain};
    }
    return std::nullopt;
}

QString accountOf(List list)
{
    switch (list) {
    case List::ZapProducts:
    case List::ZapServices:
    case List::ZapMail:
        return u"acc-zap"_s;
    case List::ZapOtpPools:
        return u"acc-zapotp"_s;
    case List::WhichServices:
        return u"acc-which"_s;
    case List::WallServices:
        return u"acc-wall"_s;
    default:
        return u"acc-get"_s;
    }
}

QString nameOfCountry(List list, const SyntheticCountry &country, int part)
{
    switch (list) {
    case List::ZapProducts:
    case List::ZapServices:
        return country.otpZap;
    case List::ZapOtpPools:
        return country.zapOtp;
    case List::WallServices:
        return country.otpWall;
    case List::GetCheap:
        return u"%1 - Server %2"_s.arg(country.otpGet).arg(part + 1);
    default:
        return country.otpGet;
    }
}

QString domainName(int number)
{
    static const QStringList common{u"gmail.com"_s,  u"outlook.com"_s, u"hotmail.com"_s, u"yahoo.com"_s,
                                    u"mail.com"_s,   u"gmx.com"_s,     u"icloud.com"_s,  u"proton.me"_s,
                                    u"yandex.com"_s, u"aol.com"_s};
    return number < common.size() ? common[number] : u"mail-%1.example"_s.arg(number);
}

/// Popular services cost more; so do some countries, and the further rounds of a list, which are its better
/// pools and tiers.
std::optional<Money> priceOf(List list, int country, int service, int round, int place)
{
    const auto pricing = pricingOf(list);
    if (!pricing)
        return std::nullopt;
    const bool known = service < knownServiceCount();
    qint64 cents = 4 + drawnBelow(known ? 70 : 30, {1, service}) + (service < 60 ? 60 - service : 0);
    if (list == List::GetRentals)
        cents += 120 << durationOf(place);
    const qint64 percent = country < 0 ? 100 : syntheticCountries()[country].percent;
    const qint64 tier = 85 + 9 * (round % 20) + drawnBelow(30, {2, service, country, round});
    // In units of Money, of a dollar first.
    const qint64 units = cents * 100 * percent * tier / 10'000 * pricing->perDollar;
    const qint64 rounded = std::max<qint64>((units + pricing->step / 2) / pricing->step, 1) * pricing->step;
    return Money::fromUnits(rounded, Currency::fromCode(pricing->currency));
}

std::optional<int> stockOf(List list, int shelf, int place)
{
    switch (list) {
    case List::WhichServices:
    case List::WallServices:
    case List::GetSms:
    case List::GetCheap:
        return std::nullopt; // these lists say nothing about it
    default:
        break;
    }
    const int of = drawnBelow(100, {3, shelf, place});
    if (of < 12)
        return 0;
    return drawnBelow(of < 60 ? 90 : of < 92 ? 2'000 : 90'000, {4, shelf, place}) + 1;
}

std::optional<int> rateOf(List list, int shelf, int place)
{
    const bool says = list == List::ZapOtpPools || list == List::ZapMail ||
                      (list == List::ZapProducts && drawnBelow(2, {5, shelf, place}) == 0);
    return says ? std::optional(35 + drawnBelow(65, {6, shelf, place})) : std::nullopt;
}

/// Changes what a refresh finds changed.
void change(Offer &offer, int shelf, int place)
{
    const int way = drawnBelow(10, {8, shelf, place});
    if (offer.price && way < 6) {
        const qint64 step = offer.price->units() / 100 * (1 + drawnBelow(6, {9, shelf, place})) + 100;
        offer.price =
            Money::fromUnits(offer.price->units() + (way < 3 ? step : -step / 2), offer.price->currency());
    } else if (offer.stock) {
        offer.stock = *offer.stock + 1 + drawnBelow(50, {10, shelf, place});
    } else {
        offer.available = !offer.available;
    }
}

CatalogAccount account(const QString &id, const QString &provider, const QString &name, const QString &label)
{
    CatalogAccount one;
    one.id = id;
    one.providerId = provider;
    one.providerName = name;
    one.label = label;
    return one;
}

} // namespace

QList<CatalogAccount> SyntheticCatalog::accounts()
{
    return {account(accountOf(List::ZapProducts), u"otpzap"_s, u"OTPZap"_s, u"Main"_s),
            account(accountOf(List::ZapOtpPools), u"zapotp"_s, u"ZapOTP"_s, {}),
            account(accountOf(List::WhichServices), u"whichotp"_s, u"WhichOtp"_s, {}),
            account(accountOf(List::WallServices), u"otpwall"_s, u"OTPWALL"_s, {}),
            account(accountOf(List::GetSms), u"otpget"_s, u"OTPGet"_s, {})};
}

SyntheticCatalog::SyntheticCatalog(int offers) : m_offers(offers)
{
    const auto perMille = [offers](int part) { return static_cast<int>(qint64(offers) * part / 1000); };
    const auto numbered = [](int count) {
        std::vector<Plan> shelves(static_cast<size_t>(count));
        for (int i = 0; i < count; ++i)
            shelves[static_cast<size_t>(i)].part = i;
        return shelves;
    };
    const auto perCountry = [](int parts) {
        std::vector<Plan> shelves;
        for (int country = 0; country < syntheticCountries().size(); ++country) {
            for (int part = 0; part < parts; ++part)
                shelves.push_back({List::ZapProducts, country, part, 0});
        }
        return shelves;
    };
    std::vector<Plan> cheap = numbered(CheapServers);
    for (Plan &server : cheap)
        server.country = server.part % 5;

    const auto services = static_cast<int>(syntheticServices().size());
    plan(List::ZapServices, perMille(140), perCountry(1));
    plan(List::ZapMail, perMille(20), numbered(SitesOfOtpZap));
    plan(List::ZapOtpPools, perMille(200), perCountry(1));
    plan(List::WhichServices, std::min(perMille(10), services), numbered(1));
    plan(List::WallServices, perMille(120), perCountry(1));
    plan(List::GetSms, perMille(200), perCountry(TypesOfOtpGet));
    plan(List::GetCheap, perMille(5), cheap);
    plan(List::GetRentals, perMille(30), perCountry(1));
    plan(List::GetMail, perMille(20), numbered(DomainsOfOtpGet));
    int rest = offers;
    for (const Plan &shelf : m_plans)
        rest -= shelf.offers;
    plan(List::ZapProducts, rest, perCountry(1));
}

/// Shares the offers out, more to the countries that sell more.
void SyntheticCatalog::plan(List list, int offers, const std::vector<Plan> &shelves)
{
    const auto weightOf = [](const Plan &shelf) -> qint64 {
        return shelf.country < 0 ? 1 : syntheticCountries()[shelf.country].weight;
    };
    qint64 weights = 0;
    for (const Plan &shelf : shelves)
        weights += weightOf(shelf);
    qint64 before = 0;
    for (Plan shelf : shelves) {
        // From sum to sum, so that what is rounded off here is made up for there.
        const qint64 sum = before + weightOf(shelf);
        shelf.list = list;
        shelf.offers = static_cast<int>(offers * sum / weights - offers * before / weights);
        before = sum;
        if (shelf.offers > 0)
            m_plans.push_back(shelf);
    }
}

SyntheticShelf SyntheticCatalog::shelf(int index) const
{
    const Plan &plan = m_plans[static_cast<size_t>(index)];
    SyntheticShelf shelf;
    shelf.accountId = accountOf(plan.list);
    shelf.path = u"%1/%2/%3"_s.arg(int(plan.list)).arg(plan.country).arg(plan.part);
    shelf.offers = offersOf(plan, index);
    return shelf;
}

SyntheticShelf SyntheticCatalog::refreshed(int index) const
{
    SyntheticShelf later = shelf(index);
    for (int place = 0; place < later.offers.size(); ++place) {
        if (drawnBelow(100, {7, index, place}) != 0)
            continue;
        change(later.offers[place], index, place);
        later.changed.append(place);
    }
    return later;
}

/// Round after round, each with fewer and better known services than the one before: what sells much is there
/// in many pools and tiers.
QList<Offer> SyntheticCatalog::offersOf(const Plan &plan, int shelf) const
{
    const auto services = static_cast<int>(syntheticServices().size());
    const bool listsOnce = plan.list == List::WhichServices || plan.list == List::WallServices ||
                           plan.list == List::GetSms || plan.list == List::GetMail;
    const int rare =
        EverywhereSold + drawnBelow(services - EverywhereSold, {11, int(plan.list), plan.country});
    QList<Offer> offers;
    offers.reserve(plan.offers);
    int count = std::min(listsOnce ? plan.offers : std::max(plan.offers * 2 / 5, 20), services);
    for (int round = 0; offers.size() < plan.offers; ++round) {
        for (int rank = 0; rank < count && offers.size() < plan.offers; ++rank) {
            const int service =
                rank < EverywhereSold ? rank : EverywhereSold + (rank + rare) % (services - EverywhereSold);
            offers.append(offer(plan, shelf, static_cast<int>(offers.size()), service, round));
        }
        count = listsOnce ? count : std::max(count * 3 / 5, std::min(count, 20));
    }
    return offers;
}

Offer SyntheticCatalog::offer(const Plan &plan, int shelf, int place, int service, int round) const
{
    Offer offer;
    offer.service = syntheticServices()[service];
    offer.serviceId = QString::number(service + 1);
    offer.variantId = QString::number(round + 1);
    if (plan.country >= 0) {
        const SyntheticCountry &country = syntheticCountries()[plan.country];
        offer.country = nameOfCountry(plan.list, country, plan.part);
        offer.countryIso = country.iso;
        offer.countryId = QString::number(plan.country + 1);
    }
    switch (plan.list) {
    case List::ZapProducts:
        offer.line = u"s1"_s;
        offer.variant = round == 0 ? u"Server 1"_s : u"Server 1 · Tier %1"_s.arg(round + 1);
        offer.productId = QString::number(100'000 * qint64(plan.country + 1) + place);
        break;
    case List::ZapServices: {
        const QStringList operators = syntheticOperators(offer.countryIso);
        const int which = (round - 1) % static_cast<int>(operators.size());
        offer.line = u"s2"_s;
        offer.variant = round == 0 ? u"Server 2 · any operator"_s : operators[which];
        break;
    }
    case List::ZapMail:
        offer.kind = OfferKind::Email;
        offer.line = u"s3"_s;
        offer.service = syntheticServices()[plan.part].toLower().remove(u' ') + u".com"_s;
        offer.serviceId = QString::number(plan.part + 1);
        offer.variant = domainName(place);
        offer.variantId = QString::number(place + 1);
        break;
    case List::ZapOtpPools:
        offer.line = offer.countryIso == u"US" ? u"usa"_s : u"global"_s;
        offer.variant = u"Pool %1"_s.arg(round + 1);
        break;
    case List::WhichServices:
    case List::WallServices:
        offer.line = u"sms"_s;
        offer.available = drawnBelow(20, {12, shelf, place}) != 0;
        break;
    case List::GetSms:
        offer.line = u"sms"_s;
        offer.variant = u"Type %1"_s.arg(plan.part + 1);
        offer.productId = QString::number(plan.part + 1);
        break;
    case List::GetCheap:
        offer.line = u"cheap"_s;
        offer.productId = QString::number(plan.part + 1);
        break;
    case List::GetRentals:
        offer.kind = OfferKind::Rental;
        offer.line = place % 2 == 0 ? u"1"_s : u"2"_s;
        offer.service.clear();
        offer.serviceId.clear();
        offer.duration = durations[durationOf(place)];
        offer.variant = u"Area %1"_s.arg(200 + place / 12);
        offer.variantId = QString::number(200 + place / 12);
        break;
    case List::GetMail:
        offer.kind = OfferKind::Email;
        offer.line = u"mail"_s;
        offer.variant = domainName(plan.part);
        offer.productId = QString::number(plan.part + 1);
        break;
    }
    offer.price = priceOf(plan.list, plan.country, service, round, place);
    offer.stock = stockOf(plan.list, shelf, place);
    offer.successRate = rateOf(plan.list, shelf, place);
    if (plan.list == List::ZapMail && offer.price)
        offer.cancelFee = Money::fromUnits(offer.price->units() / 10, offer.price->currency());
    return offer;
}

} // namespace otpdesk
