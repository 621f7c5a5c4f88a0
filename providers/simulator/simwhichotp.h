#pragma once

#include "providers/simulator/simwire.h"

namespace otpdesk {

/// WhichOtp's API (provider-docs/whichotp.txt). Calls: balance, services, buy, check, cancel. An order is
/// over with its first message, and there is no list of orders.
class SimWhichOtp : public RestWire
{
public:
    explicit SimWhichOtp(World &world);

protected:
    ServerReply refuse(int status, const QString &words, const QString &field = {}) const override;

private:
    ServerReply services() const;
    ServerReply buy(const SimRequest &request);
    ServerReply order(const SimRequest &request);
    ServerReply cancel(const SimRequest &request);
};

} // namespace otpdesk
