#include "providers/codes/codeextractor.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace otpdesk;

namespace {

struct Tally
{
    int total = 0;
    int right = 0;
    int invented = 0;
    int missed = 0;
    int wrong = 0;
};

void judge(const QString &text, const QString &expected, Tally &tally, QTextStream &out)
{
    const QString found = extractCode(text);
    ++tally.total;
    const char *verdict = "wrong";
    if (found == expected) {
        ++tally.right;
        return;
    }
    if (expected.isEmpty()) {
        ++tally.invented;
        verdict = "invented";
    } else if (found.isEmpty()) {
        ++tally.missed;
        verdict = "missed";
    } else {
        ++tally.wrong;
    }
    out << "  " << verdict << ": expected \"" << expected << "\", got \"" << found
        << "\": " << QString(text).replace(u'\n', QStringLiteral("\\n")) << '\n';
}

} // namespace

/// Says how well codes are found in labelled messages: JSON lines with "text" and "code".
int main(int argc, char **argv)
{
    QTextStream out(stdout);
    QStringList texts;
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            out << "cannot read " << file.fileName() << '\n';
            return 1;
        }
        Tally tally;
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            if (!line.contains(QStringLiteral("text")))
                continue;
            texts += line.value(QStringLiteral("text")).toString();
            judge(texts.last(), line.value(QStringLiteral("code")).toString(), tally, out);
        }
        out << file.fileName() << ": " << tally.total << " messages, " << tally.right << " right, "
            << tally.total - tally.right << " not: invented " << tally.invented << ", wrong " << tally.wrong
            << ", missed " << tally.missed << '\n';
    }
    if (texts.isEmpty())
        return 0;
    QElapsedTimer timer;
    timer.start();
    qsizetype count = 0;
    for (; timer.elapsed() < 1000; count += texts.size()) {
        for (const QString &text : std::as_const(texts))
            extractCode(text);
    }
    out << qRound64(double(count) * 1000 / double(timer.elapsed())) << " messages per second\n";
    return 0;
}
