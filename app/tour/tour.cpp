#include "app/tour/tour.h"

#include "app/session/session.h"
#include "ui/window/mainwindow.h"

namespace otpdesk {

Tour::Tour(Session &session, Simulator &simulator, SteerableClock &clock, QString directory, QObject *parent)
    : QObject(parent), m_session(session), m_simulator(simulator), m_clock(clock), m_directory(std::move(directory))
{}

void Tour::start()
{
    m_session.window().show();
    Q_EMIT ended(1);
}

} // namespace otpdesk
