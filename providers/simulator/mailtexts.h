#pragma once

#include "providers/simulator/script.h"
#include "providers/simulator/simorder.h"

#include <QRandomGenerator>

namespace otpdesk {

/// What a site ("openai.com") or a service ("Instagram") writes to a new address, with a code nobody has seen
/// before: as text, or as a page with a picture that a careful reader does not fetch.
SimMessage composeMail(const QString &site, PlannedSms::Wording wording, const QDateTime &at,
                       QRandomGenerator &random);

} // namespace otpdesk
