#pragma once

#include "providers/simulator/httpserver.h"

#include <QByteArray>

namespace otpdesk {

/// What the bytes that came so far on a connection amount to.
struct ParsedRequest
{
    enum class State { Incomplete, Complete, Malformed, TooLarge };
    State state = State::Incomplete;
    ServerRequest request; ///< without `connection` and `onConnection`
    qsizetype used = 0;    ///< how many bytes the request took
    bool keepAlive = true;
};

/// Reads the HTTP/1.x request at the start of `bytes`. Bodies have a Content-Length; chunked ones are
/// malformed. Head and body together may have 1 MiB.
ParsedRequest parseRequest(const QByteArray &bytes);

} // namespace otpdesk
