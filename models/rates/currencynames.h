#pragma once

#include "providers/types/money.h"

#include <QList>

namespace otpdesk {

struct CurrencyName
{
    Currency currency;
    QString name; ///< in the language of the default QLocale, or in English, or as the country calls it
};

/// The currencies that are money somewhere today, by code.
QList<CurrencyName> currencyNames();

} // namespace otpdesk
