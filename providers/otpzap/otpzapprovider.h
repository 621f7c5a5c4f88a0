#pragma once

#include "providers/http/httpclient.h"
#include "providers/otpzap/otpzapnumbers.h"
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
    Shop *shop(OfferKind kind) override { return kind == OfferKind::Number ? &m_numbers : nullptr; }

private:
    HttpClient m_http;
    OtpZapNumbers m_numbers{m_http};
};

} // namespace otpdesk
