#pragma once

#include "app/tour/stallmeter.h"
#include "app/tour/tourstep.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>

namespace otpdesk {

class Session;
class Simulator;
class SteerableClock;
class TourScript;

/// Drives the real window through the main job on the simulator, with a picture of every step, as a person
/// would: through the widgets alone. Ends at the first step that fails.
class Tour : public QObject
{
    Q_OBJECT

public:
    enum class Way {
        Everything,
        ManyOffers ///< only the catalog, however many offers the simulator sells
    };

    /// Pictures go to `directory`, which is made when it is not there. The clock should be running.
    Tour(Session &session, Simulator &simulator, SteerableClock &clock, QString directory,
         Way way = Way::Everything, QObject *parent = nullptr);
    ~Tour() override;

    void start();
    /// How long (in real time) something may take to come true before its step has failed. 30 s, and
    /// three minutes for many offers.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    /// 0: every step did what it should. 1: one did not; it is named on stderr.
    void ended(int exitCode);

private:
    void tick();
    void tryBeat(const TourBeat &beat);
    void endStep();
    void fail(const QString &sentence);
    void finish(int exitCode);
    QString takePicture(const QString &suffix = {});
    int number() const { return static_cast<int>(m_step) + 1; } // of the present step
    const TourStep &step() const { return m_steps[m_step]; }

    Session &m_session;
    SteerableClock &m_clock;
    QString m_directory;
    Way m_way;
    std::unique_ptr<TourScript> m_script;
    QList<TourStep> m_steps;
    qsizetype m_step = 0;
    qsizetype m_beat = 0;
    int m_settling = 0; // ticks since the last beat came true
    std::chrono::milliseconds m_patience = std::chrono::seconds(30);
    QElapsedTimer m_waiting; // for the present beat
    QElapsedTimer m_stepTime;
    QElapsedTimer m_total;
    QTimer m_tick;
    StallMeter m_stalls;
    std::chrono::milliseconds m_longest{0};
    QString m_longestIn;
};

} // namespace otpdesk
