#include "providers/types/country.h"

#include <QSet>
#include <QTest>

using namespace otpdesk;

class TestCountry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCountryIsThereOnce();
    void countriesAreFound_data();
    void countriesAreFound();
    void everyNameFindsItsCountry();
};

void TestCountry::everyCountryIsThereOnce()
{
    QCOMPARE(allCountries().size(), 250);
    QSet<QString> codes;
    QSet<QString> names;
    for (const Country &country : allCountries()) {
        codes.insert(country.iso);
        names.insert(country.name);
        QCOMPARE(country.iso.size(), 2);
        QVERIFY(country.dialCode.size() <= 3);
    }
    QCOMPARE(codes.size(), 250);
    QCOMPARE(names.size(), 250);
}

void TestCountry::countriesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    static constexpr struct
    {
        const char *text;
        const char *iso;
    } rows[] = {
        {"PK", "PK"},
        {"pk", "PK"},
        {"PAK", "PK"},
        {"pkr", "PK"},
        {"Pakistan - Server 2", "PK"},
        {"Pakistan Server 2 — ₨50.00", "PK"},
        {"USA (virtual)", "US"},
        {"usa", "US"},
        {"U.S.A.", "US"},
        {"United States of America", "US"},
        {"England", "GB"},
        {"UK", "GB"},
        {"United Kingdom", "GB"},
        {"Russia", "RU"},
        {"Russian Federation", "RU"},
        {"South Korea", "KR"},
        {"Korea, Republic of", "KR"},
        {"North Korea", "KP"},
        {"Ivory Coast", "CI"},
        {"Côte d'Ivoire", "CI"},
        {"Côte d’Ivoire", "CI"},
        {"DR Congo", "CD"},
        {"Congo (Dem. Republic)", "CD"},
        {"Congo", "CG"},
        {"Hong Kong", "HK"},
        {"Hong Kong, China", ""},
        {"Turkey", "TR"},
        {"Türkiye", "TR"},
        {"Czech Republic", "CZ"},
        {"Czechia", "CZ"},
        {"UAE", "AE"},
        {"Viet Nam", "VN"},
        {"Vietnam", "VN"},
        {"Laos", "LA"},
        {"Bosnia", "BA"},
        {"Bosnia & Herzegovina", "BA"},
        {"Guinea-Bissau", "GW"},
        {"Guinea", "GN"},
        {"Papua New Guinea", "PG"},
        {"Niger", "NE"},
        {"Nigeria", "NG"},
        {"Northern Ireland", "GB"},
        {"USA - New Jersey", "US"},
        {"St. Lucia", "LC"},
        {"Kosovo", "XK"},
        {"Random Facebook - Free", ""},
        {"Server 1 (US)", "US"},
        {"PK - Server 2", "PK"},
        {"log in to Facebook", ""},
        {"Korea", ""},
        {"Virgin Islands", ""},
        {"India / Pakistan", ""},
        {"Any country", ""},
        {"", ""},
        {"33", ""},
    };
    for (const auto &row : rows)
        QTest::newRow(row.text) << QString::fromUtf8(row.text) << QString::fromLatin1(row.iso);
}

void TestCountry::countriesAreFound()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);
    const Country *found = findCountry(text);
    QCOMPARE(found ? found->iso : QString(), iso);
}

void TestCountry::everyNameFindsItsCountry()
{
    for (const Country &country : allCountries()) {
        for (const QString &text : {country.name, country.iso, country.name.toUpper()}) {
            const Country *found = findCountry(text);
            QVERIFY2(found, qPrintable(text));
            QCOMPARE(found->iso, country.iso);
        }
    }
}

QTEST_GUILESS_MAIN(TestCountry)
#include "tst_country.moc"
