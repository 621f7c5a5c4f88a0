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

/// Another one for each number.
QString madeUpName(int number)
{
    const auto take = [&number](const auto &words) {
        const auto count = static_cast<int>(std::size(words));
        const QString word = QString::fromUtf16(words[number % count]);
        number /= count;
        return word;
    };
    const QString beginning = take(beginnings);
    const QString middle = take(middles);
    const QString name = beginning + middle + take(endings);
    return number == 0 ? name : u"%1 %2"_s.arg(name).arg(number + 1);
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
