#include "tests/fault/matrix/report.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString line(const QString &name, const QStringList &figures)
{
    QString text = name.leftJustified(28);
    for (const QString &figure : figures)
        text += figure.rightJustified(9);
    return text;
}

QString seconds(std::chrono::milliseconds span)
{
    return QString::number(double(span.count()) / 1000, 'f', 1);
}

} // namespace

void Report::begin(const QString &title)
{
    m_out << '\n'
          << line(title, {u"rows"_s, u"calls"_s, u"expected"_s, u"deviate"_s, u"arr.once"_s, u"arr.key"_s,
                          u"clock s"_s, u"mem MiB"_s, u"ran s"_s})
          << Qt::endl;
}

void Report::add(const FaultCount &count)
{
    const QString memory = count.growth ? QString::number(count.growth / 1024 / 1024) : u"-"_s;
    m_out << line(count.name,
                  {QString::number(count.rows), QString::number(count.calls),
                   QString::number(count.calls - count.deviating), QString::number(count.deviations.size()),
                   QString::number(count.mostArrivals), QString::number(count.mostArrivalsKeyed),
                   seconds(count.longest), memory, seconds(count.ran)})
          << '\n';
    for (const QString &what : count.deviations)
        m_out << "    " << what << '\n';
    m_out.flush();
    m_calls += count.calls;
    m_deviations += int(count.deviations.size());
    m_mostArrivals = std::max(m_mostArrivals, count.mostArrivals);
    m_ran += count.ran;
}

void Report::end()
{
    m_out << u"\n%1 calls in %2 s, %3 deviations; most arrivals of a request that is sent once: %4\n"_s
                 .arg(m_calls)
                 .arg(seconds(m_ran))
                 .arg(m_deviations)
                 .arg(m_mostArrivals);
    m_out.flush();
}

} // namespace otpdesk
