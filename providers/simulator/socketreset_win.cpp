#include "providers/simulator/socketreset.h"

#include <winsock2.h>

namespace otpdesk {

void resetWhenClosed(qintptr socketDescriptor)
{
    linger now{};
    now.l_onoff = 1;
    now.l_linger = 0;
    setsockopt(static_cast<SOCKET>(socketDescriptor), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&now), sizeof now);
}

} // namespace otpdesk
