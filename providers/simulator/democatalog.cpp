#include "providers/simulator/democatalog.h"

#include "providers/simulator/demolongterm.h"
#include "providers/simulator/demozapinboxes.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

struct DemoService
{
    const char16_t *name;
    int cents; ///< what a number for it costs in US cents, at a usual place
};

/// The best known first: they never run out, so that a first try always works.
constexpr DemoService services[] = {
    {u"WhatsApp", 48}, {u"Telegram", 42},  {u"Google", 31},  {u"Facebook", 16}, {u"Instagram", 18},
    {u"TikTok", 21},   {u"Amazon", 24},    {u"Discord", 19}, {u"OpenAI", 33},   {u"Uber", 15},
    {u"PayPal", 52},   {u"Microsoft", 14}, {u"Apple", 38},   {u"Twitter", 17},  {u"Snapchat", 20},
    {u"LinkedIn", 22}, {u"Netflix", 23},   {u"Steam", 27},   {u"Airbnb", 25},   {u"eBay", 29},
    {u"Signal", 36},   {u"Viber", 26},     {u"WeChat", 74},  {u"LINE", 41},     {u"Tinder", 55},
    {u"Bumble", 46},   {u"Coinbase", 62},  {u"Binance", 58}, {u"Wise", 68},     {u"Spotify", 12},
    {u"Shopee", 13},   {u"Gojek", 11},     {u"Grab", 14},    {u"Careem", 19},
};

struct DemoCountry
{
    const char16_t *iso;
    const char16_t *name;
    const char16_t *otpGetName; ///< as OTPGet writes it
    int otpZapId;
    int otpGetId;
    int percent;               ///< of the usual price
    const char16_t *operators; ///< separated by '|'; empty: the provider lists none
};

constexpr DemoCountry countries[] = {
    {u"ID", u"Indonesia", u"Indonesia", 7, 22, 60, u"Telkomsel|Indosat|XL Axiata|Tri|Smartfren"},
    {u"PK", u"Pakistan", u"Pakistan", 66, 61, 55, u"Jazz|Zong|Telenor"},
    {u"US", u"United States", u"USA", 187, 12, 145, u"T-Mobile|AT&T|Verizon"},
    {u"GB", u"United Kingdom", u"England", 16, 15, 120, u"EE|Vodafone|O2|Three"},
    {u"CA", u"Canada", u"Canada", 36, 33, 105, u"Rogers|Bell"},
    {u"IN", u"India", u"India", 22, 91, 58, u"Jio|Airtel|Vi"},
    {u"NG", u"Nigeria", u"Nigeria", 19, 64, 72, u"MTN|Airtel|Glo"},
    {u"BR", u"Brazil", u"Brazil", 73, 55, 80, u"Vivo|Claro|TIM"},
    {u"DE", u"Germany", u"Germany", 43, 49, 230, u"Telekom|Vodafone|O2"},
    {u"FR", u"France", u"France", 78, 34, 190, u"Orange|SFR|Free"},
    {u"ES", u"Spain", u"Spain", 56, 35, 160, u"Movistar|Orange"},
    {u"NL", u"Netherlands", u"Netherlands", 48, 31, 150, u"KPN|Odido"},
    {u"PL", u"Poland", u"Poland", 15, 48, 110, u"Play|Plus"},
    {u"SE", u"Sweden", u"Sweden", 46, 46, 140, u"Telia|Tele2"},
    {u"TR", u"Türkiye", u"Turkey", 62, 90, 170, u"Turkcell"},
    {u"UA", u"Ukraine", u"Ukraine", 1, 38, 95, u"Kyivstar|lifecell"},
    {u"MX", u"Mexico", u"Mexico", 54, 52, 90, u"Telcel"},
    {u"CO", u"Colombia", u"Colombia", 33, 57, 78, u""},
    {u"VN", u"Vietnam", u"Viet Nam", 10, 84, 64, u"Viettel|MobiFone"},
    {u"PH", u"Philippines", u"Philippines", 4, 63, 52, u"Globe|Smart"},
    {u"MY", u"Malaysia", u"Malaysia", 74, 60, 70, u"Maxis|Celcom"},
    {u"TH", u"Thailand", u"Thailand", 52, 66, 75, u"AIS|True"},
    {u"BD", u"Bangladesh", u"Bangladesh", 60, 88, 57, u""},
    {u"EG", u"Egypt", u"Egypt", 21, 20, 66, u"Vodafone|Orange"},
    {u"SA", u"Saudi Arabia", u"Saudi Arabia", 53, 96, 185, u"STC"},
    {u"KE", u"Kenya", u"Kenya", 8, 25, 68, u"Safaricom"},
    {u"AU", u"Australia", u"Australia", 175, 13, 210, u"Optus"},
};

constexpr int NeverSoldOut = 5; ///< so many services, from the first

class DemoShop
{
public:
    SimCatalog build()
    {
        otpZap();
        m_catalog.offers[u"otpzap"_s] += demoZapInboxes();
        zapOtp();
        whichOtp();
        otpWall();
        otpGet();
        m_catalog.withoutResend = {u"PayPal"_s, u"Amazon"_s, u"Netflix"_s};
        return std::move(m_catalog);
    }

private:
    static QString text(const char16_t *literal) { return QString::fromUtf16(literal); }

    static QString slug(const QString &name) { return name.toLower().remove(u' '); }

    /// `perDollar` units of the currency for a US dollar; rounded to `step` hundredths of its main unit.
    Money price(int cents, int percent, int perDollar, int step, Currency currency)
    {
        const qint64 spread = 85 + m_random.bounded(31);
        const qint64 hundredths = qint64(cents) * percent * perDollar / 100 * spread / 100;
        const qint64 rounded = std::max<qint64>(1, (hundredths + step / 2) / step) * step;
        return Money::fromUnits(rounded * (Money::UnitsPerMain / 100), currency);
    }

    std::optional<int> stock(int rank)
    {
        const int dice = m_random.bounded(100);
        const int plenty = 20 + m_random.bounded(2400);
        if (rank < NeverSoldOut || dice >= 18)
            return plenty;
        return dice < 8 ? std::optional<int>(0) : std::nullopt;
    }

    /// The cheapest answer to a usual question is not always one that can be bought.
    static bool isTooCheapToLast(const Offer &offer)
    {
        return offer.service == "Telegram"_L1 && offer.countryIso == "PK"_L1;
    }

    bool sold(int rank, int percent) { return m_random.bounded(100) < percent || rank < NeverSoldOut; }

    static Offer offer(const QString &line, const DemoService &service, const DemoCountry &country)
    {
        Offer o;
        o.line = line;
        o.service = text(service.name);
        o.country = text(country.name);
        o.countryIso = text(country.iso);
        return o;
    }

    /// Calls `make(rank, service, country)` for everything that is sold there.
    template <typename Make>
    void forAll(int percentSold, Make make)
    {
        for (const DemoCountry &country : countries) {
            int rank = 0;
            for (const DemoService &service : services) {
                if (sold(rank, percentSold))
                    make(rank, service, country);
                ++rank;
            }
        }
    }

    void otpZap()
    {
        const Currency idr = Currency::fromCode(u"IDR");
        QList<Offer> &shelf = m_catalog.offers[u"otpzap"_s];
        int product = 1200;
        forAll(90, [&](int rank, const DemoService &service, const DemoCountry &country) {
            const int tiers = 1 + m_random.bounded(3);
            const Money base = price(service.cents, country.percent, 16300, 5000, idr);
            for (int tier = 0; tier < tiers; ++tier) {
                Offer o = offer(u"s1"_s, service, country);
                o.serviceId = QString::number(rank + 1);
                o.countryId = QString::number(country.otpZapId);
                o.productId = QString::number(product++);
                o.price = Money::fromUnits(base.units() * (100 + 40 * tier) / 100, idr);
                o.stock = stock(rank);
                shelf.append(o);
            }
        });
        forAll(80, [&](int rank, const DemoService &service, const DemoCountry &country) {
            Offer o = offer(u"s2"_s, service, country);
            o.serviceId = QString::number(500 + rank);
            o.countryId = QString::number(country.otpZapId);
            o.price = price(service.cents, country.percent * 85 / 100, 16300, 5000, idr);
            o.stock = isTooCheapToLast(o) ? 0 : stock(rank);
            shelf.append(o);
        });
        for (const DemoCountry &country : countries) {
            QList<NamedId> &list = m_catalog.operators[QString::number(country.otpZapId)];
            const auto names = text(country.operators).split(u'|', Qt::SkipEmptyParts);
            for (const QString &name : names)
                list.append({QString::number(country.otpZapId * 10 + list.size() + 1), name});
        }
        int special = 901;
        for (const DemoService &service : {DemoService{u"DANA", 35},
                                           {u"OVO", 37},
                                           {u"Shopee Seller", 44},
                                           {u"WhatsApp Business", 66},
                                           {u"Telegram Premium", 71}}) {
            Offer o;
            o.line = u"special"_s;
            o.service = text(service.name);
            o.serviceId = QString::number(special++);
            o.price = price(service.cents, 100, 16300, 5000, idr);
            o.stock = stock(0);
            shelf.append(o);
        }
    }

    void zapOtp()
    {
        const Currency ngn = Currency::fromCode(u"NGN");
        QList<Offer> &shelf = m_catalog.offers[u"zapotp"_s];
        const auto pool = [&](const QString &line, int number, const QString &name, int percent, int rank,
                              const DemoService &service, const DemoCountry &country) {
            Offer o = offer(line, service, country);
            o.serviceId = slug(o.service);
            o.countryId = o.countryIso;
            o.variantId = QString::number(number);
            o.variant = name;
            o.price = price(service.cents, country.percent * percent / 100, 1550, 500, ngn);
            o.stock = stock(rank);
            o.successRate = 55 + m_random.bounded(44);
            shelf.append(o);
        };
        forAll(85, [&](int rank, const DemoService &service, const DemoCountry &country) {
            pool(u"global"_s, 1, u"Standard Pool"_s, 100, rank, service, country);
            if (m_random.bounded(2) == 0)
                pool(u"global"_s, 2, u"Premium Pool"_s, 160, rank, service, country);
            if (text(country.iso) != "US"_L1)
                return;
            pool(u"usa"_s, 1, u"USA Standard"_s, 115, rank, service, country);
            pool(u"usa"_s, 2, u"USA Non-VoIP"_s, 240, rank, service, country);
        });
    }

    void whichOtp()
    {
        const Currency usd = Currency::fromCode(u"USD");
        const QUuid space = QUuid::fromString(u"5d0f4f0e-7c1a-4d1f-9e54-2f1b8d2a6c11"_s);
        int rank = 0;
        for (const DemoService &service : services) {
            Offer o;
            o.line = u"sms"_s;
            o.service = text(service.name);
            o.serviceId = QUuid::createUuidV5(space, o.service).toString(QUuid::WithoutBraces);
            o.price = price(service.cents, 260, 1, 5, usd);
            o.available = rank < NeverSoldOut || m_random.bounded(100) >= 12;
            m_catalog.offers[u"whichotp"_s].append(o);
            ++rank;
        }
    }

    void otpWall()
    {
        const Currency usd = Currency::fromCode(u"USD");
        forAll(92, [&](int rank, const DemoService &service, const DemoCountry &country) {
            Offer o = offer(u"sms"_s, service, country);
            o.serviceId = slug(o.service);
            o.countryId = o.countryIso;
            o.price = price(service.cents, country.percent * 180 / 100, 1, 1, usd);
            o.stock = stock(rank);
            m_catalog.offers[u"otpwall"_s].append(o);
        });
    }

    void otpGet()
    {
        const Currency pkr = Currency::fromCode(u"PKR");
        QList<Offer> &shelf = m_catalog.offers[u"otpget"_s];
        int id = 101;
        for (int type = 1; type <= 6; ++type) {
            forAll(type == 1 ? 95 : 55,
                   [&](int rank, const DemoService &service, const DemoCountry &country) {
                       // The smaller types serve every second or third country only.
                       if (type > 1 && (country.otpGetId + type) % (type > 3 ? 3 : 2) != 0)
                           return;
                       Offer o = offer(u"sms"_s, service, country);
                       o.country = text(country.otpGetName);
                       o.serviceId = QString::number(id++);
                       o.countryId = QString::number(country.otpGetId);
                       o.variantId = QString::number(type);
                       // Type 2 has prices with decimals, as have been seen.
                       o.price = price(service.cents, country.percent * (90 + 7 * type) / 100, 280,
                                       type == 2 ? 1 : 500, pkr);
                       o.stock = stock(rank);
                       shelf.append(o);
                   });
        }
        cheap(u"1"_s, u"Random Facebook - Free"_s, 0, u"US"_s, std::nullopt);
        cheap(u"2"_s, u"Pakistan - Server 2"_s, 50, u"PK"_s, 140);
        cheap(u"3"_s, u"Indonesia - Server 3"_s, 35, u"ID"_s, 64);
        cheap(u"4"_s, u"England - Server 4"_s, 80, u"GB"_s, 0);
        m_catalog.offers[u"otpget"_s] += demoLongTermOffers();
    }

    void cheap(const QString &server, const QString &name, int rupees, const QString &iso,
               std::optional<int> numbers)
    {
        Offer o;
        o.line = u"cheap"_s;
        o.service = name;
        o.serviceId = server;
        o.countryIso = iso;
        o.variantId = u"1"_s;
        o.price = Money::fromUnits(rupees * Money::UnitsPerMain, Currency::fromCode(u"PKR"));
        o.stock = numbers;
        m_catalog.offers[u"otpget"_s].append(o);
    }

    SimCatalog m_catalog;
    QRandomGenerator m_random{20260401};
};

} // namespace

SimCatalog demoCatalog()
{
    return DemoShop().build();
}

} // namespace otpdesk
