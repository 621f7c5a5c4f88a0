#pragma once

#include "providers/wire/json.h"

namespace otpdesk {

/// The inside of a JSON answer that says by itself whether it is one: `{"success":true,"data":…}` or
/// `{"status":"success","data":…}`; the whole value where there is no `data` member.
///
/// Everything else is an error: an HTTP status outside 2xx, `success:false`, a `status` other than success
/// (also "402" under HTTP 200), an `error` without data, a bare word such as NO_BALANCE, an HTML page, no
/// JSON at all. A `status` nobody knows, beside data, is Malformed: it may have happened. Words are looked for in `message`, `error`, `error.message` and `errors[].message`.
Result<QJsonValue> openEnvelope(const HttpReply &reply);

/// The list inside an answer: see openEnvelope() and listIn(). Null and an empty object are an empty list; a
/// value that is no list and holds none is Malformed, with the first name as its field.
Result<QJsonArray> openList(const HttpReply &reply, Names names);

/// Whether the answer was written by the API itself, not by a proxy before it: its body is a JSON object.
bool isJsonObject(const HttpReply &reply);

} // namespace otpdesk
