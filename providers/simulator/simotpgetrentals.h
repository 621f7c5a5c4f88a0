#pragma once

#include "providers/simulator/simotpgetjson.h"

namespace otpdesk {

/// OTPGet's rental handler. Calls: rentalcountries, rentalpricing, rentalavailable, rent, rentals, rentalsms,
/// renew.
class SimOtpGetRentals : public SimOtpGetJson
{
public:
    explicit SimOtpGetRentals(World &world);

private:
    ServerReply countries(const SimRequest &request) const;
    ServerReply pricing(const SimRequest &request) const;
    ServerReply available(const SimRequest &request) const;
    ServerReply rent(const SimRequest &request);
    ServerReply rentals() const;
    ServerReply messages(const SimRequest &request) const;
    ServerReply renew(const SimRequest &request);

    /// The first of these arguments that the request lacks, refused.
    std::optional<ServerReply> lacking(const SimRequest &request, const QStringList &names) const;
    /// What a server sells in a country.
    QList<const Offer *> sold(const QString &countryCode, const QString &server) const;
    /// That for so many hours; a refusal where it is not sold.
    Result<const Offer *> tier(const QString &countryCode, const QString &server, const QString &hours) const;
    ServerReply notSold(const QString &server, const QString &hours) const;
    ServerReply refused(const ApiError &error, const QString &server) const;
};

} // namespace otpdesk
