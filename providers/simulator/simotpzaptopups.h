#pragma once

#include "providers/simulator/simtopups.h"
#include "providers/simulator/simwire.h"

namespace otpdesk {

/// Deposits of OTPZap.
class SimOtpZapTopUps
{
public:
    explicit SimOtpZapTopUps(SimTopUps &topUps) : m_topUps(topUps) {}

    ServerReply create(const SimRequest &request);
    ServerReply check(const SimRequest &request);

private:
    SimTopUps &m_topUps;
};

} // namespace otpdesk
