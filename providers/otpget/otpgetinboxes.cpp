#include "providers/otpget/otpgetinboxes.h"

#include "providers/http/parse.h"
#include "providers/otpget/otpgetjson.h"
#include "providers/otpget/otpgetmailwire.h"
#include "providers/otpget/otpgetprovider.h"
#include "providers/wire/orders.h"

#include <algorithm>

namespace otpdesk {

Async<ShelfPage> OtpGetInboxes::browse(const Shelf &shelf, Priority priority)
{
    if (shelf.path.isEmpty())
        return readyResult<ShelfPage>(otpget::mailRoot());
    return mapped(open(shelf, priority), &m_http, [](Result<ShelfPage> page) -> Result<ShelfPage> {
        // Nothing is sold there just now: no reason to give up the rest of the catalog.
        if (!page && otpget::isSwitchedOff(page.error()))
            return ShelfPage();
        return page;
    });
}

Async<ShelfPage> OtpGetInboxes::open(const Shelf &shelf, Priority priority)
{
    const auto request = otpget::mailShelfRequest(shelf);
    if (!request)
        return readyResult<ShelfPage>(unusableId());
    return parsed(m_http.send(*request, priority), &m_http,
                  [shelf](const HttpReply &reply) { return otpget::readMailShelf(reply, shelf); });
}

std::optional<Shelf> OtpGetInboxes::shelfOfSite(const QString &site) const
{
    return otpget::mailShelfOfSite(site);
}

Async<QList<Offer>> OtpGetInboxes::refresh(const Offer &offer)
{
    using Offers = Result<QList<Offer>>;
    return mapped(open(otpget::mailShelfOf(offer), Priority::User), &m_http,
                  [offer](Result<ShelfPage> page) -> Offers {
                      if (!page)
                          return page.error();
                      QList<Offer> &list = page.value().offers;
                      list.removeIf([&offer](const Offer &o) { return o.serviceId != offer.serviceId; });
                      const auto same = std::find_if(list.begin(), list.end(), [&offer](const Offer &o) {
                          return o.variantId == offer.variantId;
                      });
                      if (same == list.end())
                          return QList<Offer>();
                      std::rotate(list.begin(), same, same + 1);
                      return list;
                  });
}

Async<OrderReport> OtpGetInboxes::buy(const Purchase &purchase)
{
    return parsed(m_http.send(otpget::mailBuyRequest(purchase.offer), Priority::User), &m_http,
                  otpget::readMailPurchase);
}

Async<OrderReport> OtpGetInboxes::check(const Order &order, Priority priority)
{
    return parsed(m_http.send(otpget::mailCheckRequest(order.offer, order.id), priority), &m_http,
                  otpget::readMailCheck);
}

Async<OrderReport> OtpGetInboxes::cancel(const Order &order)
{
    return parsed(m_http.send(otpget::mailCancelRequest(order.offer, order.id), Priority::User), &m_http,
                  otpget::readMailCancellation);
}

Async<OrderReport> OtpGetInboxes::finish(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetInboxes::resend(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetInboxes::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

Async<OrderPage> OtpGetInboxes::listOrders(int page, Priority priority)
{
    return parsed(m_http.send(otpget::mailHistoryRequest(page), priority), &m_http, otpget::readMailHistory);
}

OrderActions OtpGetInboxes::actions(const Order &order, const QDateTime &nowUtc) const
{
    OrderActions actions;
    actions.cancel = cancelPermission(order, OtpGetProvider::descriptor().terms(OfferKind::Email), nowUtc);
    actions.finish = actions.resend = actions.replace = actions.renew =
        Permission::never(Permission::Reason::NotOffered);
    return actions;
}

} // namespace otpdesk
