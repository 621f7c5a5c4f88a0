#pragma once

#include "providers/simulator/simwire.h"

namespace otpdesk {

/// OTPWALL's API (provider-docs/otpwall.txt; its errors and the cancel are assumed, see WIRE.md). Calls:
/// balance, countries, services, buy, check, cancel, finish. No prices anywhere, and the code only inside the
/// SMS's text.
class SimOtpWall : public RestWire
{
public:
    explicit SimOtpWall(World &world);
    Call resolve(const ServerRequest &request, const QString &path) override;

protected:
    ServerReply refuse(int status, const QString &words, const QString &field = {}) const override;

private:
    ServerReply named(const QList<NamedId> &list) const;
    ServerReply number(const SimRequest &request);
    ServerReply status(const SimRequest &request);
    ServerReply change(const SimRequest &request);
};

} // namespace otpdesk
