#include "providers/otpget/otpgetprovider.h"

#include "providers/http/parse.h"
#include "providers/otpget/otpgetwire.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

OtpGetProvider::OtpGetProvider(Connection connection)
    : m_http(HttpPolicy::of(descriptor(), std::move(connection))),
      m_numbers(m_http),
      m_rentals(m_http),
      m_inboxes(m_http)
{
    connect(&m_http, &HttpClient::throttled, this, &Provider::throttled);
}

const ProviderInfo &OtpGetProvider::descriptor()
{
    static const ProviderInfo info = [] {
        ProviderInfo i;
        i.id = u"otpget"_s;
        i.name = u"OTPGet"_s;
        i.baseUrl = QUrl(u"https://otpget.com/stubs"_s);
        i.website = QUrl(u"https://otpget.com"_s);
        i.currency = Currency::fromCode(u"PKR");
        i.keyPattern = QRegularExpression(u"^\\S+$"_s);
        i.keyInQuery = true;
        i.utcOffsetSeconds = 5 * 3600;
        i.shops.insert(OfferKind::Number,
                       {.cancelCooldown = std::chrono::minutes(2), .cancelRule = CancelRule::AfterCooldown});
        i.shops.insert(OfferKind::Rental, {.pollEvery = std::chrono::seconds(60),
                                           .lifetime = std::chrono::seconds(0),
                                           .cancelRule = CancelRule::Never,
                                           .listsOrders = true,
                                           .keepsHistory = true});
        // "Call every 5-10 seconds until code arrives."
        i.shops.insert(OfferKind::Email, {.pollEvery = std::chrono::seconds(10),
                                          .lifetime = std::chrono::minutes(20),
                                          .cancelRule = CancelRule::WhileWaiting,
                                          .listsOrders = true,
                                          .keepsHistory = true});
        return i;
    }();
    return info;
}

Async<Balance> OtpGetProvider::balance(Priority priority)
{
    return parsed(m_http.send(otpget::balanceRequest(), priority), this, otpget::readBalance);
}

Shop *OtpGetProvider::shop(OfferKind kind)
{
    switch (kind) {
    case OfferKind::Number:
        return &m_numbers;
    case OfferKind::Rental:
        return &m_rentals;
    case OfferKind::Email:
        return &m_inboxes;
    }
    return nullptr;
}

} // namespace otpdesk
