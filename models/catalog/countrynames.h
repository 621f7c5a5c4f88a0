#pragma once

#include <QString>

namespace otpdesk {

/// What a search for this country looks in, folded: the provider's words, our title, the ISO codes of two and
/// three letters, and all names of the country that are known. `iso` may be empty.
QString countrySearchText(const QString &raw, const QString &title, const QString &iso);

} // namespace otpdesk
