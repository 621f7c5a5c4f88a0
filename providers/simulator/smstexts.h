#pragma once

#include "providers/simulator/script.h"

#include <QRandomGenerator>
#include <QString>

namespace otpdesk {

/// An SMS with a code nobody has seen before.
struct ComposedSms
{
    QString code; ///< as the provider reports it; empty when the text holds none
    QString text;
};

/// What the service writes to a number of that country: in its own well-known words, or in the country's
/// language, with a code of the length it uses.
ComposedSms composeSms(const QString &service, const QString &countryIso, PlannedSms::Wording wording,
                       QRandomGenerator &random);

/// One that writes SMS.
QString anyService(QRandomGenerator &random);

} // namespace otpdesk
