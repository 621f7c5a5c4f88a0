#include "providers/codes/codeextractor.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

class TestCodeExtractor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusIsReadWithoutInventing_data();
    void corpusIsReadWithoutInventing();
    void traps_data();
    void traps();
    void onlyTheStartOfALongTextIsRead();
    void hostileTextEnds_data();
    void hostileTextEnds();
};

void TestCodeExtractor::corpusIsReadWithoutInventing_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("messages of others") << u"otp_samples.jsonl"_s;
    QTest::newRow("our own") << u"otp_cases.jsonl"_s;
}

void TestCodeExtractor::corpusIsReadWithoutInventing()
{
    QFETCH(QString, file);
    QFile data(QStringLiteral(OTPDESK_TEST_DATA "/") + file);
    QVERIFY2(data.open(QIODevice::ReadOnly), qPrintable(data.fileName()));
    int total = 0;
    int right = 0;
    while (!data.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(data.readLine()).object();
        const QString text = line.value(u"text"_s).toString();
        const QString expected = line.value(u"code"_s).toString();
        const QString found = extractCode(text);
        ++total;
        right += found == expected;
        // Missing one is a pity; naming one that is none is a fault.
        QVERIFY2(found == expected || found.isEmpty(), qPrintable(found + u" in: "_s + text));
    }
    QVERIFY(total >= 120);
    QVERIFY2(right * 100 >= total * 97,
             qPrintable(QString::number(right) + u" of "_s + QString::number(total)));
}

void TestCodeExtractor::traps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("groups are joined") << u"Your code: 123 456"_s << u"123456"_s;
    QTest::newRow("hyphenated digits are joined") << u"123-456"_s << u"123456"_s;
    QTest::newRow("hyphen of letters stays") << u"Your code is RKJ-YP6"_s << u"RKJ-YP6"_s;
    QTest::newRow("service prefix is dropped")
        << u"G-412157 is your Google verification code."_s << u"412157"_s;
    QTest::newRow("digits of another script") << u"رمز التحقق: ٤٨٢٩١٣"_s << u"482913"_s;
    QTest::newRow("wide digits") << u"验证码：４８２９１３"_s << u"482913"_s;
    QTest::newRow("bidi marks") << u"Your code\u200f is \u2068482913\u2069"_s << u"482913"_s;
    QTest::newRow("app hash") << u"<#> Your code is 5934\nFA+9qCX9VSu"_s << u"5934"_s;
    QTest::newRow("bound to a site") << u"@example.com #123456"_s << u"123456"_s;
    QTest::newRow("text and site disagree") << u"Your code is 654321\n@example.com #123456"_s << QString();
    QTest::newRow("two codes") << u"Your code is 123456 or 654321"_s << QString();
    QTest::newRow("only in the address") << u"Verify here: https://x.example/v?code=482913"_s << u"482913"_s;
    QTest::newRow("address beside the code") << u"Code 1234, or tap https://x.example/987654"_s << u"1234"_s;
    QTest::newRow("phone") << u"+1-388-941-4444 your code is 333-222"_s << u"333222"_s;
    QTest::newRow("year as a code") << u"Your code is 2024"_s << u"2024"_s;
    QTest::newRow("year as a year") << u"Your code expires in May 2026"_s << QString();
    QTest::newRow("amount") << u"Your OTP for payment of Rs 5000 has been sent"_s << QString();
    QTest::newRow("masked card") << u"Enter the code for card **** 1234"_s << QString();
    QTest::newRow("order") << u"Your order 482913 has shipped. Never share your PIN."_s << QString();
    QTest::newRow("promotion") << u"Use code SAVE20 for 20% off"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestCodeExtractor::traps()
{
    QFETCH(QString, text);
    QTEST(extractCode(text), "code");
}

void TestCodeExtractor::onlyTheStartOfALongTextIsRead()
{
    const QString filler = QString(5000, u'.');
    QCOMPARE(extractCode(u"Your code is 482913\n"_s + filler), u"482913"_s);
    QCOMPARE(extractCode(filler + u"\nYour code is 482913"_s), QString());
}

void TestCodeExtractor::hostileTextEnds_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece :
         {u"1"_s, u"1 "_s, u"1-"_s, u"1."_s, u"1234 "_s, u"code "_s, u"code 1234 "_s, u"a.b@"_s, u"验证码"_s,
          u"\u202e1"_s, u"https://"_s, u"*"_s, u"\n"_s, u"X1"_s, u"use 12345 "_s, QString(QChar(0xd800)),
          QString(QChar(0x0301)), QString(QChar(0xfdfa))})
        QTest::newRow(piece.toUtf8().toPercentEncoding().constData()) << piece;
}

void TestCodeExtractor::hostileTextEnds()
{
    QFETCH(QString, piece);
    // Under the test's time limit; a million characters are no more work than four thousand.
    const QString text = piece.repeated(1'000'000 / piece.size());
    for (int i = 0; i < 5; ++i)
        extractCode(text);
}

QTEST_GUILESS_MAIN(TestCodeExtractor)
#include "tst_codeextractor.moc"
