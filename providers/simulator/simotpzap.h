#pragma once

#include "providers/simulator/simwire.h"

namespace otpdesk {

/// OTPZap's SMS API (provider-docs/otpzap.txt; member names it does not give are assumed, see WIRE.md).
/// Calls: balance, countries, services, products, s2countries, s2services, operators, special, buy, check,
/// cancel, finish, resend, replace.
class SimOtpZap : public RestWire
{
public:
    explicit SimOtpZap(World &world);

protected:
    ServerReply refuse(int status, const QString &words, const QString &field = {}) const override;
    int requestsPerMinute() const override { return world().script().otpZapRequestsPerMinute; }

private:
    /// A purchase made under an Idempotency-Key.
    struct Repeatable
    {
        QJsonObject body;
        QString orderId;
    };

    ServerReply countries(QStringView line) const;
    ServerReply services(const SimRequest &request) const;
    ServerReply products(const SimRequest &request) const;
    ServerReply pricedServices(const SimRequest &request) const;
    ServerReply operators(const SimRequest &request) const;
    ServerReply special() const;
    ServerReply create(const SimRequest &request);
    ServerReply check(const SimRequest &request);
    ServerReply replace(const SimRequest &request);
    ServerReply changed(const Result<SimOrder> &result) const;
    ServerReply refused(const ApiError &error) const;
    Result<Offer> chosen(const SimRequest &request) const;
    QJsonObject created(const SimOrder &order) const;

    QHash<QByteArray, Repeatable> m_repeatable;
};

} // namespace otpdesk
