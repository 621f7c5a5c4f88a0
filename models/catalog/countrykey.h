#pragma once

#include <QString>

namespace otpdesk {

/// What makes a country the same for all providers' ways to write it: the ISO code where it is given or the
/// name is known ("PK"), else the name without case and diacritics; empty where there is neither. May be
/// called from any thread.
QString countryKeyOf(const QString &country, const QString &countryIso);

} // namespace otpdesk
