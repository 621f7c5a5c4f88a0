#include "app/secrets/secretstores.h"
#include "app/secrets/sessionstore.h"
#include "app/session/session.h"
#include "app/startup/commandline.h"
#include "app/startup/profile.h"
#include "app/startup/singleinstance.h"
#include "app/tour/tour.h"
#include "providers/simulator/democatalog.h"
#include "providers/simulator/largecatalog.h"
#include "providers/simulator/simulator.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/plaintextguard.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QProcess>
#include <QTextStream>
#include <QTranslator>

#include <algorithm>
#include <cstdio>

using namespace otpdesk;

namespace {

/// Says on the terminal and, where there is a screen, in a window why the application cannot start.
int refuseToStart(const QString &sentence, const QString &detail)
{
    QTextStream(stderr) << sentence << '\n' << detail << '\n';
    QMessageBox box(QMessageBox::Critical, QStringLiteral("OTP Desk"), sentence, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(detail);
    if (QGuiApplication::platformName() != u"offscreen")
        box.exec();
    return 1;
}

std::vector<std::unique_ptr<SecretStore>> storesFor(const StartOptions &options, const Profile &profile)
{
    if (!options.demo && options.tourDir.isEmpty())
        return secretStores(profile.secretsFile());
    std::vector<std::unique_ptr<SecretStore>> stores;
    stores.push_back(std::make_unique<SessionStore>());
    return stores;
}

/// One run of the application on a profile that is ours.
int runSession(const StartOptions &options, const Profile &profile, SingleInstance &instance)
{
    const bool isTour = !options.tourDir.isEmpty();
    // The tour lets minutes pass in no time.
    SteerableClock tourClock(SteerableClock::Mode::Running);
    SystemClock systemClock;
    Clock &clock = isTour ? static_cast<Clock &>(tourClock) : systemClock;

    std::unique_ptr<Simulator> simulator;
    if (options.demo || isTour) {
        simulator = std::make_unique<Simulator>(clock, isTour ? Script::tour() : Script::demo(),
                                                options.tourOffers > 0 ? largeCatalog(options.tourOffers)
                                                                       : demoCatalog());
        if (!simulator->start())
            return refuseToStart(
                QCoreApplication::translate("main", "The demo cannot start its simulated providers."),
                simulator->errorText());
    }

    Session session({profile, clock, storesFor(options, profile), simulator.get(), options.demo && !isTour});
    std::unique_ptr<Tour> tour;
    QObject::connect(&instance, &SingleInstance::showRequested, &session,
                     [&session] { session.window().present(); });
    QObject::connect(&session, &Session::quitRequested, qApp, &QCoreApplication::quit);
    QObject::connect(&session, &Session::demoRequested, &session, [] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")});
    });
    QObject::connect(&session, &Session::failed, &session, [](const ApiError &error) {
        QCoreApplication::exit(
            refuseToStart(QCoreApplication::translate(
                              "main", "The journal of orders cannot be opened. Nothing was changed."),
                          error.detail));
    });
    QObject::connect(&session, &Session::opened, &session, [&] {
        if (isTour) {
            tour = std::make_unique<Tour>(session, *simulator, tourClock, options.tourDir,
                                          options.tourOffers > 0 ? Tour::Way::ManyOffers
                                                                 : Tour::Way::Everything);
            QObject::connect(tour.get(), &Tour::ended, qApp, &QCoreApplication::exit);
            tour->start();
        } else {
            session.show(options.minimized);
        }
    });
    session.open();
    return QApplication::exec();
}

/// A second start shows the first one's window.
int askFirst(SingleInstance &instance)
{
    whenEnded(instance.askFirstToShow(), qApp, [](std::optional<bool> shown) {
        if (!shown.value_or(false))
            QTextStream(stderr) << QCoreApplication::translate(
                "main", "OTP Desk is running on this profile already, but does not answer.\n");
        QCoreApplication::exit(shown.value_or(false) ? 0 : 1);
    });
    return QApplication::exec();
}

/// `--help` and `--version` work without a screen.
bool onlyTalks(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "--help" || text == "-h" || text == "--version" || text == "-v";
    });
}

int talk(const CommandLine &line)
{
    QTextStream(line.exitCode == 0 ? stdout : stderr) << line.text;
    return line.exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("otpdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OTPDESK_VERSION));
    if (onlyTalks(argc, argv)) {
        const QCoreApplication terminal(argc, argv);
        return talk(readCommandLine(QCoreApplication::arguments()));
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("org.otpdesk.OtpDesk"));
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QString());
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setWindowIcon(appIcon());
    new PlainTextGuard(&application);

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("otpdesk"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);

    const CommandLine line = readCommandLine(QCoreApplication::arguments());
    if (!line.start)
        return talk(line);
    if (!line.start->tourDir.isEmpty())
        QCoreApplication::removeTranslator(&translator); // it finds everything by its English name
    const Result<Profile> profile = Profile::open(*line.start);
    if (!profile)
        return refuseToStart(QCoreApplication::translate("main", "The profile folder cannot be used."),
                             profile.error().detail);

    SingleInstance instance(profile->dir());
    switch (instance.claim()) {
    case SingleInstance::Role::Second:
        return askFirst(instance);
    case SingleInstance::Role::Impossible:
        return refuseToStart(QCoreApplication::translate("main", "The profile folder cannot be locked."),
                             profile->dir());
    case SingleInstance::Role::First:
        break;
    }
    return runSession(*line.start, profile.value(), instance);
}
