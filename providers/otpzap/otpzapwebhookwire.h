#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/result.h"
#include "providers/types/webhook.h"

/// The webhook of an account at OTPZap: arguments to requests, answers to values. Pure functions.
/// Source: otpzap.txt, "Webhook" and "Webhook Management"; the names of members in answers are assumed.
namespace otpdesk::otpzap {

/// What it can tell of; the last, "*", is all of them.
QStringList webhookEvents();

/// What the provider would refuse, as far as it can be told without asking anybody. See
/// WebhookDesk::problemWith().
std::optional<ApiError> webhookProblem(const WebhookUpdate &update);

HttpRequest webhookStateRequest();
/// Nothing set, which may be said with null, nothing at all or 404, is an empty state.
Result<WebhookState> readWebhookState(const HttpReply &reply);

/// PATCH /webhook/update; sent once, since an answer that is lost takes the new secret with it.
HttpRequest webhookUpdateRequest(const WebhookUpdate &update);
/// What the answer leaves out stands as it was asked for. 422 is BadRequest, with the field "url", "events"
/// or "secret" where it or its words tell.
Result<WebhookSaved> readWebhookUpdated(const WebhookUpdate &update, const HttpReply &reply);

} // namespace otpdesk::otpzap
