#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"

namespace otpdesk {

/// OTPGet's numbers, of both lines: SMS by service and country, and cheap ones by server.
class OtpGetNumbers : public Shop
{
public:
    /// The client must outlive it; destroying the client ends what is under way.
    explicit OtpGetNumbers(HttpClient &http) : m_http(http) {}

    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

private:
    HttpClient &m_http;
};

} // namespace otpdesk
