#include "providers/otpzap/otpzaptopups.h"

#include "providers/http/parse.h"
#include "providers/otpzap/otpzaptopupwire.h"

namespace otpdesk {

TopUpTerms OtpZapTopUps::terms() const
{
    return otpzap::topUpTerms();
}

Async<TopUpReport> OtpZapTopUps::create(Money amount, const QString &idempotencyKey)
{
    const Result<HttpRequest> request = otpzap::topUpCreateRequest(amount, idempotencyKey);
    if (!request)
        return readyResult<TopUpReport>(request.error());
    return parsed(m_http.send(*request, Priority::User), &m_http, &otpzap::readTopUpCreated);
}

Async<TopUpReport> OtpZapTopUps::check(const QString &id, Priority priority)
{
    return parsed(m_http.send(otpzap::topUpCheckRequest(id), priority), &m_http, &otpzap::readTopUpChecked);
}

} // namespace otpdesk
