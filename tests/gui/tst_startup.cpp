#include "app/startup/commandline.h"
#include "app/startup/profile.h"
#include "app/startup/singleinstance.h"

#include <QDir>
#include <QFutureWatcher>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <cstring>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class StartupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QVERIFY(m_dir.emplace().isValid()); }
    void cleanup() { m_dir.reset(); }

    void argumentsBecomeOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("demo");
        QTest::addColumn<bool>("minimized");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("tour");
        QTest::addColumn<int>("offers");
        QTest::newRow("none") << QStringList{} << false << false << QString() << QString() << 0;
        QTest::newRow("demo") << QStringList{u"--demo"_s} << true << false << QString() << QString() << 0;
        QTest::newRow("profile") << QStringList{u"--profile"_s, u"a b"_s} << false << false << u"a b"_s
                                 << QString() << 0;
        QTest::newRow("profile=") << QStringList{u"--profile=x"_s, u"--minimized"_s} << false << true
                                  << u"x"_s << QString() << 0;
        QTest::newRow("tour") << QStringList{u"--tour"_s, u"shots"_s} << false << false << QString()
                              << u"shots"_s << 0;
        QTest::newRow("tour of many offers")
            << QStringList{u"--tour"_s, u"shots"_s, u"--offers"_s, u"1000000"_s} << false << false
            << QString() << u"shots"_s << 1'000'000;
    }
    void argumentsBecomeOptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, demo);
        QFETCH(bool, minimized);
        QFETCH(QString, profile);
        QFETCH(QString, tour);
        QFETCH(int, offers);
        const CommandLine line = readCommandLine(QStringList{u"otpdesk"_s} + arguments);
        QVERIFY2(line.start, qPrintable(line.text));
        const StartOptions expected{demo, minimized, profile, tour, offers};
        QVERIFY(*line.start == expected);
    }

    void badArgumentsAreRefusedWithAReason_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
        QTest::newRow("stray argument") << QStringList{u"stray"_s} << u"stray"_s;
        QTest::newRow("no folder") << QStringList{u"--profile"_s} << u"profile"_s;
        QTest::newRow("empty folder") << QStringList{u"--profile"_s, u""_s} << u"--profile"_s;
        QTest::newRow("a file") << QStringList{u"--tour"_s, QCoreApplication::applicationFilePath()}
                                << u"--tour"_s;
        QTest::newRow("a value for a switch") << QStringList{u"--demo=yes"_s} << u"demo"_s;
        for (const QString &number : {u"0"_s, u"many"_s, u"-3"_s, u"5000001"_s})
            QTest::addRow("offers: %s", qPrintable(number))
                << QStringList{u"--tour"_s, u"x"_s, u"--offers=%1"_s.arg(number)} << u"--offers"_s;
        QTest::newRow("offers without a tour") << QStringList{u"--offers"_s, u"100"_s} << u"--tour"_s;
        QTest::newRow("unseen tour") << QStringList{u"--tour"_s, u"x"_s, u"--minimized"_s}
                                     << u"--minimized"_s;
    }
    void badArgumentsAreRefusedWithAReason()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const CommandLine line = readCommandLine(QStringList{u"otpdesk"_s} + arguments);
        QVERIFY(!line.start);
        QCOMPARE(line.exitCode, 2);
        QVERIFY2(line.text.contains(named), qPrintable(line.text));
        QVERIFY(line.text.contains(u"--help"_s));
    }

    void helpAndVersionArePrinted()
    {
        const CommandLine help = readCommandLine({u"otpdesk"_s, u"--help"_s});
        QVERIFY(!help.start);
        QCOMPARE(help.exitCode, 0);
        for (const QString &option : {u"--demo"_s, u"--profile"_s, u"--minimized"_s, u"--tour"_s,
                                      u"--offers"_s, u"--version"_s, u"--help"_s})
            QVERIFY2(help.text.contains(option), qPrintable(option));
        const CommandLine version = readCommandLine({u"otpdesk"_s, u"--version"_s});
        QCOMPARE(version.text, u"otpdesk %1\n"_s.arg(QLatin1StringView(OTPDESK_VERSION)));
        QCOMPARE(version.exitCode, 0);
    }

    void aNamedProfileIsMadeForItsOwnerOnly()
    {
        StartOptions options;
        options.profileDir = m_dir->filePath(u"new/deeper"_s);
        const auto profile = Profile::open(options);
        QVERIFY(profile);
        QCOMPARE(profile->dir(), options.profileDir);
        QVERIFY(QFileInfo(profile->dir()).isDir());
        QVERIFY(!profile->isThrowAway());
        QVERIFY(QDir(profile->dir()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
#ifdef Q_OS_UNIX
        QCOMPARE(int(QFile::permissions(profile->dir()) & QFile::Permissions(0x0077)), 0);
#endif
    }

    void aFolderThatWasThereKeepsItsPermissions()
    {
#ifdef Q_OS_UNIX
        const QFile::Permissions shared(0x7755);
        QVERIFY(QFile::setPermissions(m_dir->path(), shared));
        StartOptions options;
        options.profileDir = m_dir->path();
        QVERIFY(Profile::open(options));
        QCOMPARE(int(QFile::permissions(m_dir->path()) & QFile::Permissions(0x0077)), 0x0055);
#else
        QSKIP("no such permissions here");
#endif
    }

    void aDemoLeavesNothingBehind_data()
    {
        QTest::addColumn<QString>("tour");
        QTest::newRow("demo") << QString();
        QTest::newRow("tour") << u"shots"_s;
    }
    void aDemoLeavesNothingBehind()
    {
        QFETCH(QString, tour);
        StartOptions options;
        options.demo = tour.isEmpty();
        options.tourDir = tour;
        QString dir;
        {
            const auto one = Profile::open(options), two = Profile::open(options);
            QVERIFY(one && two);
            QVERIFY(one->isThrowAway());
            QVERIFY(one->dir() != two->dir());
            dir = one->dir();
            QVERIFY(QFileInfo(dir).isDir());
        }
        QVERIFY(!QFileInfo::exists(dir));
    }

    void aDemoWithAProfileKeepsIt()
    {
        StartOptions options;
        options.demo = true;
        options.profileDir = m_dir->filePath(u"mine"_s);
        QVERIFY(!Profile::open(options)->isThrowAway());
        QVERIFY(QFileInfo(options.profileDir).isDir());
    }

    void theUsualPlaceIsTheSystems()
    {
        const auto profile = Profile::open({});
        QVERIFY(profile);
        QCOMPARE(profile->dir(), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        QVERIFY(!profile->isThrowAway());
    }

    void aPlaceThatCannotBeWrittenIsNamed()
    {
        QFile file(m_dir->filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        StartOptions options;
        options.profileDir = m_dir->filePath(u"file/profile"_s);
        const auto profile = Profile::open(options);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::StorageFailed);
        QVERIFY(profile.error().detail.contains(QDir::toNativeSeparators(options.profileDir)));
    }

    void settingsStayInTheProfile()
    {
        StartOptions options;
        options.profileDir = m_dir->path();
        const auto profile = Profile::open(options);
        {
            const auto settings = profile->settings();
            settings->setValue(u"clipboard/clearAfter"_s, 30);
        }
        QVERIFY(QFile::exists(m_dir->filePath(u"settings.ini"_s)));
        QCOMPARE(profile->settings()->value(u"clipboard/clearAfter"_s).toInt(), 30);
        QCOMPARE(profile->settings()->allKeys().size(), 1); // nothing of the system's shows through
    }

    void aSecondStartShowsTheFirst()
    {
        SingleInstance first(m_dir->path()), second(m_dir->path());
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QCOMPARE(second.claim(), SingleInstance::Role::Second);
        QSignalSpy shown(&first, &SingleInstance::showRequested);
        const QFuture<bool> asked = second.askFirstToShow();
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(asked.result());
        QCOMPARE(shown.size(), 1);
    }

    void aFolderReachedByAnotherPathIsTheSameProfile()
    {
#ifdef Q_OS_UNIX
        QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(u"link"_s)));
        SingleInstance first(m_dir->path()), second(m_dir->filePath(u"link"_s));
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QCOMPARE(second.claim(), SingleInstance::Role::Second);
        const QFuture<bool> asked = second.askFirstToShow();
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(asked.result());
#else
        QSKIP("needs symbolic links");
#endif
    }

    void profilesDoNotDisturbEachOther()
    {
        QTemporaryDir other;
        SingleInstance here(m_dir->path()), there(other.path());
        QCOMPARE(here.claim(), SingleInstance::Role::First);
        QCOMPARE(there.claim(), SingleInstance::Role::First);
    }

    void theProfileIsFreeAgainAfterwards()
    {
        {
            SingleInstance first(m_dir->path());
            QCOMPARE(first.claim(), SingleInstance::Role::First);
        }
        SingleInstance next(m_dir->path());
        QCOMPARE(next.claim(), SingleInstance::Role::First);
    }

    void aFirstThatDoesNotAnswerIsGivenUp()
    {
        QLockFile silent(m_dir->filePath(u"lock"_s));
        QVERIFY(silent.tryLock(0));
        SingleInstance second(m_dir->path());
        QCOMPARE(second.claim(), SingleInstance::Role::Second);
        const QFuture<bool> asked = second.askFirstToShow(100ms);
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(!asked.result());
    }

    void aFolderThatIsNotThereCannotBeClaimed()
    {
        SingleInstance instance(m_dir->filePath(u"missing"_s));
        QCOMPARE(instance.claim(), SingleInstance::Role::Impossible);
    }

    void theLockOfAKilledProgramIsTakenOver()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, m_dir->path()});
        QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), 20000);
        QCOMPARE(program.readLine(), "held\n");

        SingleInstance next(m_dir->path());
        QCOMPARE(next.claim(), SingleInstance::Role::Second);
        QFuture<bool> asked = next.askFirstToShow();
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(asked.result());

        program.kill();
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 20000);
        QCOMPARE(next.claim(), SingleInstance::Role::First);
        // Its socket was left behind as well; ours must answer in its place.
        SingleInstance third(m_dir->path());
        QCOMPARE(third.claim(), SingleInstance::Role::Second);
        asked = third.askFirstToShow();
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(asked.result());
    }

private:
    std::optional<QTemporaryDir> m_dir;
};

namespace {

/// Another program which has the profile, until it is killed.
int holdProfile(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SingleInstance instance(QString::fromLocal8Bit(argv[2]));
    if (instance.claim() != SingleInstance::Role::First)
        return 1;
    std::puts("held");
    std::fflush(stdout);
    return app.exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--hold") == 0)
        return holdProfile(argc, argv);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"otpdesk-test"_s);
    StartupTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_startup.moc"
