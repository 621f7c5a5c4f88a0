#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"

namespace otpdesk {

/// OTPGet's temporary e-mail addresses, of both servers: Gmail by service, and several domains for any site.
class OtpGetInboxes : public Shop
{
public:
    /// The client must outlive it; destroying the client ends what is under way.
    explicit OtpGetInboxes(HttpClient &http) : m_http(http) {}

    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    std::optional<Shelf> shelfOfSite(const QString &site) const override;
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    /// Where a message has come already the report holds it, and the order goes on.
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    Async<OrderPage> listOrders(int page, Priority priority) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

private:
    Async<ShelfPage> open(const Shelf &shelf, Priority priority);

    HttpClient &m_http;
};

} // namespace otpdesk
