#pragma once

#include <QString>

namespace otpdesk {

/// A number as people need it. Each is empty where it cannot be told.
struct PhoneNumber
{
    QString e164;       ///< "+923001234567"
    QString digits;     ///< "923001234567": digits only, with the country code where known
    QString national;   ///< "3001234567": without the country code
    QString countryIso; ///< "PK"
    QString display;    ///< grouped for reading: "+92 300 1234567"; the raw text where nothing is known
};

/// Derives them from a provider's raw number: with '+', with the country code but no '+', or national with
/// the country given apart. `countryIso` may be empty.
PhoneNumber readPhoneNumber(const QString &raw, const QString &countryIso);

} // namespace otpdesk
