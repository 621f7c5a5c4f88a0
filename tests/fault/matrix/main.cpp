#include "tests/fault/matrix/matrix.h"
#include "tests/fault/matrix/outages.h"
#include "tests/fault/matrix/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace otpdesk;
using namespace Qt::StringLiterals;

/// Every call of every provider under every fault of the wire, and every way to spend money through outages
/// and jumps of the clock: prints what came of it, and fails on any deviation from the table of expectations,
/// leak, hang or second purchase request.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption list(u"list"_s, u"Print the table of expectations as Markdown, and end."_s);
    const QCommandLineOption fault(u"fault"_s, u"Only faults with these words in their name."_s, u"words"_s);
    const QCommandLineOption row(u"row"_s, u"Only calls with these words in their name."_s, u"words"_s);
    parser.addOptions({list, fault, row});
    parser.addHelpOption();
    parser.process(app);

    QTextStream out(stdout);
    if (parser.isSet(list)) {
        out << tableInMarkdown() << '\n' << outagesInMarkdown();
        return 0;
    }
    const Matrix matrix(parser.value(row));
    if (!matrix.problem().isEmpty()) {
        out << matrix.problem() << Qt::endl;
        return 2;
    }
    Report report(out);
    report.begin(u"the wire"_s);
    for (const FaultCase &each : faultCases()) {
        if (each.name.contains(parser.value(fault)))
            report.add(matrix.run(each));
    }
    report.begin(u"money"_s);
    for (const Outage &each : outages()) {
        if (each.name.contains(parser.value(fault)))
            report.add(runOutage(each, parser.value(row)));
    }
    report.end();
    return report.isClean() ? 0 : 1;
}
