#pragma once

#include "providers/http/httpclient.h"
#include "providers/otpwall/otpwallwire.h"
#include "providers/provider.h"

namespace otpdesk {

/// An account at OTPWALL: any service in any country, at a price nobody knows before it is paid.
class OtpWallProvider : public Provider, private Shop
{
    Q_OBJECT

public:
    explicit OtpWallProvider(Connection connection);

    static const ProviderInfo &descriptor();

    const ProviderInfo &info() const override { return descriptor(); }
    Async<Balance> balance(Priority priority) override;
    Shop *shop(OfferKind kind) override { return kind == OfferKind::Number ? this : nullptr; }

private:
    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override;
    Async<QList<Offer>> refresh(const Offer &offer) override;
    Async<OrderReport> buy(const Purchase &purchase) override;
    Async<OrderReport> check(const Order &order, Priority priority) override;
    Async<OrderReport> cancel(const Order &order) override;
    Async<OrderReport> finish(const Order &order) override;
    Async<OrderReport> resend(const Order &order) override;
    Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) override;
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override;

    /// The services, kept from here on for the countries' shelves.
    Async<QList<otpwall::Entry>> fetchServices(Priority priority);
    Async<OrderReport> change(const Order &order, otpwall::Change change);

    HttpClient m_http;
    QList<otpwall::Entry> m_services; ///< as of the last time the catalog's root was opened
};

} // namespace otpdesk
