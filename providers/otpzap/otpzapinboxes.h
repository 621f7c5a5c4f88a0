#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"

namespace otpdesk {

/// E-mail inboxes of OTPZap: Server 3.
class OtpZapInboxes final : public Shop
{
public:
    /// `http` must outlive it; what is under way ends with it.
    explicit OtpZapInboxes(HttpClient &http) : m_http(http) {}

    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    /// Any host name is a site, whatever the catalog suggests.
    std::optional<Shelf> shelfOfSite(const QString &site) const override;
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    /// NotSupported.
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

private:
    HttpClient &m_http;
};

} // namespace otpdesk
