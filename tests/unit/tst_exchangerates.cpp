#include "models/rates/exchangerates.h"

#include "models/rates/currencynames.h"
#include "models/rates/ratewords.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using Problem = ExchangeRates::Problem;

namespace {

const Currency usd = Currency::fromCode(u"USD");
const Currency inr = Currency::fromCode(u"INR");
const Currency idr = Currency::fromCode(u"IDR");
const Currency pkr = Currency::fromCode(u"PKR");
const Currency eur = Currency::fromCode(u"EUR");
const QDate third(2026, 11, 3);
const QDate tenth(2026, 11, 10);

ExchangeRates someRates()
{
    ExchangeRates rates;
    rates.setDisplay(inr);
    rates.set(inr, u"84.10"_s, third);
    rates.set(idr, u"16250"_s, tenth);
    return rates;
}

/// The price in its smallest part: 10000 is one unit of the currency.
Money money(qint64 units, Currency currency)
{
    return Money::fromUnits(units, currency);
}

} // namespace

class TestExchangeRates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void whatIsTypedIsReadOrRefused_data();
    void whatIsTypedIsReadOrRefused();
    void whatIsTypedIsKeptAsItIs();
    void aRefusedRateLeavesTheEarlierOne();
    void theReferenceTakesNoRate();
    void amountsAreConverted_data();
    void amountsAreConverted();
    void halvesAreRoundedAwayFromZero();
    void theSameCurrencyStaysExact();
    void amountsBeyondTheRangeSaturate();
    void withoutARateNothingIsConverted();
    void theOlderDateCounts();
    void whatIsSavedIsLoaded();
    void savingForgetsWhatWasRemoved();
    void aCommaIsLoadedInAnyLanguage();
    void garbageInTheFileIsPassedOver();
    void aConvertedPriceIsExplained();
    void convertedAmountsReadAsMoney_data();
    void convertedAmountsReadAsMoney();
    void onlyOldRatesSayTheirAge_data();
    void onlyOldRatesSayTheirAge();
    void examplesAreRoundAndNotTiny();
    void problemsSayWhatToDo();
    void currenciesAreKnownByName();
};

void TestExchangeRates::whatIsTypedIsReadOrRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const QString &text, Problem problem, const QString &locale = u"en"_s) {
        QTest::newRow(qPrintable(text + u" in "_s + locale)) << text << locale << problem;
    };
    for (const QString &good : {u"84.10"_s, u"0.0000625"_s, u"16250"_s, u" 16250 "_s, u"84,1"_s, u"0,250"_s,
                                u"84.105"_s, u"1000000000"_s, u"0.000000001"_s, u"16250,000"_s})
        row(good, Problem::None);
    for (const QString &bad :
         {u""_s, u"."_s, u"84."_s, u".5"_s, u"1.2.3"_s, u"1,234.5"_s, u"16 250"_s, u"1e3"_s, u"nan"_s,
          u"inf"_s, u"84x"_s, u"--1"_s, u"٨٤"_s, u"0x10"_s, u"1.0000000000000000000"_s})
        row(bad, Problem::NotANumber);
    for (const QString &none : {u"0"_s, u"0.00"_s, u"-1"_s, u"-84.10"_s, u"-0"_s})
        row(none, Problem::NotPositive);
    for (const QString &wild : {u"0.0000000009"_s, u"1000000000.1"_s, u"99999999999"_s})
        row(wild, Problem::OutOfRange);
    row(u"16,250"_s, Problem::Grouped);
    row(u"16,250"_s, Problem::None, u"id"_s);
    row(u"16.250"_s, Problem::Grouped, u"id"_s);
    row(u"0.250"_s, Problem::None, u"id"_s);
    row(u"84.10"_s, Problem::None, u"id"_s);
}

void TestExchangeRates::whatIsTypedIsReadOrRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, locale);
    QFETCH(Problem, problem);
    QCOMPARE(ExchangeRates::problemWith(text, QLocale(locale)), problem);
    ExchangeRates rates;
    if (problem != Problem::Grouped) // that is for the person to say
        QCOMPARE(rates.set(inr, text, third), problem == Problem::None);
}

void TestExchangeRates::whatIsTypedIsKeptAsItIs()
{
    ExchangeRates rates;
    QVERIFY(rates.set(inr, u" 84,10 "_s, third));
    QCOMPARE(rates.rate(inr)->text, u"84,10"_s);
    QCOMPARE(rates.rate(inr)->value, 84.1);
    QCOMPARE(rates.rate(inr)->date, third);
    QVERIFY(rates.set(inr, u"084.1000"_s, tenth));
    QCOMPARE(rates.rates().size(), 1);
    QCOMPARE(rates.rate(inr)->text, u"084.1000"_s);
}

void TestExchangeRates::aRefusedRateLeavesTheEarlierOne()
{
    ExchangeRates rates = someRates();
    QVERIFY(!rates.set(inr, u"0"_s, tenth));
    QVERIFY(!rates.set(inr, u"85"_s, QDate()));
    QCOMPARE(rates, someRates());
}

void TestExchangeRates::theReferenceTakesNoRate()
{
    ExchangeRates rates;
    QVERIFY(!rates.set(ExchangeRates::reference(), u"2"_s, third));
    QVERIFY(!rates.set(Currency(), u"2"_s, third));
    QVERIFY(rates.rates().isEmpty());
    QCOMPARE(rates.factor(usd, usd), 1.);
}

void TestExchangeRates::amountsAreConverted_data()
{
    QTest::addColumn<Money>("amount");
    QTest::addColumn<Money>("converted");
    QTest::newRow("from the reference") << money(15000, usd) << money(1261500, inr);
    QTest::newRow("to the reference") << money(841000, inr) << money(10000, usd);
    QTest::newRow("across") << money(162'500'000, idr) << money(841'000, inr);
    QTest::newRow("across, back") << money(841'000, inr) << money(162'500'000, idr);
    QTest::newRow("across, rounded") << money(10'000'000, idr) << money(51'754, inr);
    QTest::newRow("negative") << money(-15000, usd) << money(-1261500, inr);
    QTest::newRow("nothing") << money(0, usd) << money(0, inr);
    QTest::newRow("too small to be left") << money(10000, idr) << money(1, usd);
}

void TestExchangeRates::amountsAreConverted()
{
    QFETCH(Money, amount);
    QFETCH(Money, converted);
    const auto result = someRates().convert(amount, converted.currency());
    QVERIFY(result);
    QCOMPARE(result->units(), converted.units());
    QCOMPARE(result->currency(), converted.currency());
}

void TestExchangeRates::halvesAreRoundedAwayFromZero()
{
    ExchangeRates rates;
    // None of these rates is exact in binary; their multiples ending in a half are exact in decimals.
    for (int hundredths = 101; hundredths < 10'000; hundredths += 2) {
        QVERIFY(rates.set(inr, QString::number(hundredths / 100.0, 'f', 2), third));
        for (int i = 1; i < 200; i += 2) {
            const qint64 amount = i * 50;             // 50 x 1.01 = 50.5
            const qint64 exact = amount * hundredths; // in hundredths of a unit
            const qint64 rounded = (exact + 50) / 100;
            QCOMPARE(rates.convert(money(amount, usd), inr)->units(), rounded);
            QCOMPARE(rates.convert(money(-amount, usd), inr)->units(), -rounded);
        }
    }
}

void TestExchangeRates::theSameCurrencyStaysExact()
{
    const Money odd = money(8'999'999'999'999'999'999, eur);
    QCOMPARE(ExchangeRates().convert(odd, eur), odd);
    QCOMPARE(ExchangeRates().factor(eur, eur), 1.);
}

void TestExchangeRates::amountsBeyondTheRangeSaturate()
{
    const Money most = money(std::numeric_limits<qint64>::max(), usd);
    const qint64 limit = most.units();
    QCOMPARE(someRates().convert(most, idr), money(limit, idr));
    QCOMPARE(someRates().convert(-most, idr), money(-limit, idr));
    ExchangeRates rates;
    QVERIFY(rates.set(inr, u"1.0222222222222"_s, third)); // between Money's range and that of its units
    QCOMPARE(rates.convert(most, inr), money(limit, inr));
    QVERIFY(rates.set(inr, u"1000000000"_s, third));
    QVERIFY(rates.set(idr, u"0.000000001"_s, third));
    QCOMPARE(rates.convert(money(limit, idr), inr), money(limit, inr));
    QCOMPARE(rates.convert(money(limit, inr), idr), money(9, idr));
}

void TestExchangeRates::withoutARateNothingIsConverted()
{
    ExchangeRates rates = someRates();
    QVERIFY(!rates.convert(money(10000, pkr), inr));
    QVERIFY(!rates.convert(money(10000, inr), pkr));
    QVERIFY(!rates.convert(money(10000, inr), Currency()));
    QVERIFY(!rates.convert(money(10000, Currency()), inr));
    QVERIFY(!rates.factor(Currency(), Currency()));
    QVERIFY(!rates.dateOf(pkr, inr).isValid());
    rates.remove(inr);
    QVERIFY(!rates.convert(money(10000, usd), inr));
    QVERIFY(rates.convert(money(10000, usd), idr));
}

void TestExchangeRates::theOlderDateCounts()
{
    const ExchangeRates rates = someRates();
    QCOMPARE(rates.dateOf(idr, inr), third);
    QCOMPARE(rates.dateOf(inr, idr), third);
    QCOMPARE(rates.dateOf(usd, idr), tenth);
    QCOMPARE(rates.dateOf(inr, usd), third);
    QVERIFY(!rates.dateOf(inr, inr).isValid());
    QCOMPARE(rates.between(idr, inr), (QList{*rates.rate(idr), *rates.rate(inr)}));
    QVERIFY(rates.between(idr, pkr).isEmpty());
}

void TestExchangeRates::whatIsSavedIsLoaded()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"settings.ini"_s);
    ExchangeRates rates = someRates();
    QVERIFY(rates.set(pkr, u"278,40"_s, QDate(2025, 1, 31)));
    {
        QSettings settings(file, QSettings::IniFormat);
        rates.save(settings);
    }
    QSettings settings(file, QSettings::IniFormat);
    QCOMPARE(ExchangeRates::load(settings), rates);
    QCOMPARE(settings.group(), QString());
}

void TestExchangeRates::savingForgetsWhatWasRemoved()
{
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"window/tab"_s, 2);
    ExchangeRates rates = someRates();
    rates.save(settings);
    rates.remove(idr);
    rates.setDisplay({});
    rates.save(settings);
    QCOMPARE(ExchangeRates::load(settings), rates);
    QCOMPARE(settings.value(u"window/tab"_s).toInt(), 2);
    ExchangeRates().save(settings);
    QVERIFY(!settings.childGroups().contains(u"rates"_s));
    QCOMPARE(ExchangeRates::load(settings), ExchangeRates());
}

void TestExchangeRates::aCommaIsLoadedInAnyLanguage()
{
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ExchangeRates rates;
    QVERIFY(rates.set(inr, u"84,105"_s, third)); // typed where the comma is the decimal mark
    rates.save(settings);
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(ExchangeRates::load(settings).factor(usd, inr), 84.105);
}

void TestExchangeRates::garbageInTheFileIsPassedOver()
{
    const QTemporaryDir dir;
    const QString name = dir.filePath(u"settings.ini"_s);
    QFile file(name);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("[rates]\ndisplay=money\nUSD=1, 2026-11-03\nUSDINR=84.10\nUSDIDR=0, 2026-11-03\n"
               "USDPKR=278, 2026-13-03\nUSDNGN=@Invalid()\nUSDUSD=2, 2026-11-03\nUSDEURO=1, 2026-11-03\n"
               "EURINR=90, 2026-11-03\nUSDGBP=0.8, 2026-11-03, more\nUSDJPY=\"1,5\", 2026-11-03\n"
               "deep\\USDTRY=30, 2026-11-03\n%FF%zz=\xff\xfe\n");
    file.close();
    QSettings settings(name, QSettings::IniFormat);
    const ExchangeRates rates = ExchangeRates::load(settings);
    QVERIFY(!rates.display().isValid());
    QCOMPARE(rates.rates().size(), 1);
    QCOMPARE(rates.rates().first().currency.code(), u"JPY"_s);
}

void TestExchangeRates::aConvertedPriceIsExplained()
{
    ExchangeRates rates = someRates();
    QCOMPARE(ratewords::converted(money(1474, usd), rates),
             u"About ₹12.40, at your rate of 3 Nov 2026: 1 USD = 84.10 INR"_s);
    QCOMPARE(
        ratewords::converted(money(10'000'000, idr), rates),
        u"About ₹5.18, at your rates: 1 USD = 16250 IDR (10 Nov 2026), 1 USD = 84.10 INR (3 Nov 2026)"_s);
    QCOMPARE(ratewords::converted(money(10000, inr), rates), QString());
    QCOMPARE(ratewords::converted(money(10000, pkr), rates), QString());
    rates.setDisplay({});
    QCOMPARE(ratewords::converted(money(1474, usd), rates), QString());
}

void TestExchangeRates::convertedAmountsReadAsMoney_data()
{
    QTest::addColumn<Money>("amount");
    QTest::addColumn<QString>("words");
    QTest::newRow("to the hundredth") << money(123'954, inr) << u"₹12.40"_s;
    QTest::newRow("to the whole") << money(18'333'500, idr) << u"Rp 1,833"_s;
    QTest::newRow("two digits at least") << money(623, usd) << u"$0.062"_s;
    QTest::newRow("the last digit there is") << money(62, usd) << u"$0.0062"_s;
    QTest::newRow("little of a big number") << money(53'400, idr) << u"Rp 5.3"_s;
    QTest::newRow("negative") << money(-123'950, inr) << u"-₹12.40"_s;
    QTest::newRow("nothing") << money(0, usd) << u"$0.00"_s;
}

void TestExchangeRates::convertedAmountsReadAsMoney()
{
    QFETCH(Money, amount);
    QFETCH(QString, words);
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(ratewords::amount(amount).replace(QChar::Nbsp, u' '), words);
}

void TestExchangeRates::onlyOldRatesSayTheirAge_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("words");
    QTest::newRow("entered tomorrow") << -1 << QString();
    QTest::newRow("today") << 0 << QString();
    QTest::newRow("a week") << 7 << QString();
    QTest::newRow("more") << 8 << u"8 days old"_s;
    QTest::newRow("two weeks") << 14 << u"2 weeks old"_s;
    QTest::newRow("three weeks") << 27 << u"3 weeks old"_s;
    QTest::newRow("two months") << 61 << u"2 months old"_s;
    QTest::newRow("a year") << 366 << u"12 months old"_s;
    QTest::newRow("two years") << 731 << u"2 years old"_s;
}

void TestExchangeRates::onlyOldRatesSayTheirAge()
{
    QFETCH(int, days);
    QTEST(ratewords::age(third, third.addDays(days)), "words");
}

void TestExchangeRates::examplesAreRoundAndNotTiny()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    const ExchangeRates rates = someRates();
    QCOMPARE(ratewords::example(usd, inr, rates), u"$1.00 ≈ ₹84.10"_s);
    QCOMPARE(ratewords::example(idr, inr, rates).replace(QChar::Nbsp, u' '), u"Rp 1,000 ≈ ₹5.18"_s);
    QCOMPARE(ratewords::example(idr, usd, rates).replace(QChar::Nbsp, u' '), u"Rp 100,000 ≈ $6.15"_s);
    QCOMPARE(ratewords::example(pkr, inr, rates), QString());
    QCOMPARE(ratewords::example(inr, inr, rates), QString());
    ExchangeRates wild;
    QVERIFY(wild.set(inr, u"0.000000001"_s, third) && wild.set(idr, u"1000000000"_s, third));
    QVERIFY(!ratewords::example(idr, inr, wild).isEmpty());
}

void TestExchangeRates::problemsSayWhatToDo()
{
    QCOMPARE(ratewords::problem(Problem::None, u"1"_s), QString());
    for (const Problem problem : {Problem::NotANumber, Problem::NotPositive, Problem::OutOfRange})
        QVERIFY(!ratewords::problem(problem, u"x"_s).isEmpty());
    QLocale::setDefault(QLocale(u"id_ID"_s));
    QVERIFY(ratewords::problem(Problem::NotANumber, u"x"_s).contains(u"84,10 "_s) ||
            ratewords::problem(Problem::NotANumber, u"x"_s).contains(u"84,10,"_s));
    const QString readings = ratewords::problem(Problem::Grouped, u"16.250"_s);
    QVERIFY2(readings.contains(u"16250"_s) && readings.contains(u"16,250"_s), qPrintable(readings));
    // What is proposed is taken.
    QCOMPARE(ExchangeRates::problemWith(u"16,250"_s, QLocale()), Problem::None);
}

void TestExchangeRates::currenciesAreKnownByName()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    const QList<CurrencyName> names = currencyNames();
    QVERIFY(names.size() > 100);
    const auto nameOf = [&names](const QString &code) {
        for (const CurrencyName &one : names) {
            if (one.currency.code() == code)
                return one.name;
        }
        return QString();
    };
    QCOMPARE(nameOf(u"INR"_s), u"Indian Rupee"_s);
    QCOMPARE(nameOf(u"USD"_s), u"US Dollar"_s);
    QCOMPARE(nameOf(u"IDR"_s), u"Rupiah Indonesia"_s);
    QCOMPARE(nameOf(u"UAH"_s), u"українська гривня"_s); // not in another of the country's languages
    QVERIFY(std::is_sorted(names.begin(), names.end(), [](const CurrencyName &a, const CurrencyName &b) {
        return a.currency.code() < b.currency.code();
    }));
}

QTEST_GUILESS_MAIN(TestExchangeRates)
#include "tst_exchangerates.moc"
