#include "providers/zapotp/zapotpprovider.h"

#include "providers/http/parse.h"
#include "providers/zapotp/zapotpwire.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

ProviderInfo makeDescriptor()
{
    ProviderInfo info;
    info.id = u"zapotp"_s;
    info.name = u"ZapOTP"_s;
    info.baseUrl = QUrl(u"https://zapotp.com/account/api/v1"_s);
    info.website = QUrl(u"https://zapotp.com/account"_s);
    info.currency = zapotp::currency();
    info.keyPattern = QRegularExpression(u"^\\S{8,}$"_s); // its shape is not documented
    info.requestsPerMinute = 60;
    info.utcOffsetSeconds = zapotp::UtcOffset;
    info.shops.insert(OfferKind::Number, {.cancelRule = CancelRule::AtExpiryOnly, .listsOrders = true});
    return info;
}

} // namespace

const ProviderInfo &ZapOtpProvider::descriptor()
{
    static const ProviderInfo info = makeDescriptor();
    return info;
}

ZapOtpProvider::ZapOtpProvider(Connection connection)
    : m_http(HttpPolicy::of(descriptor(), std::move(connection)))
{
    connect(&m_http, &HttpClient::throttled, this, &Provider::throttled);
}

Async<Balance> ZapOtpProvider::balance(Priority priority)
{
    return parsed(m_http.send(zapotp::balanceRequest(), priority), &m_http, &zapotp::readBalance);
}

} // namespace otpdesk
