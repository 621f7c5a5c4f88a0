#include "providers/otpzap/otpzapinboxes.h"

#include "providers/http/parse.h"
#include "providers/otpzap/otpzapmailcatalog.h"
#include "providers/otpzap/otpzapmailwire.h"
#include "providers/wire/orders.h"

#include <algorithm>

namespace otpdesk {

Async<ShelfPage> OtpZapInboxes::browse(const Shelf &shelf, Priority priority)
{
    const auto request = otpzap::mailShelfRequest(shelf);
    if (!request)
        return failedResult<ShelfPage>(ErrorKind::NotFound);
    return parsed(m_http.send(*request, priority), &m_http,
                  [shelf](const HttpReply &reply) { return otpzap::readMailShelf(shelf, reply); });
}

std::optional<Shelf> OtpZapInboxes::shelfOfSite(const QString &site) const
{
    const QString host = otpzap::siteIn(site);
    return host.isEmpty() ? std::nullopt : std::optional(otpzap::mailShelfOf(host));
}

Async<QList<Offer>> OtpZapInboxes::refresh(const Offer &offer)
{
    return mapped(browse(otpzap::mailShelfOf(offer.serviceId), Priority::User), &m_http,
                  [offer](Result<ShelfPage> page) -> Result<QList<Offer>> {
                      if (!page && page.error().kind == ErrorKind::NotFound)
                          return QList<Offer>();
                      if (!page)
                          return page.error();
                      QList<Offer> &domains = page->offers;
                      const auto same =
                          std::find_if(domains.begin(), domains.end(),
                                       [&offer](const Offer &o) { return o.variantId == offer.variantId; });
                      if (same == domains.end())
                          return QList<Offer>();
                      std::rotate(domains.begin(), same, same + 1);
                      return domains;
                  });
}

Async<OrderReport> OtpZapInboxes::buy(const Purchase &purchase)
{
    const Result<HttpRequest> request = otpzap::mailCreateRequest(purchase);
    if (!request)
        return readyResult<OrderReport>(request.error());
    return parsed(m_http.send(*request, Priority::User), &m_http, &otpzap::readMailCreated);
}

Async<OrderReport> OtpZapInboxes::check(const Order &order, Priority priority)
{
    return parsed(m_http.send(otpzap::mailCheckRequest(order.id), priority), &m_http,
                  &otpzap::readMailChecked);
}

Async<OrderReport> OtpZapInboxes::cancel(const Order &order)
{
    return parsed(m_http.send(otpzap::mailCancelRequest(order.id), Priority::User), &m_http,
                  &otpzap::readMailCancelled);
}

Async<OrderReport> OtpZapInboxes::finish(const Order &order)
{
    return parsed(m_http.send(otpzap::mailFinishRequest(order.id), Priority::User), &m_http,
                  &otpzap::readMailFinished);
}

Async<OrderReport> OtpZapInboxes::resend(const Order &order)
{
    return parsed(m_http.send(otpzap::mailReorderRequest(order.id), Priority::User), &m_http,
                  &otpzap::readMailReordered);
}

Async<OrderReport> OtpZapInboxes::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

OrderActions OtpZapInboxes::actions(const Order &order, const QDateTime &nowUtc) const
{
    return otpzap::mailActions(order, nowUtc);
}

} // namespace otpdesk
