#pragma once

#include "providers/provider.h"
#include "providers/types/webhook.h"

namespace otpdesk {

/// What the provider tells a server of the person's about what happens in the account.
class WebhookDesk
{
public:
    virtual ~WebhookDesk() = default;

    /// The events it can tell of; the last, "*", is all of them.
    virtual QStringList events() const = 0;
    virtual Async<WebhookState> state() = 0;
    /// BadRequest, with `field` "url", "events" or "secret", when the provider refuses one of them, and also
    /// before anything is sent when it is clear that it would: see problemWith().
    virtual Async<WebhookSaved> update(const WebhookUpdate &update) = 0;
    /// What the provider would refuse, as far as it can be told here: an address that is not https or leads
    /// to this computer or a private network, an unknown event, a short secret. Nothing: send it.
    virtual std::optional<ApiError> problemWith(const WebhookUpdate &update) const = 0;
};

} // namespace otpdesk
