#pragma once

#include "app/secrets/filestore.h"
#include "app/secrets/sessionstore.h"
#include "app/session/session.h"
#include "app/startup/profile.h"
#include "providers/simulator/simulator.h"
#include "ui/window/mainwindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace otpdesk {

/// The whole application in this process, on the simulated providers and on a clock that only a test moves.
class Desk
{
public:
    explicit Desk(const Script &script = Script::everyCodeAfter(std::chrono::seconds(20)))
        : simulator(clock, script)
    {
        if (!simulator.start() || !m_dir.isValid())
            qFatal("No simulator: %s", qPrintable(simulator.errorText()));
    }

    /// Starts the application on the profile, as at the first time or as the last session left it.
    bool open()
    {
        StartOptions options;
        options.profileDir = m_dir.filePath(QStringLiteral("profile"));
        const Result<Profile> profile = Profile::open(options);
        if (!profile)
            return false;
        std::vector<std::unique_ptr<SecretStore>> stores;
        stores.push_back(std::make_unique<FileStore>(profile->secretsFile()));
        stores.push_back(std::make_unique<SessionStore>());
        session = std::make_unique<Session>(SessionSetup{profile.value(), clock, std::move(stores), nullptr, false});
        QSignalSpy opened(session.get(), &Session::opened);
        session->open();
        if (opened.isEmpty() && !opened.wait())
            return false;
        session->window().setClosesToTray(false);
        session->show(false);
        return QTest::qWaitForWindowActive(&session->window());
    }
    void quit() { session.reset(); }

    MainWindow &window() { return session->window(); }

    /// A named widget that can be seen now, of the window or of a dialog of it; null: there is none.
    template <typename Widget>
    Widget *find(const char *name)
    {
        const QList<Widget *> all = window().findChildren<Widget *>(QLatin1StringView(name));
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// Lets a moment pass; for use as the condition of QTRY_…: `desk.passing(…)` is what the condition is.
    bool passing(bool condition, std::chrono::milliseconds span = std::chrono::milliseconds(500))
    {
        if (!condition)
            clock.skip(span);
        return condition;
    }

    /// The clock outlives what runs on it.
    SteerableClock clock{SteerableClock::Mode::Frozen};
    Simulator simulator;
    std::unique_ptr<Session> session;

private:
    QTemporaryDir m_dir;
};

} // namespace otpdesk
