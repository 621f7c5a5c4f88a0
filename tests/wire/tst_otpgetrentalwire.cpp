#include "providers/otpget/otpgetrentalwire.h"
#include "tests/wire/wirecheck.h"

#include <QTest>
#include <QTimeZone>

using namespace otpdesk;
using namespace otpdesk::otpget;
using namespace otpdesk::wirecheck;
using namespace Qt::StringLiterals;
using std::chrono::hours;

Q_DECLARE_METATYPE(std::optional<otpdesk::OrderStatus>)

namespace {

RentalPlace canada()
{
    return {u"2"_s, u"ca"_s, u"Canada"_s, u"CA"_s};
}

Offer canadaFor(int duration)
{
    Offer offer;
    offer.kind = OfferKind::Rental;
    offer.line = u"rental2"_s;
    offer.country = u"Canada"_s;
    offer.countryIso = u"CA"_s;
    offer.variant = u"Server 2"_s;
    offer.countryId = u"ca"_s;
    offer.variantId = u"2"_s;
    offer.duration = hours(duration);
    return offer;
}

HttpReply undated(HttpReply reply)
{
    reply.date = {};
    return reply;
}

/// 2026-04-09 21:55:55 in Pakistan.
QDateTime documentedExpiry()
{
    return QDateTime({2026, 4, 9}, {16, 55, 55}, QTimeZone::utc());
}

} // namespace

class TestOtpGetRentalWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAsDocumented_data();
    void requestsAreAsDocumented();
    void countriesOfEachServerAreShelves();
    void countriesWithoutNamesAndWithNumbers();
    void onlyShelvesOfCountriesArePlaces();
    void documentedPricesAreOffers();
    void pricesComeInManyForms_data();
    void pricesComeInManyForms();
    void secondServerSellsMonthsOnly();
    void stockIsWhatCanBeHadForTheDuration();
    void unreadableStockIsUnknown_data();
    void unreadableStockIsUnknown();
    void nothingToSellIsAnEmptyCatalog();
    void documentedRentalIsRead();
    void rentalWithoutADateExpiresAtPakistansTime();
    void rentalComesInManyForms_data();
    void rentalComesInManyForms();
    void unreadableRentalLeavesOpenWhetherItWasCharged_data();
    void unreadableRentalLeavesOpenWhetherItWasCharged();
    void documentedMessageIsReadAndItsCodeFound();
    void messagesAreInTheOrderTheyCame_data();
    void messagesAreInTheOrderTheyCame();
    void noMessagesAreWaitedFor_data();
    void noMessagesAreWaitedFor();
    void unknownStatusKeepsItsWord();
    void documentedListIsRead();
    void listedStatusWords_data();
    void listedStatusWords();
    void listIsNewestFirst();
    void unreadableListIsNoEmptyList_data();
    void unreadableListIsNoEmptyList();
    void documentedRenewalIsRead();
    void refusalsAreDefinite_data();
    void refusalsAreDefinite();
    void refusalsOfOtherFormsAreDefinite_data();
    void refusalsOfOtherFormsAreDefinite();
    void answersOfSomebodyElseAreUnclear_data();
    void answersOfSomebodyElseAreUnclear();
};

void TestOtpGetRentalWire::requestsAreAsDocumented_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char *name, const HttpRequest &request, const QString &query) {
        QTest::newRow(name) << request << u"GET /rental-handler.php ?action="_s + query;
    };
    row("countries", rentalCountriesRequest(), u"getRentalCountries repeatable"_s);
    row("pricing", rentalPricingRequest(canada()),
        u"getRentalPricing&country_code=ca&provider=2 repeatable"_s);
    row("available", rentalStockRequest(canada()),
        u"getAvailableRentals&country_code=ca&provider=2 repeatable"_s);
    row("rent", rentRequest(canadaFor(720)),
        u"rentNumber&country_code=ca&provider=2&duration_hours=720 once spends"_s);
    row("list", rentalsRequest(), u"getMyRentals repeatable"_s);
    row("sms", rentalMessagesRequest(u"2673093356180000583"_s),
        u"getRentalSMS&order_id=2673093356180000583 repeatable"_s);
    row("renew", renewRequest(u"5"_s, canadaFor(720)),
        u"renewRental&rental_id=5&duration_hours=720 once spends"_s);
}

void TestOtpGetRentalWire::requestsAreAsDocumented()
{
    QFETCH(HttpRequest, request);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(request), shape);
}

void TestOtpGetRentalWire::countriesOfEachServerAreShelves()
{
    const auto page = readRentalCountries(replyOf(golden("otpget/rental-countries.json")));
    QVERIFY(page.ok());
    QVERIFY(page->offers.isEmpty());
    QCOMPARE(page->shelves.size(), 2);
    const Shelf &usa = page->shelves[1];
    QCOMPARE(usa.kind, OfferKind::Rental);
    QCOMPARE(usa.path, u"rental/2/us"_s);
    QCOMPARE(usa.title, u"Rentals · Server 2 · United States of America"_s);
    QCOMPARE(usa.country, u"United States of America"_s);
    QCOMPARE(usa.countryIso, u"US"_s);
    QCOMPARE(rentalRoot().shelves.size(), 1);
    QCOMPARE(rentalRoot().shelves.first().kind, OfferKind::Rental);
    QCOMPARE(rentalRoot().shelves.first().path, u"rental"_s);
}

void TestOtpGetRentalWire::countriesWithoutNamesAndWithNumbers()
{
    const auto page = readRentalCountries(replyOf(
        R"({"status":200,"data":[{"id":1,"provider":1,"country_code":"uk"},{"provider":"1","name":"Nowhere"},
            {"provider":"1","country_code":"a/b"}]})"));
    QVERIFY(page.ok());
    QCOMPARE(page->shelves.size(), 1);
    QCOMPARE(page->shelves[0].path, u"rental/1/uk"_s);
    QCOMPARE(page->shelves[0].title, u"Rentals · Server 1 · uk"_s);
    QCOMPARE(page->shelves[0].countryIso, u"GB"_s);

    const auto none = readRentalCountries(replyOf(R"({"status":"200","countries":[{"id":1}]})"));
    QVERIFY(!none.ok());
    QCOMPARE(none.error().kind, ErrorKind::Malformed);
    QCOMPARE(none.error().field, u"country_code"_s);
}

void TestOtpGetRentalWire::onlyShelvesOfCountriesArePlaces()
{
    Shelf shelf;
    for (const QString &path :
         {u"rental"_s, u"rental/2"_s, u"rental//ca"_s, u"rental/2/"_s, u"sms/1/61"_s, u"rental/2/ca/x"_s}) {
        shelf.path = path;
        QVERIFY2(!rentalPlaceOf(shelf), qPrintable(path));
    }
    shelf.path = u"rental/2/ca"_s;
    shelf.country = u"Canada"_s;
    const auto place = rentalPlaceOf(shelf);
    QVERIFY(place);
    QCOMPARE(place->server, u"2"_s);
    QCOMPARE(place->countryCode, u"ca"_s);
    QCOMPARE(place->country, u"Canada"_s);
}

void TestOtpGetRentalWire::documentedPricesAreOffers()
{
    const auto offers = readRentalPricing(replyOf(golden("otpget/rental-pricing.json")), canada());
    QVERIFY(offers.ok());
    Offer month = canadaFor(720);
    month.price = money("840.00", "PKR");
    Offer halfYear = canadaFor(4320);
    halfYear.price = money("5040.00", "PKR");
    QCOMPARE(*offers, (QList<Offer>{month, halfYear}));
    const RentalPlace back = rentalPlaceOf(month);
    QCOMPARE(shapeOf(rentalPricingRequest(back)), shapeOf(rentalPricingRequest(canada())));
}

void TestOtpGetRentalWire::pricesComeInManyForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("prices");
    const auto row = [](const char *name, const QByteArray &body, const char *prices) {
        QTest::newRow(name) << body << QString::fromLatin1(prices);
    };
    row("numbers", R"({"status":200,"pricing":[{"duration_hours":720,"price":840}]})", "720:840.00");
    row("older status", R"({"status":"success","pricing":[{"duration_hours":"720","price":"840.00"}]})",
        "720:840.00");
    row("no status", R"({"pricing":[{"duration_hours":"720","price":"1,840.00"}]})", "720:1840.00");
    row("another name", R"({"status":"200","data":[{"duration_hours":"720","price":"840.00"}]})",
        "720:840.00");
    row("unknown price", R"({"status":"200","pricing":[{"duration_hours":"720"}]})", "720:?");
    row("sorted, each once",
        R"({"status":"200","pricing":[{"duration_hours":"4320","price":5},{"duration_hours":720,"price":1},
            {"duration_hours":720,"price":2},{"price":3}]})",
        "720:1.00 4320:5.00");
    row("none", R"({"status":"200","pricing":[]})", "");
}

void TestOtpGetRentalWire::pricesComeInManyForms()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, prices);
    const auto offers = readRentalPricing(replyOf(body), canada());
    QVERIFY(offers.ok());
    QStringList found;
    for (const Offer &offer : *offers)
        found.append(
            u"%1:%2"_s.arg(offer.duration.count()).arg(offer.price ? offer.price->toDecimal() : u"?"_s));
    QCOMPARE(found.join(u' '), prices);
}

void TestOtpGetRentalWire::secondServerSellsMonthsOnly()
{
    const QByteArray body =
        R"({"status":"200","pricing":[{"duration_hours":"12","price":"1"},{"duration_hours":"24","price":"2"},
            {"duration_hours":"168","price":"3"},{"duration_hours":"720","price":"4"},
            {"duration_hours":"4320","price":"5"},{"duration_hours":"8640","price":"6"}]})";
    RentalPlace place = canada();
    QCOMPARE(readRentalPricing(replyOf(body), place)->size(), 3);
    QCOMPARE(readRentalPricing(replyOf(body), place)->first().duration, hours(720));
    place.server = u"1"_s;
    QCOMPARE(readRentalPricing(replyOf(body), place)->size(), 6);

    const auto unreadable =
        readRentalPricing(replyOf(R"({"status":"200","pricing":[{"price":"840.00"}]})"), place);
    QVERIFY(!unreadable.ok());
    QCOMPARE(unreadable.error().field, u"duration_hours"_s);
}

void TestOtpGetRentalWire::stockIsWhatCanBeHadForTheDuration()
{
    const QList<Offer> offers{canadaFor(24), canadaFor(720), canadaFor(4320)};
    const auto documented = withRentalStock(replyOf(golden("otpget/rental-available.json")), offers);
    QCOMPARE(documented[0].available, false); // "min_month":1
    QCOMPARE(documented[1].available, true);
    QCOMPARE(documented[1].stock, 3338);
    QCOMPARE(documented[2].stock, 3338);

    const auto areas = withRentalStock(
        replyOf(R"({"status":"200","available":[{"area_code":"1","available":"10","min_month":"1"},
                    {"area_code":"2","available":5,"min_month":6}, {"area_code":"3","available":2}]})"),
        offers);
    QCOMPARE(areas[0].stock, 2);
    QCOMPARE(areas[1].stock, 12);
    QCOMPARE(areas[2].stock, 17);
    QVERIFY(areas[0].available);

    const auto none = withRentalStock(replyOf(R"({"status":"200","available":[]})"), offers);
    QCOMPARE(none[1].stock, 0);
    QVERIFY(none[1].available);
}

void TestOtpGetRentalWire::unreadableStockIsUnknown_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("refused") << QByteArray(R"({"status":"502","message":"Server 2 error: busy"})");
    QTest::newRow("no list") << QByteArray(R"({"status":"200","available":7})");
    QTest::newRow("page") << QByteArray("<html></html>");
    QTest::newRow("no number") << QByteArray(R"({"status":"200","available":[{"area_title":"Canada"}]})");
}

void TestOtpGetRentalWire::unreadableStockIsUnknown()
{
    QFETCH(QByteArray, body);
    const auto offers = withRentalStock(replyOf(body), {canadaFor(720)});
    QCOMPARE(offers.size(), 1);
    QVERIFY(!offers.first().stock);
    QVERIFY(offers.first().available);
}

void TestOtpGetRentalWire::nothingToSellIsAnEmptyCatalog()
{
    const auto offers = readRentalPricing(
        replyOf(R"({"status":"404","message":"No pricing found for this country"})"), canada());
    QVERIFY(offers.ok());
    QVERIFY(offers->isEmpty());
}

void TestOtpGetRentalWire::documentedRentalIsRead()
{
    const auto report = readRented(onceReplyOf(golden("otpget/rental-rented.json")), canadaFor(720));
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"2673093356180000583"_s);
    QCOMPARE(report->number, u"3434337545"_s);
    QCOMPARE(report->status, OrderStatus::Waiting);
    QCOMPARE(*report->price, money("840.00", "PKR"));
    QCOMPARE(*report->balanceAfter, money("4220.00", "PKR"));
    // The duration counted from the server's Date wins over a clock without a zone.
    QCOMPARE(report->expiresAt, serverDate().addSecs(720 * 3600));
    QCOMPARE(report->expirySlack.count(), 0);
    QCOMPARE(report->serverTime, serverDate());
}

void TestOtpGetRentalWire::rentalWithoutADateExpiresAtPakistansTime()
{
    const auto report = readRented(undated(onceReplyOf(golden("otpget/rental-rented.json"))), canadaFor(720));
    QVERIFY(report.ok());
    QCOMPARE(report->expiresAt, documentedExpiry());
    QCOMPARE(report->expirySlack, hours(6));
}

void TestOtpGetRentalWire::rentalComesInManyForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("numbers") << QByteArray(
        R"({"status":200,"phone":3434337545,"order_id":2673093356180000583,"price_paid":840,"new_balance":4220.0})");
    QTest::newRow("older status") << QByteArray(
        R"({"status":"success","phone_number":"3434337545","order_id":"2673093356180000583","price":"840",
            "balance":"4,220.00","duration_hours":"720","more":null})");
    QTest::newRow("flag") << QByteArray(
        R"({"status":true,"phone":"3434337545","order_id":"2673093356180000583","price_paid":"840.00",
            "new_balance":"4220.00"})");
    QTest::newRow("status 1") << QByteArray(
        R"({"status":1,"phone":"3434337545","order_id":"2673093356180000583","price_paid":"840.00",
            "new_balance":"4220.00"})");
    QTest::newRow("no status") << QByteArray(
        R"({"phone":"3434337545","order_id":"2673093356180000583","price_paid":"840.00",
            "new_balance":"4220.00"})");
}

void TestOtpGetRentalWire::rentalComesInManyForms()
{
    QFETCH(QByteArray, body);
    const auto report = readRented(onceReplyOf(body), canadaFor(720));
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"2673093356180000583"_s);
    QCOMPARE(report->number, u"3434337545"_s);
    QCOMPARE(*report->price, money("840", "PKR"));
    QCOMPARE(*report->balanceAfter, money("4220", "PKR"));
    QCOMPARE(report->expiresAt, serverDate().addSecs(720 * 3600));
}

void TestOtpGetRentalWire::unreadableRentalLeavesOpenWhetherItWasCharged_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &body, ErrorKind kind, const char *field,
                        const char *detail = "") {
        QTest::newRow(name) << body << kind << QString::fromLatin1(field) << QString::fromLatin1(detail);
    };
    row("no order", R"({"status":"200","phone":"3434337545"})", ErrorKind::Malformed, "order_id",
        "3434337545");
    row("no number", R"({"status":"200","order_id":"26730933"})", ErrorKind::Malformed, "phone", "26730933");
    row("nothing", "", ErrorKind::Malformed, "answer");
    row("cut off", R"({"status":"200","message":"Number rented succ)", ErrorKind::Malformed, "answer");
    row("unknown word", R"({"status":"processing"})", ErrorKind::Malformed, "status", "processing");
    row("page", "<html><body>Welcome</body></html>", ErrorKind::NotAnApi, "");
    row("list", "[]", ErrorKind::Malformed, "answer", "[]");
}

void TestOtpGetRentalWire::unreadableRentalLeavesOpenWhetherItWasCharged()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, field);
    QFETCH(QString, detail);
    const auto report = readRented(onceReplyOf(body), canadaFor(720));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, kind);
    QCOMPARE(report.error().outcome, Outcome::Unknown);
    QCOMPARE(report.error().field, field);
    QCOMPARE(report.error().detail, detail);
}

void TestOtpGetRentalWire::documentedMessageIsReadAndItsCodeFound()
{
    const auto report = readRentalMessages(replyOf(golden("otpget/rental-sms.json")));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::CodeReceived);
    QCOMPARE(report->number, u"5812822291"_s);
    QCOMPARE(report->code, u"740279"_s);
    QCOMPARE(report->messages->size(), 1);
    const Message &sms = report->messages->first();
    QCOMPARE(sms.text, u"Your WhatsApp code 740-279"_s);
    QCOMPARE(sms.code, u"740279"_s);
    QCOMPARE(sms.sender, u"Server 2"_s);
    QCOMPARE(sms.receivedAt, QDateTime({2026, 3, 9}, {20, 57, 32}, QTimeZone::utc()));
}

void TestOtpGetRentalWire::messagesAreInTheOrderTheyCame_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("codes");
    const auto sms = [](const char *code, const char *time) {
        return QByteArray(R"({"text":"Your code is )") + code + R"(","code":")" + code +
               R"(","timestamp":")" + time + "\"}";
    };
    const QByteArray a = sms("1111", "2026-03-09T20:00:00Z");
    const QByteArray b = sms("2222", "2026-03-09T21:00:00Z");
    const QByteArray c = sms("3333", "2026-03-09T21:00:00Z");
    const QByteArray d = sms("4444", "2026-03-09 03:00:00"); // bare: 22:00 of the day before
    const QByteArray undatedOne = R"({"text":"Your code is 5555","code":"5555"})";
    QTest::newRow("oldest first") << a + ',' + b + ',' + c << u"1111 2222 3333"_s;
    QTest::newRow("newest first") << c + ',' + b + ',' + a << u"1111 2222 3333"_s;
    QTest::newRow("mixed") << b + ',' + d + ',' + a << u"4444 1111 2222"_s;
    QTest::newRow("one without a time") << b + ',' + undatedOne + ',' + a << u"2222 5555 1111"_s;
}

void TestOtpGetRentalWire::messagesAreInTheOrderTheyCame()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, codes);
    const auto report = readRentalMessages(replyOf(R"({"status":"200","messages":[)" + list + "]}"));
    QVERIFY(report.ok());
    QStringList found;
    for (const Message &message : *report->messages)
        found.append(message.code);
    QCOMPARE(found.join(u' '), codes);
    QCOMPARE(report->code, found.last());
}

void TestOtpGetRentalWire::noMessagesAreWaitedFor_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty list") << QByteArray(R"({"status":"200","total":0,"messages":[]})");
    QTest::newRow("null") << QByteArray(R"({"status":"200","total":"0","messages":null})");
    QTest::newRow("no text") << QByteArray(
        R"({"status":"200","messages":[{"from":"x","code":"","text":""}]})");
}

void TestOtpGetRentalWire::noMessagesAreWaitedFor()
{
    QFETCH(QByteArray, body);
    const auto report = readRentalMessages(replyOf(body));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::Waiting);
    QVERIFY(report->messages->isEmpty());
    QVERIFY(report->code.isEmpty());
    const auto lost = readRentalMessages(replyOf(R"({"status":"200","total":3})"));
    QVERIFY(!lost.ok());
    QCOMPARE(lost.error().field, u"messages"_s);
}

void TestOtpGetRentalWire::unknownStatusKeepsItsWord()
{
    const auto report = readRentalMessages(replyOf(R"({"status":"teleporting"})"));
    QVERIFY(report.ok());
    QVERIFY(!report->status && !report->messages);
    QCOMPARE(report->statusWord, u"teleporting"_s);
}

void TestOtpGetRentalWire::documentedListIsRead()
{
    const auto page = readRentals(replyOf(golden("otpget/rental-list.json")));
    QVERIFY(page.ok());
    QVERIFY(!page->hasMore);
    QCOMPARE(page->orders.size(), 1);
    const OrderReport &rental = page->orders.first();
    QCOMPARE(rental.id, u"2673093356180000583"_s);
    QCOMPARE(rental.renewId, u"27"_s);
    QCOMPARE(rental.number, u"3434337545"_s);
    QCOMPARE(rental.status, OrderStatus::Waiting);
    QCOMPARE(rental.expiresAt, documentedExpiry());
    QCOMPARE(rental.expirySlack, hours(6));
    QCOMPARE(*rental.offer, canadaFor(0));
}

void TestOtpGetRentalWire::listedStatusWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    using Status = std::optional<OrderStatus>;
    for (const char *word : {"active", "Active"})
        QTest::newRow(word) << QString::fromLatin1(word) << Status(OrderStatus::Waiting);
    for (const char *word : {"expired", "EXPIRED", "ended", "inactive", "completed", "finished"})
        QTest::newRow(word) << QString::fromLatin1(word) << Status(OrderStatus::Expired);
    for (const char *word : {"cancelled", "canceled", "refunded"})
        QTest::newRow(word) << QString::fromLatin1(word) << Status(OrderStatus::Refunded);
    QTest::newRow("paused") << u"paused"_s << Status();
}

void TestOtpGetRentalWire::listedStatusWords()
{
    QFETCH(QString, word);
    QFETCH(std::optional<OrderStatus>, status);
    const QByteArray body =
        R"({"status":"200","rentals":[{"id":27,"order_id":2673093356180000583,"status":")" + word.toUtf8() +
        R"("}]})";
    const auto page = readRentals(replyOf(body));
    QVERIFY(page.ok());
    QCOMPARE(page->orders.first().id, u"2673093356180000583"_s);
    QCOMPARE(page->orders.first().status, status);
    QCOMPARE(page->orders.first().statusWord, word);
    QVERIFY(page->orders.first().offer->line.isEmpty()); // nobody said which server
    QVERIFY(!page->orders.first().expiresAt.isValid());
}

void TestOtpGetRentalWire::listIsNewestFirst()
{
    const auto page = readRentals(replyOf(R"({"status":"200","rentals":[{"id":"9","order_id":"a"},
        {"id":"27","order_id":"c"},{"id":"10","order_id":"b","server":1,"country_code":"gb"}]})"));
    QVERIFY(page.ok());
    QCOMPARE(page->orders[0].id, u"c"_s);
    QCOMPARE(page->orders[1].id, u"b"_s);
    QCOMPARE(page->orders[2].id, u"a"_s);
    QCOMPARE(page->orders[1].offer->line, u"rental1"_s);
    QCOMPARE(page->orders[1].offer->countryIso, u"GB"_s);
    QCOMPARE(page->orders[1].offer->country, u"United Kingdom"_s);
    QVERIFY(readRentals(replyOf(R"({"status":"200","total":0,"rentals":[]})"))->orders.isEmpty());
}

void TestOtpGetRentalWire::unreadableListIsNoEmptyList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no list") << QByteArray(R"({"status":"200","total":5})");
    QTest::newRow("no id") << QByteArray(
        R"({"status":"200","rentals":[{"order_id":"a"},{"id":"27","phone_number":"3434337545"}]})");
    QTest::newRow("page") << QByteArray("<!doctype html>");
}

void TestOtpGetRentalWire::unreadableListIsNoEmptyList()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readRentals(replyOf(body)).ok());
}

void TestOtpGetRentalWire::documentedRenewalIsRead()
{
    const auto report = readRenewal(onceReplyOf(golden("otpget/rental-renewed.json")));
    QVERIFY(report.ok());
    QCOMPARE(report->renewId, u"27"_s);
    QCOMPARE(*report->price, money("840.00", "PKR"));
    QCOMPARE(*report->balanceAfter, money("3440.00", "PKR"));
    QCOMPARE(report->expiresAt, documentedExpiry().addDays(30));
    QCOMPARE(report->expirySlack, hours(6));
}

void TestOtpGetRentalWire::refusalsAreDefinite_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    const auto row = [](int status, const char16_t *message, ErrorKind kind, const char *field = "") {
        const QString text = QString::fromUtf16(message);
        QTest::addRow("%d %s", status, qPrintable(text))
            << status << text << kind << QString::fromLatin1(field);
    };
    row(401, u"Invalid API key.", ErrorKind::WrongKey);
    row(403, u"Account is blocked or inactive.", ErrorKind::AccountBlocked);
    row(400, u"Unknown action: rentNumbr", ErrorKind::BadRequest, "action");
    row(400, u"country_code is required.", ErrorKind::BadRequest, "country_code");
    row(400, u"provider is required.", ErrorKind::BadRequest, "provider");
    row(400, u"duration_hours is required.", ErrorKind::BadRequest, "duration_hours");
    row(400, u"Server 2 only supports monthly durations: 720, 4320, 8640", ErrorKind::BadRequest,
        "duration_hours");
    row(400, u"Something else", ErrorKind::BadRequest);
    row(402, u"Insufficient balance.", ErrorKind::NoBalance);
    row(404, u"No pricing found for this country", ErrorKind::NoStock);
    row(404, u"Rental not found or does not belong to you.", ErrorKind::NotFound);
    row(503, u"Server 1 is currently unavailable.", ErrorKind::ServiceDown, "server");
    row(503, u"Server 2 is currently unavailable.", ErrorKind::ServiceDown, "server");
    row(502, u"Server 2 error: timeout", ErrorKind::UpstreamRefused);
    row(502, u"Server 1 error: No numbers available", ErrorKind::NoStock);
    row(500, u"Database error: insert failed", ErrorKind::ServiceDown);
}

void TestOtpGetRentalWire::refusalsAreDefinite()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, field);
    const QByteArray number = QByteArray::number(status);
    const QByteArray rest = R"(,"message":")" + message.toUtf8() + "\"}";
    const auto check = [&](const ApiError &error, int httpStatus) {
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.outcome, Outcome::Definite);
        QCOMPARE(error.detail, message);
        QCOMPARE(error.field, field);
        QCOMPARE(error.httpStatus, httpStatus);
    };
    // The status as text and as number, under the HTTP status 200 and under its own.
    for (const QByteArray &body : {"{\"status\":\"" + number + '"' + rest, "{\"status\":" + number + rest}) {
        for (const int httpStatus : {200, status}) {
            const auto bought = readRented(onceReplyOf(body, httpStatus), canadaFor(720));
            const auto renewed = readRenewal(onceReplyOf(body, httpStatus));
            const auto checked = readRentalMessages(replyOf(body, httpStatus));
            const auto listed = readRentals(replyOf(body, httpStatus));
            QVERIFY(!bought && !renewed && !checked && !listed);
            check(bought.error(), httpStatus);
            check(renewed.error(), httpStatus);
            check(checked.error(), httpStatus);
            check(listed.error(), httpStatus);
        }
    }
}

void TestOtpGetRentalWire::refusalsOfOtherFormsAreDefinite_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &body, ErrorKind kind, int status = 200) {
        QTest::newRow(name) << body << status << kind;
    };
    row("word", "BAD_KEY", ErrorKind::WrongKey);
    row("word in a page of PHP", "ACCOUNT_BLOCKED\r\n", ErrorKind::AccountBlocked, 500);
    row("error", R"({"status":"error","message":"Insufficient balance."})", ErrorKind::NoBalance);
    row("error word", R"({"status":"error","message":"BAD_KEY"})", ErrorKind::WrongKey);
    row("status is the word", R"({"status":"LOW_BALANCE"})", ErrorKind::NoBalance);
    row("flag", R"({"success":false,"message":"Insufficient balance."})", ErrorKind::NoBalance);
    row("error under a 500", R"({"status":"error","message":"Insufficient balance."})", ErrorKind::NoBalance,
        500);
    row("unknown error under a 500", R"({"status":"error","message":"Oops"})", ErrorKind::ServiceDown, 500);
    row("status 0", R"({"status":0,"message":"Oops"})", ErrorKind::Refused);
    row("status flag", R"({"status":false,"message":"No numbers available"})", ErrorKind::NoStock);
    row("error alone", R"({"error":"Invalid API key."})", ErrorKind::WrongKey);
    row("too many", R"({"status":"429","message":"Too many requests"})", ErrorKind::RateLimited);
    row("HTTP status alone", R"({"message":"Who are you?"})", ErrorKind::WrongKey, 401);
}

void TestOtpGetRentalWire::refusalsOfOtherFormsAreDefinite()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    const auto report = readRented(onceReplyOf(body, status), canadaFor(720));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, kind);
    QCOMPARE(report.error().outcome, Outcome::Definite);
}

void TestOtpGetRentalWire::answersOfSomebodyElseAreUnclear_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("proxy's page") << QByteArray("<html><h1>502 Bad Gateway</h1></html>") << 502;
    QTest::newRow("proxy's words") << QByteArray("upstream timed out") << 504;
    QTest::newRow("proxy's JSON") << QByteArray(R"({"title":"Bad gateway","status":502})") << 502;
    QTest::newRow("gateway timeout") << QByteArray(R"({"status":504,"message":"Timeout"})") << 504;
    QTest::newRow("framework's JSON") << QByteArray(R"({"message":"Server Error"})") << 500;
}

void TestOtpGetRentalWire::answersOfSomebodyElseAreUnclear()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto bought = readRented(onceReplyOf(body, status), canadaFor(720));
    QVERIFY(!bought.ok());
    QCOMPARE(bought.error().kind == ErrorKind::ServiceDown ||
                 bought.error().kind == ErrorKind::UpstreamRefused,
             true);
    QCOMPARE(bought.error().outcome, Outcome::Unknown);
    const auto checked = readRentalMessages(replyOf(body, status));
    QVERIFY(!checked.ok());
    QCOMPARE(checked.error().outcome, Outcome::Definite);
}

QTEST_GUILESS_MAIN(TestOtpGetRentalWire)
#include "tst_otpgetrentalwire.moc"
