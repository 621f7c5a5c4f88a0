#include "providers/types/phonenumber.h"

#include <QTest>

using namespace otpdesk;

class TestPhoneNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreRead_data();
    void numbersAreRead();
    void unreadableTextIsShownAsItIs();
};

void TestPhoneNumber::numbersAreRead_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("national");
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QString>("display");
    static constexpr struct
    {
        const char *title, *raw, *country, *e164, *national, *iso, *display;
    } rows[] = {
        {"plus", "+923001234567", "", "+923001234567", "3001234567", "PK", "+92 300 1234567"},
        {"plus, punctuation", "+1 (212) 555-0142", "", "+12125550142", "2125550142", "US", "+1 212 555 0142"},
        {"double zero", "00923001234567", "", "+923001234567", "3001234567", "PK", "+92 300 1234567"},
        {"plus, too short for its plan", "+1234567890", "", "+1234567890", "234567890", "", "+1 234 567890"},
        {"code without plus", "923001234567", "PK", "+923001234567", "3001234567", "PK", "+92 300 1234567"},
        {"NANP without plus", "15550123456", "US", "+15550123456", "5550123456", "US", "+1 555 012 3456"},
        {"national, Canada", "3434337545", "ca", "+13434337545", "3434337545", "CA", "+1 343 433 7545"},
        {"national with trunk zero", "03001234567", "PK", "+923001234567", "3001234567", "PK",
         "+92 300 1234567"},
        {"national that begins like the code", "9212345678", "PK", "+929212345678", "9212345678", "PK",
         "+92 921 2345678"},
        {"no plus, no country", "923001234567", "", "", "", "", "923001234567"},
        {"national, no country", "3434337545", "", "", "", "", "3434337545"},
        {"Canada by area", "+14165550142", "", "+14165550142", "4165550142", "CA", "+1 416 555 0142"},
        {"Jamaica by area", "+18765550142", "US", "+18765550142", "8765550142", "JM", "+1 876 555 0142"},
        {"toll free belongs to nobody", "+18005550142", "", "+18005550142", "8005550142", "",
         "+1 800 555 0142"},
        {"Russia", "+79161234567", "", "+79161234567", "9161234567", "RU", "+7 916 1234567"},
        {"Kazakhstan", "+77011234567", "", "+77011234567", "7011234567", "KZ", "+7 701 1234567"},
        {"longest code wins", "+2348012345678", "", "+2348012345678", "8012345678", "NG", "+234 801 2345678"},
        {"shared code, country given", "+441481234567", "GG", "+441481234567", "1481234567", "GG",
         "+44 148 1234567"},
        {"Italy keeps its zero", "0612345678", "IT", "+390612345678", "0612345678", "IT", "+39 061 2345678"},
        {"another country's code", "+923001234567", "US", "+923001234567", "3001234567", "PK",
         "+92 300 1234567"},
        {"unknown code", "+99912345678", "", "+99912345678", "", "", "+99912345678"},
        {"foreign digits", "+٩٢٣٠٠١٢٣٤٥٦٧", "", "+923001234567", "3001234567", "PK", "+92 300 1234567"},
    };
    for (const auto &row : rows)
        QTest::newRow(row.title) << QString::fromUtf8(row.raw) << QString::fromLatin1(row.country)
                                 << QString::fromLatin1(row.e164) << QString::fromLatin1(row.national)
                                 << QString::fromLatin1(row.iso) << QString::fromLatin1(row.display);
}

void TestPhoneNumber::numbersAreRead()
{
    QFETCH(QString, raw);
    QFETCH(QString, country);
    const PhoneNumber number = readPhoneNumber(raw, country);
    QTEST(number.e164, "e164");
    QTEST(number.national, "national");
    QTEST(number.countryIso, "iso");
    QTEST(number.display, "display");
    if (!number.e164.isEmpty())
        QCOMPARE(u'+' + number.digits, number.e164);
}

void TestPhoneNumber::unreadableTextIsShownAsItIs()
{
    for (const QString &raw : {QString(), QStringLiteral("n/a"), QStringLiteral("+"),
                               QStringLiteral("user@example.com"), QString(5000, u'7')}) {
        const PhoneNumber number = readPhoneNumber(raw, QStringLiteral("PK"));
        QCOMPARE(number.display, raw);
        QVERIFY(number.e164.isEmpty());
        QVERIFY(number.countryIso.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
