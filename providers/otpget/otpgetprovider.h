#pragma once

#include "providers/http/httpclient.h"
#include "providers/otpget/otpgetinboxes.h"
#include "providers/otpget/otpgetnumbers.h"
#include "providers/otpget/otpgetrentals.h"
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
    Shop *shop(OfferKind kind) override;

private:
    HttpClient m_http;
    OtpGetNumbers m_numbers;
    OtpGetRentals m_rentals;
    OtpGetInboxes m_inboxes;
};

} // namespace otpdesk
