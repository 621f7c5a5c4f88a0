#include "models/text/format.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace otpdesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void moneyHasItsSignAndGroups_data();
    void moneyHasItsSignAndGroups();
    void moneyFollowsTheLocale();
    void unknownMoneyIsADash();
    void timeLeftReadsShort_data();
    void timeLeftReadsShort();
    void agoGetsCoarser();
    void digitsAreGroupedForReading_data();
    void digitsAreGroupedForReading();
    void everyErrorSaysSomethingOfItsOwn();
    void aWaitIsSaidWhenItIsKnown();
    void theHostOfARedirectIsNamed();
    void permissionsAreExplained();
    void everyStatusHasAWord();
    void ownRecordsReadShort_data();
    void ownRecordsReadShort();
};

void TestFormat::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestFormat::moneyHasItsSignAndGroups_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::newRow("rupiah") << u"50000"_s << u"IDR"_s << u"Rp\u00a050,000"_s;
    QTest::newRow("rupiah with a part") << u"50000.5"_s << u"IDR"_s << u"Rp\u00a050,000.5"_s;
    QTest::newRow("naira") << u"450"_s << u"NGN"_s << u"₦450.00"_s;
    QTest::newRow("dollar") << u"1.5"_s << u"USD"_s << u"$1.50"_s;
    QTest::newRow("fractions of a cent") << u"0.0125"_s << u"USD"_s << u"$0.0125"_s;
    QTest::newRow("zeros behind are dropped") << u"0.1250"_s << u"USD"_s << u"$0.125"_s;
    QTest::newRow("negative") << u"-1234.5"_s << u"USD"_s << u"-$1,234.50"_s;
    QTest::newRow("rupee") << u"45"_s << u"PKR"_s << u"₨45.00"_s;
    QTest::newRow("no sign known") << u"45"_s << u"XYZ"_s << u"XYZ\u00a045.00"_s;
    QTest::newRow("no currency") << u"45"_s << QString() << u"45.00"_s;
    QTest::newRow("largest") << u"900000000000000"_s << u"USD"_s << u"$900,000,000,000,000.00"_s;
}

void TestFormat::moneyHasItsSignAndGroups()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    QTEST(format::money(*Money::fromText(amount, Currency::fromCode(currency))), "text");
}

void TestFormat::moneyFollowsTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QString german = format::money(*Money::fromText(u"1234.5", Currency::fromCode(u"USD")));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(german, u"$1.234,50"_s);
}

void TestFormat::unknownMoneyIsADash()
{
    QCOMPARE(format::money(std::optional<Money>()), u"—"_s);
    QCOMPARE(format::money(std::optional<Money>(Money::fromUnits(0, Currency::fromCode(u"USD")))),
             u"$0.00"_s);
}

void TestFormat::timeLeftReadsShort_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("over") << qint64(-5) << u"0:00"_s;
    QTest::newRow("zero") << qint64(0) << u"0:00"_s;
    QTest::newRow("not yet over") << qint64(1) << u"0:01"_s;
    QTest::newRow("65 s") << qint64(65'000) << u"1:05"_s;
    QTest::newRow("12:40") << qint64(760'000) << u"12:40"_s;
    QTest::newRow("59:59") << qint64(3'599'000) << u"59:59"_s;
    QTest::newRow("3 h 20") << qint64(12'000'000) << u"3 h 20 min"_s;
    QTest::newRow("47 h") << qint64(47 * 3'600'000LL + 60'000) << u"47 h"_s;
    QTest::newRow("2 days") << qint64(48 * 3'600'000LL) << u"2 days"_s;
    QTest::newRow("2 days 3 h") << qint64((2 * 24 + 3) * 3'600'000LL) << u"2 days 3 h"_s;
    QTest::newRow("12 days") << qint64((12 * 24 + 4) * 3'600'000LL) << u"12 days"_s;
}

void TestFormat::timeLeftReadsShort()
{
    QFETCH(qint64, ms);
    QTEST(format::timeLeft(std::chrono::milliseconds(ms)), "text");
}

void TestFormat::agoGetsCoarser()
{
    const QDateTime now(QDate(2026, 5, 19), QTime(15, 0), Qt::UTC);
    QCOMPARE(format::ago(now, now), u"just now"_s);
    QCOMPARE(format::ago(now.addSecs(5), now), u"just now"_s);
    QCOMPARE(format::ago(now.addSecs(-200), now), u"3 min ago"_s);
    QCOMPARE(format::ago(now.addSecs(-3480 - 3600), now), u"today 13:02"_s);
    QCOMPARE(format::ago(now.addDays(-7), now), u"12 May 15:00"_s);
    QCOMPARE(format::ago(now.addYears(-1), now), u"19 May 2025 15:00"_s);
    QCOMPARE(format::ago(QDateTime(), now), u"—"_s);
}

void TestFormat::digitsAreGroupedForReading_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("6") << u"847293"_s << u"847 293"_s;
    QTest::newRow("4") << u"1234"_s << u"1234"_s;
    QTest::newRow("5") << u"12345"_s << u"12345"_s;
    QTest::newRow("7") << u"1234567"_s << u"123 4567"_s;
    QTest::newRow("8") << u"12345678"_s << u"1234 5678"_s;
    QTest::newRow("9") << u"123456789"_s << u"123 456 789"_s;
    QTest::newRow("10") << u"1234567890"_s << u"123 456 7890"_s;
    QTest::newRow("letters") << u"RKJ-YP6"_s << u"RKJ-YP6"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestFormat::digitsAreGroupedForReading()
{
    QFETCH(QString, code);
    QTEST(format::code(code), "text");
}

void TestFormat::everyErrorSaysSomethingOfItsOwn()
{
    QSet<QString> sentences;
    const int last = static_cast<int>(ErrorKind::KeyMissing);
    for (int kind = 0; kind <= last; ++kind) {
        ApiError error;
        error.kind = static_cast<ErrorKind>(kind);
        error.detail = u"<b>their words</b>"_s;
        const QString text = format::error(error, u"OTPZap"_s);
        QVERIFY2(text.contains(u"OTPZap"_s), qPrintable(text));
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(error.kind == ErrorKind::Redirected || !text.contains(u"their words"_s), qPrintable(text));
        sentences.insert(text);
        QVERIFY(!format::error(error, QString()).contains(u"%1"_s));
    }
    QCOMPARE(sentences.size(), last + 1);
}

void TestFormat::aWaitIsSaidWhenItIsKnown()
{
    ApiError error;
    error.kind = ErrorKind::TooEarly;
    error.retryAfter = 84s;
    QCOMPARE(format::error(error, u"OTPZap"_s), u"OTPZap does not allow this yet. Try again in 1:24."_s);
}

void TestFormat::theHostOfARedirectIsNamed()
{
    ApiError error;
    error.kind = ErrorKind::Redirected;
    error.detail = u"evil.example"_s;
    QVERIFY(format::error(error, u"OTPZap"_s).contains(u"evil.example"_s));
}

void TestFormat::permissionsAreExplained()
{
    const QDateTime now(QDate(2026, 5, 19), QTime(15, 0), Qt::UTC);
    QCOMPARE(format::permission(Permission::allowed(), now), QString());
    QCOMPARE(format::permission(Permission::after(now.addSecs(84)), now),
             u"Possible in 1:24, after the provider's waiting time."_s);
    QCOMPARE(format::permission(Permission::after(now.addSecs(-1)), now), QString());
    using Reason = Permission::Reason;
    QSet<QString> sentences;
    for (const Reason reason : {Reason::NotOffered, Reason::NoMessageYet, Reason::AlreadyHasMessage,
                                Reason::WaitingForNewMessage, Reason::Ended, Reason::NotConfirmed})
        sentences.insert(format::permission(Permission::never(reason), now));
    QCOMPARE(sentences.size(), 6);
    QVERIFY(!sentences.contains(QString()));
}

void TestFormat::everyStatusHasAWord()
{
    QSet<QString> words;
    const int last = static_cast<int>(OrderStatus::NotBought);
    for (int status = 0; status <= last; ++status)
        words.insert(format::status(static_cast<OrderStatus>(status)));
    QCOMPARE(words.size(), last + 1);
    QVERIFY(!words.contains(QString()));
}

void TestFormat::ownRecordsReadShort_data()
{
    QTest::addColumn<TrackRecord>("record");
    QTest::addColumn<OfferKind>("kind");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const TrackRecord &record, OfferKind kind, const QString &brief,
                        const QString &sentence) {
        QTest::newRow(name) << record << kind << brief << sentence;
    };
    row("usual", {9, 7, 24s}, OfferKind::Number, u"78% of 9"_s,
        u"You bought 9 numbers here: 7 got a message, half of them within 24 s."_s);
    row("in vain", {1, 0, {}}, OfferKind::Number, u"0% of 1"_s,
        u"You bought 1 number here: no message came."_s);
    row("just one", {1, 1, 23100ms}, OfferKind::Email, u"100% of 1"_s,
        u"You bought 1 inbox here: 1 got a message, after 24 s."_s);
    row("nobody knows how long", {1200, 1199, {}}, OfferKind::Email, u"99% of 1,200"_s,
        u"You bought 1,200 inboxes here: 1,199 got a message."_s);
    row("minutes", {2, 2, 3min}, OfferKind::Number, u"100% of 2"_s,
        u"You bought 2 numbers here: 2 got a message, half of them within 3 min."_s);
}

void TestFormat::ownRecordsReadShort()
{
    QFETCH(TrackRecord, record);
    QFETCH(OfferKind, kind);
    QTEST(format::record(&record), "brief");
    QTEST(format::recordInFull(record, kind), "sentence");
    QCOMPARE(format::record(nullptr), u"—"_s);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
