#pragma once

#include <QString>

namespace otpdesk {

/// What makes a service the same for all providers' ways to write it: "WhatsApp " is "whatsapp". May be
/// called from any thread.
QString serviceKeyOf(const QString &service);

} // namespace otpdesk
