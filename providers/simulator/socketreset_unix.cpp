#include "providers/simulator/socketreset.h"

#include <sys/socket.h>

namespace otpdesk {

void resetWhenClosed(qintptr socketDescriptor)
{
    linger now{};
    now.l_onoff = 1;
    now.l_linger = 0;
    setsockopt(static_cast<int>(socketDescriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace otpdesk
