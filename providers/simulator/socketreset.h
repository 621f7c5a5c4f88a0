#pragma once

#include <QtGlobal>

namespace otpdesk {

/// Makes the coming close() of this socket a reset (RST) instead of an orderly end (FIN).
void resetWhenClosed(qintptr socketDescriptor);

} // namespace otpdesk
