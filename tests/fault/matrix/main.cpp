#include "tests/fault/matrix/matrix.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace otpdesk;
using namespace Qt::StringLiterals;

/// Every call of every provider under every fault, and every purchase through an outage: prints what came of
/// it, and fails on any deviation from the table of expectations, leak, hang or second purchase request.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption list(u"list"_s, u"Print the table of expectations as Markdown, and end."_s);
    const QCommandLineOption fault(u"fault"_s, u"Only faults with these words in their name."_s, u"words"_s);
    const QCommandLineOption row(u"row"_s, u"Only rows with these words in their name."_s, u"words"_s);
    parser.addOptions({list, fault, row});
    parser.addHelpOption();
    parser.process(app);

    QTextStream out(stdout);
    if (parser.isSet(list)) {
        out << tableInMarkdown();
        return 0;
    }
    Matrix matrix(parser.value(fault), parser.value(row));
    if (!matrix.problem().isEmpty()) {
        out << matrix.problem() << Qt::endl;
        return 2;
    }
    int deviations = 0;
    for (const FaultCase &each : faultCases()) {
        const FaultCount count = matrix.run(each);
        if (count.calls == 0)
            continue;
        out << count.name.leftJustified(28) << count.rows << ' ' << count.calls << ' '
            << count.deviations.size() << " most " << count.mostArrivals << '/' << count.mostArrivalsKeyed
            << ' ' << count.longest.count() << " ms clock, " << count.growth / 1024 << " kB, "
            << count.ran.count() << " ms\n";
        for (const QString &what : count.deviations)
            out << "    " << what << '\n';
        out.flush();
        deviations += int(count.deviations.size());
    }
    return deviations == 0 ? 0 : 1;
}
