#include "models/search/countrynames.h"
#include "models/search/searchfold.h"
#include "models/search/servicenames.h"
#include "models/search/servicetable.h"
#include "providers/simulator/democatalog.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const ServiceRow &row)
{
    QStringList names{row.key.toString(), row.title.toString()};
    const auto aliases = row.aliases.split(u'|', Qt::SkipEmptyParts);
    for (const QStringView alias : aliases)
        names.append(alias.toString());
    return names;
}

bool finds(const QString &typed, const QString &text)
{
    const QStringList words = searchWords(typed);
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString &word) { return SearchWord(word).isIn(text); });
}

} // namespace

class TestServiceNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameOfTheTableHasItsOwnKey()
    {
        QSet<QString> keys;
        for (const ServiceRow &row : serviceRows) {
            const QString key = row.key.toString();
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys.insert(key);
            for (const QString &name : namesOf(row)) {
                QCOMPARE(serviceKeyOf(name), key);
                QCOMPARE(serviceKeyOf(name.toUpper()), key);
                QCOMPARE(serviceTitleOf(name), row.title.toString());
            }
        }
        QVERIFY(keys.size() > 300);
    }

    void everyCodeOfTheTableIsItsService()
    {
        QSet<QString> codes;
        for (const ServiceRow &row : serviceRows) {
            const QString code = row.code.toString();
            QVERIFY2(code.isEmpty() || !codes.contains(code), qPrintable(code));
            codes.insert(code);
            if (!code.isEmpty())
                QCOMPARE(serviceKeyOf(code), row.key.toString());
        }
        QVERIFY(codes.size() > 150);
    }

    void waysToWriteAServiceAreJoined_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        static constexpr struct
        {
            const char *name;
            const char *key;
        } rows[] = {
            {"WhatsApp", "whatsapp"},
            {"WHATSAPP", "whatsapp"},
            {" Whats App ", "whatsapp"},
            {"Whats-App", "whatsapp"},
            {"wa", "whatsapp"},
            {"🔥 WhatsApp", "whatsapp"},
            {"Twitter", "twitter"},
            {"Twitter (X)", "twitter"},
            {"X / Twitter", "twitter"},
            {"X", "twitter"},
            {"Google", "google"},
            {"Google/YouTube/Gmail", "google"},
            {"Google,youtube,Gmail", "google"},
            {"Google, YouTube & Gmail", "google"},
            {"Google and Gmail", "google"},
            {"OpenAI / ChatGPT", "openai"},
            {"ChatGPT (OpenAI)", "openai"},
            {"openai.com", "openai"},
            {"TikTok/Douyin", "tiktok"},
            {"Instagram+Threads", "instagram"},
            {"telegram.org", "telegram"},
            {"telegram.com", "telegram"},
            {"steampowered.com", "steam"},
            {"vk.com", "vk"},
            {"ВКонтакте", "vk"},
            {"ok.ru", "odnoklassniki"},
            {"微信", "wechat"},
            {"Any other", "other"},
            {"Yandex/Uber", "yandex"},
            // Unknown ones have their own name.
            {"Foo-Bar", "foobar"},
            {"FOO bar", "foobar"},
            {"Côte Café", "cotecafe"},
            {"Uber / Foo", "uberfoo"},
            {"Uber / Bolt", "uberbolt"},
            {"Random Facebook - Free", "randomfacebookfree"},
            {"  ***  ", "***"},
            {"", ""},
        };
        for (const auto &row : rows)
            QTest::newRow(row.name) << QString::fromUtf8(row.name) << QString::fromUtf8(row.key);
    }
    void waysToWriteAServiceAreJoined()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QCOMPARE(serviceKeyOf(name), key);
    }

    void whatIsSoldApartStaysApart_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("business") << QStringList{u"WhatsApp"_s, u"WHATSAPP Business"_s, u"WhatsApp SMS"_s};
        QTest::newRow("premium") << QStringList{u"Telegram"_s, u"Telegram Premium"_s, u"Telegram X"_s};
        QTest::newRow("messenger") << QStringList{u"Facebook"_s, u"Facebook Messenger"_s, u"Meta"_s};
        QTest::newRow("voice") << QStringList{u"Google"_s, u"Google Voice"_s, u"Google Chat"_s};
        QTest::newRow("eats") << QStringList{u"Uber"_s, u"Uber Eats"_s};
        QTest::newRow("pay") << QStringList{u"Amazon"_s, u"Amazon Pay"_s, u"Amazon Web Services"_s};
        QTest::newRow("seller") << QStringList{u"Shopee"_s, u"Shopee Seller"_s, u"ShopeePay"_s};
        QTest::newRow("line") << QStringList{u"LINE"_s, u"LinkedIn"_s, u"Line Man"_s};
        QTest::newRow("special") << QStringList{u"OpenAI"_s, u"OpenAI special"_s};
    }
    void whatIsSoldApartStaysApart()
    {
        QFETCH(QStringList, names);
        QSet<QString> keys;
        for (const QString &name : names)
            keys.insert(serviceKeyOf(name));
        QCOMPARE(keys.size(), names.size());
    }

    void titleIsTheMakersOrTheProviders()
    {
        QCOMPARE(serviceTitleOf(u"WHATSAPP"_s), u"WhatsApp"_s);
        QCOMPARE(serviceTitleOf(u"Google,youtube,Gmail"_s), u"Google"_s);
        QCOMPARE(serviceTitleOf(u"FooBar GmbH"_s), u"FooBar GmbH"_s);
        QCOMPARE(serviceTitleOf({}), QString());
    }

    /// Each provider of the simulated world writes a service in its own way; most are well known.
    void simulatedProvidersAgree()
    {
        QHash<QString, QSet<QString>> keysByName;
        QSet<QString> known;
        for (const ServiceRow &row : serviceRows)
            known.insert(row.key.toString());
        int numbers = 0;
        int unknown = 0;
        const SimCatalog catalog = demoCatalog();
        for (const QList<Offer> &offers : catalog.offers) {
            for (const Offer &offer : offers) {
                if (offer.kind != OfferKind::Number || offer.line == "cheap"_L1)
                    continue;
                ++numbers;
                unknown += !known.contains(serviceKeyOf(offer.service));
                keysByName[offer.service.toLower()].insert(serviceKeyOf(offer.service));
            }
        }
        QVERIFY(numbers > 1000);
        QCOMPARE(unknown, 0);
        for (const QSet<QString> &keys : std::as_const(keysByName))
            QCOMPARE(keys.size(), 1);
    }

    void servicesAreFoundByWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("found");
        QTest::newRow("code of the table") << u"wa"_s << u"WhatsApp"_s << u"102"_s << true;
        QTest::newRow("not within a word") << u"wa"_s << u"Kwai"_s << QString() << false;
        QTest::newRow("at a beginning") << u"wa"_s << u"Walmart"_s << QString() << true;
        QTest::newRow("ig") << u"ig"_s << u"INSTAGRAM"_s << QString() << true;
        QTest::newRow("former name") << u"twitter"_s << u"X"_s << QString() << true;
        QTest::newRow("newer name") << u"x"_s << u"Twitter"_s << QString() << true;
        QTest::newRow("part of a combined name") << u"youtube"_s << u"Google"_s << QString() << true;
        QTest::newRow("written apart") << u"whats app"_s << u"WhatsApp"_s << QString() << true;
        QTest::newRow("written together") << u"foobar"_s << u"Foo Bar"_s << QString() << true;
        QTest::newRow("provider's code") << u"zq"_s << u"Nobody Knows"_s << u"zq"_s << true;
        QTest::newRow("a number is no code") << u"102"_s << u"WhatsApp"_s << u"102"_s << false;
        QTest::newRow("an id is no code")
            << u"e89b"_s << u"WhatsApp"_s << u"123e4567-e89b-12d3-a456-426614174000"_s << false;
        QTest::newRow("a country's code") << u"uk"_s << u"Airbnb"_s << u"uk"_s << false;
        QTest::newRow("a site's country") << u"ru"_s << u"VK"_s << QString() << false;
        QTest::newRow("a site's ending") << u"co"_s << u"Telegram"_s << QString() << false;
        QTest::newRow("a site as a name") << u"co"_s << u"instagram.com"_s << QString() << false;
        QTest::newRow("code and word") << u"tg premium"_s << u"Telegram Premium"_s << QString() << true;
        QTest::newRow("short word of an alias") << u"in"_s << u"LinkedIn"_s << QString() << false;
        QTest::newRow("another service") << u"business"_s << u"WhatsApp"_s << QString() << false;
    }
    void servicesAreFoundByWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(QString, code);
        QFETCH(bool, found);
        QCOMPARE(finds(typed, serviceSearchText(name, code)), found);
    }

    void countriesAreFoundByWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<bool>("found");
        const QString none;
        QTest::newRow("code") << u"pk"_s << u"Pakistan"_s << u"Pakistan"_s << u"PK"_s << true;
        QTest::newRow("three letters") << u"idn"_s << u"Indonesia"_s << u"Indonesia"_s << u"id"_s << true;
        QTest::newRow("alias") << u"uk"_s << u"United Kingdom"_s << u"United Kingdom"_s << u"GB"_s << true;
        QTest::newRow("raw") << u"england"_s << u"England"_s << u"United Kingdom"_s << u"GB"_s << true;
        QTest::newRow("us") << u"us"_s << u"United States"_s << u"United States"_s << u"US"_s << true;
        QTest::newRow("us, not Russia") << u"us"_s << u"Russia"_s << u"Russia"_s << u"RU"_s << false;
        QTest::newRow("not within") << u"wa"_s << u"Taiwan"_s << u"Taiwan"_s << u"TW"_s << false;
        QTest::newRow("accents") << u"cote d ivoire"_s << u"CI"_s << u"Ivory Coast"_s << u"CI"_s << true;
        QTest::newRow("no country") << u"pk"_s << none << none << none << false;
        QTest::newRow("unknown") << u"server"_s << u"Server 9"_s << u"Server 9"_s << none << true;
    }
    void countriesAreFoundByWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, raw);
        QFETCH(QString, title);
        QFETCH(QString, iso);
        QFETCH(bool, found);
        QCOMPARE(finds(typed, countrySearchText(raw, title, iso)), found);
    }
};

QTEST_GUILESS_MAIN(TestServiceNames)
#include "tst_servicenames.moc"
