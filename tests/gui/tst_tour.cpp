#include "app/secrets/sessionstore.h"
#include "app/session/session.h"
#include "app/startup/profile.h"
#include "app/tour/stallmeter.h"
#include "app/tour/tour.h"
#include "providers/simulator/democatalog.h"
#include "providers/simulator/largecatalog.h"
#include "providers/simulator/simulator.h"
#include "providers/types/clock.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What main() puts together for a tour.
struct Run
{
    explicit Run(const QString &pictures, int moreOffers = 0)
        : simulator(clock, Script::tour(), moreOffers > 0 ? largeCatalog(moreOffers) : demoCatalog())
    {
        StartOptions options;
        options.tourDir = pictures;
        const Result<Profile> profile = Profile::open(options);
        if (!profile || !simulator.start())
            return;
        std::vector<std::unique_ptr<SecretStore>> stores;
        stores.push_back(std::make_unique<SessionStore>());
        session = std::make_unique<Session>(
            SessionSetup{profile.value(), clock, std::move(stores), &simulator, false});
        QSignalSpy opened(session.get(), &Session::opened);
        session->open();
        if (!QTest::qWaitFor([&] { return !opened.isEmpty(); }))
            return;
        tour = std::make_unique<Tour>(*session, simulator, clock, pictures,
                                      moreOffers > 0 ? Tour::Way::ManyOffers : Tour::Way::Everything);
    }

    /// How the tour ended; nothing when it did not.
    std::optional<int> exitCode(std::chrono::milliseconds atMost)
    {
        QSignalSpy ended(tour.get(), &Tour::ended);
        tour->start();
        if (ended.isEmpty() && !ended.wait(static_cast<int>(atMost.count())))
            return std::nullopt;
        return ended.size() == 1 ? std::optional<int>(ended[0][0].toInt()) : std::nullopt;
    }

    SteerableClock clock{SteerableClock::Mode::Running};
    Simulator simulator;
    std::unique_ptr<Session> session;
    std::unique_ptr<Tour> tour;
};

} // namespace

class TourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_dir.emplace().isValid()); }
    void cleanup() { m_dir.reset(); }

    void everyStepSucceedsAndLeavesAPicture()
    {
        const QString pictures = m_dir->filePath(u"not/there/yet"_s);
        Run run(pictures);
        QVERIFY(run.tour);
        QCOMPARE(run.exitCode(400s), std::optional<int>(0));

        const QStringList files = picturesIn(pictures);
        QVERIFY2(files.size() >= 40, qPrintable(QString::number(files.size())));
        QCOMPARE(files.first(), u"01-first-run.png"_s);
        for (qsizetype i = 0; i < files.size(); ++i) {
            QVERIFY2(files[i].startsWith(u"%1-"_s.arg(i + 1, 2, 10, QChar(u'0'))), qPrintable(files[i]));
            const QImage picture(pictures + u'/' + files[i]);
            QVERIFY2(picture.width() >= 1180 && picture.height() >= 760, qPrintable(files[i]));
            QVERIFY2(QFileInfo(pictures + u'/' + files[i]).size() > 8000, qPrintable(files[i]));
        }
        QCOMPARE(run.simulator.orders().size(), 16); // eleven numbers (one replaced), a rental, four inboxes
    }

    void manyOffersAreSearchedSortedScrolledAndGrouped()
    {
        constexpr int More = 20'000;
        Run run(m_dir->path(), More);
        QVERIFY(run.tour);
        QCOMPARE(run.exitCode(240s), std::optional<int>(0));
        QVERIFY(picturesIn(m_dir->path()).size() >= 10);
        QVERIFY(run.simulator.orders().isEmpty());
    }

    void aBrokenStepEndsTheTour()
    {
        Run run(m_dir->path());
        QVERIFY(run.tour);
        run.tour->setPatience(8s);
        run.simulator.setBlocked(u"otpwall"_s, true);
        QCOMPARE(run.exitCode(240s), std::optional<int>(1));

        const QStringList files = picturesIn(m_dir->path());
        QVERIFY2(files.last().endsWith(u"-all-accounts-failed.png"_s), qPrintable(files.last()));
        QCOMPARE(run.simulator.arrivals(u"otpzap"_s, u"buy"_s), 0);
        QVERIFY(run.simulator.orders().isEmpty());
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QFile file(m_dir->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Run run(m_dir->filePath(u"file/pictures"_s));
        QVERIFY(run.tour);
        QCOMPARE(run.exitCode(10s), std::optional<int>(1));
        QVERIFY(!run.session->window().isVisible());
    }

    void aStallIsMeasuredUnlessPaused()
    {
        const auto stall = [] {
            QElapsedTimer busy;
            for (busy.start(); busy.elapsed() < 60;) {
            }
        };
        StallMeter meter;
        meter.start();
        QTimer::singleShot(0ms, this, stall);
        std::chrono::milliseconds longest{0};
        QTRY_VERIFY((longest = std::max(longest, meter.takeLongest())) >= 50ms);
        meter.pause();
        (void)meter.takeLongest();
        stall();
        QCOMPARE(meter.takeLongest(), 0ms);
    }

private:
    static QStringList picturesIn(const QString &dir)
    {
        return QDir(dir).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
    }

    std::optional<QTemporaryDir> m_dir;
};

QTEST_MAIN(TourTest)
#include "tst_tour.moc"
