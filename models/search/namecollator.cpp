#include "models/search/namecollator.h"

namespace otpdesk {

QCollator nameCollator()
{
    QCollator collator;
    // In the C locale QCollator compares code points and ignores everything that is asked for.
    if (collator.locale().language() == QLocale::C)
        collator.setLocale(QLocale(QLocale::English));
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    return collator;
}

} // namespace otpdesk
