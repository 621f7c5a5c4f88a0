#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"

#include <QJsonValue>

namespace otpdesk {

/// The balance in the data of an answer: `balance`, with `currency` where the provider names one (else
/// `usual`) and `username` where it gives one. Malformed without a balance; an error in `data` is handed on.
Result<Balance> balanceIn(const Result<QJsonValue> &data, const HttpReply &reply, const Currency &usual);

} // namespace otpdesk
