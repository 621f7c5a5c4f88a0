#include "tests/fuzz/seeds.h"

#include <QTest>

using namespace otpdesk::fuzz;

/// The fuzzers' targets without a fuzzer: every seed, and every input that broke something once. A target
/// whose rules do not hold ends the process.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHoldForEverySeed_data();
    void rulesHoldForEverySeed();
    void whatBrokeOnceHolds_data();
    void whatBrokeOnceHolds();
    void anyCutOfASeedHolds_data() { rulesHoldForEverySeed_data(); }
    void anyCutOfASeedHolds();
};

void TestFuzzCorpus::rulesHoldForEverySeed_data()
{
    QTest::addColumn<const Target *>("target");
    for (const Target *target : targets())
        QTest::newRow(target->name) << target;
}

void TestFuzzCorpus::rulesHoldForEverySeed()
{
    QFETCH(const Target *, target);
    const QList<QByteArray> seeds = seedsOf(*target);
    QVERIFY2(seeds.size() >= 20, "too few to begin with");
    for (const QByteArray &seed : seeds)
        target->run(seed);
    target->run({});
}

void TestFuzzCorpus::whatBrokeOnceHolds_data()
{
    QTest::addColumn<const Target *>("target");
    QTest::addColumn<QString>("name");
    for (const Target *target : targets()) {
        for (const QString &name : keptInputs(*target))
            QTest::addRow("%s, %s", target->name, qPrintable(name)) << target << name;
    }
}

void TestFuzzCorpus::whatBrokeOnceHolds()
{
    QFETCH(const Target *, target);
    QFETCH(QString, name);
    target->run(keptInput(*target, name));
}

/// An answer that broke off in the middle.
void TestFuzzCorpus::anyCutOfASeedHolds()
{
    QFETCH(const Target *, target);
    qsizetype length = 0;
    const QList<QByteArray> seeds = seedsOf(*target);
    for (const QByteArray &seed : seeds) {
        length = seed.isEmpty() ? 0 : (length + 37) % seed.size();
        target->run(QByteArrayView(seed).first(length));
    }
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
