#pragma once

#include "providers/simulator/simwire.h"

namespace otpdesk {

/// Server 3 of OTPZap: inboxes. A site that is not listed is sold like the first one that is. The wishes for
/// a subject and a pattern are looked at, and change nothing.
class SimOtpZapMail
{
public:
    using Change = Result<SimOrder> (World::*)(const QString &providerId, const QString &orderId);

    explicit SimOtpZapMail(World &world) : m_world(world) {}

    ServerReply sites() const;
    ServerReply domains(const SimRequest &request) const;
    ServerReply create(const SimRequest &request);
    ServerReply check(const SimRequest &request) const;
    ServerReply change(const SimRequest &request, Change act);

private:
    QList<Offer> offersFor(const QString &site) const;
    Result<QList<Offer>> chosen(const SimRequest &request) const;
    Result<SimOrder> inbox(const QString &ref) const;

    World &m_world;
};

} // namespace otpdesk
