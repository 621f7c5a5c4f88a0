#include "providers/otpget/otpgetnumbers.h"

#include "providers/http/parse.h"
#include "providers/otpget/otpgetprovider.h"
#include "providers/otpget/otpgetwire.h"
#include "providers/wire/orders.h"

namespace otpdesk {

Async<ShelfPage> OtpGetNumbers::browse(const Shelf &shelf, Priority priority)
{
    if (shelf.path.isEmpty())
        return readyResult<ShelfPage>(otpget::rootPage());
    const auto request = otpget::shelfRequest(shelf);
    if (!request)
        return readyResult<ShelfPage>(unusableId());
    return parsed(m_http.send(*request, priority), &m_http,
                  [shelf](const HttpReply &reply) { return otpget::readShelf(reply, shelf); });
}

Async<QList<Offer>> OtpGetNumbers::refresh(const Offer &offer)
{
    const Shelf shelf = otpget::shelfOf(offer);
    const auto request = otpget::shelfRequest(shelf);
    if (!request)
        return readyResult<QList<Offer>>(unusableId());
    return parsed(m_http.send(*request, Priority::User), &m_http,
                  [shelf, id = offer.serviceId](const HttpReply &reply) -> Result<QList<Offer>> {
                      Result<ShelfPage> page = otpget::readShelf(reply, shelf);
                      if (!page)
                          return page.error();
                      page.value().offers.removeIf([&id](const Offer &o) { return o.serviceId != id; });
                      return page->offers;
                  });
}

Async<OrderReport> OtpGetNumbers::buy(const Purchase &purchase)
{
    return parsed(m_http.send(otpget::buyRequest(purchase.offer), Priority::User), &m_http,
                  [line = otpget::lineOf(purchase.offer)](const HttpReply &reply) {
                      return otpget::readPurchase(reply, line);
                  });
}

Async<OrderReport> OtpGetNumbers::check(const Order &order, Priority priority)
{
    const HttpRequest request = otpget::statusRequest(otpget::lineOf(order.offer), order.id);
    return parsed(m_http.send(request, priority), &m_http, otpget::readStatus);
}

Async<OrderReport> OtpGetNumbers::cancel(const Order &order)
{
    const HttpRequest request = otpget::cancelRequest(otpget::lineOf(order.offer), order.id);
    return parsed(m_http.send(request, Priority::User), &m_http, otpget::readCancellation);
}

Async<OrderReport> OtpGetNumbers::finish(const Order &order)
{
    const HttpRequest request = otpget::finishRequest(otpget::lineOf(order.offer), order.id);
    return parsed(m_http.send(request, Priority::User), &m_http, otpget::readFinish);
}

Async<OrderReport> OtpGetNumbers::resend(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetNumbers::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

OrderActions OtpGetNumbers::actions(const Order &order, const QDateTime &nowUtc) const
{
    OrderActions actions;
    actions.cancel = cancelPermission(order, OtpGetProvider::descriptor().terms(OfferKind::Number), nowUtc);
    actions.finish = finishPermission(order);
    actions.resend = actions.replace = Permission::never(Permission::Reason::NotOffered);
    return actions;
}

} // namespace otpdesk
