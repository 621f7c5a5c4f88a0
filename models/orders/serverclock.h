#pragma once

#include <QDateTime>

namespace otpdesk {

/// A time that a server told, on our clock: moved by as much as the server's own clock (`serverTime`, of the
/// same answer; invalid: not said) differs from ours.
inline QDateTime onOurClock(const QDateTime &theirs, const QDateTime &serverTime, const QDateTime &nowUtc)
{
    // Clocks of two honest computers differ by seconds; only more than that is worth correcting.
    constexpr qint64 TolerableSkewMs = 5000;
    if (!theirs.isValid() || !serverTime.isValid())
        return theirs;
    const qint64 skew = serverTime.msecsTo(nowUtc);
    return qAbs(skew) > TolerableSkewMs ? theirs.addMSecs(skew) : theirs;
}

} // namespace otpdesk
