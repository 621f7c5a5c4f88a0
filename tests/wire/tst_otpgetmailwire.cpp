#include "providers/otpget/otpgetmailwire.h"
#include "tests/wire/wirecheck.h"

#include <QTest>
#include <QTimeZone>

using namespace otpdesk;
using namespace otpdesk::otpget;
using namespace otpdesk::wirecheck;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<otpdesk::OrderStatus>)

namespace {

Offer instagram()
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"email1"_s;
    offer.service = u"Instagram"_s;
    offer.serviceId = u"ig"_s;
    offer.variant = offer.variantId = u"gmail.com"_s;
    offer.price = money("120.00", "PKR");
    offer.stock = 48;
    return offer;
}

Offer telegramSite()
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"email2"_s;
    offer.service = offer.serviceId = u"telegram.com"_s;
    offer.variant = offer.variantId = u"gmail.com"_s;
    offer.price = money("15.60", "PKR");
    offer.stock = 82000;
    return offer;
}

QStringList codesOf(const OrderReport &report)
{
    QStringList codes;
    for (const Message &message : report.messages.value_or(QList<Message>()))
        codes.append(message.code);
    return codes;
}

} // namespace

class TestOtpGetMailWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAsDocumented_data();
    void requestsAreAsDocumented();
    void shelvesAskForTheirPart_data();
    void shelvesAskForTheirPart();
    void rootHasBothServers();
    void sitesAreHosts_data();
    void sitesAreHosts();
    void documentedServicesAreOffers();
    void documentedDomainsAreOffers();
    void catalogComesInManyForms();
    void nothingToSellIsAnEmptyPage_data();
    void nothingToSellIsAnEmptyPage();
    void documentedPurchasesAreRead();
    void purchaseComesInManyForms_data();
    void purchaseComesInManyForms();
    void unreadablePurchaseLeavesOpenWhetherItWasCharged_data();
    void unreadablePurchaseLeavesOpenWhetherItWasCharged();
    void check_data();
    void check();
    void messageMembersHaveManyNames();
    void codeIsFoundWhereverItStands_data();
    void codeIsFoundWhereverItStands();
    void messagesAreInTheOrderTheyCame();
    void unknownStatusKeepsItsWord();
    void cancellation_data();
    void cancellation();
    void codeInsteadOfACancellationIsAMessage_data();
    void codeInsteadOfACancellationIsAMessage();
    void historyIsRead();
    void historyStatusWords_data();
    void historyStatusWords();
    void historyGoesOnAfterAFullPage();
    void unreadableHistoryIsNoEmptyOne_data();
    void unreadableHistoryIsNoEmptyOne();
    void refusalsAreDefinite_data();
    void refusalsAreDefinite();
    void pagesAndGarbageAreUnclear_data();
    void pagesAndGarbageAreUnclear();
};

void TestOtpGetMailWire::requestsAreAsDocumented_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char *name, const HttpRequest &request, const QString &query) {
        QTest::newRow(name) << request << u"GET /email_handler.php ?action="_s + query;
    };
    row("buy 1", mailBuyRequest(instagram()),
        u"buyEmail&server=1&service_id=ig&domain=gmail.com once spends"_s);
    row("buy 2", mailBuyRequest(telegramSite()),
        u"buyEmail&server=2&domain=gmail.com&site=telegram.com once spends"_s);
    row("check 1", mailCheckRequest(instagram(), u"7291834"_s),
        u"getEmailCode&server=1&email_id=7291834 repeatable"_s);
    row("check 2", mailCheckRequest(telegramSite(), u"48291034"_s),
        u"getEmailCode&server=2&email_id=48291034 repeatable"_s);
    row("cancel 1", mailCancelRequest(instagram(), u"7291834"_s),
        u"cancelEmail&server=1&email_id=7291834 once"_s);
    row("cancel 2", mailCancelRequest(telegramSite(), u"48291034"_s),
        u"cancelEmail&server=2&email_id=48291034 once"_s);
    row("history", mailHistoryRequest(3), u"getEmailHistory&server=1&page=3 repeatable"_s);
}

void TestOtpGetMailWire::requestsAreAsDocumented()
{
    QFETCH(HttpRequest, request);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(request), shape);
}

void TestOtpGetMailWire::shelvesAskForTheirPart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shape");
    QTest::newRow("services")
        << u"email1"_s
        << u"GET /email_handler.php ?action=getEmailServices&server=1&domain=gmail.com repeatable"_s;
    QTest::newRow("domains")
        << u"email2/telegram.com"_s
        << u"GET /email_handler.php ?action=getEmailServices&server=2&site=telegram.com repeatable"_s;
    QTest::newRow("no site") << u"email2/"_s << QString();
    QTest::newRow("strange") << u"rental"_s << QString();
}

void TestOtpGetMailWire::shelvesAskForTheirPart()
{
    QFETCH(QString, path);
    QFETCH(QString, shape);
    Shelf shelf;
    shelf.path = path;
    const auto request = mailShelfRequest(shelf);
    QCOMPARE(request ? shapeOf(*request) : QString(), shape);
}

void TestOtpGetMailWire::rootHasBothServers()
{
    const ShelfPage root = mailRoot();
    QCOMPARE(root.shelves.first().path, u"email1"_s);
    QCOMPARE(root.shelves.value(1).path, u"email2/telegram.com"_s);
    QCOMPARE(root.shelves.value(1).service, u"telegram.com"_s);
    // The other sites, each of which costs a request, only once it is known that the server answers.
    const auto first = readMailShelf(replyOf(golden("otpget/email-domains.json")), root.shelves[1]);
    QVERIFY(first.ok());
    QVERIFY(first->shelves.size() > 3 && first->shelves.size() < 12);
    for (const Shelf &shelf : root.shelves + first->shelves) {
        QCOMPARE(shelf.kind, OfferKind::Email);
        QVERIFY(mailShelfRequest(shelf));
    }
    const auto second = readMailShelf(replyOf(golden("otpget/email-domains.json")), first->shelves.first());
    QVERIFY(second->shelves.isEmpty());
}

void TestOtpGetMailWire::sitesAreHosts_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << u"example.org"_s << u"email2/example.org"_s;
    QTest::newRow("as typed") << u"  Accounts.Example.ORG "_s << u"email2/accounts.example.org"_s;
    QTest::newRow("international") << u"bücher.de"_s << u"email2/xn--bcher-kva.de"_s;
    for (const char *bad : {"", "localhost", "a b.com", "https://example.org", "example.org/x", "-a.com",
                            "example..org", "127.0.0.1", "x@example.org", "example.org&server=1"})
        QTest::addRow("not %s", bad) << QString::fromLatin1(bad) << QString();
}

void TestOtpGetMailWire::sitesAreHosts()
{
    QFETCH(QString, site);
    QFETCH(QString, path);
    const auto shelf = mailShelfOfSite(site);
    QCOMPARE(shelf ? shelf->path : QString(), path);
    if (shelf) {
        QCOMPARE(shelf->kind, OfferKind::Email);
        QCOMPARE(u"email2/"_s + shelf->service, path);
    }
}

void TestOtpGetMailWire::documentedServicesAreOffers()
{
    const Shelf shelf = mailRoot().shelves.first();
    const auto page = readMailShelf(replyOf(golden("otpget/email-services.json")), shelf);
    QVERIFY(page.ok());
    QCOMPARE(page->offers.size(), 2);
    QCOMPARE(page->offers.first(), instagram());
    QCOMPARE(page->offers.last().serviceId, u"tg"_s);
    QCOMPARE(mailShelfOf(instagram()), shelf);
}

void TestOtpGetMailWire::documentedDomainsAreOffers()
{
    const Shelf shelf = mailShelfOfSite(u"telegram.com"_s).value();
    const auto page = readMailShelf(replyOf(golden("otpget/email-domains.json")), shelf);
    QVERIFY(page.ok());
    QCOMPARE(page->offers.size(), 3);
    QCOMPARE(page->offers.first(), telegramSite());
    QCOMPARE(page->offers.last().variantId, u"gmx.com"_s);
    QCOMPARE(page->offers.last().stock, 1615245);
    QCOMPARE(mailShelfOf(telegramSite()), shelf);
}

void TestOtpGetMailWire::catalogComesInManyForms()
{
    const Shelf services = mailRoot().shelves.first();
    const auto page = readMailShelf(
        replyOf(R"({"status":"success","data":[{"service_code":7,"price":"1,120.00","count":"48"},
                    {"service_name":"No code"},{"service_code":"tg","service_name":"Telegram"}]})"),
        services);
    QVERIFY(page.ok());
    QCOMPARE(page->offers.size(), 2);
    QCOMPARE(page->offers[0].serviceId, u"7"_s);
    QCOMPARE(page->offers[0].service, u"7"_s);
    QCOMPARE(*page->offers[0].price, money("1120", "PKR"));
    QCOMPARE(page->offers[0].stock, 48);
    QVERIFY(!page->offers[1].price && !page->offers[1].stock);

    const auto none = readMailShelf(replyOf(R"({"status":"200","services":[{"price":1}]})"), services);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().field, u"service_code"_s);
    const auto missing = readMailShelf(replyOf(R"({"status":"200"})"), services);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().field, u"services"_s);
}

void TestOtpGetMailWire::nothingToSellIsAnEmptyPage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray(R"({"status":"200","count":0,"services":[]})");
    QTest::newRow("service") << QByteArray(R"({"status":"404","message":"Service not available"})");
    QTest::newRow("stock") << QByteArray(R"({"status":404,"message":"No stock available"})");
}

void TestOtpGetMailWire::nothingToSellIsAnEmptyPage()
{
    QFETCH(QByteArray, body);
    const auto page = readMailShelf(replyOf(body), mailRoot().shelves.first());
    QVERIFY(page.ok());
    QVERIFY(page->offers.isEmpty());
}

void TestOtpGetMailWire::documentedPurchasesAreRead()
{
    const auto first = readMailPurchase(onceReplyOf(golden("otpget/email-bought-1.json")));
    QVERIFY(first.ok());
    QCOMPARE(first->id, u"7291834"_s);
    QCOMPARE(first->number, u"temp.abc123@gmail.com"_s);
    QCOMPARE(first->status, OrderStatus::Waiting);
    QCOMPARE(*first->price, money("120", "PKR"));
    QCOMPARE(*first->balanceAfter, money("4880", "PKR"));
    QCOMPARE(first->serverTime, serverDate());
    const auto second = readMailPurchase(onceReplyOf(golden("otpget/email-bought-2.json")));
    QVERIFY(second.ok());
    QCOMPARE(second->id, u"48291034"_s);
    QCOMPARE(second->number, u"cudaqibeve@gmx.com"_s);
    QCOMPARE(*second->price, money("1.17", "PKR"));
    QCOMPARE(*second->balanceAfter, money("1739.25", "PKR"));
}

void TestOtpGetMailWire::purchaseComesInManyForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("numbers") << QByteArray(R"({"status":200,"email_id":7291834,"email":"a@gmail.com"})");
    QTest::newRow("older status") << QByteArray(
        R"({"status":"success","email_id":"7291834","email_address":"a@gmail.com"})");
    QTest::newRow("no status") << QByteArray(R"({"email_id":"7291834","email":"a@gmail.com","x":[]})");
}

void TestOtpGetMailWire::purchaseComesInManyForms()
{
    QFETCH(QByteArray, body);
    const auto report = readMailPurchase(onceReplyOf(body));
    QVERIFY(report.ok());
    QCOMPARE(report->id, u"7291834"_s);
    QCOMPARE(report->number, u"a@gmail.com"_s);
    QVERIFY(!report->price && !report->balanceAfter);
}

void TestOtpGetMailWire::unreadablePurchaseLeavesOpenWhetherItWasCharged_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no id") << QByteArray(R"({"status":"200","email":"a@gmail.com"})") << u"email_id"_s
                           << u"a@gmail.com"_s;
    QTest::newRow("no address") << QByteArray(R"({"status":"200","email_id":7})") << u"email"_s << u"7"_s;
    QTest::newRow("cancelled") << QByteArray(R"({"status":"300","message":"Cancelled"})") << u"status"_s
                               << u"300"_s;
    QTest::newRow("nothing") << QByteArray() << u"answer"_s << QString();
}

void TestOtpGetMailWire::unreadablePurchaseLeavesOpenWhetherItWasCharged()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(QString, detail);
    const auto report = readMailPurchase(onceReplyOf(body));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Malformed);
    QCOMPARE(report.error().outcome, Outcome::Unknown);
    QCOMPARE(report.error().field, field);
    QCOMPARE(report.error().detail, detail);
}

void TestOtpGetMailWire::check_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<OrderStatus>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &body, OrderStatus status, const char *code = "") {
        QTest::newRow(name) << body << status << QString::fromLatin1(code);
    };
    row("code", R"({"status":"200","messages":[{"code":"482913"}]})", OrderStatus::CodeReceived, "482913");
    row("code as number", R"({"status":200,"messages":[{"code":482913}]})", OrderStatus::CodeReceived,
        "482913");
    row("plain text", R"({"status":"success","messages":["482913"]})", OrderStatus::CodeReceived, "482913");
    row("code alone", R"({"status":"200","code":"482-913"})", OrderStatus::CodeReceived, "482913");
    row("mail without a code", R"({"status":"200","messages":[{"subject":"Welcome","text":"Hello"}]})",
        OrderStatus::CodeReceived);
    row("no messages", R"({"status":"200","messages":[]})", OrderStatus::Waiting);
    row("empty message", R"({"status":"200","messages":[{"code":null,"received_at":"2026-05-19"}]})",
        OrderStatus::Waiting);
    row("waiting", R"({"status":"202","message":"Waiting for code..."})", OrderStatus::Waiting);
    row("waiting as number", R"({"status":202})", OrderStatus::Waiting);
    row("another list", R"({"status":"202","tags":["482913"]})", OrderStatus::Waiting);
    row("cancelled", R"({"status":"300","message":"Cancelled"})", OrderStatus::Refunded);
    row("cancelled as a word", R"({"status":"cancelled"})", OrderStatus::Refunded);
}

void TestOtpGetMailWire::check()
{
    QFETCH(QByteArray, body);
    QFETCH(OrderStatus, status);
    QFETCH(QString, code);
    for (const int httpStatus : {200, 202}) {
        const auto report = readMailCheck(replyOf(body, httpStatus));
        QVERIFY(report.ok());
        QCOMPARE(report->status, status);
        QCOMPARE(report->code, code);
        QVERIFY(report->statusWord.isEmpty());
        QVERIFY(report->number.isEmpty());
    }
}

void TestOtpGetMailWire::messageMembersHaveManyNames()
{
    const auto full = readMailCheck(replyOf(R"({"status":"200","messages":[{"code":"482913",
        "subject":"Your code","from":"no-reply@telegram.com","text":"482913 is it",
        "html":"<p>482913</p>","received_at":"2026-05-19T10:30:00Z"}]})"));
    QVERIFY(full.ok());
    const Message one = full->messages->first();
    QCOMPARE(one.code, u"482913"_s);
    QCOMPARE(one.subject, u"Your code"_s);
    QCOMPARE(one.sender, u"no-reply@telegram.com"_s);
    QCOMPARE(one.text, u"482913 is it"_s);
    QVERIFY(one.html.isEmpty()); // only of a mail without text
    QCOMPARE(one.receivedAt, serverDate());

    for (const char *names : {R"("sender":"x","body":"y","date":"2026-05-19 15:30:00")",
                              R"("sender":"x","message":"y","timestamp":"2026-05-19T10:30:00Z")",
                              R"("from":"x","content":"y","created_at":1779186600)"}) {
        const auto other = readMailCheck(
            replyOf(QByteArray(R"({"status":"200","messages":[{"otp":"482913",)") + names + "}]}"));
        QVERIFY2(other.ok(), names);
        QCOMPARE(other->messages->first().code, u"482913"_s);
        QCOMPARE(other->messages->first().sender, u"x"_s);
        QCOMPARE(other->messages->first().text, u"y"_s);
        QCOMPARE(other->messages->first().receivedAt, serverDate());
    }
}

void TestOtpGetMailWire::codeIsFoundWhereverItStands_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QByteArray &mail, const char *html = "") {
        QTest::newRow(name) << mail << QString::fromLatin1(html);
    };
    row("text", R"({"code":"","text":"Your verification code is 482913."})");
    row("subject", R"({"subject":"482913 is your Instagram code","text":"Hello"})");
    row("page",
        R"({"html":"<title>Order 555123</title><style>p{top:123456px}</style><p>Your code is</p><b>482913</b>"})",
        "<title>Order 555123</title><style>p{top:123456px}</style><p>Your code is</p><b>482913</b>");
    row("page as body", R"({"body":"<p>Your code is&nbsp;482913</p>"})", "<p>Your code is&nbsp;482913</p>");
    row("page that breaks off", R"({"body":"<p>Your code is 482913<style>x"})",
        "<p>Your code is 482913<style>x");
}

void TestOtpGetMailWire::codeIsFoundWhereverItStands()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, html);
    const auto report = readMailCheck(replyOf(R"({"status":"200","messages":[)" + mail + "]}"));
    QVERIFY(report.ok());
    QCOMPARE(report->code, u"482913"_s);
    QCOMPARE(report->messages->first().html, html);
}

void TestOtpGetMailWire::messagesAreInTheOrderTheyCame()
{
    const auto newestFirst = readMailCheck(replyOf(R"({"status":"200","messages":[
        {"code":"222222","received_at":"2026-05-19T10:30:00Z"},
        {"code":"111111","received_at":"2026-05-19T10:20:00Z"}]})"));
    QVERIFY(newestFirst.ok());
    QCOMPARE(codesOf(*newestFirst), (QStringList{u"111111"_s, u"222222"_s}));
    QCOMPARE(newestFirst->code, u"222222"_s);
}

void TestOtpGetMailWire::unknownStatusKeepsItsWord()
{
    const auto report = readMailCheck(replyOf(R"({"status":"snoozing"})"));
    QVERIFY(report.ok());
    QVERIFY(!report->status);
    QCOMPARE(report->statusWord, u"snoozing"_s);
    const auto number = readMailCheck(replyOf(R"({"status":"301"})"));
    QVERIFY(number.ok());
    QVERIFY(!number->status);
    QCOMPARE(number->statusWord, u"301"_s);
}

void TestOtpGetMailWire::cancellation_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    QTest::addColumn<QString>("refunded");
    using Status = std::optional<OrderStatus>;
    const Status refunded = OrderStatus::Refunded;
    QTest::newRow("message alone") << QByteArray(R"({"status":"200","message":"Email cancelled"})")
                                   << refunded << QString();
    QTest::newRow("amount") << QByteArray(R"({"status":"200","refund":15.60,"balance":"100.00"})") << refunded
                            << u"15.60"_s;
    QTest::newRow("other name") << QByteArray(R"({"status":200,"refunded_amount":"1.17"})") << refunded
                                << u"1.17"_s;
    QTest::newRow("300") << QByteArray(R"({"status":"300","message":"Cancelled"})") << refunded << QString();
    QTest::newRow("waits on") << QByteArray(R"({"status":"202"})") << Status(OrderStatus::Waiting)
                              << QString();
    QTest::newRow("unknown word") << QByteArray(R"({"status":"queued"})") << Status() << QString();
}

void TestOtpGetMailWire::cancellation()
{
    QFETCH(QByteArray, body);
    QFETCH(std::optional<OrderStatus>, status);
    QFETCH(QString, refunded);
    const auto report = readMailCancellation(onceReplyOf(body));
    QVERIFY(report.ok());
    QCOMPARE(report->status, status);
    QCOMPARE(report->refunded ? report->refunded->toDecimal() : QString(), refunded);
    QCOMPARE(report->balanceAfter.has_value(), body.contains("balance"));
}

void TestOtpGetMailWire::codeInsteadOfACancellationIsAMessage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("code") << QByteArray(R"({"status":"200","message":"OTP received","code":"482913"})");
    QTest::newRow("messages") << QByteArray(R"({"status":"200","messages":[{"code":"482913"}]})");
}

void TestOtpGetMailWire::codeInsteadOfACancellationIsAMessage()
{
    QFETCH(QByteArray, body);
    const auto report = readMailCancellation(onceReplyOf(body));
    QVERIFY(report.ok());
    QCOMPARE(report->status, OrderStatus::CodeReceived);
    QCOMPARE(report->code, u"482913"_s);
    QCOMPARE(codesOf(*report), QStringList{u"482913"_s});
    QVERIFY(!report->refunded);
}

void TestOtpGetMailWire::historyIsRead()
{
    const auto page = readMailHistory(replyOf(golden("otpget/email-history.json")));
    QVERIFY(page.ok());
    QVERIFY(!page->hasMore);
    QCOMPARE(page->orders.size(), 2);
    const OrderReport &second = page->orders[0];
    QCOMPARE(second.id, u"48291034"_s);
    QCOMPARE(second.number, u"cudaqibeve@gmx.com"_s);
    QCOMPARE(second.status, OrderStatus::Waiting);
    QVERIFY(second.service.isEmpty()); // "Email Activation" is none
    QCOMPARE(second.offer->line, u"email2"_s);
    QCOMPARE(second.offer->variantId, u"gmx.com"_s);
    QCOMPARE(*second.price, money("1.17", "PKR"));
    QCOMPARE(second.boughtAt, QDateTime({2026, 4, 9}, {16, 55, 55}, QTimeZone::utc()));
    const OrderReport &first = page->orders[1];
    QCOMPARE(first.id, u"7291834"_s);
    QCOMPARE(first.number, u"temp.abc123@gmail.com"_s);
    QCOMPARE(first.status, OrderStatus::Finished);
    QCOMPARE(first.service, u"Instagram"_s);
    QCOMPARE(first.code, u"482913"_s);
    QCOMPARE(first.offer->kind, OfferKind::Email);
    QCOMPARE(first.offer->line, u"email1"_s);
    QCOMPARE(first.offer->service, u"Instagram"_s);
    QCOMPARE(first.offer->serviceId, u"ig"_s);
    QCOMPARE(first.offer->variantId, u"gmail.com"_s); // from its address
}

void TestOtpGetMailWire::historyStatusWords_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<std::optional<OrderStatus>>("status");
    using Status = std::optional<OrderStatus>;
    const auto rows = [](std::initializer_list<const char *> words, const Status &status) {
        for (const char *word : words)
            QTest::newRow(word) << QByteArray(word) << status;
    };
    rows({"\"waiting\"", "\"Pending\"", "\"active\"", "202"}, OrderStatus::Waiting);
    rows({"\"received\"", "\"200\""}, OrderStatus::CodeReceived);
    rows({"\"completed\"", "\"finished\"", "\"success\""}, OrderStatus::Finished);
    rows({"\"cancelled\"", "\"CANCELED\"", "\"refunded\"", "300"}, OrderStatus::Refunded);
    rows({"\"expired\""}, OrderStatus::Expired);
    rows({"\"snoozing\"", "null"}, {});
}

void TestOtpGetMailWire::historyStatusWords()
{
    QFETCH(QByteArray, word);
    QFETCH(std::optional<OrderStatus>, status);
    const auto page =
        readMailHistory(replyOf(R"({"status":"200","history":[{"email_id":1,"status":)" + word + "}]}"));
    QVERIFY(page.ok());
    QCOMPARE(page->orders.first().status, status);
}

void TestOtpGetMailWire::historyGoesOnAfterAFullPage()
{
    const auto pageOf = [](int count) {
        QByteArrayList entries;
        for (int i = 0; i < count; ++i)
            entries.append(R"({"email_id":)" + QByteArray::number(i + 1) + "}");
        return readMailHistory(replyOf(R"({"status":"200","history":[)" + entries.join(',') + "]}"));
    };
    QVERIFY(pageOf(20)->hasMore);
    QCOMPARE(pageOf(20)->orders.size(), 20);
    QVERIFY(!pageOf(19)->hasMore);
    QVERIFY(!pageOf(0)->hasMore);
}

void TestOtpGetMailWire::unreadableHistoryIsNoEmptyOne_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no list") << QByteArray(R"({"status":"200"})");
    QTest::newRow("no id") << QByteArray(R"({"status":"200","history":[{"email_address":"a@gmail.com"}]})");
}

void TestOtpGetMailWire::unreadableHistoryIsNoEmptyOne()
{
    QFETCH(QByteArray, body);
    const auto page = readMailHistory(replyOf(body));
    QVERIFY(!page.ok());
    QCOMPARE(page.error().kind, ErrorKind::Malformed);
}

void TestOtpGetMailWire::refusalsAreDefinite_data()
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
    row(401, u"BAD_KEY", ErrorKind::WrongKey);
    row(403, u"ACCOUNT_BLOCKED", ErrorKind::AccountBlocked);
    row(400, u"BAD_ACTION", ErrorKind::BadRequest, "action");
    row(400, u"service_id is required", ErrorKind::BadRequest, "service_id");
    row(400, u"email_id is required", ErrorKind::BadRequest, "email_id");
    row(402, u"Insufficient balance. Need: 120.00 — Have: 3.50", ErrorKind::NoBalance);
    row(404, u"Service not available", ErrorKind::NoStock);
    row(404, u"No stock available", ErrorKind::NoStock);
    row(404, u"Email activation not found", ErrorKind::NotFound);
    row(500, u"API connection error", ErrorKind::ServiceDown);
    row(500, u"No email available", ErrorKind::NoStock);
    row(500, u"Database error", ErrorKind::ServiceDown);
    row(503, u"Email service not configured", ErrorKind::ServiceDown, "server");
    row(503, u"Email service disabled", ErrorKind::ServiceDown, "server");
}

void TestOtpGetMailWire::refusalsAreDefinite()
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
    for (const QByteArray &body : {"{\"status\":\"" + number + '"' + rest, "{\"status\":" + number + rest}) {
        for (const int httpStatus : {200, status}) {
            const auto bought = readMailPurchase(onceReplyOf(body, httpStatus));
            const auto cancelled = readMailCancellation(onceReplyOf(body, httpStatus));
            const auto checked = readMailCheck(replyOf(body, httpStatus));
            const auto listed = readMailHistory(replyOf(body, httpStatus));
            QVERIFY(!bought && !cancelled && !checked && !listed);
            check(bought.error(), httpStatus);
            check(cancelled.error(), httpStatus);
            check(checked.error(), httpStatus);
            check(listed.error(), httpStatus);
        }
    }
}

void TestOtpGetMailWire::pagesAndGarbageAreUnclear_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("portal") << QByteArray("<html>Welcome</html>") << 200 << ErrorKind::NotAnApi;
    QTest::newRow("proxy") << QByteArray("<html>Bad gateway</html>") << 502 << ErrorKind::ServiceDown;
    QTest::newRow("cut off") << QByteArray(R"({"status":"200","email_id":"72)") << 200
                             << ErrorKind::Malformed;
}

void TestOtpGetMailWire::pagesAndGarbageAreUnclear()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    const auto bought = readMailPurchase(onceReplyOf(body, status));
    const auto cancelled = readMailCancellation(onceReplyOf(body, status));
    const auto checked = readMailCheck(replyOf(body, status));
    QVERIFY(!bought && !cancelled && !checked);
    QCOMPARE(bought.error().kind, kind);
    QCOMPARE(bought.error().outcome, Outcome::Unknown);
    QCOMPARE(cancelled.error().outcome, Outcome::Unknown);
    QCOMPARE(checked.error().kind, kind);
    QCOMPARE(checked.error().outcome, Outcome::Definite);
}

QTEST_GUILESS_MAIN(TestOtpGetMailWire)
#include "tst_otpgetmailwire.moc"
