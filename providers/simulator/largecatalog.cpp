#include "providers/simulator/largecatalog.h"

#include "providers/simulator/democatalog.h"
#include "providers/types/country.h"

#include <QRandomGenerator>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr const char16_t *beginnings[] = {
    u"Al",  u"Bel", u"Cor", u"Dan", u"El",  u"Fen", u"Gal",  u"Hol",  u"In",   u"Jov",  u"Kal",
    u"Lum", u"Mer", u"Nov", u"Or",  u"Pay", u"Qui", u"Ruk",  u"Sal",  u"Tok",  u"Ul",   u"Var",
    u"Wen", u"Xer", u"Yan", u"Zen", u"Bit", u"Car", u"Chat", u"Date", u"Shop", u"Trip",
};
constexpr const char16_t *middles[] = {u"a",  u"ta", u"vi", u"ro", u"li", u"mo", u"ne", u"ku",
                                       u"sa", u"di", u"pe", u"go", u"ri", u"zo", u"ba", u"nu"};
constexpr const char16_t *endings[] = {u"",      u"pay",  u"go",    u"shop", u" Bank",   u"ly",
                                       u" Food", u"chat", u" Play", u"x",    u" Wallet", u"tix",
                                       u" Taxi", u"bet",  u" Mail", u"hub"};

/// Another one for each number, and of all kinds from the first on.
QString madeUpName(int number)
{
    constexpr auto BeginningCount = static_cast<int>(std::size(beginnings));
    constexpr auto MiddleCount = static_cast<int>(std::size(middles));
    constexpr auto EndingCount = static_cast<int>(std::size(endings));
    const int beginning = number % BeginningCount;
    const int round = number / BeginningCount;
    const int ending = (beginning + round) % EndingCount;
    const int middle = round / EndingCount % MiddleCount;
    const int series = round / EndingCount / MiddleCount;
    const QString name = QString::fromUtf16(beginnings[beginning]) + QString::fromUtf16(middles[middle]) +
                         QString::fromUtf16(endings[ending]);
    return series == 0 ? name : u"%1 %2"_s.arg(name).arg(series + 1);
}

/// Where the demo sells in the country as well, both belong on one shelf.
QHash<QString, QString> countryIdsIn(const QList<Offer> &shelf)
{
    QHash<QString, QString> ids;
    for (const Offer &offer : shelf) {
        if (offer.line == "s2"_L1)
            ids.insert(offer.countryIso, offer.countryId);
    }
    return ids;
}

} // namespace

SimCatalog largeCatalog(int moreOffers)
{
    constexpr int FirstServiceId = 10'000;
    constexpr int FirstCountryId = 1'000;
    SimCatalog catalog = demoCatalog();
    QList<Offer> &shelf = catalog.offers[u"otpzap"_s];
    const QHash<QString, QString> known = countryIdsIn(shelf);
    const QList<Country> &countries = allCountries();
    const auto countryCount = static_cast<int>(countries.size());
    const Currency idr = Currency::fromCode(u"IDR");
    QRandomGenerator random{20260401};

    shelf.reserve(shelf.size() + moreOffers);
    for (int made = 0, service = 0; made < moreOffers; ++service) {
        Offer offer;
        offer.line = u"s2"_s;
        offer.service = madeUpName(service);
        offer.serviceId = QString::number(FirstServiceId + service);
        const int usual = 2'000 + random.bounded(11'000); // rupiah
        const int inThisService = std::min(countryCount, moreOffers - made);
        for (int i = 0; i < inThisService; ++i, ++made) {
            const Country &country = countries[i];
            offer.country = country.name;
            offer.countryIso = country.iso;
            offer.countryId = known.value(country.iso, QString::number(FirstCountryId + i));
            const qint64 rupiah = qint64(usual) * (50 + random.bounded(150)) / 100 / 50 * 50;
            offer.price = Money::fromUnits(rupiah * Money::UnitsPerMain, idr);
            offer.stock = random.bounded(100) < 12 ? 0 : 1 + random.bounded(2'400);
            shelf.append(offer);
        }
    }
    return catalog;
}

} // namespace otpdesk
