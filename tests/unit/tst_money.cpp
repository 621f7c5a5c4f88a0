#include "providers/types/money.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {
const Currency usd = Currency::fromCode(u"USD");
const Currency idr = Currency::fromCode(u"IDR");
} // namespace

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadExactly_data();
    void textIsReadExactly();
    void uselessTextGivesNothing_data();
    void uselessTextGivesNothing();
    void jsonNumbersAreRoundedOnce();
    void otherJsonGivesNothing();
    void decimalsFollowTheCurrency();
    void sumsSaturateInsteadOfWrapping();
    void amountsOfTwoCurrenciesAreNotOrdered();
    void currencyCodes();
};

void TestMoney::textIsReadExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("units");
    QTest::newRow("decimals") << u"840.00"_s << qint64(8400000);
    QTest::newRow("whole") << u"50"_s << qint64(500000);
    QTest::newRow("negative") << u"-1.5"_s << qint64(-15000);
    QTest::newRow("plus") << u"+1.5"_s << qint64(15000);
    QTest::newRow("grouped") << u"1,234.50"_s << qint64(12345000);
    QTest::newRow("space around") << u" 7 "_s << qint64(70000);
    QTest::newRow("half rounds away from zero") << u"0.00005"_s << qint64(1);
    QTest::newRow("negative half too") << u"-0.00005"_s << qint64(-1);
    QTest::newRow("less than half") << u"0.00004999"_s << qint64(0);
    QTest::newRow("rounding carries") << u"0.99995"_s << qint64(10000);
    QTest::newRow("largest") << u"900000000000000"_s << qint64(9'000'000'000'000'000'000);
}

void TestMoney::textIsReadExactly()
{
    QFETCH(QString, text);
    const auto money = Money::fromText(text, usd);
    QVERIFY(money);
    QTEST(money->units(), "units");
    QCOMPARE(money->currency(), usd);
}

void TestMoney::uselessTextGivesNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s,
                                u"-"_s,
                                u"."_s,
                                u"1."_s,
                                u".5"_s,
                                u"1e3"_s,
                                u"abc"_s,
                                u"1,23"_s,
                                u"1,2345"_s,
                                u",123"_s,
                                u"1 000"_s,
                                u"--1"_s,
                                u"0x10"_s,
                                u"NaN"_s,
                                u"1.2.3"_s,
                                u"1.5x"_s,
                                u"1.23456x"_s,
                                u"٥٠"_s,
                                u"900000000000001"_s,
                                u"99999999999999999999"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestMoney::uselessTextGivesNothing()
{
    QFETCH(QString, text);
    QVERIFY(!Money::fromText(text, usd));
}

void TestMoney::jsonNumbersAreRoundedOnce()
{
    QCOMPARE(Money::fromJson(0.1 + 0.2, usd)->units(), 3000);
    QCOMPARE(Money::fromJson(376.88, usd)->units(), 3768800);
    QCOMPARE(Money::fromJson(1e-7, usd)->units(), 0);
    QCOMPARE(Money::fromJson(50017, idr)->units(), 500170000);
    QCOMPARE(Money::fromJson(u"15.60"_s, usd)->units(), 156000);
}

void TestMoney::otherJsonGivesNothing()
{
    for (const QJsonValue &value :
         {QJsonValue(), QJsonValue(true), QJsonValue(QJsonArray()), QJsonValue(1e15),
          QJsonValue(std::numeric_limits<double>::quiet_NaN()), QJsonValue(u"free"_s)})
        QVERIFY(!Money::fromJson(value, usd));
}

void TestMoney::decimalsFollowTheCurrency()
{
    QCOMPARE(Money::fromUnits(15000, usd).toDecimal(), u"1.50"_s);
    QCOMPARE(Money::fromUnits(125, usd).toDecimal(), u"0.0125"_s);
    QCOMPARE(Money::fromUnits(500000000, idr).toDecimal(), u"50000"_s);
    QCOMPARE(Money::fromUnits(15000, idr).toDecimal(), u"1.5"_s);
    QCOMPARE(Money::fromUnits(-15000, usd).toDecimal(), u"-1.50"_s);
    QCOMPARE(Money::fromUnits(std::numeric_limits<qint64>::min(), usd).toDecimal(), u"-900000000000000.00"_s);
}

void TestMoney::sumsSaturateInsteadOfWrapping()
{
    const Money most = Money::fromUnits(std::numeric_limits<qint64>::max(), usd);
    QCOMPARE(most + most, most);
    QCOMPARE(-most - most, -most);
    QCOMPARE(most * 2, most);
    QCOMPARE(most * -2, -most);
    QCOMPARE(-most * -2, most);
    QCOMPARE(Money::fromUnits(3, usd) * 4, Money::fromUnits(12, usd));
    QCOMPARE((Money::fromUnits(3, usd) - Money::fromUnits(5, usd)).units(), -2);
}

void TestMoney::amountsOfTwoCurrenciesAreNotOrdered()
{
    const Money dollars = Money::fromUnits(1, usd);
    const Money rupiah = Money::fromUnits(2, idr);
    QVERIFY(!(dollars < rupiah) && !(dollars > rupiah) && dollars != rupiah);
    QVERIFY(Money::fromUnits(1, usd) < Money::fromUnits(2, usd));
}

void TestMoney::currencyCodes()
{
    QCOMPARE(Currency::fromCode(u"ngn").code(), u"NGN"_s);
    QCOMPARE(Currency::fromCode(u"ngn").sign(), u"₦"_s);
    QCOMPARE(Currency::fromCode(u"XYZ").sign(), u"XYZ"_s);
    for (const QString &bad : {u""_s, u"US"_s, u"USDT"_s, u"U$D"_s, u"ÄÖÜ"_s, u"uſd"_s})
        QVERIFY(!Currency::fromCode(bad).isValid());
    QCOMPARE(Currency().code(), QString());
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
