#pragma once

#include <QString>
#include <QStringList>

namespace otpdesk {

/// A text as a search compares it: without case and diacritics ("Côte d’Ivoire" is "cote d'ivoire").
QString searchFolded(QStringView text);

/// The folded words of what a person typed; a row matches when it contains each of them somewhere.
QStringList searchWords(QStringView typed);

} // namespace otpdesk
