#include "models/rates/currencynames.h"

#include <QLocale>
#include <QMap>

namespace otpdesk {

namespace {

/// Which of the names that the locales know a currency by is the best: a number, above 0.
int rankOf(const QLocale &locale)
{
    if (locale.language() == QLocale().language())
        return 4;
    if (locale.language() == QLocale::English)
        return 3;
    const QLocale usual(QLocale::AnyLanguage, QLocale::AnyScript, locale.territory());
    return locale.language() == usual.language() ? 2 : 1;
}

} // namespace

QList<CurrencyName> currencyNames()
{
    struct Best
    {
        QString name;
        int rank = 0;
    };
    QMap<QString, Best> known;
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        Best &best = known[locale.currencySymbol(QLocale::CurrencyIsoCode)];
        const int rank = rankOf(locale);
        if (rank > best.rank)
            best = {locale.currencySymbol(QLocale::CurrencyDisplayName), rank};
    }
    QList<CurrencyName> names;
    for (auto one = known.cbegin(); one != known.cend(); ++one) {
        if (const Currency currency = Currency::fromCode(one.key()); currency.isValid())
            names.append({currency, one->name});
    }
    return names;
}

} // namespace otpdesk
