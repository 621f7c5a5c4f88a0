#include "tests/bench/catalog/agreement.h"
#include "tests/bench/catalog/measurement.h"
#include "tests/bench/catalog/stopwatch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTextStream>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int Small = 100'000;
constexpr int Large = 1'000'000;
constexpr qsizetype PriceListBytes = 50'000'000;

struct Wanted
{
    QList<int> sizes;
    Who who = Who::All;
    bool loading = true;
    bool processorTime = false;
};

Wanted wantedBy(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the catalog beside a QSortFilterProxyModel over a plain model and beside SQLite, with %1 "
        u"and %2 made-up offers (about 8 minutes on two cores).\nExits with 1 where the three do not find "
        u"the "
        u"same offers; figures are not judged."_s.arg(Small)
            .arg(Large));
    parser.addHelpOption();
    parser.addOptions(
        {{u"offers"_s, u"A catalog of <number> offers instead, may be said several times."_s, u"number"_s},
         {u"quick"_s, u"%1 offers only, and no price list of 50 MB."_s.arg(Small)},
         {u"ours"_s, u"Leave the two others out."_s},
         {u"cpu"_s, u"Count processor time: where others use the computer, it is what can be compared."_s}});
    parser.process(application);
    Wanted wanted;
    const QStringList sizes = parser.values(u"offers"_s);
    for (const QString &size : sizes)
        wanted.sizes += size.toInt();
    wanted.loading = !parser.isSet(u"quick"_s);
    if (sizes.isEmpty())
        wanted.sizes = wanted.loading ? QList<int>{Small, Large} : QList<int>{Small};
    if (*std::min_element(wanted.sizes.cbegin(), wanted.sizes.cend()) < 1000)
        parser.showHelp(2);
    wanted.who = parser.isSet(u"ours"_s) ? Who::Ours : Who::All;
    wanted.processorTime = parser.isSet(u"cpu"_s);
    return wanted;
}

void show(const QString &title, const Measured &measured)
{
    QTextStream out(stdout);
    out << '\n' << title << '\n' << table(measured.rows);
    for (const QString &remark : measured.remarks)
        out << "  " << remark << '\n';
}

} // namespace

/// Prints what the catalog costs, and what it would cost as a Qt programmer would usually write it.
int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    const Wanted wanted = wantedBy(application);

    QTextStream out(stdout);
    out << machine() << Qt::endl;
    if (wanted.processorTime && Stopwatch::countProcessorTime())
        out << "Processor time, but for the answer of 50 MB." << Qt::endl;
    QStringList problems;
    if (wanted.who == Who::All) {
        problems = disagreements(Small);
        out << (problems.isEmpty() ? u"The three find the same offers in the same order."_s
                                   : problems.join(u'\n'))
            << Qt::endl;
    }
    if (!problems.isEmpty())
        return 1;
    for (const int offers : wanted.sizes)
        show(u"%1 offers"_s.arg(QLocale(QLocale::English).toString(offers)),
             measureCatalog(offers, wanted.who));
    if (wanted.loading)
        show(u"One answer of 50 MB"_s, measureLoading(PriceListBytes, wanted.who, problems));
    out << "\nA figure is the median and the 99th percentile; a ratio is to our median.\n"
        << "~ is counted up from a part: a contender has 12 s for a row.\n"
        << "SQLite's filter includes counting what it found; painted and sorted it is with its first 256 "
           "rows.\n"
        << "In a refresh ours is given whole shelves and finds what changed; the others are told.\n";
    if (!problems.isEmpty())
        out << problems.join(u'\n') << '\n';
    return problems.isEmpty() ? 0 : 1;
}
