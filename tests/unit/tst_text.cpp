#include "providers/wire/text.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hiddenCharactersAreRemoved();
    void lineBreaksBecomeSpacesOrStay();
    void longTextIsCutWithAnEllipsis();
    void leadingSpaceDoesNotEatTheText();
    void emojiAreNotCutInHalf();
    void timesAreRead_data();
    void timesAreRead();
};

void TestText::initTestCase()
{
    // A zone with an hour that does not exist: 2026-03-08 02:30.
    qputenv("TZ", "America/New_York");
}

void TestText::hiddenCharactersAreRemoved()
{
    QCOMPARE(cleanLine(u"a\u202eb\u2066c\u200bd\u00ade\ufefff\u061cg"_s), u"abcdefg"_s);
    QCOMPARE(cleanLine(u"a\x01\x1b\x7f\u0085b"_s), u"ab"_s);
    QCOMPARE(cleanLine(u"a"_s + QString::fromUcs4(U"\U000E0041", 1) + u"b"_s), u"ab"_s);
    // Two halves that what stands between them keeps apart.
    QCOMPARE(cleanLine(QString(QChar(0xdb40)) + QChar(0x200b) + QChar(0xdc41)), QString());
    QCOMPARE(cleanLine(u"<b>bold</b> & co"_s), u"<b>bold</b> & co"_s);
    QCOMPARE(cleanLine(QStringView()), QString());
}

void TestText::lineBreaksBecomeSpacesOrStay()
{
    QCOMPARE(cleanLine(u"  a\r\nb\tc\rd\u2028e\n"_s), u"a b c d e"_s);
    QCOMPARE(cleanText(u"\n a\r\nb\tc\rd\u2029e \n"_s), u"a\nb\tc\nd\ne"_s);
}

void TestText::longTextIsCutWithAnEllipsis()
{
    QCOMPARE(cleanLine(u"abcdef"_s, 6), u"abcdef"_s);
    QCOMPARE(cleanLine(u"abcdef   "_s, 6), u"abcdef"_s);
    QCOMPARE(cleanLine(u"abcdefg"_s, 6), u"abcde…"_s);
    QCOMPARE(cleanLine(u"abcdef g"_s, 6), u"abcde…"_s);
    QCOMPARE(cleanLine(QString(5'000'000, u'x')).size(), 200);
}

void TestText::leadingSpaceDoesNotEatTheText()
{
    QCOMPARE(cleanLine(QString(500, u' ') + u"text"_s, 10), u"text"_s);
}

void TestText::emojiAreNotCutInHalf()
{
    const QString cut = cleanLine(u"abc😀😀😀"_s, 6);
    QCOMPARE(cut, u"abc😀…"_s);
}

void TestText::timesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("WIB") << u"2026-05-19 10:30:00 WIB"_s << u"2026-05-19T03:30:00Z"_s;
    QTest::newRow("WITA") << u"2026-05-19 10:30:00 WITA"_s << u"2026-05-19T02:30:00Z"_s;
    QTest::newRow("WIT") << u"2026-05-19 10:30:00 WIT"_s << u"2026-05-19T01:30:00Z"_s;
    QTest::newRow("Z") << u"2026-03-09T20:57:32Z"_s << u"2026-03-09T20:57:32Z"_s;
    QTest::newRow("milliseconds") << u"2026-03-09T20:57:32.250Z"_s << u"2026-03-09T20:57:32.250Z"_s;
    QTest::newRow("offset") << u"2026-03-09T20:57:32+07:00"_s << u"2026-03-09T13:57:32Z"_s;
    QTest::newRow("negative offset") << u"2026-03-09T20:57:32-05:00"_s << u"2026-03-10T01:57:32Z"_s;
    QTest::newRow("bare, at the given offset") << u"2026-04-09 21:55:55"_s << u"2026-04-09T16:55:55Z"_s;
    QTest::newRow("an hour that is skipped here") << u"2026-03-08 02:30:00"_s << u"2026-03-07T21:30:00Z"_s;
    QTest::newRow("no seconds") << u"2026-04-09 21:55"_s << u"2026-04-09T16:55:00Z"_s;
    QTest::newRow("date only") << u"2026-04-09"_s << u"2026-04-08T19:00:00Z"_s;
    QTest::newRow("seconds") << u"1770000000"_s << u"2026-02-02T02:40:00Z"_s;
    QTest::newRow("ms since 1970") << u"1770000000000"_s << u"2026-02-02T02:40:00Z"_s;
    for (const QString &bad : {u""_s, u"soon"_s, u"0"_s, u"-5"_s, u"12"_s, u"2026-13-01 00:00:00"_s, u"WIB"_s,
                               u"0000-00-00 00:00:00"_s, u"2026-04-09T"_s, u"null"_s, QString(100, u'1')})
        QTest::newRow(qPrintable(u"none: "_s + bad.left(20))) << bad << QString();
}

void TestText::timesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const QDateTime time = readTime(text, 5 * 3600);
    QCOMPARE(time.isValid(), !utc.isEmpty());
    if (!utc.isEmpty()) {
        QCOMPARE(time, QDateTime::fromString(utc, Qt::ISODateWithMs));
        QCOMPARE(time.timeSpec(), Qt::UTC);
    }
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
