#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/order.h"
#include "providers/types/result.h"
#include "providers/wire/json.h"

#include <QList>
#include <QString>

#include <initializer_list>
#include <utility>

/// What OTPGet's rental and e-mail handlers have in common: a JSON object whose `status` says how the call
/// went, as text or number (provider-docs, otpget.txt, "Response Formats" and "Error Codes").
namespace otpdesk::otpget {

/// An answer that is no refusal.
struct Answer
{
    int code = 0; ///< 200, or 202 and 300 of an e-mail; 0: a word nobody knows
    QString word; ///< the status as it was written
    JsonView data;
};

/// A GET of `action` at a handler ("/rental-handler.php"), with its arguments in this order.
HttpRequest jsonRequest(const QString &handler, const QString &action,
                        std::initializer_list<std::pair<QLatin1StringView, QString>> arguments = {});
/// The same for what changes something: sent once.
HttpRequest onceRequest(HttpRequest request, bool spends);

/// Reads the envelope. The documented refusals are errors, definite under any HTTP status, since the API
/// itself said them: 400 BadRequest (with the argument it names as `field`), 401 WrongKey, 402 NoBalance, 403
/// AccountBlocked, 404 NotFound, 500 and 503 ServiceDown, 502 UpstreamRefused; of 404, 500 and 502, NoStock
/// where the message says that there is nothing to sell. Other numbers mean what they do in HTTP, and a 5xx
/// among them, or one without a message, leaves open what became of a request sent once.
Result<Answer> openAnswer(const HttpReply &reply);

/// The data of an answer to a call that either succeeds or is refused; Malformed with another status.
Result<JsonView> openData(const HttpReply &reply);

/// A 503 of the API itself, by its `field` "server": the provider has switched off one of its servers.
bool isSwitchedOff(const ApiError &error);

/// The list `name` in the data of an answer, empty where the API says that there is nothing to sell;
/// Malformed without one.
Result<QJsonArray> openCatalog(const HttpReply &reply, QLatin1StringView name);

/// Takes messages into a report, oldest first whichever way round they were listed, with the newest code.
void takeMessages(OrderReport &report, QList<Message> messages);

/// Bare times are Pakistan's (assumed), and may be off by this much.
inline constexpr int ZoneSeconds = 5 * 3600;
inline constexpr std::chrono::seconds ZoneSlack = std::chrono::hours(6);

} // namespace otpdesk::otpget
