#pragma once

#include "providers/simulator/simwire.h"

namespace otpdesk {

/// ZapOTP's API (provider-docs/zapotp.txt). Calls: balance, services, buy, check, orders. There is no
/// cancel: an order without a message is refunded when it expires.
class SimZapOtp : public RestWire
{
public:
    explicit SimZapOtp(World &world);

protected:
    ServerReply refuse(int status, const QString &words, const QString &field = {}) const override;
    QString keyOf(const ServerRequest &request) const override;

private:
    /// The offers of "global" or "usa" in a country.
    QList<const Offer *> sold(const QString &provider, const QString &country) const;
    ServerReply services(const SimRequest &request) const;
    ServerReply rent(const SimRequest &request);
    ServerReply sms(const SimRequest &request);
    ServerReply orders();
};

} // namespace otpdesk
