#pragma once

namespace otpdesk {

/// Prints what a check costs in CPU time, all of it (engine, client, model, journal), beside a bare request
/// of a QNetworkAccessManager to the same server. Says how many times as much it is.
double measureCost();

} // namespace otpdesk
