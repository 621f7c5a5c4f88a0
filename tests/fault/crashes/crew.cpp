#include "tests/fault/crashes/crew.h"

#include "tests/fault/crashes/tally.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>

#include <memory>
#include <vector>

namespace otpdesk {

using namespace Qt::StringLiterals;

int runCrew(int kills, quint32 seed, int jobs)
{
    QTextStream out(stdout);
    out << "seed " << seed << ", " << kills << " kills in " << jobs << " lanes" << Qt::endl;
    QElapsedTimer timer;
    timer.start();
    QProcess disk;
    disk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    disk.start(QCoreApplication::applicationFilePath(), {u"--disk"_s, u"--seed"_s, QString::number(seed)});
    std::vector<std::unique_ptr<QProcess>> lanes;
    for (int lane = 0; lane < jobs; ++lane) {
        const int share = kills / jobs + (lane < kills % jobs ? 1 : 0);
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(),
                       {u"--lane"_s, QString::number(lane), u"--seed"_s, QString::number(seed), u"--kills"_s,
                        QString::number(share)});
        lanes.push_back(std::move(process));
    }
    Tally tally;
    for (const auto &lane : lanes) {
        lane->waitForFinished(-1);
        const QByteArray figures = lane->readAllStandardOutput();
        if (lane->exitStatus() == QProcess::NormalExit && lane->exitCode() == 0 && !figures.isEmpty()) {
            tally += Tally::fromJson(figures);
        } else {
            ++tally.stuck;
            tally.damage.append(u"seed %1: a lane ended before its time"_s.arg(seed));
        }
    }
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    disk.waitForFinished(-1);
    out << disk.readAllStandardOutput() << '\n';
    if (disk.exitStatus() != QProcess::NormalExit || disk.exitCode() != 0)
        tally.damage.append(u"seed %1: a case of the disk failed, see above"_s.arg(seed));
    out << tally.table();
    out << "time " << QString::number(seconds, 'f', 1) << " s, "
        << QString::number(tally.kills() / seconds, 'f', 1) << " kills a second\n";
    for (const QString &damage : tally.damage)
        out << "DAMAGE " << damage << '\n';
    out << (tally.isClean() ? "nothing bought twice, nothing lost, nothing damaged" : "FAILED") << Qt::endl;
    return tally.isClean() && tally.kills() >= kills ? 0 : 1;
}

} // namespace otpdesk
