#pragma once

#include "providers/simulator/simotpgetmail.h"
#include "providers/simulator/simotpgetrentals.h"
#include "providers/simulator/simwire.h"

namespace otpdesk {

/// OTPGet's SMS and Cheap handlers (provider-docs/otpget.txt): everything is a GET with the key in the query,
/// and most answers are bare words. Calls: balance, countries, services, buy, check, cancel, finish; of the
/// cheap handler cheapbalance, servers, cheapservices, cheapbuy, cheapcheck, cheapcancel, cheapfinish. The
/// rental and e-mail handlers have files of their own.
class SimOtpGet : public SimWire
{
public:
    explicit SimOtpGet(World &world);
    Call resolve(const ServerRequest &request, const QString &path) override;

private:
    enum class Line { Sms, Cheap };

    ServerReply act(Line line, const ServerRequest &request);
    ServerReply actOnOrder(Line line, const QString &action, const ServerRequest &request);
    ServerReply countries(const QString &type) const;
    ServerReply services(const QString &country, const QString &type) const;
    ServerReply getNumber(const QString &service, const QString &country, const QString &type);
    ServerReply servers(const QString &type) const;
    ServerReply cheapServices(const QString &server, const QString &type) const;
    ServerReply buyNumber(const QString &server, const QString &type);
    const Offer *cheapServer(const QString &server) const;

    SimOtpGetRentals m_rentals;
    SimOtpGetMail m_mail;
};

} // namespace otpdesk
