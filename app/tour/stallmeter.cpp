#include "app/tour/stallmeter.h"

#include <algorithm>
#include <utility>

namespace otpdesk {

using namespace std::chrono_literals;

namespace {

constexpr auto Interval = 5ms;

} // namespace

StallMeter::StallMeter()
{
    m_heart.setTimerType(Qt::PreciseTimer);
    m_heart.setInterval(Interval);
    QObject::connect(&m_heart, &QTimer::timeout, &m_heart, [this] { beat(); });
}

void StallMeter::start()
{
    m_sinceBeat.start();
    m_heart.start();
}

void StallMeter::pause()
{
    note();
    m_heart.stop();
}

std::chrono::milliseconds StallMeter::takeLongest()
{
    return std::chrono::milliseconds(std::exchange(m_longest, 0));
}

void StallMeter::beat()
{
    note();
    m_sinceBeat.start();
}

void StallMeter::note()
{
    if (m_heart.isActive())
        m_longest = std::max(m_longest, m_sinceBeat.elapsed() - qint64(Interval.count()));
}

} // namespace otpdesk
