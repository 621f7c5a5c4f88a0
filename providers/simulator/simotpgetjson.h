#pragma once

#include "providers/simulator/simwire.h"

namespace otpdesk {

/// A handler of OTPGet that answers JSON with a `status` in it (provider-docs/otpget.txt, "Rental Number API"
/// and "Email OTP API"), always under HTTP 200.
class SimOtpGetJson : public SimWire
{
public:
    Call resolve(const ServerRequest &request, const QString &path) override;

protected:
    /// What it says before it knows what is wanted.
    struct Words
    {
        QString wrongKey;
        QString blocked;
        QString unknownAction; ///< "%1" is the action
    };
    using Handler = std::function<ServerReply(const SimRequest &)>;

    SimOtpGetJson(World &world, Words words);
    void act(const QString &action, const QString &call, Handler handler);
    /// The documented `"status":"200"`; of the seen forms, the older word or the number.
    ServerReply done(QJsonObject data) const;
    ServerReply say(int status, const QString &message) const;

private:
    struct Action
    {
        QString call;
        Handler handler;
    };
    ServerReply guarded(const ServerRequest &request, const QString &action, const Handler &handler) const;

    Words m_words;
    QHash<QString, Action> m_actions;
};

/// "2026-04-09 21:55:55": Pakistan's time, without saying so.
QString pakistanTime(const QDateTime &utc);

} // namespace otpdesk
