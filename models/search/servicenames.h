#pragma once

#include <QString>

namespace otpdesk {

// Services as people and providers write them. The well-known ones come from a table; all others are taken
// by their own name.

/// The same for all ways to write one service: "WhatsApp", "Whats App" and "wa" are "whatsapp"; "Twitter (X)"
/// and "X / Twitter" are "twitter". Never joined by a part of the name: WhatsApp Business is a service of its
/// own. A service that is not known has its name without case, spaces and punctuation; no name has no key.
QString serviceKeyOf(const QString &name);

/// The service as its maker writes it, where it is known: "WhatsApp" for "WHATSAPP". The name itself
/// elsewhere.
QString serviceTitleOf(const QString &name);

/// What a search for this service looks in, folded: its name, and all others it is known by. `code` is the
/// provider's own; an id that nobody would type is left out, and so is a code that is a country's.
QString serviceSearchText(const QString &name, const QString &code = {});

} // namespace otpdesk
