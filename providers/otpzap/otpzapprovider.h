#pragma once

#include "providers/http/httpclient.h"
#include "providers/otpzap/otpzapinboxes.h"
#include "providers/otpzap/otpzapnumbers.h"
#include "providers/otpzap/otpzaptopups.h"
#include "providers/otpzap/otpzapwebhooks.h"
#include "providers/provider.h"

namespace otpdesk {

/// An account at OTPZap.
class OtpZapProvider final : public Provider
{
    Q_OBJECT

public:
    static const ProviderInfo &descriptor();
    explicit OtpZapProvider(Connection connection);

    const ProviderInfo &info() const override { return descriptor(); }
    Async<Balance> balance(Priority priority) override;
    Shop *shop(OfferKind kind) override;
    TopUpDesk *topUps() override { return &m_topUps; }
    WebhookDesk *webhooks() override { return &m_webhooks; }

private:
    HttpClient m_http;
    OtpZapNumbers m_numbers{m_http};
    OtpZapInboxes m_inboxes{m_http};
    OtpZapTopUps m_topUps{m_http};
    OtpZapWebhooks m_webhooks{m_http};
};

} // namespace otpdesk
