#include "models/markets/marketmarks.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Market market(const QString &service, const QString &country = u"Pakistan"_s,
              OfferKind kind = OfferKind::Number)
{
    return {kind, service.toLower(), country.first(2).toUpper(), service, country};
}

QStringList titles(const QList<Market> &markets)
{
    QStringList all;
    for (const Market &market : markets)
        all.append(market.service + u'/' + market.country);
    return all;
}

} // namespace

class TestMarketMarks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<MarketMarks> m_marks;

    QString file() const { return m_dir->filePath(u"journal.sqlite"_s); }
    /// As if the application had been quit and started again; not loaded yet.
    MarketMarks &started()
    {
        m_marks.reset();
        m_journal.reset();
        m_journal = std::make_unique<Journal>(file());
        m_journal->open();
        m_marks = std::make_unique<MarketMarks>(*m_journal, *m_clock);
        m_marks->start();
        return *m_marks;
    }
    MarketMarks &loaded()
    {
        MarketMarks &marks = started();
        QSignalSpy changed(&marks, &MarketMarks::changed);
        if (!changed.wait())
            qFatal("the marks are not loaded");
        return marks;
    }
    /// Something done to the journal's file from outside.
    bool meddle(const QString &statement) const
    {
        const QString name = u"meddler"_s;
        bool done = false;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            other.setDatabaseName(file());
            done = other.open() && QSqlQuery(other).exec(statement);
        }
        QSqlDatabase::removeDatabase(name);
        return done;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    }
    void cleanup()
    {
        m_marks.reset();
        m_journal.reset();
        m_clock.reset();
        m_dir.reset();
    }

    void favouritesStayUntilTheyAreTakenBack()
    {
        {
            MarketMarks &marks = loaded();
            QSignalSpy changed(&marks, &MarketMarks::changed);
            marks.setFavourite(market(u"WhatsApp"_s), true);
            marks.setFavourite(market(u"WhatsApp"_s), true);
            marks.setFavourite(market(u"Telegram"_s), true);
            QCOMPARE(changed.count(), 2);
        }
        {
            MarketMarks &marks = loaded();
            QVERIFY(marks.isFavourite(market(u"WhatsApp"_s)));
            QVERIFY(!marks.isFavourite(market(u"WhatsApp"_s, u"India"_s)));
            QVERIFY(!marks.isFavourite(market(u"WhatsApp"_s, u"Pakistan"_s, OfferKind::Rental)));
            QCOMPARE(titles(marks.favourites()),
                     QStringList({u"Telegram/Pakistan"_s, u"WhatsApp/Pakistan"_s}));
            marks.setFavourite(market(u"WhatsApp"_s), false);
            QVERIFY(!marks.isFavourite(market(u"WhatsApp"_s)));
        }
        QCOMPARE(titles(loaded().favourites()), QStringList{u"Telegram/Pakistan"_s});
    }

    void favouritesComeByTitle()
    {
        MarketMarks &marks = loaded();
        for (const Market &one :
             {market(u"whatsapp"_s, u"Peru"_s), market(u"Uber"_s), market(u"WhatsApp"_s, u"India"_s),
              market(u"App 10"_s), market(u"App 9"_s), market(u"Uber"_s, u"Pakistan"_s, OfferKind::Email)})
            marks.setFavourite(one, true);
        QCOMPARE(titles(marks.favourites()),
                 QStringList({u"App 9/Pakistan"_s, u"App 10/Pakistan"_s, u"Uber/Pakistan"_s,
                              u"Uber/Pakistan"_s, u"WhatsApp/India"_s, u"whatsapp/Peru"_s}));
        QCOMPARE(marks.favourites()[2].kind, OfferKind::Number);
    }

    void recentOnesComeNewestFirstAndEachOnce()
    {
        const QStringList expected{u"B/Pakistan"_s, u"C/Pakistan"_s, u"A/Pakistan"_s};
        {
            MarketMarks &marks = loaded();
            QSignalSpy changed(&marks, &MarketMarks::changed);
            for (const QString &service : {u"A"_s, u"B"_s, u"C"_s, u"B"_s, u"B"_s})
                marks.noteUsed(market(service)); // all at one moment of the clock
            QCOMPARE(changed.count(), 4);
            QCOMPARE(titles(marks.recent()), expected);
        }
        QCOMPARE(titles(loaded().recent()), expected);
    }

    void onlySoManyRecentOnesAreKept()
    {
        {
            MarketMarks &marks = loaded();
            for (int i = 1; i <= MarketMarks::MostRecent + 3; ++i) {
                marks.noteUsed(market(QString::number(i)));
                m_clock->adjustWall(i % 2 ? 1h : -5h); // a clock that is set back changes no order
            }
            QCOMPARE(marks.recent().size(), MarketMarks::MostRecent);
        }
        const MarketMarks &marks = loaded();
        QCOMPARE(marks.recent().size(), MarketMarks::MostRecent);
        QCOMPARE(marks.recent().first().service, u"15"_s);
        QCOMPARE(marks.recent().last().service, u"4"_s);
    }

    void starringAndGoingThereAreApart()
    {
        loaded().setFavourite(market(u"A"_s), true);
        loaded().noteUsed(market(u"A"_s));
        loaded().setFavourite(market(u"A"_s), false);
        const MarketMarks &marks = loaded();
        QVERIFY(marks.favourites().isEmpty());
        QCOMPARE(marks.recent().size(), 1);
    }

    void whatIsMarkedBeforeLoadingIsAddedToWhatWas()
    {
        {
            MarketMarks &marks = loaded();
            marks.setFavourite(market(u"A"_s), true);
            marks.setFavourite(market(u"B"_s), true);
            marks.noteUsed(market(u"A"_s));
        }
        {
            MarketMarks &marks = started();
            QSignalSpy changed(&marks, &MarketMarks::changed);
            marks.setFavourite(market(u"C"_s), true);
            marks.setFavourite(market(u"B"_s), false);
            marks.noteUsed(market(u"C"_s));
            QVERIFY(marks.isFavourite(market(u"C"_s)));
            QTRY_COMPARE(marks.recent().size(), 2);
            QCOMPARE(titles(marks.favourites()), QStringList({u"A/Pakistan"_s, u"C/Pakistan"_s}));
        }
        const MarketMarks &marks = loaded();
        QCOMPARE(titles(marks.favourites()), QStringList({u"A/Pakistan"_s, u"C/Pakistan"_s}));
        QCOMPARE(titles(marks.recent()), QStringList({u"C/Pakistan"_s, u"A/Pakistan"_s}));
    }

    void aWriteThatFailsIsToldOnceAndTriedAgain()
    {
        MarketMarks &marks = loaded();
        QSignalSpy failed(&marks, &MarketMarks::storageFailed);
        QSignalSpy recovered(&marks, &MarketMarks::storageRecovered);
        QVERIFY(meddle(u"ALTER TABLE marked_markets RENAME TO elsewhere"_s));
        marks.setFavourite(market(u"A"_s), true);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<ApiError>().kind, ErrorKind::StorageFailed);
        QVERIFY(marks.isFavourite(market(u"A"_s)));
        marks.noteUsed(market(u"B"_s));
        QTRY_VERIFY(m_clock->nextAlarm());
        QVERIFY(meddle(u"ALTER TABLE elsewhere RENAME TO marked_markets"_s));
        QTRY_VERIFY((m_clock->skip(5s), recovered.count() > 0));
        QCOMPARE(failed.count(), 1);
        const MarketMarks &again = loaded();
        QVERIFY(again.isFavourite(market(u"A"_s)));
        QCOMPARE(again.recent().size(), 1);
    }

    void whatCouldNotBeReadIsNotOverwritten()
    {
        loaded().setFavourite(market(u"A"_s), true);
        QVERIFY(loaded().isFavourite(market(u"A"_s)));
        QVERIFY(meddle(u"ALTER TABLE marked_markets RENAME TO elsewhere"_s));
        MarketMarks &marks = started();
        QSignalSpy failed(&marks, &MarketMarks::storageFailed);
        marks.setFavourite(market(u"B"_s), true);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(meddle(u"ALTER TABLE elsewhere RENAME TO marked_markets"_s));
        marks.setFavourite(market(u"C"_s), true);
        QVERIFY(!marks.isFavourite(market(u"A"_s)));
        m_clock->skip(5s);
        QTRY_VERIFY(marks.isFavourite(market(u"A"_s)));
        QCOMPARE(titles(loaded().favourites()),
                 QStringList({u"A/Pakistan"_s, u"B/Pakistan"_s, u"C/Pakistan"_s}));
    }
};

QTEST_GUILESS_MAIN(TestMarketMarks)
#include "tst_marketmarks.moc"
