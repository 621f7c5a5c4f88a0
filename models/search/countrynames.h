#pragma once

#include <QString>

namespace otpdesk {

/// What makes a country the same for all providers' ways to write it: the ISO code where it is given or the
/// name is known ("PK"), else the name without case and diacritics; empty where there is neither. May be
/// called from any thread.
QString countryKeyOf(const QString &country, const QString &countryIso);

/// What a search for this country looks in, folded: the provider's words, our title, the ISO codes of two and
/// three letters, and all names of the country that are known. `iso` may be empty.
QString countrySearchText(const QString &raw, const QString &title, const QString &iso);

} // namespace otpdesk
