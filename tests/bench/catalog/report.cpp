#include "tests/bench/catalog/report.h"

#include <QFile>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

#ifdef Q_OS_LINUX
#include <cstdlib>
#endif

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString number(double value)
{
    const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    QString text = QLocale::c().toString(value, 'f', decimals);
    return text;
}

QString cell(const std::optional<Figure> &figure)
{
    if (!figure)
        return u"–"_s;
    const QString median = (figure->isEstimate ? u"~"_s : u""_s) + number(figure->median);
    return figure->p99 ? median + u" / "_s + number(*figure->p99) : median;
}

QString ratio(const std::optional<Figure> &peer, const std::optional<Figure> &ours)
{
    if (!peer || !ours || ours->median <= 0)
        return u"–"_s;
    return u"×"_s + number(peer->median / ours->median);
}

QStringList cellsOf(const ReportRow &row)
{
    const auto &[ours, proxy, sqlite] = row.figures;
    const QString budget = row.budget ? u"≤ "_s + QString::number(*row.budget) : u""_s;
    const QString verdict = !row.budget || !ours          ? u""_s
                            : ours->median <= *row.budget ? u"met"_s
                                                          : u"NOT MET"_s;
    return {row.work + u", "_s + row.unit, cell(ours), cell(proxy), ratio(proxy, ours), cell(sqlite),
            ratio(sqlite, ours),           budget,     verdict};
}

QString processor()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

/// Others at work on the same processors make all figures worse.
QString load()
{
#ifdef Q_OS_LINUX
    double average = 0;
    if (getloadavg(&average, 1) == 1)
        return u", load %1"_s.arg(average, 0, 'f', 1);
#endif
    return {};
}

} // namespace

Figure Figure::of(const Timings &timings)
{
    return {timings.median(), timings.p99(), false};
}

QString table(const QList<ReportRow> &rows)
{
    QList<QStringList> lines{{u"work"_s, u"ours median / p99"_s, u"proxy"_s, u"ratio"_s, u"SQLite"_s,
                              u"ratio"_s, u"budget"_s, u""_s}};
    for (const ReportRow &row : rows)
        lines += cellsOf(row);
    QString text;
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype column = 0; column < line.size(); ++column) {
            qsizetype width = 0;
            for (const QStringList &other : std::as_const(lines))
                width = std::max(width, other[column].size());
            text += (column == 0 ? u""_s : u"  "_s) +
                    (column == 0 ? line[column].leftJustified(width) : line[column].rightJustified(width));
        }
        text += u'\n';
    }
    return text;
}

QString machine()
{
    QString text =
        u"%1, %2 × %3%4; Qt %5; %6 build"_s.arg(QSysInfo::prettyProductName())
            .arg(QThread::idealThreadCount())
            .arg(processor(), load(), QString::fromLatin1(qVersion()), QStringLiteral(OTPDESK_BUILD_TYPE));
#ifndef NDEBUG
    text += u" WITH ASSERTIONS: configure with -DCMAKE_BUILD_TYPE=RelWithDebInfo for figures that count"_s;
#endif
    return text;
}

} // namespace otpdesk
