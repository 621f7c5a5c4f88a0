#pragma once

#include "providers/simulator/httpserver.h"

#include <optional>

namespace otpdesk {

/// Something that goes wrong with the next matching requests.
struct Injection
{
    enum class When {
        BeforeActing, ///< the provider's world never hears of the request
        AfterActing,  ///< it does: a purchase is charged, and only the answer suffers
    };
    QString providerId{};
    QString call{}; ///< "buy", "check", "cancel"… as the wires name their calls; empty: any
    int times = 1;
    When when = When::AfterActing;
    Fault fault = Fault::None;
    std::optional<ServerReply> reply{}; ///< in place of the provider's answer
    std::chrono::milliseconds delay{0};
};

/// What stands between a provider and its customers, and answers in its place.
namespace canned {

ServerReply badGatewayPage();                       ///< 502 with nginx's page
ServerReply captivePortal();                        ///< 200 with a hotel's login page
ServerReply tooManyRequests(int retryAfterSeconds); ///< 429, no body worth reading
ServerReply redirectTo(const QByteArray &location); ///< 302

} // namespace canned

} // namespace otpdesk
