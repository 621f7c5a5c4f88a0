#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"

namespace otpdesk {

/// SMS numbers of OTPZap: Server 1 (products), Server 2 (services with a choice of operator), special
/// services.
class OtpZapNumbers final : public Shop
{
public:
    /// `http` must outlive it; what is under way ends with it.
    explicit OtpZapNumbers(HttpClient &http) : m_http(http) {}

    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    /// Server 1 only, else NotSupported.
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

private:
    Async<QList<Offer>> find(const Offer &offer, const Shelf &shelf);
    Async<QList<Offer>> withOperators(const Offer &offer);

    HttpClient &m_http;
};

} // namespace otpdesk
