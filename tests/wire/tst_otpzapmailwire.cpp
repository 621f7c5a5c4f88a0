#include "tests/wire/golden.h"

#include "providers/otpzap/otpzapmailcatalog.h"
#include "providers/otpzap/otpzapmailwire.h"
#include "providers/otpzap/otpzapwire.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using golden::answer;

namespace {

Money idr(qint64 rupiah)
{
    return Money::fromUnits(rupiah * Money::UnitsPerMain, otpzap::currency());
}

QByteArray file(const char *name)
{
    const QByteArray body = golden::file(u"otpzap/"_s + QString::fromLatin1(name));
    Q_ASSERT(!body.isEmpty());
    return body;
}

QByteArray data(const QByteArray &inside)
{
    return R"({"success":true,"data":)" + inside + "}";
}

QDateTime utc(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 5, 19), QTime(hour, minute, second), Qt::UTC);
}

Offer gmail()
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"s3"_s;
    offer.service = offer.serviceId = u"openai.com"_s;
    offer.variant = offer.variantId = u"gmail.com"_s;
    offer.price = idr(6250);
    return offer;
}

/// The offers on the shelf of openai.com.
QList<Offer> offersIn(const QByteArray &body)
{
    const auto page = otpzap::readMailShelf(otpzap::mailShelfOf(u"openai.com"_s), answer(200, body));
    return page ? page->offers : QList<Offer>();
}

Order waitingInbox()
{
    Order order;
    order.id = u"APIE-3-4101"_s;
    order.offer = gmail();
    order.status = OrderStatus::Waiting;
    order.boughtAt = utc(3, 0);
    return order;
}

using Status = std::optional<OrderStatus>;

} // namespace

class TestOtpZapMailWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readRequests_data();
    void readRequests();
    void shelfPathsThatAreNotOursAreRefused_data();
    void shelfPathsThatAreNotOursAreRefused();
    void sitesBecomeShelves_data();
    void sitesBecomeShelves();
    void domainsBecomeOffers();
    void domainsBecomeOffersFromVariants();
    void emptyListsAreNoError_data();
    void emptyListsAreNoError();
    void catalogErrors_data();
    void catalogErrors();
    void rates_data();
    void rates();
    void cancelFees_data();
    void cancelFees();
    void siteIsFoundInWhatIsPasted_data();
    void siteIsFoundInWhatIsPasted();
    void whatIsNoSiteIsRefused_data();
    void whatIsNoSiteIsRefused();

    void createRequests_data();
    void createRequests();
    void createWithoutSiteOrDomainIsRefusedUnsent();
    void createdInboxIsRead();
    void createdInboxesAreRead_data();
    void createdInboxesAreRead();
    void inboxWithoutRefDoesNotLoseTheOthers();
    void createErrors_data();
    void createErrors();

    void changeRequests_data();
    void changeRequests();
    void waitingInboxIsRead();
    void receivedInboxIsRead();
    void receivedInboxIsReadFromVariants();
    void headlineStandsForAMissingList();
    void emptyListIsNoMessage();
    void messagesWithoutTimesStayInOrder();
    void codesAreFoundInTheText_data();
    void codesAreFoundInTheText();
    void newestCodeGoesToTheMessageWithoutOne();
    void statusWords_data();
    void statusWords();
    void checkErrors_data();
    void checkErrors();

    void reorderedInboxIsRead();
    void refunds_data();
    void refunds();
    void cancelAnswers_data();
    void cancelAnswers();
    void finishedInboxIsRead();
    void changeErrors_data();
    void changeErrors();
    void actionsFollowTheOrder_data();
    void actionsFollowTheOrder();
};

void TestOtpZapMailWire::readRequests_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("written");
    QTest::newRow("sites") << otpzap::mailShelfRequest(Shelf()).value() << u"GET /s3/sites"_s;
    QTest::newRow("domains") << otpzap::mailShelfRequest(otpzap::mailShelfOf(u"openai.com"_s)).value()
                             << u"GET /s3/domains?site=openai.com"_s;
    QTest::newRow("a site with a slash") << otpzap::mailShelfRequest(otpzap::mailShelfOf(u"a/b c"_s)).value()
                                         << u"GET /s3/domains?site=a/b c"_s;
    QTest::newRow("check") << otpzap::mailCheckRequest(u"APIE-3-xxx"_s)
                           << u"GET /order/email-check?ref=APIE-3-xxx"_s;
}

void TestOtpZapMailWire::readRequests()
{
    QFETCH(HttpRequest, request);
    QTEST(golden::written(request), "written");
    QCOMPARE(request.delivery, Delivery::Repeatable);
    QVERIFY(!request.spends);
}

void TestOtpZapMailWire::shelfPathsThatAreNotOursAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"s3", "s3/", "s1/openai.com", "s3/openai.com/gmail.com", "openai.com"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestOtpZapMailWire::shelfPathsThatAreNotOursAreRefused()
{
    QFETCH(QString, path);
    Shelf shelf;
    shelf.path = path;
    QVERIFY(!otpzap::mailShelfRequest(shelf));
    QVERIFY(!otpzap::readMailShelf(shelf, answer(200, file("s3_domains.json"))));
}

void TestOtpZapMailWire::sitesBecomeShelves_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("sites");
    const QStringList two{u"openai.com"_s, u"instagram.com"_s};
    QTest::newRow("strings") << file("s3_sites.json") << QStringList(two + QStringList{u"x.com"_s});
    QTest::newRow("objects, data itself") << file("s3_sites_objects.json") << two;
    QTest::newRow("first array") << data(R"({"total":2,"popular":["openai.com",{"site":"instagram.com"}]})")
                                 << two;
}

void TestOtpZapMailWire::sitesBecomeShelves()
{
    QFETCH(QByteArray, body);
    const auto page = otpzap::readMailShelf(Shelf(), answer(200, body));
    QVERIFY(page);
    QVERIFY(page->offers.isEmpty());
    QStringList sites;
    for (const Shelf &shelf : page->shelves) {
        QCOMPARE(shelf.kind, OfferKind::Email);
        QCOMPARE(shelf.path, u"s3/"_s + shelf.service);
        QVERIFY(shelf.title.endsWith(u" · "_s + shelf.service));
        sites += shelf.service;
    }
    QTEST(sites, "sites");
}

void TestOtpZapMailWire::domainsBecomeOffers()
{
    const QList<Offer> offers = offersIn(file("s3_domains.json"));
    QCOMPARE(offers.size(), 2);
    Offer first = gmail();
    first.stock = 82;
    first.successRate = 94;
    first.cancelFee = idr(625);
    QCOMPARE(offers[0], first);
    QCOMPARE(offers[1].variantId, u"outlook.com"_s);
    QCOMPARE(offers[1].stock, 0);
}

void TestOtpZapMailWire::domainsBecomeOffersFromVariants()
{
    const QList<Offer> offers = offersIn(file("s3_domains_variant.json"));
    QCOMPARE(offers.size(), 3);
    QCOMPARE(offers[0].price, idr(6250));
    QCOMPARE(offers[0].stock, 82);
    QCOMPARE(offers[0].successRate, 87);
    QCOMPARE(offers[0].cancelFee, idr(625));
    QVERIFY(!offers[1].price);
    QVERIFY(!offers[1].stock);
    QVERIFY(!offers[1].successRate);
    QCOMPARE(offers[1].cancelFee, idr(0));
    QCOMPARE(offers[2].variantId, u"mail.com"_s);
    QVERIFY(!offers[2].price);
    QVERIFY(!offers[2].cancelFee);
    QVERIFY(offers[2].available);
}

void TestOtpZapMailWire::emptyListsAreNoError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty list") << data("[]");
    QTest::newRow("empty member") << data(R"({"sites":[],"domains":[]})");
    QTest::newRow("null") << data("null");
}

void TestOtpZapMailWire::emptyListsAreNoError()
{
    QFETCH(QByteArray, body);
    for (const Shelf &shelf : {Shelf(), otpzap::mailShelfOf(u"openai.com"_s)}) {
        const auto page = otpzap::readMailShelf(shelf, answer(200, body));
        QVERIFY(page);
        QVERIFY(page->offers.isEmpty());
        QVERIFY(page->shelves.isEmpty());
    }
}

void TestOtpZapMailWire::catalogErrors_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    const QString site = u"openai.com"_s;
    QTest::newRow("no list of sites")
        << QString() << 200 << data(R"({"count":3})") << ErrorKind::Malformed << u"sites"_s;
    QTest::newRow("no site in it") << QString() << 200 << data(R"([{"icon":"x"}])") << ErrorKind::Malformed
                                   << u"site"_s;
    QTest::newRow("no list of domains")
        << site << 200 << data(R"({"count":3})") << ErrorKind::Malformed << u"domains"_s;
    QTest::newRow("no domain in it") << site << 200 << data(R"([{"price":5}])") << ErrorKind::Malformed
                                     << u"domain"_s;
    QTest::newRow("bad site") << site << 422
                              << QByteArray(R"({"errors":[{"field":"site","message":"Not a site"}]})")
                              << ErrorKind::BadRequest << u"site"_s;
    QTest::newRow("wrong key") << site << 401 << file("error_object.json") << ErrorKind::WrongKey
                               << QString();
    QTest::newRow("proxy") << site << 502 << file("proxy.html") << ErrorKind::ServiceDown << QString();
}

void TestOtpZapMailWire::catalogErrors()
{
    QFETCH(QString, site);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto page =
        otpzap::readMailShelf(site.isEmpty() ? Shelf() : otpzap::mailShelfOf(site), answer(status, body));
    QVERIFY(!page);
    QTEST(page.error().kind, "kind");
    QTEST(page.error().field, "field");
}

void TestOtpZapMailWire::rates_data()
{
    QTest::addColumn<QByteArray>("rates"); // of the first domain, and of another
    QTest::addColumn<std::optional<int>>("first");
    using Rate = std::optional<int>;
    QTest::newRow("number") << QByteArray("87,50") << Rate(87);
    QTest::newRow("text") << QByteArray(R"("87","50")") << Rate(87);
    QTest::newRow("per cent") << QByteArray(R"("87%","50 %")") << Rate(87);
    QTest::newRow("rounded") << QByteArray(R"("86.6 %",1)") << Rate(87);
    QTest::newRow("fraction") << QByteArray("0.87,0.5") << Rate(87);
    QTest::newRow("fraction as text") << QByteArray(R"("0.87",1)") << Rate(87);
    QTest::newRow("all of it") << QByteArray("1,0.5") << Rate(100);
    QTest::newRow("one per cent") << QByteArray("1,50") << Rate(1);
    QTest::newRow("below one per cent") << QByteArray("0.6,50") << Rate(1);
    QTest::newRow("half a per cent, signed") << QByteArray(R"("0.6%",0.5)") << Rate(1);
    QTest::newRow("none") << QByteArray("0,50") << Rate(0);
    QTest::newRow("missing") << QByteArray("null,50") << Rate();
    QTest::newRow("too much") << QByteArray("870,50") << Rate();
    QTest::newRow("negative") << QByteArray("-1,50") << Rate();
    QTest::newRow("word") << QByteArray(R"("high",50)") << Rate();
}

void TestOtpZapMailWire::rates()
{
    QFETCH(QByteArray, rates);
    const QList<QByteArray> both = rates.split(',');
    const QList<Offer> offers = offersIn(data(R"([{"domain":"a.com","activation_rate":)" + both[0] +
                                              R"(},{"domain":"b.com","activation_rate":)" + both[1] + "}]"));
    QCOMPARE(offers.size(), 2);
    QTEST(offers[0].successRate, "first");
}

void TestOtpZapMailWire::cancelFees_data()
{
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QByteArray>("fee");
    QTest::addColumn<std::optional<Money>>("read");
    using Fee = std::optional<Money>;
    QTest::newRow("number") << QByteArray("6250") << QByteArray("625") << Fee(idr(625));
    QTest::newRow("text") << QByteArray("6250") << QByteArray(R"("625.00")") << Fee(idr(625));
    QTest::newRow("none") << QByteArray("6250") << QByteArray("0") << Fee(idr(0));
    QTest::newRow("per cent") << QByteArray("6250") << QByteArray(R"("10%")") << Fee(idr(625));
    QTest::newRow("per cent, spaced") << QByteArray("6250") << QByteArray(R"(" 10 % ")") << Fee(idr(625));
    QTest::newRow("rounded down") << QByteArray("6254") << QByteArray(R"("10%")") << Fee(idr(625));
    QTest::newRow("rounded up") << QByteArray("6255") << QByteArray(R"("10%")") << Fee(idr(626));
    QTest::newRow("part of a per cent") << QByteArray("20000") << QByteArray(R"("7.5%")") << Fee(idr(1500));
    QTest::newRow("all of it") << QByteArray("6250") << QByteArray(R"("100%")") << Fee(idr(6250));
    QTest::newRow("exact far up") << QByteArray("890000000000006") << QByteArray(R"("10%")")
                                  << Fee(idr(89000000000001));
    QTest::newRow("more than all") << QByteArray("6250") << QByteArray(R"("101%")") << Fee();
    QTest::newRow("of an unknown price") << QByteArray("null") << QByteArray(R"("10%")") << Fee();
    QTest::newRow("negative") << QByteArray("6250") << QByteArray("-5") << Fee();
    QTest::newRow("negative per cent") << QByteArray("6250") << QByteArray(R"("-5%")") << Fee();
    QTest::newRow("word") << QByteArray("6250") << QByteArray(R"("free")") << Fee();
    QTest::newRow("missing") << QByteArray("6250") << QByteArray("null") << Fee();
}

void TestOtpZapMailWire::cancelFees()
{
    QFETCH(QByteArray, price);
    QFETCH(QByteArray, fee);
    for (const QByteArray name : {"cancel_fee", "cancellation_fee", "fee"}) {
        const QList<Offer> offers =
            offersIn(data(R"([{"domain":"a.com","price":)" + price + ",\"" + name + "\":" + fee + "}]"));
        QCOMPARE(offers.size(), 1);
        QTEST(offers[0].cancelFee, "read");
    }
}

void TestOtpZapMailWire::siteIsFoundInWhatIsPasted_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("site");
    const QString site = u"example.org"_s;
    QTest::newRow("host") << u"example.org"_s << site;
    QTest::newRow("space") << u"  example.org \n"_s << site;
    QTest::newRow("capitals") << u"Example.ORG"_s << site;
    QTest::newRow("https") << u"https://example.org"_s << site;
    QTest::newRow("http, www") << u"HTTP://www.example.org/"_s << site;
    QTest::newRow("path") << u"https://www.example.org/login?next=https://other.org/#top"_s << site;
    QTest::newRow("query") << u"example.org?a=b"_s << site;
    QTest::newRow("port") << u"https://example.org:8443/login"_s << site;
    QTest::newRow("dot at the end") << u"example.org."_s << site;
    QTest::newRow("below") << u"accounts.example.org/x"_s << u"accounts.example.org"_s;
    QTest::newRow("www itself") << u"www.org"_s << u"www.org"_s;
    QTest::newRow("international") << u"https://bücher.example/"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("hyphen") << u"my-shop.co.id"_s << u"my-shop.co.id"_s;
}

void TestOtpZapMailWire::siteIsFoundInWhatIsPasted()
{
    QFETCH(QString, pasted);
    QTEST(otpzap::siteIn(pasted), "site");
}

void TestOtpZapMailWire::whatIsNoSiteIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "openai", "localhost", "https://", "www.", ".org", "a..org", "-a.org",
                             "a-.org", "me@example.org", "two words.org", "127.0.0.1", "http://10.0.0.1/",
                             "[::1]", "ftp://example.org", "exa_mple.org", "javascript:alert(1)"})
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
    QTest::newRow("label too long") << QString(64, u'a') + u".org"_s;
    QTest::newRow("name too long") << QString(u"a."_s).repeated(130) + u"org"_s;
}

void TestOtpZapMailWire::whatIsNoSiteIsRefused()
{
    QFETCH(QString, text);
    QCOMPARE(otpzap::siteIn(text), QString());
}

void TestOtpZapMailWire::createRequests_data()
{
    QTest::addColumn<PurchaseOptions>("options");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const PurchaseOptions &options, const char *body) {
        QTest::newRow(name) << options << u"POST /order/email-create "_s + QString::fromUtf8(body);
    };
    row("plain", {}, R"({"domain":"gmail.com","site":"openai.com"})");
    row("one of one", {.quantity = 1}, R"({"domain":"gmail.com","site":"openai.com"})");
    row("several", {.quantity = 3}, R"({"domain":"gmail.com","qty":3,"site":"openai.com"})");
    row("one domain", {.domains = {u"gmx.com"_s}}, R"({"domain":"gmx.com","site":"openai.com"})");
    row("domains", {.domains = {u"gmail.com"_s, u"gmx.com"_s}},
        R"({"domains":["gmail.com","gmx.com"],"site":"openai.com"})");
    row("filters", {.subject = u"code"_s, .regex = u"\\d{6}"_s},
        R"({"domain":"gmail.com","regex":"\\d{6}","site":"openai.com","subject":"code"})");
}

void TestOtpZapMailWire::createRequests()
{
    QFETCH(PurchaseOptions, options);
    const auto request = otpzap::mailCreateRequest({gmail(), u"unused"_s, options});
    QVERIFY(request);
    QTEST(golden::written(*request), "written");
    // No idempotency key is documented: repeated, it would buy again.
    QCOMPARE(request->delivery, Delivery::Once);
    QVERIFY(request->spends);
    QVERIFY(request->idempotencyKey.isEmpty());
}

void TestOtpZapMailWire::createWithoutSiteOrDomainIsRefusedUnsent()
{
    Offer offer = gmail();
    offer.variantId.clear();
    const auto noDomain = otpzap::mailCreateRequest({offer, {}});
    QVERIFY(!noDomain);
    QCOMPARE(noDomain.error().kind, ErrorKind::BadRequest);
    QCOMPARE(noDomain.error().field, u"domain"_s);
    QVERIFY(otpzap::mailCreateRequest({offer, {}, {.domains = {u"gmx.com"_s}}}));
    offer.serviceId.clear();
    QCOMPARE(otpzap::mailCreateRequest({offer, {}}).error().field, u"site"_s);
}

void TestOtpZapMailWire::createdInboxIsRead()
{
    HttpReply reply = answer(200, file("email_created.json"), Delivery::Once);
    reply.date = utc(3, 10);
    const auto inbox = otpzap::readMailCreated(reply);
    QVERIFY(inbox);
    QCOMPARE(inbox->id, u"APIE-3-4101"_s);
    QCOMPARE(inbox->number, u"mokarune@gmail.com"_s);
    QCOMPARE(inbox->price, idr(6250));
    QCOMPARE(inbox->status, Status(OrderStatus::Waiting));
    QCOMPARE(inbox->expiresAt, utc(3, 30));
    QCOMPARE(inbox->serverTime, utc(3, 10));
    QVERIFY(!inbox->messages);
    QVERIFY(inbox->more.isEmpty());
}

void TestOtpZapMailWire::createdInboxesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    QTest::addColumn<std::optional<Money>>("balance");
    using Sum = std::optional<Money>;
    const QByteArray one = R"({"ref":"APIE-3-4101","email":"mokarune@gmail.com"})";
    QTest::newRow("data is a list") << file("email_created_list.json") << 3 << Sum();
    QTest::newRow("orders") << file("email_created_orders.json") << 2 << Sum(idr(37500));
    QTest::newRow("emails") << data("{\"emails\":[" + one + "]}") << 1 << Sum();
    QTest::newRow("items") << data("{\"ref\":\"batch\",\"items\":[" + one + "]}") << 1 << Sum();
    QTest::newRow("first array") << data("{\"inboxes\":[" + one + "]}") << 1 << Sum();
    QTest::newRow("one object") << data(one) << 1 << Sum();
    QTest::newRow("in a member") << data("{\"order\":" + one + ",\"balance\":\"40000\"}") << 1
                                 << Sum(idr(40000));
    QTest::newRow("one object with lists of its own")
        << data(R"({"domains":[{"domain":"gmail.com"}],"messages":[],"ref":"APIE-3-4101",)"
                R"("email":"mokarune@gmail.com"})")
        << 1 << Sum();
}

void TestOtpZapMailWire::createdInboxesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(int, count);
    const auto inbox = otpzap::readMailCreated(answer(201, body));
    QVERIFY(inbox);
    QCOMPARE(inbox->id, u"APIE-3-4101"_s);
    QCOMPARE(inbox->number, u"mokarune@gmail.com"_s);
    QTEST(inbox->balanceAfter, "balance");
    QCOMPARE(inbox->more.size(), count - 1);
    for (qsizetype i = 0; i < inbox->more.size(); ++i) {
        QCOMPARE(inbox->more[i].id, u"APIE-3-%1"_s.arg(4102 + i));
        QCOMPARE(inbox->more[i].status, Status(OrderStatus::Waiting));
        QVERIFY(inbox->more[i].number.endsWith("@gmail.com"_L1));
    }
}

void TestOtpZapMailWire::inboxWithoutRefDoesNotLoseTheOthers()
{
    const auto inbox = otpzap::readMailCreated(
        answer(200, data(R"([{"email":"a@gmail.com"},{"ref":"R2","email":"b@gmail.com"},{"ref":"R3"}])")));
    QVERIFY(inbox);
    QCOMPARE(inbox->id, u"R2"_s);
    QCOMPARE(inbox->more.size(), 2);
    QCOMPARE(inbox->more[0].id, u"R3"_s); // its address comes with the first check
    QVERIFY(inbox->more[1].id.isEmpty()); // and this one may have been paid for like the others
    QCOMPARE(inbox->more[1].number, u"a@gmail.com"_s);
}

void TestOtpZapMailWire::createErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("field");
    const auto definite = Outcome::Definite;
    const auto unknown = Outcome::Unknown;
    const QString none;
    QTest::newRow("no ref") << 200 << file("email_created_no_ref.json") << ErrorKind::Malformed << unknown
                            << u"ref"_s;
    QTest::newRow("no email") << 200 << file("email_created_no_email.json") << ErrorKind::Malformed << unknown
                              << u"email"_s;
    QTest::newRow("empty list") << 200 << data("[]") << ErrorKind::Malformed << unknown << u"ref"_s;
    QTest::newRow("no data") << 200 << QByteArray(R"({"success":true})") << ErrorKind::Malformed << unknown
                             << u"ref"_s;
    QTest::newRow("cut") << 200 << QByteArray(R"({"success":true,"data":{"re)") << ErrorKind::Malformed
                         << unknown << u"JSON"_s;
    QTest::newRow("no balance") << 402 << file("error_message.json") << ErrorKind::NoBalance << definite
                                << none;
    QTest::newRow("no balance 200") << 200 << file("error_message.json") << ErrorKind::NoBalance << definite
                                    << none;
    QTest::newRow("no stock") << 422 << file("error_text.json") << ErrorKind::NoStock << definite << none;
    QTest::newRow("field") << 422 << QByteArray(R"({"errors":[{"field":"qty","message":"At most 10"}]})")
                           << ErrorKind::BadRequest << definite << u"qty"_s;
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey << definite << none;
    QTest::newRow("too many") << 429 << QByteArray("{}") << ErrorKind::RateLimited << definite << none;
    QTest::newRow("proxy") << 502 << file("proxy.html") << ErrorKind::ServiceDown << unknown << none;
    QTest::newRow("portal") << 200 << file("proxy.html") << ErrorKind::NotAnApi << unknown << none;
    QTest::newRow("server") << 500 << QByteArray(R"({"success":false,"message":"Server Error"})")
                            << ErrorKind::ServiceDown << unknown << none;
}

void TestOtpZapMailWire::createErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto inbox = otpzap::readMailCreated(answer(status, body, Delivery::Once));
    QVERIFY(!inbox);
    QTEST(inbox.error().kind, "kind");
    QTEST(inbox.error().outcome, "outcome");
    QTEST(inbox.error().field, "field");
}

void TestOtpZapMailWire::changeRequests_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("path");
    const QString ref = u"APIE-3-xxx"_s;
    QTest::newRow("reorder") << otpzap::mailReorderRequest(ref) << u"/order/email-reorder"_s;
    QTest::newRow("cancel") << otpzap::mailCancelRequest(ref) << u"/order/email-cancel"_s;
    QTest::newRow("finish") << otpzap::mailFinishRequest(ref) << u"/order/email-finish"_s;
}

void TestOtpZapMailWire::changeRequests()
{
    QFETCH(HttpRequest, request);
    QFETCH(QString, path);
    QCOMPARE(golden::written(request), u"POST "_s + path + uR"( {"ref":"APIE-3-xxx"})"_s);
    QCOMPARE(request.delivery, Delivery::Once);
    QVERIFY(!request.spends);
}

void TestOtpZapMailWire::waitingInboxIsRead()
{
    const auto inbox = otpzap::readMailChecked(answer(200, file("email_waiting.json")));
    QVERIFY(inbox);
    QCOMPARE(inbox->status, Status(OrderStatus::Waiting));
    QCOMPARE(inbox->number, u"mokarune@gmail.com"_s);
    QCOMPARE(inbox->expiresAt, utc(3, 30));
    QVERIFY(inbox->messages);
    QVERIFY(inbox->messages->isEmpty());
    QVERIFY(inbox->code.isEmpty());
}

void TestOtpZapMailWire::receivedInboxIsRead()
{
    const auto inbox = otpzap::readMailChecked(answer(200, file("email_received.json")));
    QVERIFY(inbox);
    QCOMPARE(inbox->status, Status(OrderStatus::CodeReceived));
    QCOMPARE(inbox->code, u"847293"_s);
    QCOMPARE(inbox->expiresAt, utc(5, 14));
    QVERIFY(inbox->messages);
    QCOMPARE(inbox->messages->size(), 2);
    const Message &welcome = inbox->messages->first();
    QCOMPARE(welcome.sender, u"no-reply@openai.com"_s);
    QCOMPARE(welcome.subject, u"Welcome"_s);
    QCOMPARE(welcome.text, u"Welcome to OpenAI."_s);
    QVERIFY(welcome.html.isEmpty());
    QVERIFY(welcome.code.isEmpty());
    QCOMPARE(welcome.receivedAt, utc(3, 12, 30));
    const Message &code = inbox->messages->last();
    QCOMPARE(code.code, u"847293"_s);
    QVERIFY(code.text.isEmpty());
    QCOMPARE(code.html, u"<html><body><p>Your code is</p><h1>847293</h1></body></html>"_s);
    QCOMPARE(code.receivedAt, utc(3, 14));
}

void TestOtpZapMailWire::receivedInboxIsReadFromVariants()
{
    const auto inbox = otpzap::readMailChecked(answer(200, file("email_received_variant.json")));
    QVERIFY(inbox);
    QCOMPARE(inbox->status, Status(OrderStatus::CodeReceived));
    QCOMPARE(inbox->code, u"222222"_s);
    QCOMPARE(inbox->messages->size(), 2);
    const Message &first = inbox->messages->first(); // by its time, wherever it stands
    QCOMPARE(first.subject, u"First"_s);
    QCOMPARE(first.sender, u"a@x.com"_s);
    QCOMPARE(first.code, u"111111"_s);
    QCOMPARE(first.html, u"<p>Your code is <b>111111</b></p>"_s);
    QCOMPARE(first.receivedAt, utc(3, 12));
    QCOMPARE(inbox->messages->last().code, u"222222"_s);
}

void TestOtpZapMailWire::headlineStandsForAMissingList()
{
    const auto inbox = otpzap::readMailChecked(answer(200, file("email_headline.json")));
    QVERIFY(inbox);
    QCOMPARE(inbox->status, Status(OrderStatus::CodeReceived));
    QCOMPARE(inbox->messages->size(), 1);
    const Message &message = inbox->messages->first();
    QCOMPARE(message.subject, u"Your OpenAI code"_s);
    QCOMPARE(message.text, u"Your code is 847293"_s);
    QCOMPARE(message.code, u"847293"_s);
}

void TestOtpZapMailWire::emptyListIsNoMessage()
{
    const auto none = otpzap::readMailChecked(
        answer(200, data(R"({"status":"waiting","headline":"Waiting for mail","messages":[null,{}]})")));
    QVERIFY(none->messages->isEmpty());
    QCOMPARE(none->status, Status(OrderStatus::Waiting));
    // A code is a message, wherever the message itself is.
    const auto code =
        otpzap::readMailChecked(answer(200, data(R"({"status":"waiting","otp":"123-456","messages":[]})")));
    QCOMPARE(code->messages->size(), 1);
    QCOMPARE(code->messages->first().code, u"123456"_s);
    QCOMPARE(code->status, Status(OrderStatus::CodeReceived));
}

void TestOtpZapMailWire::messagesWithoutTimesStayInOrder()
{
    const auto inbox = otpzap::readMailChecked(answer(
        200, data(R"({"status":"received","messages":[{"text":"one","date":"2026-05-19 12:00:00 WIB"},)"
                  R"({"text":"two"},"three"]})")));
    QStringList texts;
    for (const Message &message : *inbox->messages)
        texts += message.text;
    QCOMPARE(texts, QStringList({u"one"_s, u"two"_s, u"three"_s}));
}

void TestOtpZapMailWire::codesAreFoundInTheText_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("code");
    QTest::newRow("text") << QByteArray(R"({"text":"Your code is 482913."})") << u"482913"_s;
    QTest::newRow("page")
        << QByteArray(R"({"body":"<style>p{color:#123456}</style><p>Your verification code:</p>)"
                      R"(<table><tr><td>482913</td></tr></table><img src='https://x.org/654321.gif'>"})")
        << u"482913"_s;
    QTest::newRow("page, entities") << QByteArray(
                                           R"({"html":"<div>Your code is:&nbsp;<b>482&#57;13</b></div>"})")
                                    << u"482913"_s;
    QTest::newRow("subject") << QByteArray(R"({"subject":"482913 is your code","text":"Hello!"})")
                             << u"482913"_s;
    QTest::newRow("field first") << QByteArray(R"({"otp":"777888","text":"Your code is 482913."})")
                                 << u"777888"_s;
    QTest::newRow("none") << QByteArray(R"({"subject":"Welcome","html":"<p>Thank you for signing up.</p>"})")
                          << QString();
}

void TestOtpZapMailWire::codesAreFoundInTheText()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, code);
    const auto inbox =
        otpzap::readMailChecked(answer(200, data(R"({"status":"received","messages":[)" + message + "]}")));
    QCOMPARE(inbox->messages->size(), 1);
    QCOMPARE(inbox->messages->first().code, code);
    QCOMPARE(inbox->code, code);
}

void TestOtpZapMailWire::newestCodeGoesToTheMessageWithoutOne()
{
    const auto inbox = otpzap::readMailChecked(answer(
        200, data(R"({"status":"received","otp":"AB12","messages":[{"text":"hi"},{"text":"there"}]})")));
    QVERIFY(inbox->messages->first().code.isEmpty());
    QCOMPARE(inbox->messages->last().code, u"AB12"_s);
    // A welcome after the code does not take it over.
    const auto known = otpzap::readMailChecked(answer(
        200, data(R"({"status":"received","otp":"AB12","messages":[{"otp":"AB12"},{"text":"Welcome"}]})")));
    QVERIFY(known->messages->last().code.isEmpty());
    QCOMPARE(known->code, u"AB12"_s);
}

void TestOtpZapMailWire::statusWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("hasMessage");
    QTest::addColumn<Status>("status");
    const auto row = [](const char *word, Status status) {
        QTest::newRow(word) << QString::fromLatin1(word) << false << status;
    };
    row("pending", OrderStatus::Waiting);
    row("WAITING", OrderStatus::Waiting);
    row("active", OrderStatus::Waiting);
    row("received", OrderStatus::CodeReceived);
    row("otp_received", OrderStatus::CodeReceived);
    row("message_received", OrderStatus::CodeReceived);
    row("success", OrderStatus::Finished);
    row("finished", OrderStatus::Finished);
    row("completed", OrderStatus::Finished);
    row("failed", OrderStatus::Refunded);
    row("cancelled", OrderStatus::Refunded);
    row("canceled", OrderStatus::Refunded);
    row("refunded", OrderStatus::Refunded);
    row("expired", OrderStatus::Expired);
    row("provisioning", {});
    QTest::newRow("active with a message") << u"active"_s << true << Status(OrderStatus::CodeReceived);
    QTest::newRow("pending with a message") << u"pending"_s << true << Status(OrderStatus::CodeReceived);
    QTest::newRow("expired with a message") << u"expired"_s << true << Status(OrderStatus::Expired);
    QTest::newRow("unknown with a message") << u"provisioning"_s << true << Status();
}

void TestOtpZapMailWire::statusWords()
{
    QFETCH(QString, word);
    QFETCH(bool, hasMessage);
    const QByteArray messages = hasMessage ? R"([{"text":"hello"}])" : "[]";
    const auto inbox = otpzap::readMailChecked(
        answer(200, data(R"({"ref":"R","status":")" + word.toUtf8() + R"(","messages":)" + messages + "}")));
    QVERIFY(inbox);
    QCOMPARE(inbox->statusWord, word);
    QTEST(inbox->status, "status");
}

void TestOtpZapMailWire::checkErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("no status") << 200 << file("email_no_status.json") << ErrorKind::Malformed << u"status"_s;
    QTest::newRow("not ours") << 404 << QByteArray(R"({"success":false,"message":"Order not found"})")
                              << ErrorKind::NotFound << QString();
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey << QString();
    QTest::newRow("proxy") << 502 << file("proxy.html") << ErrorKind::ServiceDown << QString();
}

void TestOtpZapMailWire::checkErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto inbox = otpzap::readMailChecked(answer(status, body));
    QVERIFY(!inbox);
    QTEST(inbox.error().kind, "kind");
    QTEST(inbox.error().field, "field");
    QCOMPARE(inbox.error().outcome, Outcome::Definite);
}

void TestOtpZapMailWire::reorderedInboxIsRead()
{
    const auto inbox = otpzap::readMailReordered(answer(200, file("email_reordered.json"), Delivery::Once));
    QVERIFY(inbox);
    QCOMPARE(inbox->status, Status(OrderStatus::Waiting));
    QCOMPARE(inbox->expiresAt, utc(3, 50));
    QVERIFY(!inbox->messages);
    // "success" is the call's own word: asking again ends nothing.
    const auto bare = otpzap::readMailReordered(answer(200, file("email_finished.json"), Delivery::Once));
    QVERIFY(bare);
    QVERIFY(!bare->status);
    QVERIFY(otpzap::readMailReordered(answer(200, R"({"success":true})", Delivery::Once)));
}

void TestOtpZapMailWire::refunds_data()
{
    QTest::addColumn<QByteArray>("members");
    for (const char *members :
         {R"("refund_amount":5625)", R"("refunded_amount":"5625.00")", R"("refund":5625)",
          R"("refunded":5625)", R"("refunded":true,"refund_amount":5625)"})
        QTest::newRow(members) << QByteArray(members);
}

void TestOtpZapMailWire::refunds()
{
    QFETCH(QByteArray, members);
    const auto inbox = otpzap::readMailCancelled(answer(
        200, data(R"({"ref":"R","status":"cancelled","balance":49375,)" + members + "}"), Delivery::Once));
    QVERIFY(inbox);
    QCOMPARE(inbox->status, Status(OrderStatus::Refunded));
    QCOMPARE(inbox->refunded, idr(5625));
    QCOMPARE(inbox->balanceAfter, idr(49375));
}

void TestOtpZapMailWire::cancelAnswers_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Status>("status");
    QTest::newRow("said") << 200 << file("email_cancelled.json") << Status(OrderStatus::Refunded);
    QTest::newRow("not said") << 200 << data(R"({"ref":"R"})") << Status(OrderStatus::Refunded);
    QTest::newRow("no data") << 200 << QByteArray(R"({"success":true})") << Status(OrderStatus::Refunded);
    QTest::newRow("still to come") << 200 << data(R"({"status":"pending"})") << Status();
    QTest::newRow("accepted") << 202 << data(R"({"ref":"R"})") << Status();
    QTest::newRow("the call's own word") << 200 << data(R"({"status":"success"})") << Status();
    QTest::newRow("a message came") << 200 << data(R"({"status":"received"})")
                                    << Status(OrderStatus::CodeReceived);
    QTest::newRow("unknown word") << 200 << data(R"({"status":"reviewing"})") << Status();
}

void TestOtpZapMailWire::cancelAnswers()
{
    QFETCH(int, code);
    QFETCH(QByteArray, body);
    const auto inbox = otpzap::readMailCancelled(answer(code, body, Delivery::Once));
    QVERIFY(inbox);
    QTEST(inbox->status, "status");
}

void TestOtpZapMailWire::finishedInboxIsRead()
{
    const auto said = otpzap::readMailFinished(answer(200, file("email_finished.json"), Delivery::Once));
    QCOMPARE(said->status, Status(OrderStatus::Finished));
    const auto bare = otpzap::readMailFinished(answer(200, R"({"success":true})", Delivery::Once));
    QCOMPARE(bare->status, Status(OrderStatus::Finished));
}

void TestOtpZapMailWire::changeErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("cancel");
    QTest::addColumn<ErrorKind>("finish");
    QTest::addColumn<ErrorKind>("reorder");
    QTest::addColumn<Outcome>("outcome");
    const auto said = [](const char *words) {
        return R"({"success":false,"message":")" + QByteArray(words) + R"("})";
    };
    const auto same = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                         Outcome outcome) {
        QTest::newRow(name) << status << body << kind << kind << kind << outcome;
    };
    same("409", 409, said("Order is not pending"), ErrorKind::TooLate, Outcome::Definite);
    same("429", 429, said("Please wait"), ErrorKind::TooEarly, Outcome::Definite);
    same("404", 404, said("Order not found"), ErrorKind::NotFound, Outcome::Definite);
    same("401", 401, file("error_object.json"), ErrorKind::WrongKey, Outcome::Definite);
    same("proxy", 502, file("proxy.html"), ErrorKind::ServiceDown, Outcome::Unknown);
    same("cut", 200, R"({"success":tr)", ErrorKind::Malformed, Outcome::Unknown);
    same("no message yet", 409, said("No message has arrived yet"), ErrorKind::NoSmsYet, Outcome::Definite);
    QTest::newRow("502") << 502 << said("Upstream rejected the request") << ErrorKind::UpstreamRefused
                         << ErrorKind::ServiceDown << ErrorKind::ServiceDown << Outcome::Definite;
}

void TestOtpZapMailWire::changeErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const HttpReply reply = answer(status, body, Delivery::Once);
    const auto cancelled = otpzap::readMailCancelled(reply);
    QVERIFY(!cancelled);
    QTEST(cancelled.error().kind, "cancel");
    QTEST(cancelled.error().outcome, "outcome");
    const auto finished = otpzap::readMailFinished(reply);
    QVERIFY(!finished);
    QTEST(finished.error().kind, "finish");
    const auto reordered = otpzap::readMailReordered(reply);
    QVERIFY(!reordered);
    QTEST(reordered.error().kind, "reorder");
}

void TestOtpZapMailWire::actionsFollowTheOrder_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<Permission>("cancel");
    QTest::addColumn<Permission>("finish");
    QTest::addColumn<Permission>("resend");
    using Reason = Permission::Reason;
    const Permission yes = Permission::allowed();
    const auto no = [](Reason why) { return Permission::never(why); };

    Order order = waitingInbox();
    QTest::newRow("waiting") << order << yes << no(Reason::NoMessageYet) << yes;
    order.resendPending = true; // asked again as often as one likes
    QTest::newRow("asked again") << order << yes << no(Reason::NoMessageYet) << yes;
    order.messages = {Message()};
    order.status = OrderStatus::CodeReceived;
    QTest::newRow("received") << order << no(Reason::AlreadyHasMessage) << yes << yes;
    order.status = OrderStatus::Waiting;
    QTest::newRow("waiting with a message") << order << no(Reason::AlreadyHasMessage) << yes << yes;
    order.status = OrderStatus::Refunded;
    QTest::newRow("ended") << order << no(Reason::Ended) << no(Reason::Ended) << no(Reason::Ended);
    order = waitingInbox();
    order.status = OrderStatus::Unconfirmed;
    QTest::newRow("unconfirmed") << order << no(Reason::NotConfirmed) << no(Reason::NotConfirmed)
                                 << no(Reason::NotConfirmed);
}

void TestOtpZapMailWire::actionsFollowTheOrder()
{
    QFETCH(Order, order);
    // There is no cooldown: the same at once as later.
    for (const QDateTime &now : {utc(3, 0), utc(3, 10)}) {
        const OrderActions actions = otpzap::mailActions(order, now);
        QTEST(actions.cancel, "cancel");
        QTEST(actions.finish, "finish");
        QTEST(actions.resend, "resend");
        QCOMPARE(actions.replace, Permission::never(Permission::Reason::NotOffered));
    }
}

QTEST_GUILESS_MAIN(TestOtpZapMailWire)
#include "tst_otpzapmailwire.moc"
