#pragma once

#include "providers/http/httpclient.h"
#include "providers/provider.h"

namespace otpdesk {

/// An account at WhichOtp: numbers sold by service alone, one code per number, no list of orders.
class WhichOtpProvider : public Provider, private Shop
{
    Q_OBJECT

public:
    explicit WhichOtpProvider(Connection connection);

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

    HttpClient m_http;
};

} // namespace otpdesk
