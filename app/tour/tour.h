#pragma once

#include <QObject>
#include <QString>

namespace otpdesk {

class Session;
class Simulator;
class SteerableClock;

/// Drives the real window through the main job on the simulator, with a picture of every step, as a person would:
/// through the widgets alone. Ends at the first step that fails.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// Pictures go to `directory`, which is made when it is not there.
    Tour(Session &session, Simulator &simulator, SteerableClock &clock, QString directory, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    /// 0: every step did what it should. 1: one did not; it is named on stderr.
    void ended(int exitCode);

private:
    Session &m_session;
    Simulator &m_simulator;
    SteerableClock &m_clock;
    QString m_directory;
};

} // namespace otpdesk
