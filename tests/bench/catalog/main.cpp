#include "tests/bench/catalog/agreement.h"
#include "tests/bench/catalog/measurement.h"

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
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the catalog beside a QSortFilterProxyModel over a plain model and beside SQLite, with "
        "%1 and %2 made-up offers (about 8 minutes on two cores). Exits with 1 where the three do not find "
        "the same offers; figures are not judged."_s.arg(Small)
            .arg(Large));
    parser.addHelpOption();
    parser.addOptions(
        {{u"offers"_s, u"A catalog of <number> offers instead. Can be given several times."_s, u"number"_s},
         {u"quick"_s, u"%1 offers only, and no price list of 50 MB."_s.arg(Small)}});
    parser.process(application);
    QList<int> sizes;
    const QStringList wanted = parser.values(u"offers"_s);
    for (const QString &text : wanted)
        sizes += text.toInt();
    if (sizes.isEmpty())
        sizes = parser.isSet(u"quick"_s) ? QList<int>{Small} : QList<int>{Small, Large};
    if (sizes.contains(0) || *std::min_element(sizes.cbegin(), sizes.cend()) < 1000)
        parser.showHelp(2);

    QTextStream out(stdout);
    out << machine() << Qt::endl;
    QStringList problems = disagreements(Small);
    out << (problems.isEmpty() ? u"The three find the same offers in the same order."_s
                               : problems.join(u'\n'))
        << Qt::endl;
    if (!problems.isEmpty())
        return 1;
    for (const int offers : std::as_const(sizes))
        show(u"%1 offers"_s.arg(QLocale(QLocale::English).toString(offers)), measureCatalog(offers));
    if (!parser.isSet(u"quick"_s))
        show(u"One answer of 50 MB"_s, measureLoading(PriceListBytes, problems));
    out << "\nA figure is the median and the 99th percentile; a ratio is to our median; ~ is counted up from "
           "a "
           "part.\nSQLite's filter includes counting what it found, its painting does not: it shows the "
           "first "
           "256 rows.\nIn a refresh ours is given whole shelves and finds what changed; the peers are "
           "told.\n";
    if (!problems.isEmpty())
        out << problems.join(u'\n') << '\n';
    return problems.isEmpty() ? 0 : 1;
}
