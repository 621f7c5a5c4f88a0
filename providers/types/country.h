#pragma once

#include <QList>
#include <QString>

namespace otpdesk {

/// A country or territory.
struct Country
{
    QString iso;      ///< "PK"
    QString name;     ///< English: "Pakistan"
    QString dialCode; ///< "92", without '+'; empty where there is none
};

/// All of ISO 3166-1, and Kosovo (XK), by name.
const QList<Country> &allCountries();

/// By ISO code of two or three letters, English name, or alias, in any case ("England", "USA", "United States of
/// America", "pkr", "Viet Nam", "Côte d'Ivoire"/"Ivory Coast"…), also as part of a longer label such as
/// "Pakistan - Server 2". Null when unknown or ambiguous.
const Country *findCountry(QStringView nameOrCode);

} // namespace otpdesk
