#pragma once

#include "providers/http/httpclient.h"
#include "providers/topupdesk.h"

namespace otpdesk {

/// QRIS invoices of OTPZap.
class OtpZapTopUps final : public TopUpDesk
{
public:
    /// `http` must outlive it; what is under way ends with it.
    explicit OtpZapTopUps(HttpClient &http) : m_http(http) {}

    TopUpTerms terms() const override;
    Async<TopUpReport> create(Money amount, const QString &idempotencyKey) override;
    Async<TopUpReport> check(const QString &id, Priority priority) override;

private:
    HttpClient &m_http;
};

} // namespace otpdesk
