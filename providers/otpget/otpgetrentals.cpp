#include "providers/otpget/otpgetrentals.h"

#include "providers/http/parse.h"
#include "providers/otpget/otpgetjson.h"
#include "providers/otpget/otpgetprovider.h"
#include "providers/wire/orders.h"

#include <algorithm>

namespace otpdesk {

Async<ShelfPage> OtpGetRentals::browse(const Shelf &shelf, Priority priority)
{
    if (shelf.path.isEmpty())
        return readyResult<ShelfPage>(otpget::rentalRoot());
    if (shelf.path == otpget::rentalRoot().shelves.first().path)
        return parsed(m_http.send(otpget::rentalCountriesRequest(), priority), &m_http,
                      otpget::readRentalCountries);
    const auto place = otpget::rentalPlaceOf(shelf);
    if (!place)
        return readyResult<ShelfPage>(unusableId());
    return mapped(offersAt(*place, priority), &m_http, [](Result<QList<Offer>> offers) -> Result<ShelfPage> {
        if (offers)
            return ShelfPage{offers.value(), {}};
        // Nothing is sold there just now: no reason to give up the rest of the catalog.
        if (otpget::isSwitchedOff(offers.error()))
            return ShelfPage();
        return offers.error();
    });
}

/// Prices, and then how many there are: without the latter the stock is unknown.
Async<QList<Offer>> OtpGetRentals::offersAt(const otpget::RentalPlace &place, Priority priority)
{
    using Offers = Result<QList<Offer>>;
    const auto pricing =
        parsed(m_http.send(otpget::rentalPricingRequest(place), priority), &m_http,
               [place](const HttpReply &reply) { return otpget::readRentalPricing(reply, place); });
    return chained(pricing, &m_http, [this, place, priority](Offers offers) {
        if (!offers || offers->isEmpty())
            return readyResult<QList<Offer>>(std::move(offers));
        return mapped(m_http.send(otpget::rentalStockRequest(place), priority), &m_http,
                      [offers = std::move(offers)](const Result<HttpReply> &reply) -> Offers {
                          return reply ? otpget::withRentalStock(reply.value(), offers.value()) : offers;
                      });
    });
}

Async<QList<Offer>> OtpGetRentals::refresh(const Offer &offer)
{
    using Offers = Result<QList<Offer>>;
    return mapped(offersAt(otpget::rentalPlaceOf(offer), Priority::User), &m_http,
                  [duration = offer.duration](Offers offers) -> Offers {
                      if (!offers || duration.count() == 0)
                          return offers;
                      QList<Offer> &list = offers.value();
                      const auto same = std::find_if(list.begin(), list.end(), [duration](const Offer &o) {
                          return o.duration == duration;
                      });
                      if (same == list.end())
                          return QList<Offer>(); // the others are something else to buy
                      std::rotate(list.begin(), same, same + 1);
                      return offers;
                  });
}

Async<OrderReport> OtpGetRentals::buy(const Purchase &purchase)
{
    return parsed(
        m_http.send(otpget::rentRequest(purchase.offer), Priority::User), &m_http,
        [offer = purchase.offer](const HttpReply &reply) { return otpget::readRented(reply, offer); });
}

Async<OrderReport> OtpGetRentals::check(const Order &order, Priority priority)
{
    // This call writes the number in a form of its own: the one it was rented as stays.
    return parsed(m_http.send(otpget::rentalMessagesRequest(order.id), priority), &m_http,
                  [isKnown = !order.number.isEmpty()](const HttpReply &reply) {
                      Result<OrderReport> report = otpget::readRentalMessages(reply);
                      if (report && isKnown)
                          report->number.clear();
                      return report;
                  });
}

Async<OrderReport> OtpGetRentals::cancel(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetRentals::finish(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetRentals::resend(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetRentals::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpGetRentals::renew(const Order &rental, const Offer &offer)
{
    if (!rental.renewId.isEmpty())
        return sendRenewal(rental.renewId, offer);
    return chained(listOrders(1, Priority::User), &m_http,
                   [this, id = rental.id, offer](const Result<OrderPage> &page) {
                       ApiError error;
                       error.kind = ErrorKind::NotFound;
                       if (!page) {
                           error = page.error();
                           error.outcome = Outcome::Definite; // it was a read: nothing was renewed
                           return readyResult<OrderReport>(error);
                       }
                       const auto listed = std::find_if(page->orders.cbegin(), page->orders.cend(),
                                                        [&id](const OrderReport &r) { return r.id == id; });
                       if (listed == page->orders.cend() || listed->renewId.isEmpty())
                           return readyResult<OrderReport>(error);
                       return sendRenewal(listed->renewId, offer);
                   });
}

Async<OrderReport> OtpGetRentals::sendRenewal(const QString &renewId, const Offer &offer)
{
    return parsed(m_http.send(otpget::renewRequest(renewId, offer), Priority::User), &m_http,
                  otpget::readRenewal);
}

Async<OrderPage> OtpGetRentals::listOrders(int page, Priority priority)
{
    if (page > 1)
        return readyResult<OrderPage>(OrderPage());
    return parsed(m_http.send(otpget::rentalsRequest(), priority), &m_http, otpget::readRentals);
}

OrderActions OtpGetRentals::actions(const Order &order, const QDateTime &) const
{
    OrderActions actions;
    actions.cancel = actions.finish = actions.resend = actions.replace =
        Permission::never(Permission::Reason::NotOffered);
    actions.renew = renewPermission(order);
    return actions;
}

} // namespace otpdesk
