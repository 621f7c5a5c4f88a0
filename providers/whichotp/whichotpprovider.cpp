#include "providers/whichotp/whichotpprovider.h"

#include "providers/http/parse.h"
#include "providers/whichotp/whichotpwire.h"
#include "providers/wire/orders.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

WhichOtpProvider::WhichOtpProvider(Connection connection)
    : m_http(HttpPolicy::of(descriptor(), std::move(connection)))
{
    connect(&m_http, &HttpClient::throttled, this, &Provider::throttled);
}

const ProviderInfo &WhichOtpProvider::descriptor()
{
    static const ProviderInfo info = [] {
        ProviderInfo i;
        i.id = u"whichotp"_s;
        i.name = u"WhichOtp"_s;
        i.baseUrl = QUrl(u"https://api.whichotp.com/api/v1"_s);
        i.website = QUrl(u"https://whichotp.com"_s);
        i.currency = Currency::fromCode(u"USD");
        i.keyPattern = QRegularExpression(u"^\\S+$"_s);
        i.shops.insert(OfferKind::Number, {.cancelRule = CancelRule::WhileWaiting});
        return i;
    }();
    return info;
}

Async<Balance> WhichOtpProvider::balance(Priority priority)
{
    return parsed(m_http.send(whichotp::balanceRequest(), priority), this, whichotp::readBalance);
}

Async<ShelfPage> WhichOtpProvider::browse(const Shelf &, Priority priority)
{
    return parsed(m_http.send(whichotp::servicesRequest(), priority), this,
                  [](const HttpReply &reply) -> Result<ShelfPage> {
                      const Result<QList<Offer>> offers = whichotp::readServices(reply);
                      if (!offers)
                          return offers.error();
                      return ShelfPage{*offers, {}};
                  });
}

Async<QList<Offer>> WhichOtpProvider::refresh(const Offer &offer)
{
    return parsed(m_http.send(whichotp::servicesRequest(), Priority::User), this,
                  [id = offer.serviceId](const HttpReply &reply) -> Result<QList<Offer>> {
                      Result<QList<Offer>> offers = whichotp::readServices(reply);
                      if (offers)
                          offers.value().removeIf([&id](const Offer &o) { return o.serviceId != id; });
                      return offers;
                  });
}

Async<OrderReport> WhichOtpProvider::buy(const Purchase &purchase)
{
    return parsed(m_http.send(whichotp::buyRequest(purchase.offer), Priority::User), this,
                  whichotp::readPurchase);
}

Async<OrderReport> WhichOtpProvider::check(const Order &order, Priority priority)
{
    if (!fitsInPath(order.id))
        return readyResult<OrderReport>(unusableId());
    return parsed(m_http.send(whichotp::orderRequest(order.id), priority), this, whichotp::readOrder);
}

Async<OrderReport> WhichOtpProvider::cancel(const Order &order)
{
    if (!fitsInPath(order.id))
        return readyResult<OrderReport>(unusableId());
    return parsed(m_http.send(whichotp::cancelRequest(order.id), Priority::User), this,
                  whichotp::readCancellation);
}

Async<OrderReport> WhichOtpProvider::finish(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> WhichOtpProvider::resend(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> WhichOtpProvider::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

OrderActions WhichOtpProvider::actions(const Order &order, const QDateTime &nowUtc) const
{
    OrderActions actions;
    actions.cancel = cancelPermission(order, descriptor().terms(OfferKind::Number), nowUtc);
    actions.finish = actions.resend = actions.replace = Permission::never(Permission::Reason::NotOffered);
    return actions;
}

} // namespace otpdesk
