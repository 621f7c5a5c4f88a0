#pragma once

#include "providers/simulator/simwire.h"
#include "providers/types/webhook.h"

#include <QRandomGenerator>

#include <optional>

namespace otpdesk {

/// The webhook of an account at OTPZap. Nothing is ever sent to it.
class SimOtpZapWebhooks
{
public:
    explicit SimOtpZapWebhooks(const World &world) : m_random(world.script().seed) {}

    ServerReply get() const;
    ServerReply update(const SimRequest &request);

private:
    QString freshSecret();

    std::optional<WebhookState> m_state; ///< nothing: none was ever set
    QRandomGenerator m_random;
};

} // namespace otpdesk
