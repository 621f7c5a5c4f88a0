#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"

namespace otpdesk {

/// SMS numbers of ZapOTP. An order, once bought, can only be watched: nothing else is documented.
class ZapOtpNumbers final : public Shop
{
public:
    /// `http` must outlive it; what is under way ends with it.
    explicit ZapOtpNumbers(HttpClient &http) : m_http(http) {}

    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    /// The next four: NotSupported.
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    Async<OrderPage> listOrders(int page, Priority priority) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

private:
    HttpClient &m_http;
};

} // namespace otpdesk
