#include "tests/fault/matrix/process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace otpdesk::process {

namespace {

/// A line of Linux's account of this process: "VmHWM:	   12345 kB".
std::optional<qint64> statusLine(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return {};
}

} // namespace

std::optional<int> openFiles()
{
    const QDir folder(QStringLiteral("/proc/self/fd"));
    if (!folder.exists())
        return {};
    return int(folder.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

int openFilesSoon(int expected)
{
    QEventLoop loop;
    QTimer tick;
    const QDeadlineTimer guard(2000);
    int open = openFiles().value_or(expected);
    tick.callOnTimeout(&loop, [&] {
        open = openFiles().value_or(expected);
        if (open <= expected || guard.hasExpired())
            loop.quit();
    });
    tick.start(1);
    if (open > expected)
        loop.exec();
    return open;
}

void forgetPeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

std::optional<qint64> peakMemory()
{
    return statusLine("VmHWM");
}

std::optional<qint64> memory()
{
    return statusLine("VmRSS");
}

} // namespace otpdesk::process
