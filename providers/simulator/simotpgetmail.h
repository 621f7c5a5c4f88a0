#pragma once

#include "providers/simulator/simotpgetjson.h"

namespace otpdesk {

/// OTPGet's e-mail handler, both servers. Calls: emailservices, emailbuy, emailcheck, emailcancel,
/// emailhistory.
class SimOtpGetMail : public SimOtpGetJson
{
public:
    explicit SimOtpGetMail(World &world);

private:
    ServerReply catalog(const SimRequest &request) const;
    ServerReply buy(const SimRequest &request);
    ServerReply check(const SimRequest &request) const;
    ServerReply cancel(const SimRequest &request);
    ServerReply history(const SimRequest &request) const;

    /// Server 1 by service, server 2 by domain. A site that is not listed is sold at the terms of the first.
    QList<Offer> sold(const QString &server, const SimRequest &request) const;
    Result<SimOrder> find(const SimRequest &request) const;
    ServerReply messages(const SimOrder &order) const;
};

} // namespace otpdesk
