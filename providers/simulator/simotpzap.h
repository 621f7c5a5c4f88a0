#pragma once

#include "providers/simulator/simotpzapmail.h"
#include "providers/simulator/simotpzaptopups.h"
#include "providers/simulator/simotpzapwebhooks.h"
#include "providers/simulator/simwire.h"

namespace otpdesk {

/// OTPZap's API (provider-docs/otpzap.txt; member names it does not give are assumed, see WIRE.md).
/// Calls: balance, countries, services, products, s2countries, s2services, operators, special, buy, check,
/// cancel, finish, resend, replace; sites, domains, emailcreate, emailcheck, emailreorder, emailcancel,
/// emailfinish; topupcreate, topupcheck; webhookget, webhookupdate.
class SimOtpZap : public RestWire
{
public:
    /// The invoices must outlive it.
    SimOtpZap(World &world, SimTopUps &topUps);

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

    using Change = SimOtpZapMail::Change;

    void routeMail();
    void routeMoneyAndWebhook();
    ServerReply countries(QStringView line) const;
    ServerReply services(const SimRequest &request) const;
    ServerReply products(const SimRequest &request) const;
    ServerReply pricedServices(const SimRequest &request) const;
    ServerReply operators(const SimRequest &request) const;
    ServerReply special() const;
    ServerReply create(const SimRequest &request);
    ServerReply check(const SimRequest &request);
    ServerReply replace(const SimRequest &request);
    ServerReply change(const SimRequest &request, Change act);
    Result<SimOrder> number(const QString &orderId) const;
    Result<Offer> chosen(const SimRequest &request) const;
    QJsonObject created(const SimOrder &order) const;

    QHash<QByteArray, Repeatable> m_repeatable;
    SimOtpZapMail m_mail;
    SimOtpZapTopUps m_topUps;
    SimOtpZapWebhooks m_webhooks;
};

} // namespace otpdesk
