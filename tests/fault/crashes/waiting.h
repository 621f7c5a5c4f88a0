#pragma once

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace otpdesk {

/// Lets the event loop run until the condition holds; false when the patience is at its end first.
template <typename Condition>
bool comes(Condition condition, std::chrono::milliseconds patience)
{
    bool come = condition();
    if (come)
        return true;
    QEventLoop loop;
    QTimer tick;
    const QDeadlineTimer deadline(patience);
    tick.setTimerType(Qt::PreciseTimer);
    tick.callOnTimeout(&loop, [&] {
        come = condition();
        if (come || deadline.hasExpired())
            loop.quit();
    });
    tick.start(1);
    loop.exec();
    return come;
}

inline void pass(std::chrono::milliseconds span)
{
    comes([] { return false; }, span);
}

} // namespace otpdesk
