#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace otpdesk {

/// Beats every millisecond and remembers the longest time it could not.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_sinceBeat.nsecsElapsed());
            m_sinceBeat.start();
        });
        m_sinceBeat.start();
        m_timer.start();
    }

    double longestStall() const { return double(m_longest) / 1e6; } ///< ms

private:
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    qint64 m_longest = 0; // ns
};

} // namespace otpdesk
