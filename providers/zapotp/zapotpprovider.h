#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"
#include "providers/zapotp/zapotpnumbers.h"

namespace otpdesk {

/// An account at ZapOTP.
class ZapOtpProvider final : public Provider
{
    Q_OBJECT

public:
    static const ProviderInfo &descriptor();
    explicit ZapOtpProvider(Connection connection);

    const ProviderInfo &info() const override { return descriptor(); }
    Async<Balance> balance(Priority priority) override;
    Shop *shop(OfferKind kind) override { return kind == OfferKind::Number ? &m_numbers : nullptr; }

private:
    HttpClient m_http;
    ZapOtpNumbers m_numbers{m_http};
};

} // namespace otpdesk
