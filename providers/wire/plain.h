#pragma once

#include "providers/wire/json.h"

namespace otpdesk {

/// The data of a JSON answer without an envelope, where `status` is an order's own word (WhichOtp, OTPWALL).
/// A `data` member around it is opened all the same.
///
/// Refusals are recognised in any of their forms: an HTTP status from 400 on, `error` as text or object,
/// `errors[]` with `field` and `message`, `success:false`, `status:"error"` or "402", a `message` on its own
/// with a known meaning, a bare line of text with a known meaning. What is no JSON at all is Malformed,
/// NotAnApi or ServiceDown.
Result<QJsonValue> plainJson(const HttpReply &reply);

} // namespace otpdesk
