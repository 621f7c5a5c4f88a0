#include "tests/fuzz/seeds.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace otpdesk::fuzz;

namespace {

/// Named after its content: the same seed is the same file, and never written twice.
bool writeInto(const QDir &folder, const QByteArray &seed)
{
    const QByteArray name = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
    QFile file(folder.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::WriteOnly) && file.write(seed) == seed.size();
}

} // namespace

/// otpdesk_fuzzseeds DIR: writes the seeds, and the inputs kept, of each target into a folder of its own.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: otpdesk_fuzzseeds DIRECTORY\n");
        return 2;
    }
    for (const Target *target : targets()) {
        const QDir folder(QString::fromLocal8Bit(argv[1]) + u'/' + QString::fromLatin1(target->name));
        QList<QByteArray> seeds = seedsOf(*target);
        for (const QString &name : keptInputs(*target))
            seeds += keptInput(*target, name);
        bool written = folder.mkpath(QStringLiteral("."));
        for (const QByteArray &seed : seeds)
            written = written && writeInto(folder, seed);
        if (!written) {
            std::fprintf(stderr, "cannot write into %s\n", qPrintable(folder.path()));
            return 1;
        }
        std::printf("%s %lld\n", target->name, static_cast<long long>(folder.count() - 2));
    }
    return 0;
}
