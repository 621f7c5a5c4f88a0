#include "providers/otpzap/otpzapprovider.h"

#include "providers/http/parse.h"
#include "providers/otpzap/otpzapmailwire.h"
#include "providers/otpzap/otpzapwire.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

ProviderInfo makeDescriptor()
{
    ProviderInfo info;
    info.id = u"otpzap"_s;
    info.name = u"OTPZap"_s;
    info.baseUrl = QUrl(u"https://otpzap.com/api/v1"_s);
    info.website = QUrl(u"https://otpzap.com"_s);
    info.currency = otpzap::currency();
    info.keyExample = u"otpzap_live_…"_s;
    info.keyPattern = QRegularExpression(u"^otpzap_[a-z]+_\\S+$"_s);
    info.requestsPerMinute = 300;
    info.utcOffsetSeconds = otpzap::UtcOffset;

    ShopTerms numbers;
    numbers.cancelCooldown = otpzap::CancelCooldown;
    numbers.cancelRule = CancelRule::AfterCooldown;
    numbers.takesIdempotencyKey = true;
    info.shops.insert(OfferKind::Number, numbers);
    info.shops.insert(OfferKind::Email, otpzap::mailTerms());
    return info;
}

} // namespace

const ProviderInfo &OtpZapProvider::descriptor()
{
    static const ProviderInfo info = makeDescriptor();
    return info;
}

OtpZapProvider::OtpZapProvider(Connection connection)
    : m_http(HttpPolicy::of(descriptor(), std::move(connection)))
{
    connect(&m_http, &HttpClient::throttled, this, &Provider::throttled);
}

Async<Balance> OtpZapProvider::balance(Priority priority)
{
    return parsed(m_http.send(otpzap::balanceRequest(), priority), &m_http, &otpzap::readBalance);
}

Shop *OtpZapProvider::shop(OfferKind kind)
{
    switch (kind) {
    case OfferKind::Number:
        return &m_numbers;
    case OfferKind::Email:
        return &m_inboxes;
    case OfferKind::Rental:
        break;
    }
    return nullptr;
}

} // namespace otpdesk
