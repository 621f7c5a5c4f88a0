#include "app/tour/tour.h"

#include "app/session/session.h"
#include "app/tour/picture.h"
#include "app/tour/tourscript.h"
#include "providers/types/clock.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

#include <cstdio>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto TickEvery = 20ms;
constexpr int TicksToSettle = 4; // layouts, and what the last click set off

} // namespace

Tour::Tour(Session &session, Simulator &simulator, SteerableClock &clock, QString directory, Way way,
           QObject *parent)
    : QObject(parent),
      m_session(session),
      m_clock(clock),
      m_directory(std::move(directory)),
      m_way(way),
      m_script(std::make_unique<TourScript>(session.window(), simulator))
{
    if (way == Way::ManyOffers)
        m_patience = 3min;
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(TickEvery);
    connect(&m_tick, &QTimer::timeout, this, &Tour::tick);
}

Tour::~Tour() = default;

void Tour::start()
{
    if (!QDir().mkpath(m_directory)) {
        QTextStream(stderr) << u"The folder %1 for the pictures cannot be made.\n"_s.arg(
            QDir::toNativeSeparators(m_directory));
        Q_EMIT ended(1);
        return;
    }
    // It clicks once, and need not be kept from doing so twice.
    QApplication::setDoubleClickInterval(0);
    m_steps = m_way == Way::ManyOffers ? m_script->stepsThroughManyOffers() : m_script->steps();
    MainWindow &window = m_session.window();
    window.resize(1180, 760);
    window.show();
    m_total.start();
    m_stepTime.start();
    m_waiting.start();
    m_stalls.start();
    m_tick.start();
}

void Tour::tick()
{
    if (m_beat < step().beats.size())
        tryBeat(step().beats[m_beat]);
    else if (++m_settling >= TicksToSettle)
        endStep();
}

void Tour::tryBeat(const TourBeat &beat)
{
    if (beat.tried()) {
        ++m_beat;
        m_waiting.start();
    } else if (m_waiting.elapsed() > m_patience.count()) {
        fail(u"expected that %1"_s.arg(beat.expected));
    } else if (beat.passing > 0ms) {
        m_clock.skip(beat.passing);
    }
}

void Tour::endStep()
{
    m_stalls.pause();
    const QString problem = takePicture();
    if (!problem.isEmpty()) {
        fail(problem);
        return;
    }
    const auto stall = m_stalls.takeLongest();
    if (stall >= m_longest) {
        m_longest = stall;
        m_longestIn = step().name;
    }
    QTextStream(stdout) << u"%1 %2 (%3 clicks and keys in %4 s; longest stall: %5 ms)\n"_s
                               .arg(number(), 2, 10, QChar(u'0'))
                               .arg(step().told)
                               .arg(m_script->takeStrokes())
                               .arg(double(m_stepTime.elapsed()) / 1000, 0, 'f', 1)
                               .arg(stall.count())
                        << Qt::flush;
    m_beat = 0;
    m_settling = 0;
    if (++m_step == m_steps.size()) {
        QTextStream(stdout) << u"%1 steps in %2 s; longest stall: %3 ms in step %4\n"_s.arg(m_steps.size())
                                   .arg(double(m_total.elapsed()) / 1000, 0, 'f', 1)
                                   .arg(m_longest.count())
                                   .arg(m_longestIn);
        finish(0);
        return;
    }
    m_waiting.start();
    m_stepTime.start();
    m_stalls.start();
}

void Tour::fail(const QString &sentence)
{
    QTextStream(stderr) << u"Step %1 (%2) failed: %3.\n"_s.arg(number()).arg(step().name, sentence);
    takePicture(u"-failed"_s);
    finish(1);
}

void Tour::finish(int exitCode)
{
    m_stalls.pause();
    m_tick.stop();
    Q_EMIT ended(exitCode);
}

/// What went wrong, or nothing.
QString Tour::takePicture(const QString &suffix)
{
    const QString file =
        QDir(m_directory)
            .filePath(u"%1-%2%3.png"_s.arg(number(), 2, 10, QChar(u'0')).arg(step().name, suffix));
    return pictureOf(m_session.window()).save(file)
               ? QString()
               : u"the picture %1 cannot be written"_s.arg(QDir::toNativeSeparators(file));
}

} // namespace otpdesk
