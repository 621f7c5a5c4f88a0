#pragma once

#include <QRandomGenerator>
#include <QString>

namespace otpdesk {

/// A phone number of the country, digits with the country code and without a plus. From the range reserved
/// for fiction where the country has one (+1 555 01xx, +44 7700 900xxx…), else merely plausible. A country
/// without a pattern gets a number of the United States.
QString fictionalNumber(QStringView countryIso, QRandomGenerator &random);

} // namespace otpdesk
