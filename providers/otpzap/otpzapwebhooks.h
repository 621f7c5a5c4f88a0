#pragma once

#include "providers/http/httpclient.h"
#include "providers/webhookdesk.h"

namespace otpdesk {

/// The webhook of an account at OTPZap.
class OtpZapWebhooks final : public WebhookDesk
{
public:
    /// `http` must outlive it; what is under way ends with it.
    explicit OtpZapWebhooks(HttpClient &http) : m_http(http) {}

    QStringList events() const override;
    Async<WebhookState> state() override;
    Async<WebhookSaved> update(const WebhookUpdate &update) override;
    std::optional<ApiError> problemWith(const WebhookUpdate &update) const override;

private:
    HttpClient &m_http;
};

} // namespace otpdesk
