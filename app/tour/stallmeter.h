#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace otpdesk {

/// Measures for how long the thread's event loop did not come round.
class StallMeter
{
public:
    StallMeter();

    void start();
    /// What happens until start() does not count.
    void pause();
    /// The longest stall since it was last asked; short ones, of which a timer's own slack is made, are 0.
    std::chrono::milliseconds takeLongest();

private:
    void beat();
    void note();

    QTimer m_heart;
    QElapsedTimer m_sinceBeat;
    qint64 m_longest = 0; // ms
};

} // namespace otpdesk
