#pragma once

#include "providers/http/httpclient.h"
#include "providers/otpget/otpgetrentalwire.h"
#include "providers/provider.h"

namespace otpdesk {

/// OTPGet's rentals: numbers paid for by the hour, which take SMS of any service until they expire.
class OtpGetRentals : public Shop
{
public:
    /// The client must outlive it; destroying the client ends what is under way.
    explicit OtpGetRentals(HttpClient &http) : m_http(http) {}

    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    /// Of an offer without a duration, as a list of rentals has them: all there are, shortest first.
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    /// Looks up what to renew it by where that is not known yet; NotFound when the account has no such
    /// rental.
    Async<OrderReport> renew(const Order &rental, const Offer &offer) override;
    /// All are on the first page.
    Async<OrderPage> listOrders(int page, Priority priority) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

private:
    Async<QList<Offer>> offersAt(const otpget::RentalPlace &place, Priority priority);
    Async<OrderReport> sendRenewal(const QString &renewId, const Offer &offer);

    HttpClient &m_http;
};

} // namespace otpdesk
