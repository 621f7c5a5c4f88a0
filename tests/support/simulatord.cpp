#include "providers/simulator/simulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace otpdesk;
using namespace Qt::StringLiterals;

/// The simulator as a program of its own, to try the window against: prints where the five providers are and
/// which keys open them, and serves until it is ended.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption port(u"port"_s, u"Listen on this port (default: any free one)."_s, u"number"_s,
                                  u"0"_s);
    const QCommandLineOption fast(u"fast"_s, u"Every code after one second."_s);
    const QCommandLineOption cooldown(u"cooldown"_s, u"Time until an order may be cancelled."_s, u"seconds"_s,
                                      u"120"_s);
    parser.addOptions({port, fast, cooldown});
    parser.addHelpOption();
    parser.process(app);

    bool portOk = false;
    bool cooldownOk = false;
    const quint16 portNumber = parser.value(port).toUShort(&portOk);
    Script script = parser.isSet(fast) ? Script::everyCodeAfter(std::chrono::seconds(1)) : Script::demo();
    script.cancelCooldown = std::chrono::seconds(parser.value(cooldown).toUInt(&cooldownOk));
    if (!portOk || !cooldownOk)
        parser.showHelp(2);

    SystemClock clock;
    Simulator simulator(clock, script);
    if (!simulator.start(portNumber)) {
        QTextStream(stderr) << simulator.errorText() << Qt::endl;
        return 1;
    }
    QTextStream out(stdout);
    for (const QString &id : simulator.providerIds()) {
        out << id.leftJustified(10) << simulator.baseUrl(id).toString() << "  " << simulator.key(id)
            << Qt::endl;
    }
    return app.exec();
}
