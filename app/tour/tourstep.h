#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace otpdesk {

/// One thing a person does or waits for. It is tried again and again until it comes true.
struct TourBeat
{
    QString expected;                     ///< said when it never comes true: "“Buy” can be clicked"
    std::function<bool()> tried;          ///< does it or looks; true: done
    std::chrono::milliseconds passing{0}; ///< on the clock at each try: it runs fast meanwhile
};

/// A part of the tour with a picture at its end.
struct TourStep
{
    QString name; ///< of the picture's file: "first-run"
    QString told; ///< one line about what was done
    QList<TourBeat> beats;
};

} // namespace otpdesk
