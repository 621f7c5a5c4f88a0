#include "providers/otpzap/otpzapnumbers.h"

#include "providers/http/parse.h"
#include "providers/otpzap/otpzapcatalog.h"
#include "providers/otpzap/otpzapwire.h"
#include "providers/wire/orders.h"

#include <algorithm>

namespace otpdesk {

Async<ShelfPage> OtpZapNumbers::browse(const Shelf &shelf, Priority priority)
{
    if (shelf.path.isEmpty())
        return readyResult<ShelfPage>(otpzap::rootPage());
    const auto request = otpzap::shelfRequest(shelf);
    if (!request)
        return failedResult<ShelfPage>(ErrorKind::NotFound);
    return parsed(m_http.send(*request, priority), &m_http,
                  [shelf](const HttpReply &reply) { return otpzap::readShelf(shelf, reply); });
}

Async<QList<Offer>> OtpZapNumbers::refresh(const Offer &offer)
{
    return chained(find(offer, otpzap::shelfOf(offer)), &m_http, [this, offer](Result<QList<Offer>> found) {
        // What a product calls its platform need not be what /products filters by.
        if (found && found->isEmpty() && offer.line == otpzap::LineS1)
            return find(offer, otpzap::countryShelfOf(offer));
        if (!found || found->isEmpty() || offer.line != otpzap::LineS2)
            return readyResult(std::move(found));
        Offer current = found->first();
        if (!offer.variantId.isEmpty())
            current.variantId = offer.variantId;
        return withOperators(current);
    });
}

/// Looks through a shelf, and through the pages after it, for the offer.
Async<QList<Offer>> OtpZapNumbers::find(const Offer &offer, const Shelf &shelf)
{
    return chained(browse(shelf, Priority::User), &m_http, [this, offer](Result<ShelfPage> page) {
        if (!page && page.error().kind == ErrorKind::NotFound)
            return readyResult<QList<Offer>>(QList<Offer>());
        if (!page)
            return readyResult<QList<Offer>>(page.error());
        const auto same = std::find_if(page->offers.cbegin(), page->offers.cend(),
                                       [&offer](const Offer &o) { return otpzap::isSameProduct(o, offer); });
        if (same != page->offers.cend())
            return readyResult<QList<Offer>>(QList<Offer>{*same});
        if (page->shelves.isEmpty())
            return readyResult<QList<Offer>>(QList<Offer>());
        return find(offer, page->shelves.first());
    });
}

Async<QList<Offer>> OtpZapNumbers::withOperators(const Offer &offer)
{
    return parsed(m_http.send(otpzap::operatorsRequest(offer), Priority::User), &m_http,
                  [offer](const HttpReply &reply) { return otpzap::readOperators(offer, reply); });
}

Async<OrderReport> OtpZapNumbers::buy(const Purchase &purchase)
{
    const Result<HttpRequest> request = otpzap::createRequest(purchase);
    if (!request)
        return readyResult<OrderReport>(request.error());
    return parsed(m_http.send(*request, Priority::User), &m_http, &otpzap::readCreated);
}

Async<OrderReport> OtpZapNumbers::check(const Order &order, Priority priority)
{
    return parsed(m_http.send(otpzap::checkRequest(order.id), priority), &m_http, &otpzap::readChecked);
}

Async<OrderReport> OtpZapNumbers::cancel(const Order &order)
{
    return parsed(m_http.send(otpzap::cancelRequest(order.id), Priority::User), &m_http,
                  &otpzap::readCancelled);
}

Async<OrderReport> OtpZapNumbers::finish(const Order &order)
{
    return parsed(m_http.send(otpzap::finishRequest(order.id), Priority::User), &m_http,
                  &otpzap::readFinished);
}

Async<OrderReport> OtpZapNumbers::resend(const Order &order)
{
    return parsed(m_http.send(otpzap::resendRequest(order.id), Priority::User), &m_http, &otpzap::readResent);
}

Async<OrderReport> OtpZapNumbers::replace(const Order &order, const QString &idempotencyKey)
{
    Q_UNUSED(idempotencyKey) // none is documented for this call, so it goes out once
    if (order.offer.line != otpzap::LineS1)
        return notSupported<OrderReport>();
    return parsed(m_http.send(otpzap::replaceRequest(order.id), Priority::User), &m_http,
                  &otpzap::readReplaced);
}

OrderActions OtpZapNumbers::actions(const Order &order, const QDateTime &nowUtc) const
{
    return otpzap::actions(order, nowUtc);
}

} // namespace otpdesk
