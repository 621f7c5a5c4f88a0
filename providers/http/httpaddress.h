#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/apierror.h"

#include <QUrl>

namespace otpdesk {

/// Why `baseUrl` cannot be used; nothing when it can: https, or http to a loopback address, and no user name,
/// query or fragment in it.
std::optional<ApiError> problemOfAddress(const QUrl &baseUrl);

/// The address of a request: its path below the base, every character of path and query arriving as it is
/// written there. `queryKey` is added as `api_key` when not empty.
QUrl addressOf(const QUrl &baseUrl, const HttpRequest &request, const QString &queryKey);

/// Scheme, host and port are the same, and no user name is slipped in.
bool sameOrigin(const QUrl &a, const QUrl &b);

/// Fit for a log: no query, no fragment, no user.
QString withoutSecrets(const QUrl &url);

} // namespace otpdesk
