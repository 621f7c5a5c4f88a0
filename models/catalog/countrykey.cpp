#include "models/catalog/countrykey.h"

#include "models/catalog/searchfold.h"
#include "providers/types/country.h"

namespace otpdesk {

QString countryKeyOf(const QString &country, const QString &countryIso)
{
    if (const Country *known = findCountry(countryIso.isEmpty() ? country : countryIso))
        return known->iso;
    return countryIso.isEmpty() ? searchFolded(country) : countryIso.toUpper();
}

} // namespace otpdesk
