#include "models/search/countrynames.h"

#include "models/search/searchfold.h"
#include "providers/types/country.h"
#include "providers/types/countrytable.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace otpdesk {

QString countryKeyOf(const QString &country, const QString &countryIso)
{
    if (const Country *known = findCountry(countryIso.isEmpty() ? country : countryIso))
        return known->iso;
    return countryIso.isEmpty() ? searchFolded(country) : countryIso.toUpper();
}

QString countrySearchText(const QString &raw, const QString &title, const QString &iso)
{
    QStringList texts{searchFolded(title), searchFolded(raw)};
    const auto row =
        std::find_if(std::begin(countryRows), std::end(countryRows), [&iso](const CountryRow &country) {
            return country.iso.compare(iso, Qt::CaseInsensitive) == 0;
        });
    if (row != std::end(countryRows)) {
        texts << searchFolded(row->name) << searchFolded(row->iso) << searchFolded(row->iso3);
        const auto aliases = row->aliases.split(u'|', Qt::SkipEmptyParts);
        for (const QStringView alias : aliases)
            texts.append(alias.toString());
    }
    texts.removeAll({});
    texts.removeDuplicates();
    return texts.join(u'\n');
}

} // namespace otpdesk
