#pragma once

#include "providers/http/httpclient.h"
#include "providers/otpget/otpgetnumbers.h"
#include "providers/provider.h"

namespace otpdesk {

/// An account at OTPGet.
class OtpGetProvider : public Provider
{
    Q_OBJECT

public:
    explicit OtpGetProvider(Connection connection);

    static const ProviderInfo &descriptor();

    const ProviderInfo &info() const override { return descriptor(); }
    Async<Balance> balance(Priority priority) override;
    Shop *shop(OfferKind kind) override { return kind == OfferKind::Number ? &m_numbers : nullptr; }

private:
    HttpClient m_http;
    OtpGetNumbers m_numbers;
};

} // namespace otpdesk
