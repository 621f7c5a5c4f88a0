#include "providers/zapotp/zapotpnumbers.h"

#include "providers/http/parse.h"
#include "providers/wire/orders.h"
#include "providers/zapotp/zapotpcatalog.h"
#include "providers/zapotp/zapotpwire.h"

namespace otpdesk {

Async<ShelfPage> ZapOtpNumbers::browse(const Shelf &shelf, Priority priority)
{
    if (shelf.path.isEmpty())
        return readyResult<ShelfPage>(zapotp::rootPage());
    const auto request = zapotp::shelfRequest(shelf);
    if (!request)
        return failedResult<ShelfPage>(ErrorKind::NotFound);
    return parsed(m_http.send(*request, priority), &m_http,
                  [shelf](const HttpReply &reply) { return zapotp::readShelf(shelf, reply); });
}

Async<QList<Offer>> ZapOtpNumbers::refresh(const Offer &offer)
{
    return parsed(m_http.send(zapotp::poolsRequest(offer), Priority::User), &m_http,
                  [offer](const HttpReply &reply) { return zapotp::readPools(offer, reply); });
}

Async<OrderReport> ZapOtpNumbers::buy(const Purchase &purchase)
{
    const Result<HttpRequest> request = zapotp::rentRequest(purchase);
    if (!request)
        return readyResult<OrderReport>(request.error());
    return parsed(m_http.send(*request, Priority::User), &m_http, &zapotp::readRented);
}

Async<OrderReport> ZapOtpNumbers::check(const Order &order, Priority priority)
{
    return parsed(m_http.send(zapotp::checkRequest(order.id), priority), &m_http, &zapotp::readChecked);
}

Async<OrderReport> ZapOtpNumbers::cancel(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> ZapOtpNumbers::finish(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> ZapOtpNumbers::resend(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> ZapOtpNumbers::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

Async<OrderPage> ZapOtpNumbers::listOrders(int page, Priority priority)
{
    if (page != 1)
        return readyResult<OrderPage>(OrderPage{});
    return parsed(m_http.send(zapotp::ordersRequest(), priority), &m_http,
                  [](const HttpReply &reply) -> Result<OrderPage> {
                      const Result<QList<OrderReport>> orders = zapotp::readOrders(reply);
                      if (!orders)
                          return orders.error();
                      return OrderPage{*orders, false};
                  });
}

OrderActions ZapOtpNumbers::actions(const Order &, const QDateTime &) const
{
    return zapotp::actions();
}

} // namespace otpdesk
