#pragma once

#include "providers/types/apierror.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace otpdesk {

/// Whether Qt's error only repeats the status of a complete answer.
bool isStatusError(QNetworkReply::NetworkError error);

/// What a failure on the way means. Never in Qt's words: QNetworkReply::errorString() holds the whole address
/// with the key in it, and text of the server. The outcome is left to the caller.
ApiError errorOfNetwork(QNetworkReply::NetworkError error, const QList<QSslError> &certificateProblems);

/// Whether a plain http connection that ended so was never made at all.
bool isConnectFailure(QNetworkReply::NetworkError error);

} // namespace otpdesk
