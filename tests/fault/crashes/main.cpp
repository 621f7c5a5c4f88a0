#include "tests/fault/crashes/buyer.h"
#include "tests/fault/crashes/crew.h"
#include "tests/fault/crashes/diskcases.h"
#include "tests/fault/crashes/lane.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>
#include <QThread>

using namespace otpdesk;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--buyer"_L1)
        return runBuyer(arguments.value(2));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Buys in a process that is killed again and again, and compares what the providers charged with "
        "the journal. Exits with 1 when anything was bought twice, lost, left in a wrong state or damaged."_s);
    parser.addHelpOption();
    parser.addOptions({{u"kills"_s, u"How often the process is killed."_s, u"N"_s, u"2000"_s},
                       {u"seed"_s, u"Where all that is random comes from."_s, u"S"_s, u"1"_s},
                       {u"jobs"_s, u"How many of them at once; default: one for each processor."_s, u"J"_s},
                       {u"lane"_s, u"The part of one of the jobs, its figures as JSON."_s, u"I"_s},
                       {u"disk"_s, u"Only the cases of a disk that is full or read-only."_s}});
    parser.process(app);
    const quint32 seed = parser.value(u"seed"_s).toUInt();
    const int kills = parser.value(u"kills"_s).toInt();
    if (parser.isSet(u"lane"_s)) {
        Lane lane(seed, parser.value(u"lane"_s).toInt());
        QTextStream(stdout) << lane.run(kills).toJson() << Qt::endl;
        return 0;
    }
    if (parser.isSet(u"disk"_s))
        return DiskCases(seed).run() ? 0 : 1;
    const int jobs = parser.isSet(u"jobs"_s) ? parser.value(u"jobs"_s).toInt() : QThread::idealThreadCount();
    return runCrew(kills, seed, qMax(1, jobs));
}
