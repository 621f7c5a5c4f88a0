#include "providers/otpzap/otpzapwebhooks.h"

#include "providers/http/parse.h"
#include "providers/otpzap/otpzapwebhookwire.h"

namespace otpdesk {

QStringList OtpZapWebhooks::events() const
{
    return otpzap::webhookEvents();
}

Async<WebhookState> OtpZapWebhooks::state()
{
    return parsed(m_http.send(otpzap::webhookStateRequest(), Priority::User), &m_http,
                  &otpzap::readWebhookState);
}

Async<WebhookSaved> OtpZapWebhooks::update(const WebhookUpdate &update)
{
    if (const auto problem = problemWith(update))
        return readyResult<WebhookSaved>(*problem);
    return parsed(m_http.send(otpzap::webhookUpdateRequest(update), Priority::User), &m_http,
                  [update](const HttpReply &reply) { return otpzap::readWebhookUpdated(update, reply); });
}

std::optional<ApiError> OtpZapWebhooks::problemWith(const WebhookUpdate &update) const
{
    return otpzap::webhookProblem(update);
}

} // namespace otpdesk
