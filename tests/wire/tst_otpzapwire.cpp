#include "tests/wire/golden.h"

#include "providers/otpzap/otpzapcatalog.h"
#include "providers/otpzap/otpzapwire.h"

#include <QTest>
#include <QTimeZone>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using golden::answer;

namespace {

Money idr(qint64 rupiah)
{
    return Money::fromUnits(rupiah * Money::UnitsPerMain, otpzap::currency());
}

HttpReply saved(const char *name, Delivery delivery = Delivery::Repeatable)
{
    const QByteArray body = golden::file(u"otpzap/"_s + QString::fromLatin1(name));
    Q_ASSERT(!body.isEmpty());
    return answer(200, body, delivery);
}

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    shelf.country = u"Indonesia"_s;
    shelf.countryIso = u"ID"_s;
    return shelf;
}

Shelf productShelf(int page = 1)
{
    Shelf shelf = shelfAt(u"s1/7/1/%1//"_s.arg(page));
    shelf.service = u"WhatsApp"_s;
    return shelf;
}

Offer s2Offer()
{
    Offer offer;
    offer.line = u"s2"_s;
    offer.service = u"Telegram"_s;
    offer.country = u"Indonesia"_s;
    offer.serviceId = u"33"_s;
    offer.countryId = u"7"_s;
    offer.variantId = u"any"_s;
    offer.price = idr(1800);
    offer.stock = 40;
    return offer;
}

QDateTime utc(int hour, int minute)
{
    return QDateTime(QDate(2026, 5, 19), QTime(hour, minute), Qt::UTC);
}

QByteArray productList(int first, int count)
{
    QByteArray items;
    for (int i = 0; i < count; ++i)
        items += (i ? "," : "") + QByteArray("{\"product_id\":") + QByteArray::number(first + i) + "}";
    return "{\"success\":true,\"data\":{\"products\":[" + items + "]}}";
}

} // namespace

class TestOtpZapWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readRequests_data();
    void readRequests();
    void balanceIsRead_data();
    void balanceIsRead();
    void balanceMissingIsMalformed();

    void rootListsThreeParts();
    void shelfPathsThatAreNotOursAreRefused_data();
    void shelfPathsThatAreNotOursAreRefused();
    void countriesBecomeShelves();
    void platformsBecomeShelves();
    void aWholeCountryIsAskedForFirst();
    void productsBecomeOffers();
    void productPagesEnd_data();
    void productPagesEnd();
    void lastPossiblePageHasNoSuccessor();
    void nextPageIsAskedForByNumber();
    void s2ServicesBecomeOffers();
    void specialServicesBecomeOffers();
    void emptyListsAreNoError_data();
    void emptyListsAreNoError();
    void answersWithoutAListAreMalformed();
    void operatorsFollowTheFreeChoice();
    void chosenOperatorComesFirst();
    void noOperatorsLeaveTheFreeChoice_data();
    void noOperatorsLeaveTheFreeChoice();
    void shelfOfAnOfferLeadsBackToIt();

    void createRequests_data();
    void createRequests();
    void createWithoutNeededIdIsRefusedUnsent_data();
    void createWithoutNeededIdIsRefusedUnsent();
    void createWithoutKeyGoesOutOnce();
    void createdOrderIsRead();
    void createdOrderIsReadFromVariants();
    void createErrors_data();
    void createErrors();

    void changeRequests_data();
    void changeRequests();
    void checkedOrderIsRead();
    void newestCodeWinsOverTheFirst_data();
    void newestCodeWinsOverTheFirst();
    void messagesKeepOrderTextAndTime();
    void statusWords_data();
    void statusWords();
    void checkWithoutStatusIsMalformed();
    void checkErrors_data();
    void checkErrors();

    void cancelAnswers_data();
    void cancelAnswers();
    void cancelReportsTheRefund();
    void cancelErrors_data();
    void cancelErrors();
    void finishIsRead();
    void resendIsRead();
    void resendErrors_data();
    void resendErrors();
    void replacementIsTheNewOrder_data();
    void replacementIsTheNewOrder();
    void unreadableReplacementIsUnknown_data();
    void unreadableReplacementIsUnknown();

    void actionsFollowTheOrder_data();
    void actionsFollowTheOrder();
    void cancelWaitsForTheCooldown();
    void resendWaitsForAMessageOrTheLock();
};

void TestOtpZapWire::readRequests_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("written");
    const auto shelf = [](const QString &path) { return otpzap::shelfRequest(shelfAt(path)).value(); };
    QTest::newRow("balance") << otpzap::balanceRequest() << u"GET /balance"_s;
    QTest::newRow("s1 countries") << shelf(u"s1"_s) << u"GET /countries"_s;
    QTest::newRow("s1 country") << shelf(u"s1/7"_s) << u"GET /products?country_id=7&page=1&limit=100"_s;
    QTest::newRow("s1 services") << shelf(u"s1/7/platforms"_s) << u"GET /services?country_id=7"_s;
    QTest::newRow("s1 country, page 2")
        << shelf(u"s1/7//2/a/b"_s) << u"GET /products?country_id=7&page=2&limit=100"_s;
    QTest::newRow("s1 products") << shelf(u"s1/7/1/1//"_s)
                                 << u"GET /products?platform_id=1&country_id=7&page=1&limit=100"_s;
    QTest::newRow("s2 countries") << shelf(u"s2"_s) << u"GET /s2/countries"_s;
    QTest::newRow("s2 services") << shelf(u"s2/7"_s) << u"GET /s2/services?country_id=7"_s;
    QTest::newRow("s2 operators") << otpzap::operatorsRequest(s2Offer())
                                  << u"GET /s2/operators?country_id=7"_s;
    QTest::newRow("special") << shelf(u"special"_s) << u"GET /s2/special"_s;
    QTest::newRow("check") << otpzap::checkRequest(u"65"_s) << u"GET /order/check?order_id=65"_s;
}

void TestOtpZapWire::readRequests()
{
    QFETCH(HttpRequest, request);
    QTEST(golden::written(request), "written");
    QCOMPARE(request.delivery, Delivery::Repeatable);
    QVERIFY(!request.spends);
    QVERIFY(request.idempotencyKey.isEmpty());
}

void TestOtpZapWire::balanceIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("documented") << golden::file(u"otpzap/balance.json"_s);
    QTest::newRow("as text") << golden::file(u"otpzap/balance_text.json"_s);
    QTest::newRow("no currency") << QByteArray(R"({"success":true,"data":{"balance":50000}})");
    QTest::newRow("no envelope") << QByteArray(R"({"balance":50000,"currency":"IDR"})");
}

void TestOtpZapWire::balanceIsRead()
{
    QFETCH(QByteArray, body);
    const auto balance = otpzap::readBalance(answer(200, body));
    QVERIFY(balance);
    QCOMPARE(balance->amount, idr(50000));
}

void TestOtpZapWire::balanceMissingIsMalformed()
{
    const auto balance = otpzap::readBalance(answer(200, R"({"success":true,"data":{"balance":null}})"));
    QVERIFY(!balance);
    QCOMPARE(balance.error().kind, ErrorKind::Malformed);
    QCOMPARE(balance.error().field, u"balance"_s);
}

void TestOtpZapWire::rootListsThreeParts()
{
    const ShelfPage root = otpzap::rootPage();
    QCOMPARE(root.shelves.size(), 3);
    QVERIFY(root.offers.isEmpty());
    for (const Shelf &shelf : root.shelves) {
        QVERIFY(!shelf.title.isEmpty());
        QVERIFY(otpzap::shelfRequest(shelf).has_value());
    }
}

void TestOtpZapWire::shelfPathsThatAreNotOursAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"", "s3", "s1/", "s2/", "s1/7/1", "s1/7/1/0//", "s1/7/1/501//", "s1/7/1/x//",
                             "s2/7/1/1//", "special/7"})
        QTest::newRow(*path ? path : "root") << QString::fromLatin1(path);
}

void TestOtpZapWire::shelfPathsThatAreNotOursAreRefused()
{
    QFETCH(QString, path);
    QVERIFY(!otpzap::shelfRequest(shelfAt(path)));
    QVERIFY(!otpzap::readShelf(shelfAt(path), saved("countries.json")));
}

void TestOtpZapWire::countriesBecomeShelves()
{
    Shelf root;
    root.path = u"s1"_s;
    const auto page = otpzap::readShelf(root, saved("countries.json"));
    QVERIFY(page);
    QCOMPARE(page->shelves.size(), 2); // the one without an id cannot be opened
    const Shelf &first = page->shelves[0];
    QCOMPARE(first.path, u"s1/7"_s);
    QCOMPARE(first.country, u"Indonesia"_s);
    QCOMPARE(first.countryIso, u"ID"_s);
    QVERIFY(first.title.contains(u"Indonesia"_s));
    QCOMPARE(page->shelves[1].path, u"s1/12"_s);

    root.path = u"s2"_s;
    const auto bare = otpzap::readShelf(root, saved("countries_bare.json"));
    QVERIFY(bare);
    QCOMPARE(bare->shelves.value(0).path, u"s2/7"_s);
}

void TestOtpZapWire::platformsBecomeShelves()
{
    const auto page = otpzap::readShelf(shelfAt(u"s1/7/platforms"_s), saved("services.json"));
    QVERIFY(page);
    QCOMPARE(page->shelves.size(), 2);
    QCOMPARE(page->shelves[0].service, u"WhatsApp"_s);
    QCOMPARE(page->shelves[0].country, u"Indonesia"_s);
    QCOMPARE(golden::written(otpzap::shelfRequest(page->shelves[0]).value()),
             u"GET /products?platform_id=1&country_id=7&page=1&limit=100"_s);
    // An id with a separator of ours survives, a name loses its bidi override.
    QCOMPARE(page->shelves[1].service, u"Telegram"_s);
    const auto request = otpzap::shelfRequest(page->shelves[1]);
    QVERIFY(request);
    QCOMPARE(request->query.queryItemValue(u"platform_id"_s), u"tg/x"_s);
}

void TestOtpZapWire::aWholeCountryIsAskedForFirst()
{
    const Shelf country = shelfAt(u"s1/7"_s);
    const auto page = otpzap::readShelf(country, saved("products.json"));
    QVERIFY(page);
    QCOMPARE(page->offers.size(), 4);

    const QByteArray refusal = R"({"success":false,"message":"platform_id is required"})";
    for (const HttpReply &reply :
         {answer(422, refusal), answer(200, R"({"success":true,"data":{"products":[]}})")}) {
        const auto platforms = otpzap::readShelf(country, reply);
        QVERIFY(platforms);
        QCOMPARE(platforms->shelves.size(), 1);
        QCOMPARE(golden::written(otpzap::shelfRequest(platforms->shelves[0]).value()),
                 u"GET /services?country_id=7"_s);
        QCOMPARE(platforms->shelves[0].country, country.country);
    }
    QVERIFY(!otpzap::readShelf(country, answer(401, R"({"success":false,"message":"Invalid API key"})")));
}

void TestOtpZapWire::productsBecomeOffers()
{
    const auto page = otpzap::readShelf(productShelf(), saved("products.json"));
    QVERIFY(page);
    QCOMPARE(page->offers.size(), 4);
    QVERIFY(page->shelves.isEmpty());

    const Offer &first = page->offers[0];
    QCOMPARE(first.line, u"s1"_s);
    QCOMPARE(first.service, u"WhatsApp"_s);
    QCOMPARE(first.country, u"Indonesia"_s);
    QCOMPARE(first.countryIso, u"ID"_s);
    QCOMPARE(first.serviceId, u"1"_s);
    QCOMPARE(first.countryId, u"7"_s);
    QCOMPARE(first.productId, u"501"_s);
    QCOMPARE(first.price, idr(2500));
    QCOMPARE(first.stock, 120);
    QVERIFY(!first.successRate);
    QVERIFY(first.available);

    const Offer &second = page->offers[1];
    QCOMPARE(second.productId, u"2673093356180000583"_s);
    QCOMPARE(second.variant, u"Server 1 · WhatsApp gold"_s);
    QCOMPARE(second.price->toDecimal(), u"3100.5"_s);
    QCOMPARE(second.stock, 0);
    QCOMPARE(second.successRate, 91);

    const Offer &bare = page->offers[2];
    QCOMPARE(bare.service, u"WhatsApp"_s); // the shelf's
    QVERIFY(!bare.price);
    QVERIFY(!bare.stock);
    QVERIFY(!page->offers[3].available);
}

void TestOtpZapWire::productPagesEnd_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("repeated"); ///< the page before held the same
    QTest::addColumn<int>("offers");
    QTest::addColumn<bool>("goesOn");
    const QByteArray full = productList(1, 100);
    const QByteArray more = golden::file(u"otpzap/products_more.json"_s);
    QTest::newRow("full") << 1 << full << false << 100 << true;
    QTest::newRow("short") << 1 << productList(1, 99) << false << 99 << false;
    QTest::newRow("empty") << 2 << golden::file(u"otpzap/products_empty.json"_s) << false << 0 << false;
    QTest::newRow("repeating") << 2 << full << true << 0 << false;
    QTest::newRow("short, more by pagination") << 1 << more << false << 2 << true;
    QTest::newRow("repeating, more by pagination") << 2 << more << true << 0 << false;
    QTest::newRow("last by pagination")
        << 3 << golden::file(u"otpzap/products_last.json"_s) << false << 1 << false;
    const auto with = [&full](const QByteArray &members) { return full.chopped(1) + "," + members + "}"; };
    QTest::newRow("full, has_more false")
        << 1 << with(R"("meta":{"has_more":false})") << false << 100 << false;
    QTest::newRow("full, next_page null")
        << 1 << with(R"("pagination":{"next_page":null})") << false << 100 << false;
    QTest::newRow("full, next_page 2")
        << 1 << with(R"("pagination":{"next_page":2})") << false << 100 << true;
    QTest::newRow("full, total reached")
        << 1 << with(R"("total":"100","per_page":100)") << false << 100 << false;
    QTest::newRow("full, total not reached")
        << 1 << with(R"("total":101,"limit":100)") << false << 100 << true;
}

void TestOtpZapWire::productPagesEnd()
{
    QFETCH(int, page);
    QFETCH(QByteArray, body);
    QFETCH(bool, repeated);
    Shelf shelf = productShelf(page);
    if (repeated)
        shelf = otpzap::readShelf(productShelf(page - 1), answer(200, body))->shelves.value(0);
    const auto read = otpzap::readShelf(shelf, answer(200, body));
    QVERIFY(read);
    QTEST(int(read->offers.size()), "offers");
    QTEST(!read->shelves.isEmpty(), "goesOn");
}

void TestOtpZapWire::lastPossiblePageHasNoSuccessor()
{
    const HttpReply full = answer(200, productList(1, 100));
    QVERIFY(!otpzap::readShelf(productShelf(499), full)->shelves.isEmpty());
    QVERIFY(otpzap::readShelf(productShelf(500), full)->shelves.isEmpty());
}

void TestOtpZapWire::nextPageIsAskedForByNumber()
{
    const auto one = otpzap::readShelf(productShelf(), answer(200, productList(1, 100)));
    const Shelf second = one->shelves.value(0);
    QVERIFY(second.title.isEmpty());
    QCOMPARE(second.service, u"WhatsApp"_s);
    QCOMPARE(otpzap::shelfRequest(second)->query.queryItemValue(u"page"_s), u"2"_s);
    const auto two = otpzap::readShelf(second, answer(200, productList(101, 100)));
    const Shelf third = two->shelves.value(0);
    QCOMPARE(otpzap::shelfRequest(third)->query.queryItemValue(u"page"_s), u"3"_s);
    // A server that begins again at page 1 is not followed for ever.
    QVERIFY(otpzap::readShelf(third, answer(200, productList(1, 100)))->offers.isEmpty());
}

void TestOtpZapWire::s2ServicesBecomeOffers()
{
    const auto page = otpzap::readShelf(shelfAt(u"s2/7"_s), saved("s2_services.json"));
    QVERIFY(page);
    QCOMPARE(page->offers.size(), 2);
    const Offer &first = page->offers[0];
    QCOMPARE(first.line, u"s2"_s);
    QCOMPARE(first.service, u"Telegram"_s);
    QCOMPARE(first.serviceId, u"33"_s);
    QCOMPARE(first.countryId, u"7"_s);
    QCOMPARE(first.country, u"Indonesia"_s);
    QCOMPARE(first.variant, u"Server 2 · any operator"_s);
    QCOMPARE(first.variantId, u"any"_s);
    QCOMPARE(first.price, idr(1800));
    QCOMPARE(first.stock, 40);
    QCOMPARE(page->offers[1].serviceId, u"multi-1"_s);
    QCOMPARE(page->offers[1].service, u"<b>Any</b>"_s);
    QVERIFY(!page->offers[1].stock);
}

void TestOtpZapWire::specialServicesBecomeOffers()
{
    Shelf shelf;
    shelf.path = u"special"_s;
    const auto page = otpzap::readShelf(shelf, saved("s2_special.json"));
    QVERIFY(page);
    QCOMPARE(page->offers.size(), 1);
    QCOMPARE(page->offers[0].line, u"special"_s);
    QCOMPARE(page->offers[0].serviceId, u"900"_s);
    QVERIFY(page->offers[0].countryId.isEmpty());
    QVERIFY(page->offers[0].variantId.isEmpty());
    QCOMPARE(page->offers[0].price, idr(9000));
}

void TestOtpZapWire::emptyListsAreNoError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("list") << QByteArray(R"({"success":true,"data":[]})");
    QTest::newRow("object") << QByteArray(R"({"success":true,"data":{}})");
    QTest::newRow("null") << QByteArray(R"({"success":true,"data":null})");
    QTest::newRow("bare list") << QByteArray("[]");
}

void TestOtpZapWire::emptyListsAreNoError()
{
    QFETCH(QByteArray, body);
    for (const QString &path : {u"s1"_s, u"s1/7/platforms"_s, u"s1/7/1/1//"_s, u"s2/7"_s, u"special"_s}) {
        const auto page = otpzap::readShelf(shelfAt(path), answer(200, body));
        QVERIFY(page);
        QVERIFY(page->offers.isEmpty() && page->shelves.isEmpty());
    }
}

void TestOtpZapWire::answersWithoutAListAreMalformed()
{
    for (const char *body : {R"({"success":true,"data":{"note":"x"}})", R"({"success":true})",
                             R"({"success":true,"data":{"countries":[{"name":"no id"}]}})", "nonsense", ""}) {
        const auto page = otpzap::readShelf(shelfAt(u"s1"_s), answer(200, body));
        QVERIFY2(!page, body);
        QCOMPARE(page.error().kind, ErrorKind::Malformed);
    }
}

void TestOtpZapWire::operatorsFollowTheFreeChoice()
{
    const auto offers = otpzap::readOperators(s2Offer(), saved("s2_operators.json"));
    QVERIFY(offers);
    QCOMPARE(offers->size(), 3);
    QCOMPARE(offers->at(0).variantId, u"any"_s);
    QCOMPARE(offers->at(0).stock, 40);
    QCOMPARE(offers->at(1).variantId, u"3"_s);
    QCOMPARE(offers->at(1).variant, u"Server 2 · Telkomsel"_s);
    QCOMPARE(offers->at(1).price, idr(1800));
    QVERIFY(!offers->at(1).stock);
    QCOMPARE(offers->at(2).variantId, u"indosat"_s);
    QCOMPARE(offers->at(2).serviceId, u"33"_s);
}

void TestOtpZapWire::chosenOperatorComesFirst()
{
    Offer offer = s2Offer();
    offer.variantId = u"3"_s;
    const auto offers = otpzap::readOperators(offer, saved("s2_operators.json"));
    QVERIFY(offers);
    QCOMPARE(offers->at(0).variantId, u"3"_s);
    QCOMPARE(offers->at(1).variantId, u"any"_s);
    QCOMPARE(offers->size(), 3);
}

void TestOtpZapWire::noOperatorsLeaveTheFreeChoice_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << 200 << golden::file(u"otpzap/s2_operators_empty.json"_s);
    QTest::newRow("null") << 200 << QByteArray(R"({"success":true,"data":null})");
    QTest::newRow("none") << 404 << QByteArray(R"({"success":false,"message":"No operators here"})");
}

void TestOtpZapWire::noOperatorsLeaveTheFreeChoice()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto offers = otpzap::readOperators(s2Offer(), answer(status, body));
    QVERIFY(offers);
    QCOMPARE(offers->size(), 1);
    QCOMPARE(offers->at(0).variantId, u"any"_s);
}

void TestOtpZapWire::shelfOfAnOfferLeadsBackToIt()
{
    const auto products = otpzap::readShelf(productShelf(), saved("products.json"));
    const Shelf again = otpzap::shelfOf(products->offers[1]);
    QCOMPARE(golden::written(otpzap::shelfRequest(again).value()),
             u"GET /products?platform_id=1&country_id=7&page=1&limit=100"_s);
    const auto refetched = otpzap::readShelf(again, saved("products.json"));
    QVERIFY(otpzap::isSameProduct(refetched->offers[1], products->offers[1]));
    QVERIFY(!otpzap::isSameProduct(refetched->offers[0], products->offers[1]));

    QCOMPARE(otpzap::shelfOf(s2Offer()).path, u"s2/7"_s);
    Offer special;
    special.line = u"special"_s;
    QCOMPARE(otpzap::shelfOf(special).path, u"special"_s);
}

void TestOtpZapWire::createRequests_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QString>("written");
    Offer product;
    product.line = u"s1"_s;
    product.serviceId = u"1"_s;
    product.countryId = u"7"_s;
    product.productId = u"501"_s;
    QTest::newRow("server 1") << product << uR"(POST /order/create {"product_id":501,"server":1})"_s;
    product.productId = u"2673093356180000583"_s;
    QTest::newRow("19 digits") << product
                               << uR"(POST /order/create {"product_id":2673093356180000583,"server":1})"_s;
    product.productId = u"007"_s;
    QTest::newRow("not a plain number")
        << product << uR"(POST /order/create {"product_id":"007","server":1})"_s;
    QTest::newRow("server 2")
        << s2Offer()
        << uR"(POST /order/create {"country_id":7,"operator_id":"any","server":2,"service_id":33})"_s;
    Offer chosen = s2Offer();
    chosen.variantId = u"3"_s;
    QTest::newRow("server 2, operator")
        << chosen << uR"(POST /order/create {"country_id":7,"operator_id":3,"server":2,"service_id":33})"_s;
    chosen.variantId.clear();
    QTest::newRow("server 2, no operator")
        << chosen
        << uR"(POST /order/create {"country_id":7,"operator_id":"any","server":2,"service_id":33})"_s;
    Offer special;
    special.line = u"special"_s;
    special.serviceId = u"900"_s;
    QTest::newRow("special") << special << uR"(POST /order/create {"server":2,"service_id":900})"_s;
}

void TestOtpZapWire::createRequests()
{
    QFETCH(Offer, offer);
    const auto request = otpzap::createRequest({offer, u"6c1f-key"_s});
    QVERIFY(request);
    QTEST(golden::written(*request), "written");
    QCOMPARE(request->idempotencyKey, QByteArray("6c1f-key"));
    QCOMPARE(request->delivery, Delivery::Repeatable);
    QVERIFY(request->spends);
}

void TestOtpZapWire::createWithoutNeededIdIsRefusedUnsent_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("serviceId");
    QTest::addColumn<QString>("field");
    QTest::newRow("product") << u"s1"_s << u"1"_s << u"product_id"_s;
    QTest::newRow("service") << u"s2"_s << QString() << u"service_id"_s;
    QTest::newRow("country") << u"s2"_s << u"33"_s << u"country_id"_s;
    QTest::newRow("special") << u"special"_s << QString() << u"service_id"_s;
    QTest::newRow("line") << u"s9"_s << u"33"_s << u"server"_s;
}

void TestOtpZapWire::createWithoutNeededIdIsRefusedUnsent()
{
    QFETCH(QString, line);
    QFETCH(QString, serviceId);
    Offer offer;
    offer.line = line;
    offer.serviceId = serviceId;
    const auto request = otpzap::createRequest({offer, u"key"_s});
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadRequest);
    QCOMPARE(request.error().outcome, Outcome::Definite);
    QTEST(request.error().field, "field");
}

void TestOtpZapWire::createWithoutKeyGoesOutOnce()
{
    const auto request = otpzap::createRequest({s2Offer(), {}});
    QVERIFY(request);
    QCOMPARE(request->delivery, Delivery::Once);
    QVERIFY(request->spends);
}

void TestOtpZapWire::createdOrderIsRead()
{
    HttpReply reply = saved("created.json");
    reply.date = utc(3, 10);
    const auto order = otpzap::readCreated(reply);
    QVERIFY(order);
    QCOMPARE(order->id, u"65"_s);
    QCOMPARE(order->number, u"6281234567890"_s);
    QCOMPARE(order->price, idr(2500));
    QCOMPARE(order->status, OrderStatus::Waiting);
    QCOMPARE(order->statusWord, u"pending"_s);
    QCOMPARE(order->expiresAt, utc(3, 30));
    QCOMPARE(order->serverTime, utc(3, 10));
    QVERIFY(!order->messages);
}

void TestOtpZapWire::createdOrderIsReadFromVariants()
{
    const auto order = otpzap::readCreated(saved("created_variant.json"));
    QVERIFY(order);
    QCOMPARE(order->id, u"2673093356180000583"_s);
    QCOMPARE(order->number, u"+62 812"_s);
    QCOMPARE(order->price, idr(2500));
    QCOMPARE(order->status, OrderStatus::Waiting); // no word: a new order waits
    QCOMPARE(order->expiresAt, utc(3, 30));

    const auto listed = otpzap::readCreated(
        answer(201, R"({"success":true,"data":[{"id":66,"phone":"628","status":"pending"}]})"));
    QVERIFY(listed);
    QCOMPARE(listed->id, u"66"_s);
}

void TestOtpZapWire::createErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("field");
    const auto file = [](const char *name) { return golden::file(u"otpzap/"_s + QString::fromLatin1(name)); };
    const auto definite = Outcome::Definite;
    const auto unknown = Outcome::Unknown;
    const QString none;
    QTest::newRow("no balance") << 200 << file("error_message.json") << ErrorKind::NoBalance << definite
                                << none;
    QTest::newRow("no balance 400") << 400 << file("error_message.json") << ErrorKind::NoBalance << definite
                                    << none;
    QTest::newRow("no stock") << 200 << file("error_text.json") << ErrorKind::NoStock << definite << none;
    QTest::newRow("no stock 409") << 409 << file("error_text.json") << ErrorKind::NoStock << definite << none;
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey << definite << none;
    QTest::newRow("wrong key by code")
        << 200 << file("error_object.json") << ErrorKind::WrongKey << definite << none;
    QTest::newRow("field") << 422 << file("error_fields.json") << ErrorKind::BadRequest << definite
                           << u"product_id"_s;
    QTest::newRow("402") << 402 << QByteArray("{}") << ErrorKind::NoBalance << definite << none;
    QTest::newRow("403") << 403 << QByteArray(R"({"message":"no"})") << ErrorKind::AccountBlocked << definite
                         << none;
    QTest::newRow("404") << 404 << QByteArray(R"({"message":"Product not found"})") << ErrorKind::NotFound
                         << definite << none;
    QTest::newRow("429") << 429 << QByteArray(R"({"success":false,"message":"not available"})")
                         << ErrorKind::RateLimited << definite << none;
    QTest::newRow("bare word") << 200 << QByteArray("NO_BALANCE") << ErrorKind::NoBalance << definite << none;
    QTest::newRow("bare word 400") << 400 << QByteArray("NO_BALANCE\n") << ErrorKind::NoBalance << definite
                                   << none;
    QTest::newRow("status in body") << 200 << QByteArray(R"({"status":"402","message":"pay"})")
                                    << ErrorKind::NoBalance << definite << none;
    QTest::newRow("status word") << 200 << QByteArray(R"({"status":"error","message":"Cannot do"})")
                                 << ErrorKind::Refused << definite << none;
    QTest::newRow("error alone") << 200 << QByteArray(R"({"error":"Account suspended"})")
                                 << ErrorKind::AccountBlocked << definite << none;
    QTest::newRow("500") << 500 << QByteArray(R"({"success":false,"message":"Insufficient balance"})")
                         << ErrorKind::ServiceDown << unknown << none;
    QTest::newRow("502 json") << 502 << QByteArray(R"({"success":false,"message":"refused upstream"})")
                              << ErrorKind::ServiceDown << unknown << none;
    QTest::newRow("502 page") << 502 << file("proxy.html") << ErrorKind::ServiceDown << unknown << none;
    QTest::newRow("520 page") << 520 << file("proxy.html") << ErrorKind::ServiceDown << unknown << none;
    QTest::newRow("200 page") << 200 << file("proxy.html") << ErrorKind::NotAnApi << unknown << none;
    QTest::newRow("garbage") << 200 << QByteArray("\x01\x02{{{") << ErrorKind::Malformed << unknown
                             << u"JSON"_s;
    QTest::newRow("nothing") << 200 << QByteArray() << ErrorKind::Malformed << unknown << u"JSON"_s;
    QTest::newRow("success alone") << 200 << QByteArray(R"({"success":true})") << ErrorKind::Malformed
                                   << unknown << u"order_id"_s;
    QTest::newRow("no id") << 200 << file("created_no_id.json") << ErrorKind::Malformed << unknown
                           << u"order_id"_s;
    QTest::newRow("no number") << 200 << file("created_no_number.json") << ErrorKind::Malformed << unknown
                               << u"phone_number"_s;
}

void TestOtpZapWire::createErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    HttpReply reply = answer(status, body);
    reply.retryAfter = std::chrono::seconds(7);
    const auto order = otpzap::readCreated(reply);
    QVERIFY(!order);
    QTEST(order.error().kind, "kind");
    QTEST(order.error().outcome, "outcome");
    QTEST(order.error().field, "field");
    if (status == 429)
        QCOMPARE(order.error().retryAfter, std::chrono::seconds(7));
}

void TestOtpZapWire::changeRequests_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("written");
    QTest::addColumn<bool>("spends");
    QTest::newRow("cancel") << otpzap::cancelRequest(u"65"_s) << uR"(POST /order/cancel {"order_id":65})"_s
                            << false;
    QTest::newRow("finish") << otpzap::finishRequest(u"65"_s) << uR"(POST /order/finish {"order_id":65})"_s
                            << false;
    QTest::newRow("resend") << otpzap::resendRequest(u"65"_s) << uR"(POST /order/resend {"order_id":65})"_s
                            << false;
    QTest::newRow("replace") << otpzap::replaceRequest(u"65"_s) << uR"(POST /order/replace {"order_id":65})"_s
                             << true;
    QTest::newRow("no number") << otpzap::cancelRequest(u"AB-1"_s)
                               << uR"(POST /order/cancel {"order_id":"AB-1"})"_s << false;
}

void TestOtpZapWire::changeRequests()
{
    QFETCH(HttpRequest, request);
    QTEST(golden::written(request), "written");
    QTEST(request.spends, "spends");
    QCOMPARE(request.delivery, Delivery::Once);
    QVERIFY(request.idempotencyKey.isEmpty());
}

void TestOtpZapWire::checkedOrderIsRead()
{
    const auto waiting = otpzap::readChecked(saved("check_pending.json"));
    QVERIFY(waiting);
    QCOMPARE(waiting->status, OrderStatus::Waiting);
    QVERIFY(waiting->messages && waiting->messages->isEmpty());
    QVERIFY(waiting->code.isEmpty());
    QCOMPARE(waiting->resendCount, 0);
    QVERIFY(!waiting->resendLockedUntil.isValid());
    QVERIFY(!waiting->price);

    const auto received = otpzap::readChecked(saved("check_received.json"));
    QVERIFY(received);
    QCOMPARE(received->id, u"65"_s);
    QCOMPARE(received->status, OrderStatus::CodeReceived);
    QCOMPARE(received->resendCount, 1);
    QCOMPARE(received->resendLockedUntil, utc(3, 30));
}

void TestOtpZapWire::newestCodeWinsOverTheFirst_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("codes");
    const QStringList two{u"111222"_s, u"847293"_s};
    QTest::newRow("strings") << QByteArray("check_received.json") << u"847293"_s << two;
    QTest::newRow("objects") << QByteArray("check_objects.json") << u"333444"_s
                             << QStringList{u"111222"_s, u"333444"_s};
    QTest::newRow("field alone") << QByteArray("check_no_list.json") << u"847293"_s
                                 << QStringList{u"847293"_s};
    QTest::newRow("list alone") << QByteArray("check_list_only.json") << u"847293"_s << two;
}

void TestOtpZapWire::newestCodeWinsOverTheFirst()
{
    QFETCH(QByteArray, file);
    const auto order = otpzap::readChecked(saved(file.constData()));
    QVERIFY(order && order->messages);
    QTEST(order->code, "code");
    QStringList codes;
    for (const Message &message : *order->messages)
        codes += message.code;
    QTEST(codes, "codes");
}

void TestOtpZapWire::messagesKeepOrderTextAndTime()
{
    const auto order = otpzap::readChecked(saved("check_objects.json"));
    QVERIFY(order && order->messages);
    const Message &first = order->messages->at(0);
    QCOMPARE(first.text, u"Your code is 111222\nDo not share it"_s);
    QCOMPARE(first.receivedAt, utc(3, 0));
    QCOMPARE(order->messages->at(1).receivedAt, utc(3, 5));
    QCOMPARE(order->resendCount, 2);

    // A time without a zone is WIB.
    const auto zoneless = otpzap::readChecked(answer(
        200, R"({"data":{"status":"pending","otps":["1"],"resend_locked_until":"2026-05-19 10:30:00"}})"));
    QCOMPARE(zoneless->resendLockedUntil, utc(3, 30));

    // Elements with text only: the code is found in it.
    const auto text = otpzap::readChecked(answer(
        200,
        R"({"data":{"status":"otp_received","otps":["Your verification code is 482913",{"sms":"Hello"}]}})"));
    QVERIFY(text && text->messages);
    QCOMPARE(text->messages->at(0).code, u"482913"_s);
    QCOMPARE(text->messages->at(0).text, u"Your verification code is 482913"_s);
    QCOMPARE(text->messages->at(1).text, u"Hello"_s);
    QVERIFY(text->messages->at(1).code.isEmpty());
}

void TestOtpZapWire::statusWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    const auto row = [](const char *word, std::optional<OrderStatus> status) {
        QTest::newRow(word) << QString::fromLatin1(word) << status;
    };
    row("pending", OrderStatus::Waiting);
    row("otp_received", OrderStatus::CodeReceived);
    row("success", OrderStatus::Finished);
    row("failed", OrderStatus::Refunded);
    row("cancelled", OrderStatus::Refunded);
    row("expired", OrderStatus::Expired);
    row("PENDING", OrderStatus::Waiting);
    row("Awaiting_Carrier", std::nullopt);
}

void TestOtpZapWire::statusWords()
{
    QFETCH(QString, word);
    const QByteArray body = R"({"success":true,"data":{"order_id":65,"status":")" + word.toUtf8() + "\"}}";
    const auto order = otpzap::readChecked(answer(200, body));
    QVERIFY(order);
    QTEST(order->status, "status");
    QCOMPARE(order->statusWord, word);
    QVERIFY(!order->messages); // not said
}

void TestOtpZapWire::checkWithoutStatusIsMalformed()
{
    const auto order = otpzap::readChecked(saved("check_no_status.json"));
    QVERIFY(!order);
    QCOMPARE(order.error().kind, ErrorKind::Malformed);
    QCOMPARE(order.error().field, u"status"_s);
    QCOMPARE(order.error().outcome, Outcome::Definite);
}

void TestOtpZapWire::checkErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("404") << 404 << QByteArray(R"({"success":false,"message":"Order not found"})")
                         << ErrorKind::NotFound;
    QTest::newRow("refused in 200") << 200 << QByteArray(R"({"success":false,"message":"Order not found"})")
                                    << ErrorKind::NotFound;
    QTest::newRow("401") << 401 << QByteArray(R"({"message":"Unauthenticated."})") << ErrorKind::WrongKey;
    QTest::newRow("429") << 429 << QByteArray(R"({"message":"Too Many Attempts."})")
                         << ErrorKind::RateLimited;
    QTest::newRow("503 page") << 503 << golden::file(u"otpzap/proxy.html"_s) << ErrorKind::ServiceDown;
    QTest::newRow("portal") << 200 << golden::file(u"otpzap/proxy.html"_s) << ErrorKind::NotAnApi;
}

void TestOtpZapWire::checkErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto order = otpzap::readChecked(answer(status, body));
    QVERIFY(!order);
    QTEST(order.error().kind, "kind");
    QCOMPARE(order.error().outcome, Outcome::Definite);
    QVERIFY(!order.error().detail.contains(u'<'));
}

void TestOtpZapWire::cancelAnswers_data()
{
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    const std::optional<OrderStatus> refunded = OrderStatus::Refunded;
    const std::optional<OrderStatus> open;
    const auto file = [](const char *name) { return golden::file(u"otpzap/"_s + QString::fromLatin1(name)); };
    QTest::newRow("said") << 200 << file("cancelled.json") << refunded;
    QTest::newRow("success without a word") << 200 << file("cancelled_plain.json") << refunded;
    QTest::newRow("still pending") << 200 << file("cancel_pending.json") << open;
    QTest::newRow("accepted only") << 202 << file("cancelled_plain.json") << open;
    QTest::newRow("call succeeded") << 200 << QByteArray(R"({"success":true,"data":{"status":"success"}})")
                                    << open;
    QTest::newRow("new word") << 200 << QByteArray(R"({"success":true,"data":{"status":"cancelling"}})")
                              << open;
}

void TestOtpZapWire::cancelAnswers()
{
    QFETCH(int, httpStatus);
    QFETCH(QByteArray, body);
    const auto order = otpzap::readCancelled(answer(httpStatus, body, Delivery::Once));
    QVERIFY(order);
    QTEST(order->status, "status");
}

void TestOtpZapWire::cancelReportsTheRefund()
{
    const auto order = otpzap::readCancelled(saved("cancelled.json", Delivery::Once));
    QVERIFY(order);
    QCOMPARE(order->refunded, idr(2500));
    QCOMPARE(order->balanceAfter, idr(52500));
}

void TestOtpZapWire::cancelErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    const QByteArray words = R"({"success":false,"message":"Cancel is not available: insufficient balance"})";
    QTest::newRow("409") << 409 << words << ErrorKind::TooLate << Outcome::Definite;
    QTest::newRow("429") << 429 << words << ErrorKind::TooEarly << Outcome::Definite;
    QTest::newRow("429 empty") << 429 << QByteArray() << ErrorKind::TooEarly << Outcome::Definite;
    QTest::newRow("502") << 502 << words << ErrorKind::UpstreamRefused << Outcome::Definite;
    QTest::newRow("502 page") << 502 << golden::file(u"otpzap/proxy.html"_s) << ErrorKind::ServiceDown
                              << Outcome::Unknown;
    QTest::newRow("504") << 504 << words << ErrorKind::ServiceDown << Outcome::Unknown;
    QTest::newRow("404") << 404 << QByteArray(R"({"success":false,"message":"Order not found"})")
                         << ErrorKind::NotFound << Outcome::Definite;
    QTest::newRow("garbage") << 200 << QByteArray("??") << ErrorKind::Malformed << Outcome::Unknown;
}

void TestOtpZapWire::cancelErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    HttpReply reply = answer(status, body, Delivery::Once);
    reply.retryAfter = std::chrono::seconds(95);
    const auto order = otpzap::readCancelled(reply);
    QVERIFY(!order);
    QTEST(order.error().kind, "kind");
    QTEST(order.error().outcome, "outcome");
    if (status == 429)
        QCOMPARE(order.error().retryAfter, std::chrono::seconds(95));
}

void TestOtpZapWire::finishIsRead()
{
    const auto plain =
        otpzap::readFinished(answer(200, R"({"success":true,"message":"ok"})", Delivery::Once));
    QVERIFY(plain);
    QCOMPARE(plain->status, OrderStatus::Finished);
    const auto said = otpzap::readFinished(
        answer(200, R"({"success":true,"data":{"order_id":65,"status":"success"}})", Delivery::Once));
    QCOMPARE(said->status, OrderStatus::Finished);
    const auto late = otpzap::readFinished(answer(409, R"({"success":false,"message":"x"})", Delivery::Once));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::TooLate);
}

void TestOtpZapWire::resendIsRead()
{
    const auto order = otpzap::readResent(saved("resent.json", Delivery::Once));
    QVERIFY(order);
    QCOMPARE(order->status, OrderStatus::CodeReceived);
    QCOMPARE(order->resendCount, 1);
    QCOMPARE(order->resendLockedUntil, utc(3, 30));
    // The call's own "success" does not finish the order.
    const auto own = otpzap::readResent(
        answer(200, R"({"success":true,"data":{"order_id":65,"status":"success"}})", Delivery::Once));
    QVERIFY(own);
    QVERIFY(!own->status);
}

void TestOtpZapWire::resendErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("429") << 429 << QByteArray(R"({"success":false,"message":"Wait for a new OTP"})")
                         << ErrorKind::TooEarly;
    QTest::newRow("409") << 409 << QByteArray(R"({"success":false,"message":"Order ended"})")
                         << ErrorKind::TooLate;
    QTest::newRow("unsupported") << 422
                                 << QByteArray(R"({"success":false,"message":"Resend is not supported"})")
                                 << ErrorKind::NotSupported;
}

void TestOtpZapWire::resendErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto order = otpzap::readResent(answer(status, body, Delivery::Once));
    QVERIFY(!order);
    QTEST(order.error().kind, "kind");
    QCOMPARE(order.error().outcome, Outcome::Definite);
}

void TestOtpZapWire::replacementIsTheNewOrder_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("order id") << QByteArray("replaced.json");
    QTest::newRow("new order id") << QByteArray("replaced_new_id.json");
}

void TestOtpZapWire::replacementIsTheNewOrder()
{
    QFETCH(QByteArray, file);
    const auto order = otpzap::readReplaced(saved(file.constData(), Delivery::Once));
    QVERIFY(order);
    QCOMPARE(order->id, u"66"_s);
    QCOMPARE(order->number, u"6281299999999"_s);
    QCOMPARE(order->status, OrderStatus::Waiting);
}

void TestOtpZapWire::unreadableReplacementIsUnknown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("page") << 502 << golden::file(u"otpzap/proxy.html"_s) << Outcome::Unknown;
    QTest::newRow("502 json") << 502 << QByteArray(R"({"success":false,"message":"x"})") << Outcome::Unknown;
    QTest::newRow("no id") << 200 << golden::file(u"otpzap/created_no_id.json"_s) << Outcome::Unknown;
    QTest::newRow("refused") << 409 << QByteArray(R"({"success":false,"message":"x"})") << Outcome::Definite;
    QTest::newRow("refused in 200") << 200 << golden::file(u"otpzap/error_message.json"_s)
                                    << Outcome::Definite;
}

void TestOtpZapWire::unreadableReplacementIsUnknown()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto order = otpzap::readReplaced(answer(status, body, Delivery::Once));
    QVERIFY(!order);
    QTEST(order.error().outcome, "outcome");
}

void TestOtpZapWire::actionsFollowTheOrder_data()
{
    QTest::addColumn<OrderStatus>("status");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("hasMessage");
    QTest::addColumn<QList<int>>("reasons"); ///< cancel, finish, resend, replace
    using Reason = Permission::Reason;
    const auto reasons = [](Reason cancel, Reason finish, Reason resend, Reason replace) {
        return QList<int>{int(cancel), int(finish), int(resend), int(replace)};
    };
    const auto all = [&reasons](Reason why) { return reasons(why, why, why, why); };
    const Reason may = Reason::None;
    const Reason has = Reason::AlreadyHasMessage;
    QTest::newRow("waiting s1") << OrderStatus::Waiting << u"s1"_s << false
                                << reasons(may, Reason::NoMessageYet, may, may);
    QTest::newRow("waiting s2") << OrderStatus::Waiting << u"s2"_s << false
                                << reasons(may, Reason::NoMessageYet, may, Reason::NotOffered);
    QTest::newRow("waiting special") << OrderStatus::Waiting << u"special"_s << false
                                     << reasons(may, Reason::NoMessageYet, may, Reason::NotOffered);
    QTest::newRow("waiting, message")
        << OrderStatus::Waiting << u"s1"_s << true << reasons(has, may, may, has);
    QTest::newRow("received") << OrderStatus::CodeReceived << u"s1"_s << true << reasons(has, may, may, has);
    QTest::newRow("received s2") << OrderStatus::CodeReceived << u"s2"_s << true
                                 << reasons(has, may, may, Reason::NotOffered);
    QTest::newRow("buying") << OrderStatus::Buying << u"s1"_s << false << all(Reason::NotConfirmed);
    QTest::newRow("unconfirmed") << OrderStatus::Unconfirmed << u"s1"_s << false << all(Reason::NotConfirmed);
    QTest::newRow("finished") << OrderStatus::Finished << u"s1"_s << true << all(Reason::Ended);
    QTest::newRow("refunded") << OrderStatus::Refunded << u"s1"_s << false << all(Reason::Ended);
    QTest::newRow("expired") << OrderStatus::Expired << u"s1"_s << false << all(Reason::Ended);
}

void TestOtpZapWire::actionsFollowTheOrder()
{
    QFETCH(OrderStatus, status);
    QFETCH(QString, line);
    QFETCH(bool, hasMessage);
    Order order;
    order.id = u"65"_s;
    order.offer.line = line;
    order.status = status;
    order.boughtAt = utc(3, 0);
    if (hasMessage)
        order.messages = {Message{u"1"_s, {}, {}, {}}};
    const OrderActions actions = otpzap::actions(order, utc(3, 10));
    QList<int> reasons;
    for (const Permission &permission : {actions.cancel, actions.finish, actions.resend, actions.replace}) {
        reasons += int(permission.reason);
        QCOMPARE(permission.isAllowed(), permission.reason == Permission::Reason::None);
    }
    QTEST(reasons, "reasons");
}

void TestOtpZapWire::cancelWaitsForTheCooldown()
{
    Order order;
    order.id = u"65"_s;
    order.status = OrderStatus::Waiting;
    order.createdAt = utc(2, 0);
    order.boughtAt = utc(3, 0);
    const Permission early = otpzap::actions(order, utc(3, 2).addMSecs(-1)).cancel;
    QCOMPARE(early, Permission::after(utc(3, 2)));
    QVERIFY(otpzap::actions(order, utc(3, 2)).cancel.isAllowed());
    order.boughtAt = {};
    QCOMPARE(otpzap::actions(order, utc(2, 1)).cancel, Permission::after(utc(2, 2)));
}

void TestOtpZapWire::resendWaitsForAMessageOrTheLock()
{
    Order order;
    order.id = u"65"_s;
    order.status = OrderStatus::CodeReceived;
    order.boughtAt = utc(3, 0);
    order.resendLockedUntil = utc(3, 30);
    QCOMPARE(otpzap::actions(order, utc(3, 29)).resend, Permission::after(utc(3, 30)));
    QVERIFY(otpzap::actions(order, utc(3, 30)).resend.isAllowed());
    order.resendPending = true;
    QCOMPARE(otpzap::actions(order, utc(3, 31)).resend,
             Permission::never(Permission::Reason::WaitingForNewMessage));
}

QTEST_GUILESS_MAIN(TestOtpZapWire)
#include "tst_otpzapwire.moc"
