#include "providers/simulator/democatalog.h"
#include "providers/simulator/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A request to one of the five, without its key.
struct Ask
{
    QByteArray method;
    QString path;
    QByteArray body{};
    QByteArray idempotencyKey{};
};

struct Answer
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray date;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QJsonObject data() const { return object().value("data"_L1).toObject(); }
};

Ask get(const QString &path)
{
    return {"GET", path};
}

Ask post(const QString &path, const QByteArray &body = {})
{
    return {"POST", path, body};
}

/// One thing that can be bought, and how its provider is asked for it. "%1" in a path or body is the order
/// id.
struct Lane
{
    const char *name;
    QString providerId;
    QString line;
    Ask buy;
    Ask check;
    Ask cancel{}; ///< none where the provider has no cancel
    Ask finish{};
};

} // namespace

Q_DECLARE_METATYPE(Ask)

/// The simulator against the providers' documentation, through plain HTTP.
class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void refusesInTheProvidersWords_data();
    void refusesInTheProvidersWords();
    void refusesAWrongKey_data() { lanes(); }
    void refusesAWrongKey();
    void refusesABlockedAccount_data() { lanes(); }
    void refusesABlockedAccount();
    void refusesAnEmptyPurse_data() { lanes(); }
    void refusesAnEmptyPurse();
    void refusesAnEmptyShelf_data();
    void refusesAnEmptyShelf();

    void chargesOncePerPurchase_data() { lanes(); }
    void chargesOncePerPurchase();
    void answersAPurchaseAsDocumented_data();
    void answersAPurchaseAsDocumented();
    void tellsWaitingFromReceived_data();
    void tellsWaitingFromReceived();
    void refundsACancelledOrderOnce_data() { lanes(&Lane::cancel); }
    void refundsACancelledOrderOnce();
    void refusesAnEarlyCancel_data();
    void refusesAnEarlyCancel();
    void refusesToCancelAfterAnSms_data() { lanes(&Lane::cancel); }
    void refusesToCancelAfterAnSms();
    void finishesOnlyAfterAnSms_data() { lanes(&Lane::finish); }
    void finishesOnlyAfterAnSms();
    void refundsAtTheEndOfTheLifetime_data() { lanes(); }
    void refundsAtTheEndOfTheLifetime();
    void keepsTheMoneyAtTheEndAfterAnSms_data() { lanes(); }
    void keepsTheMoneyAtTheEndAfterAnSms();

    void resendsOncePerMessage();
    void doesNotResendForEveryService();
    void secondServerEndsWithItsFirstCode();
    void replacesAtOnceOrNotAtAll();
    void replacesOnTheFirstServerOnly();
    void repeatsUnderOneKeyWithoutCharging();
    void refusesOneKeyForTwoOrders();
    void forgetsTheKeyOfARefusedOrder();
    void limitsRequestsPerMinute();
    void pagesHoldEveryProductOnce();
    void choosesThePoolThatWasAskedFor();
    void listsOrdersNewestFirst();
    void hidesTheCodeInTheText();
    void speaksTheSeenForms();

    void smsArrivesBetweenCheckAndCancel();
    void supplierRefusesACancel();
    void refusesABoughtOfferWithAnotherPrice();
    void writesArabicDigitsAndTextsWithoutCode();
    void nextOrderFollowsItsOwnPlan();
    void deliversByHand();
    void actsBeforeOrNotBeforeAFault();
    void injectsOnlyWhereAsked();
    void breaksTheAnswerAfterCharging();

    void serversKeepTheirOwnTime();
    void ledgerAddsUpToTheBalances();
    void catalogIsTheSameInEveryRun();
    void catalogHoldsEverySortOfStock();
    void numbersComeFromReservedRanges();

private:
    static const QList<Lane> &allLanes();
    /// A row for each lane, or each that has the call `needed`.
    static void lanes(Ask Lane::*needed = nullptr);
    /// The one the current row is named after.
    static const Lane &lane();
    /// A catalog of a few offers, so that every price is known.
    static SimCatalog smallCatalog();
    void begin(Script script, SimCatalog catalog = smallCatalog());
    Answer ask(const QString &providerId, const Ask &ask, const QString &orderId = {},
               const QString &key = {});
    Answer ask(const Lane &lane, const Ask &what) { return ask(lane.providerId, what, lastId()); }
    QString lastId() const;
    SimOrder last() const { return m_simulator->orders().last(); }
    int entries(LedgerEntry::Kind kind) const;

    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

const QList<Lane> &TestSimulator::allLanes()
{
    const Ask zapCheck = get(u"/order/check?order_id=%1"_s);
    const Ask zapCancel = post(u"/order/cancel"_s, R"({"order_id":%1})");
    const Ask zapFinish = post(u"/order/finish"_s, R"({"order_id":%1})");
    const Ask wallStatus = get(u"/activation/%1/status"_s);
    static const QList<Lane> all = {
        {"otpzap s1", u"otpzap"_s, u"s1"_s, post(u"/order/create"_s, R"({"server":1,"product_id":1201})"),
         zapCheck, zapCancel, zapFinish},
        {"otpzap s2",
         u"otpzap"_s,
         u"s2"_s,
         post(u"/order/create"_s, R"({"server":2,"service_id":500,"country_id":7,"operator_id":71})"),
         zapCheck,
         zapCancel,
         {}},
        {"otpzap special",
         u"otpzap"_s,
         u"special"_s,
         post(u"/order/create"_s, R"({"server":2,"service_id":"901"})"),
         zapCheck,
         zapCancel,
         {}},
        {"zapotp",
         u"zapotp"_s,
         u"global"_s,
         post(u"/rent"_s, R"({"action":"rent","service":"whatsapp","country":"US","provider":"global"})"),
         get(u"/sms?order_id=%1"_s),
         {},
         {}},
        {"whichotp",
         u"whichotp"_s,
         u""_s,
         post(u"/orders/buy"_s, R"({"serviceId":"123e4567-e89b-12d3-a456-426614174000"})"),
         get(u"/orders/%1"_s),
         post(u"/orders/%1/cancel"_s),
         {}},
        {"otpwall", u"otpwall"_s, u""_s, post(u"/number"_s, R"({"service":"telegram","country":"PK"})"),
         wallStatus, post(wallStatus.path, R"({"status":"cancel"})"),
         post(wallStatus.path, R"({"status":"complete"})")},
        {"otpget sms", u"otpget"_s, u"sms"_s,
         get(u"/handler_api.php?action=getNumber&service=101&country=61&type=1"_s),
         get(u"/handler_api.php?action=getStatus&id=%1"_s),
         get(u"/handler_api.php?action=setStatus&id=%1&status=8"_s),
         get(u"/handler_api.php?action=setStatus&id=%1&status=6"_s)},
        {"otpget cheap", u"otpget"_s, u"cheap"_s,
         get(u"/cheap_handler.php?action=buyNumber&server=2&type=1"_s),
         get(u"/cheap_handler.php?action=getStatus&id=%1"_s),
         get(u"/cheap_handler.php?action=setStatus&id=%1&status=8"_s),
         get(u"/cheap_handler.php?action=setStatus&id=%1&status=3"_s)},
    };
    return all;
}

void TestSimulator::lanes(Ask Lane::*needed)
{
    QTest::addColumn<QString>("line"); // a row needs one; lane() goes by the row's name
    for (const Lane &lane : allLanes()) {
        if (!needed || !(lane.*needed).path.isEmpty())
            QTest::newRow(lane.name) << lane.line;
    }
}

const Lane &TestSimulator::lane()
{
    const QList<Lane> &all = allLanes();
    const auto found = std::find_if(all.cbegin(), all.cend(), [](const Lane &lane) {
        return qstrcmp(lane.name, QTest::currentDataTag()) == 0;
    });
    Q_ASSERT(found != all.cend());
    return *found;
}

SimCatalog TestSimulator::smallCatalog()
{
    const auto offer = [](const char16_t *line, const char16_t *service, const char16_t *serviceId,
                          const char16_t *country, const char16_t *countryId, const char16_t *iso,
                          const char16_t *price, const char16_t *currency) {
        Offer o;
        o.line = QString::fromUtf16(line);
        o.service = QString::fromUtf16(service);
        o.serviceId = QString::fromUtf16(serviceId);
        o.country = QString::fromUtf16(country);
        o.countryId = QString::fromUtf16(countryId);
        o.countryIso = QString::fromUtf16(iso);
        o.price = Money::fromText(price, Currency::fromCode(currency));
        o.stock = 20;
        return o;
    };
    SimCatalog catalog;
    Offer s1 = offer(u"s1", u"WhatsApp", u"1", u"Indonesia", u"7", u"ID", u"4850", u"IDR");
    s1.productId = u"1201"_s;
    Offer noResend = offer(u"s1", u"PayPal", u"11", u"Indonesia", u"7", u"ID", u"5200", u"IDR");
    noResend.productId = u"1202"_s;
    catalog.offers[u"otpzap"_s] = {
        s1, noResend, offer(u"s2", u"WhatsApp", u"500", u"Indonesia", u"7", u"ID", u"3450", u"IDR"),
        offer(u"special", u"DANA", u"901", u"", u"", u"", u"5700", u"IDR")};
    catalog.operators[u"7"_s] = {{u"71"_s, u"Telkomsel"_s}};
    catalog.withoutResend = {u"PayPal"_s};
    Offer pool1 = offer(u"global", u"WhatsApp", u"whatsapp", u"United States", u"US", u"US", u"450", u"NGN");
    pool1.variantId = u"1"_s;
    pool1.variant = u"Standard Pool"_s;
    pool1.successRate = 85;
    Offer pool2 = pool1;
    pool2.variantId = u"2"_s;
    pool2.variant = u"Premium Pool"_s;
    pool2.price = Money::fromText(u"720.50", Currency::fromCode(u"NGN"));
    catalog.offers[u"zapotp"_s] = {pool2, pool1};
    catalog.offers[u"whichotp"_s] = {
        offer(u"", u"WhatsApp", u"123e4567-e89b-12d3-a456-426614174000", u"", u"", u"", u"1.50", u"USD")};
    catalog.offers[u"otpwall"_s] = {
        offer(u"", u"Telegram", u"telegram", u"Pakistan", u"PK", u"PK", u"0.42", u"USD")};
    Offer sms = offer(u"sms", u"Telegram", u"101", u"Pakistan", u"61", u"PK", u"45", u"PKR");
    sms.variantId = u"1"_s;
    Offer decimals = offer(u"sms", u"Google - Gmail", u"102", u"Pakistan", u"61", u"PK", u"376.88", u"PKR");
    decimals.variantId = u"1"_s;
    Offer cheap = offer(u"cheap", u"Pakistan - Server 2", u"2", u"", u"", u"PK", u"50", u"PKR");
    cheap.variantId = u"1"_s;
    Offer free = offer(u"cheap", u"Random Facebook - Free", u"1", u"", u"", u"US", u"0", u"PKR");
    free.variantId = u"1"_s;
    catalog.offers[u"otpget"_s] = {sms, decimals, free, cheap};
    return catalog;
}

void TestSimulator::init()
{
    begin(Script::everyCodeAfter(30s));
}

void TestSimulator::begin(Script script, SimCatalog catalog)
{
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy);
    m_simulator.reset();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen,
                                               QDateTime({2026, 5, 19}, {3, 0}, QTimeZone::utc()));
    m_simulator = std::make_unique<Simulator>(*m_clock, std::move(script), std::move(catalog));
    QVERIFY2(m_simulator->start(), qPrintable(m_simulator->errorText()));
}

Answer TestSimulator::ask(const QString &providerId, const Ask &ask, const QString &orderId,
                          const QString &key)
{
    const QString sent = key.isNull() ? m_simulator->key(providerId) : key;
    QString path = ask.path;
    path.replace("%1"_L1, orderId);
    QUrl url(m_simulator->baseUrl(providerId).toString() + path);
    QNetworkRequest request;
    if (providerId == "otpget"_L1) {
        QUrlQuery query(url);
        query.addQueryItem(u"api_key"_s, sent);
        url.setQuery(query);
    } else {
        request.setRawHeader("Authorization", "Bearer " + sent.toUtf8());
    }
    if (!ask.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", ask.idempotencyKey);
    request.setUrl(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QByteArray body = ask.body;
    body.replace("%1", orderId.toUtf8());

    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, ask.method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait())
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->readAll(),
            reply->rawHeader("Content-Type"),
            reply->rawHeader("Retry-After"),
            reply->rawHeader("Date"),
            reply->error()};
}

QString TestSimulator::lastId() const
{
    const QList<SimOrder> orders = m_simulator->orders();
    return orders.isEmpty() ? QString() : orders.last().id;
}

int TestSimulator::entries(LedgerEntry::Kind kind) const
{
    const QList<LedgerEntry> ledger = m_simulator->ledger();
    return int(std::count_if(ledger.cbegin(), ledger.cend(),
                             [kind](const LedgerEntry &e) { return e.kind == kind; }));
}

void TestSimulator::refusesInTheProvidersWords_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Ask>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char16_t *provider, const Ask &request, int status,
                        const QByteArray &words) {
        QTest::newRow(name) << QString::fromUtf16(provider) << request << status << words;
    };
    const QString create = u"/order/create"_s;
    row("otpzap unknown address", u"otpzap", get(u"/nothing"_s), 404, R"("success":false)");
    row("otpzap wrong method", u"otpzap", get(create), 405, "Method not allowed");
    row("otpzap no json", u"otpzap", post(create, "server=1"), 400, "Invalid JSON");
    row("otpzap no ids", u"otpzap", post(create, "{}"), 422, "product_id");
    row("otpzap unknown product", u"otpzap", post(create, R"({"server":1,"product_id":9})"), 422,
        "Unknown id");
    row("otpzap no operator", u"otpzap", post(create, R"({"server":2,"service_id":500,"country_id":7})"), 422,
        "operator_id is required");
    row("otpzap unknown operator", u"otpzap",
        post(create, R"({"server":2,"service_id":500,"country_id":7,"operator_id":5})"), 422,
        "Unknown operator");
    row("otpzap wrong server", u"otpzap", post(create, R"({"server":2,"product_id":1201})"), 422, "server");
    row("otpzap other service_name", u"otpzap",
        post(create, R"({"server":1,"product_id":1201,"service_name":"Telegram"})"), 422, "service_name");
    row("otpzap check without id", u"otpzap", get(u"/order/check"_s), 422, "order_id");
    row("otpzap unknown order", u"otpzap", get(u"/order/check?order_id=65"_s), 404, "Order not found");
    row("otpzap cancel unknown", u"otpzap", post(u"/order/cancel"_s, R"({"order_id":65})"), 404, "not found");
    row("otpzap s2 without country", u"otpzap", get(u"/s2/services"_s), 422, "country_id");
    row("zapotp no country", u"zapotp", get(u"/services"_s), 400, R"("status":"error")");
    row("zapotp wrong provider", u"zapotp", get(u"/services?country=US&provider=eu"_s), 400,
        "Invalid provider");
    row("zapotp unknown service", u"zapotp", get(u"/services?country=US&service=x&provider=usa"_s), 404,
        "not available");
    row("zapotp no action", u"zapotp", post(u"/rent"_s, R"({"service":"whatsapp"})"), 400, "Invalid action");
    row("zapotp no provider", u"zapotp",
        post(u"/rent"_s, R"({"action":"rent","service":"whatsapp","country":"US"})"), 400,
        "provider is required");
    row("zapotp unknown order", u"zapotp", get(u"/sms?order_id=1"_s), 404, "Order not found");
    row("zapotp has no cancel", u"zapotp", post(u"/cancel"_s, R"({"order_id":"1"})"), 404,
        R"("status":"error")");
    row("whichotp no uuid", u"whichotp", post(u"/orders/buy"_s, R"({"serviceId":"x"})"), 400,
        R"("message":"Validation failed")");
    row("whichotp unknown service", u"whichotp",
        post(u"/orders/buy"_s, R"({"serviceId":"00000000-0000-4000-8000-000000000001"})"), 404,
        R"({"error":)");
    row("whichotp unknown order", u"whichotp", get(u"/orders/ord_1"_s), 404,
        R"({"error":"Order not found"})");
    row("whichotp lists no orders", u"whichotp", get(u"/orders"_s), 404, R"({"error":)");
    row("otpwall no service", u"otpwall", post(u"/number"_s, R"({"country":"PK"})"), 400,
        "service is required");
    row("otpwall unknown country", u"otpwall", post(u"/number"_s, R"({"service":"telegram","country":"XX"})"),
        404, R"({"error":)");
    row("otpwall unknown order", u"otpwall", get(u"/activation/1/status"_s), 404, "Activation not found");
    row("otpwall unknown status", u"otpwall", post(u"/activation/1/status"_s, R"({"status":"x"})"), 400,
        "Invalid status");
    const QString sms = u"/handler_api.php?action="_s;
    const QString cheap = u"/cheap_handler.php?action="_s;
    row("otpget unknown action", u"otpget", get(sms + "x"_L1), 200, "BAD_ACTION");
    row("otpget bad type", u"otpget", get(sms + "getCountries&type=7"_L1), 200, "BAD_TYPE");
    row("otpget bad country", u"otpget", get(sms + "getNumber&service=101&country=1&type=1"_L1), 200,
        "BAD_COUNTRY");
    row("otpget bad service", u"otpget", get(sms + "getNumber&service=1&country=61&type=1"_L1), 200,
        "BAD_SERVICE");
    row("otpget no id", u"otpget", get(sms + "getStatus"_L1), 200, "BAD_ID");
    row("otpget unknown id", u"otpget", get(sms + "getStatus&id=x"_L1), 200, "NO_ACTIVATION");
    row("otpget bad status", u"otpget", get(sms + "setStatus&id=x&status=1"_L1), 200, "BAD_STATUS");
    row("cheap bad server", u"otpget", get(cheap + "buyNumber&server=9&type=1"_L1), 200, "BAD_SERVER");
    row("cheap bad type", u"otpget", get(cheap + "buyNumber&server=1&type=3"_L1), 200, "BAD_TYPE");
    row("cheap no servers", u"otpget", get(cheap + "getServers&type=2"_L1), 200, "NO_SERVERS");
    row("cheap unknown id", u"otpget", get(cheap + "setStatus&id=x&status=8"_L1), 200, "NO_ACTIVATION");
}

void TestSimulator::refusesInTheProvidersWords()
{
    QFETCH(QString, provider);
    QFETCH(Ask, request);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Answer answer = ask(provider, request);
    QCOMPARE(answer.status, status);
    if (provider == "otpget"_L1)
        QCOMPARE(answer.body, words);
    else
        QVERIFY2(answer.body.contains(words), answer.body.constData());
    QVERIFY(m_simulator->orders().isEmpty());
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 0);
}

void TestSimulator::refusesAWrongKey()
{
    for (const QString &wrong : {u""_s, u"x"_s, m_simulator->key(u"otpwall"_s) + u'0'}) {
        const Answer answer = ask(lane().providerId, lane().buy, {}, wrong);
        if (lane().providerId == "otpget"_L1)
            QCOMPARE(answer.body, "BAD_KEY");
        else
            QCOMPARE(answer.status, 401);
    }
    QVERIFY(m_simulator->orders().isEmpty());
}

void TestSimulator::refusesABlockedAccount()
{
    m_simulator->setBlocked(lane().providerId, true);
    const Answer answer = ask(lane(), lane().buy);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(answer.body, "ACCOUNT_BLOCKED");
    else
        QCOMPARE(answer.status, 403);
    QVERIFY(m_simulator->orders().isEmpty());
}

void TestSimulator::refusesAnEmptyPurse()
{
    const Currency currency = m_simulator->balance(lane().providerId).currency();
    m_simulator->setBalance(lane().providerId, Money::fromText(u"0.01", currency).value());
    const Answer answer = ask(lane(), lane().buy);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(answer.body, lane().line == "sms"_L1 ? "NO_BALANCE" : "LOW_BALANCE");
    else
        QCOMPARE(answer.status, 402);
    QVERIFY(m_simulator->orders().isEmpty());
    QCOMPARE(m_simulator->balance(lane().providerId).toDecimal(),
             Money::fromText(u"0.01", currency)->toDecimal());
}

void TestSimulator::refusesAnEmptyShelf_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("otpzap s1") << 422 << QByteArray("Out of stock");
    QTest::newRow("otpzap s2") << 422 << QByteArray("Out of stock");
    QTest::newRow("zapotp") << 404 << QByteArray("No numbers available");
    QTest::newRow("whichotp") << 409 << QByteArray("No numbers available");
    QTest::newRow("otpwall") << 404 << QByteArray("No numbers available");
    QTest::newRow("otpget sms") << 200 << QByteArray("ERROR_PROVIDER_1:NO_NUMBERS");
    QTest::newRow("otpget cheap") << 200 << QByteArray("NO_NUMBERS");
}

void TestSimulator::refusesAnEmptyShelf()
{
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    m_simulator->changeOffers(
        lane().providerId, [](const Offer &) { return true; }, [](Offer &o) { o.stock = 0; });
    const Answer answer = ask(lane(), lane().buy);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(words), answer.body.constData());
    QVERIFY(m_simulator->orders().isEmpty());
}

void TestSimulator::chargesOncePerPurchase()
{
    const Money before = m_simulator->balance(lane().providerId);
    QCOMPARE(ask(lane(), lane().buy).status, 200);
    QCOMPARE(m_simulator->orders().size(), 1);
    QCOMPARE(last().providerId, lane().providerId);
    QCOMPARE(last().offer.line, lane().line);
    QCOMPARE(m_simulator->balance(lane().providerId), before - last().price);
    const LedgerEntry entry = m_simulator->ledger().last();
    QVERIFY(entry.kind == LedgerEntry::Kind::Charge);
    QCOMPARE(entry.orderId, last().id);
    QCOMPARE(entry.amount, -last().price);
    QCOMPARE(m_simulator->arrivals(lane().providerId, lane().line == "cheap"_L1 ? u"cheapbuy"_s : u"buy"_s),
             1);
    QCOMPARE(m_simulator->arrivals(lane().providerId), 1);
}

void TestSimulator::answersAPurchaseAsDocumented_data()
{
    // %1 is the order's id, %2 its number.
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &expected) { QTest::newRow(name) << expected; };
    row("otpzap s1", R"({"data":{"expired_at":"2026-05-19 10:20:00 WIB","order_id":%1,"phone_number":"%2",)"
                     R"("price":4850,"service_name":"WhatsApp","status":"pending"},"success":true})");
    row("zapotp", R"({"data":{"expiry":"2026-05-19 04:20:00","number":"%2","order_id":"%1","price":450},)"
                  R"("status":"success"})");
    row("whichotp", R"({"cost":1.5,"createdAt":"2026-05-19T03:00:00Z","id":"%1","phoneNumber":"+%2",)"
                    R"("status":"waiting"})");
    row("otpwall", R"({"activation_id":"%1","number":"+%2","status":"waiting"})");
    row("otpget sms", "ACCESS_NUMBER:%1:%2");
    row("otpget cheap", "%1,%2,900");
}

void TestSimulator::answersAPurchaseAsDocumented()
{
    QFETCH(QByteArray, expected);
    const Answer answer = ask(lane(), lane().buy);
    expected.replace("%1", last().id.toUtf8()).replace("%2", last().number.toUtf8());
    QCOMPARE(answer.body, expected);
    QCOMPARE(answer.date, "Tue, 19 May 2026 03:00:00 GMT");
}

void TestSimulator::tellsWaitingFromReceived_data()
{
    QTest::addColumn<QByteArray>("waiting");
    QTest::addColumn<QByteArray>("received");
    const auto row = [](const char *name, const QByteArray &waiting, const QByteArray &received) {
        QTest::newRow(name) << waiting << received;
    };
    row("otpzap s1", R"("otp_code":null,"otps":[],)", R"("otp_code":"%1","otps":[{"message":)");
    row("otpzap s2", R"("status":"pending")", R"("status":"success")");
    row("zapotp", R"("sms_code":null,"status":"PENDING")", R"("sms_code":"%1","status":"RECEIVED")");
    row("whichotp", R"("smsCode":null,"status":"waiting")", R"("smsCode":"%1","status":"completed")");
    row("otpwall", R"("status":"waiting"})", R"("status":"received"})");
    row("otpget sms", "STATUS_WAIT_CODE", "STATUS_OK:%1");
    row("otpget cheap", "STATUS_WAIT_CODE", "STATUS_OK:%1");
}

void TestSimulator::tellsWaitingFromReceived()
{
    QFETCH(QByteArray, waiting);
    QFETCH(QByteArray, received);
    ask(lane(), lane().buy);
    m_clock->skip(29s);
    const Answer before = ask(lane(), lane().check);
    QVERIFY2(before.body.contains(waiting), before.body.constData());
    m_clock->skip(1s);
    const Answer after = ask(lane(), lane().check);
    QCOMPARE(last().messages.size(), 1);
    received.replace("%1", last().messages.first().code.toUtf8());
    QVERIFY2(after.body.contains(received), after.body.constData());
}

void TestSimulator::refundsACancelledOrderOnce()
{
    const Money before = m_simulator->balance(lane().providerId);
    m_simulator->planNext(lane().providerId, Plan::neverACode());
    ask(lane(), lane().buy);
    m_clock->skip(120s);
    const Answer answer = ask(lane(), lane().cancel);
    QCOMPARE(answer.status, 200);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(answer.body, "ACCESS_READY");
    QVERIFY(last().state == SimState::Cancelled);
    QCOMPARE(m_simulator->balance(lane().providerId), before);

    const Answer again = ask(lane(), lane().cancel);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(again.body, "STATUS_ALREADY_CHANGED");
    else
        QCOMPARE(again.status, 409);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 1);
    QCOMPARE(m_simulator->balance(lane().providerId), before);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(ask(lane(), lane().check).body, "STATUS_CANCEL");
}

void TestSimulator::refusesAnEarlyCancel_data()
{
    QTest::addColumn<bool>("waits");
    QTest::newRow("otpzap s1") << true;
    QTest::newRow("otpzap s2") << true;
    QTest::newRow("whichotp") << false;
    QTest::newRow("otpwall") << false;
    QTest::newRow("otpget sms") << true;
    QTest::newRow("otpget cheap") << true;
}

void TestSimulator::refusesAnEarlyCancel()
{
    QFETCH(bool, waits);
    m_simulator->planNext(lane().providerId, Plan::neverACode());
    ask(lane(), lane().buy);
    m_clock->skip(119s);
    const Answer early = ask(lane(), lane().cancel);
    QCOMPARE(last().state == SimState::Waiting, waits);
    if (!waits)
        return;
    if (lane().providerId == "otpget"_L1) {
        QCOMPARE(early.body, "EARLY_CANCEL_DENIED");
    } else {
        QCOMPARE(early.status, 429);
        QCOMPARE(early.retryAfter, "1");
    }
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 0);
    m_clock->skip(1s);
    ask(lane(), lane().cancel);
    QVERIFY(last().state == SimState::Cancelled);
}

void TestSimulator::refusesToCancelAfterAnSms()
{
    ask(lane(), lane().buy);
    m_clock->skip(130s);
    const Answer answer = ask(lane(), lane().cancel);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(answer.body, "STATUS_ALREADY_CHANGED");
    else
        QCOMPARE(answer.status, 409);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 0);
}

void TestSimulator::finishesOnlyAfterAnSms()
{
    ask(lane(), lane().buy);
    const Answer early = ask(lane(), lane().finish);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(early.body, "NO_SMS_RECEIVED");
    else
        QCOMPARE(early.status, 409);
    QVERIFY(last().state == SimState::Waiting);
    m_clock->skip(30s);
    const Answer done = ask(lane(), lane().finish);
    QCOMPARE(done.status, 200);
    if (lane().providerId == "otpget"_L1)
        QCOMPARE(done.body, "ACCESS_FINISH");
    QVERIFY(last().state == SimState::Finished);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 0);
}

void TestSimulator::refundsAtTheEndOfTheLifetime()
{
    const Money before = m_simulator->balance(lane().providerId);
    m_simulator->planNext(lane().providerId, Plan::neverACode());
    ask(lane(), lane().buy);
    const auto lifetime = lane().line == "cheap"_L1 ? 15min : 20min;
    m_clock->skip(lifetime - 1s);
    QVERIFY(m_simulator->balance(lane().providerId) < before);
    m_clock->skip(1s);
    QCOMPARE(m_simulator->balance(lane().providerId), before);
    QVERIFY(last().state == SimState::Expired);
    QVERIFY(!m_simulator->deliver(lastId(), u"Your code is 123456"_s));
}

void TestSimulator::keepsTheMoneyAtTheEndAfterAnSms()
{
    ask(lane(), lane().buy);
    m_clock->skip(1h);
    QVERIFY(last().state == SimState::Finished);
    QCOMPARE(last().messages.size(), 1);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 0);
}

void TestSimulator::resendsOncePerMessage()
{
    const Lane &s1 = allLanes().first();
    const Ask resend = post(u"/order/resend"_s, R"({"order_id":%1})");
    ask(s1, s1.buy);
    QCOMPARE(ask(s1, resend).status, 409);
    m_clock->skip(30s);

    const Answer first = ask(s1, resend);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.data().value("resend_count"_L1).toInt(), 1);
    QCOMPARE(first.data().value("resend_locked_until"_L1).toString(), u"2026-05-19 10:01:30 WIB"_s);
    const Answer second = ask(s1, resend);
    QCOMPARE(second.status, 429);
    QCOMPARE(second.retryAfter, "60");

    m_clock->skip(30s);
    const QJsonObject data = ask(s1, s1.check).data();
    const QJsonArray otps = data.value("otps"_L1).toArray();
    QCOMPARE(otps.size(), 2);
    QCOMPARE(data.value("otp_code"_L1), otps[1].toObject().value("otp"_L1));
    QVERIFY(otps[0] != otps[1]);
    QVERIFY(data.value("resend_locked_until"_L1).isNull());
    QCOMPARE(data.value("status"_L1).toString(), u"otp_received"_s);
    QCOMPARE(ask(s1, resend).status, 200);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 1);
}

void TestSimulator::doesNotResendForEveryService()
{
    const Lane &s1 = allLanes().first();
    ask(s1, post(u"/order/create"_s, R"({"server":1,"product_id":1202})"));
    m_clock->skip(30s);
    QCOMPARE(ask(s1, post(u"/order/resend"_s, R"({"order_id":%1})")).status, 422);
}

void TestSimulator::secondServerEndsWithItsFirstCode()
{
    const Lane &s2 = allLanes()[1];
    ask(s2, s2.buy);
    QCOMPARE(last().offer.variant, u"Telkomsel"_s);
    m_clock->skip(30s);
    QVERIFY(!m_simulator->deliver(lastId(), u"Your code is 123456"_s));
    QCOMPARE(ask(s2, post(u"/order/resend"_s, R"({"order_id":%1})")).status, 409);
}

void TestSimulator::replacesAtOnceOrNotAtAll()
{
    const Lane &s1 = allLanes().first();
    const Ask replace = post(u"/order/replace"_s, R"({"order_id":%1})");
    const Money before = m_simulator->balance(u"otpzap"_s);
    ask(s1, s1.buy);
    const SimOrder old = last();
    // The old order's money pays for the new one.
    m_simulator->setBalance(u"otpzap"_s, Money::fromUnits(0, before.currency()));
    const Answer answer = ask(s1, replace);
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_simulator->orders().size(), 2);
    QCOMPARE(answer.data().value("order_id"_L1).toInteger(), last().id.toLongLong());
    QVERIFY(last().number != old.number);
    QCOMPARE(last().replaces, old.id);
    QVERIFY(m_simulator->orders().first().state == SimState::Cancelled);
    QCOMPARE(m_simulator->orders().first().replacedBy, last().id);
    QVERIFY(m_simulator->balance(u"otpzap"_s).isZero());
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 2);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 1);

    m_simulator->changeOffers(
        u"otpzap"_s, [](const Offer &) { return true; }, [](Offer &o) { o.stock = 0; });
    QCOMPARE(ask(s1, replace).status, 422);
    QVERIFY(last().state == SimState::Waiting);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 1);

    m_clock->skip(30s);
    QCOMPARE(ask(s1, replace).status, 409);
}

void TestSimulator::replacesOnTheFirstServerOnly()
{
    const Lane &s2 = allLanes()[1];
    ask(s2, s2.buy);
    QCOMPARE(ask(s2, post(u"/order/replace"_s, R"({"order_id":%1})")).status, 422);
    QVERIFY(last().state == SimState::Waiting);
}

void TestSimulator::repeatsUnderOneKeyWithoutCharging()
{
    Ask buy = allLanes().first().buy;
    buy.idempotencyKey = "3f0c2c1e-0001";
    const Answer first = ask(u"otpzap"_s, buy);
    m_clock->skip(10s);
    const Answer second = ask(u"otpzap"_s, buy);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 1);
    QCOMPARE(m_simulator->arrivals(u"otpzap"_s, u"buy"_s), 2);

    buy.idempotencyKey = "3f0c2c1e-0002";
    QCOMPARE(ask(u"otpzap"_s, buy).status, 200);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 2);
    buy.idempotencyKey.clear();
    ask(u"otpzap"_s, buy);
    ask(u"otpzap"_s, buy);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 4);
}

void TestSimulator::refusesOneKeyForTwoOrders()
{
    Ask buy = allLanes().first().buy;
    buy.idempotencyKey = "3f0c2c1e-0001";
    ask(u"otpzap"_s, buy);
    buy.body = R"({"server":1,"product_id":1202})";
    QCOMPARE(ask(u"otpzap"_s, buy).status, 422);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 1);
}

void TestSimulator::forgetsTheKeyOfARefusedOrder()
{
    Ask buy = allLanes().first().buy;
    buy.idempotencyKey = "3f0c2c1e-0001";
    m_simulator->planNext(u"otpzap"_s, Plan::refused(ErrorKind::NoStock));
    QCOMPARE(ask(u"otpzap"_s, buy).status, 422);
    QCOMPARE(ask(u"otpzap"_s, buy).status, 200);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 1);
}

void TestSimulator::limitsRequestsPerMinute()
{
    Script script;
    script.otpZapRequestsPerMinute = 5;
    begin(script);
    const Ask balance = get(u"/balance"_s);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(ask(u"otpzap"_s, balance).status, 200);
        m_clock->skip(1s);
    }
    const Answer refused = ask(u"otpzap"_s, allLanes().first().buy);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.retryAfter, "55");
    QVERIFY(m_simulator->orders().isEmpty());
    m_clock->skip(55s);
    QCOMPARE(ask(u"otpzap"_s, balance).status, 200);
    QCOMPARE(ask(u"otpzap"_s, balance).status, 429);
}

void TestSimulator::pagesHoldEveryProductOnce()
{
    begin(Script::demo(), demoCatalog());
    QSet<qint64> seen;
    int received = 0;
    for (int page = 1; page < 100; ++page) {
        const Answer answer =
            ask(u"otpzap"_s, get(u"/products?limit=100&sort=price&page="_s + QString::number(page)));
        const QJsonArray products = answer.data().value("products"_L1).toArray();
        if (products.isEmpty())
            break;
        for (const QJsonValue product : products)
            seen.insert(product.toObject().value("product_id"_L1).toInteger());
        received += int(products.size());
    }
    const int all = int(m_simulator->catalog().of(u"otpzap"_s, u"s1").size());
    QVERIFY(all > 1000);
    QCOMPARE(received, all);
    QCOMPARE(seen.size(), all);
}

void TestSimulator::choosesThePoolThatWasAskedFor()
{
    const auto rent = [this](const QByteArray &pool) {
        return ask(u"zapotp"_s, post(u"/rent"_s, R"({"action":"rent","service":"whatsapp","country":"us",)"
                                                 R"("provider":"global","duration":"generic")" +
                                                     pool + "}"))
            .data()
            .value("price"_L1)
            .toDouble();
    };
    QCOMPARE(rent(""), 450.0);
    QCOMPARE(rent(R"(,"pool":"2")"), 720.5);
    const QJsonArray pools = ask(u"zapotp"_s, get(u"/services?country=US&provider=global&service=whatsapp"_s))
                                 .object()
                                 .value("data"_L1)
                                 .toArray();
    QCOMPARE(pools.size(), 2);
    QCOMPARE(pools[1].toObject(), (QJsonObject{{u"pool"_s, u"1"_s},
                                               {u"name"_s, u"Standard Pool"_s},
                                               {u"success_rate"_s, 85},
                                               {u"price"_s, 450},
                                               {u"count"_s, 19}}));
}

void TestSimulator::listsOrdersNewestFirst()
{
    const Lane &zap = allLanes()[3];
    ask(zap, zap.buy);
    m_clock->skip(1h);
    ask(zap, zap.buy);
    ask(allLanes().first(), allLanes().first().buy);
    const QJsonArray orders = ask(u"zapotp"_s, get(u"/orders"_s)).object().value("data"_L1).toArray();
    QCOMPARE(orders.size(), 2);
    QCOMPARE(orders[0].toObject().value("status"_L1).toString(), u"PENDING"_s);
    QCOMPARE(orders[1].toObject(), (QJsonObject{{u"id"_s, 101},
                                                {u"order_id"_s, m_simulator->orders().first().id},
                                                {u"service"_s, u"whatsapp"_s},
                                                {u"number"_s, m_simulator->orders().first().number},
                                                {u"status"_s, u"FINISHED"_s},
                                                {u"price"_s, 450}}));
}

void TestSimulator::hidesTheCodeInTheText()
{
    const Lane &wall = allLanes()[5];
    ask(wall, post(u"/number"_s, R"({"service":"telegram","country":"pkr"})"));
    m_clock->skip(30s);
    const QJsonObject status = ask(wall, wall.check).object();
    QCOMPARE(status.keys(), (QStringList{u"activation_id"_s, u"sms"_s, u"status"_s}));
    QCOMPARE(status.value("sms"_L1).toString(), last().messages.first().text);
    QVERIFY(status.value("sms"_L1).toString().contains(last().messages.first().code));
    QVERIFY(status.value("sms"_L1).toString() != last().messages.first().code);
}

void TestSimulator::speaksTheSeenForms()
{
    Script script = Script::everyCodeAfter(1s);
    script.seenForms = true;
    begin(script);
    const Answer refused = ask(u"zapotp"_s, get(u"/sms?order_id=1"_s));
    QCOMPARE(refused.status, 200);
    QCOMPARE(refused.body, R"({"error":"Order not found","status":"error"})");
    const Answer services = ask(u"otpget"_s, get(u"/handler_api.php?action=getServices&country=61&type=1"_s));
    QCOMPARE(services.object().value("1"_L1).toObject().value("101"_L1).toString(), u"Telegram - 45 PKR"_s);
    const Lane &s1 = allLanes().first();
    ask(s1, s1.buy);
    m_clock->skip(1s);
    QVERIFY(ask(s1, s1.check).data().value("otps"_L1).toArray().first().isString());
}

void TestSimulator::smsArrivesBetweenCheckAndCancel()
{
    const Lane &s1 = allLanes().first();
    m_simulator->planNext(u"otpzap"_s, {.smsAtCancel = true});
    ask(s1, s1.buy);
    m_clock->skip(130s);
    QCOMPARE(ask(s1, s1.check).data().value("status"_L1).toString(), u"pending"_s);
    QCOMPARE(ask(s1, s1.cancel).status, 409);
    QCOMPARE(ask(s1, s1.check).data().value("status"_L1).toString(), u"otp_received"_s);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 0);
}

void TestSimulator::supplierRefusesACancel()
{
    const Lane &s1 = allLanes().first();
    m_simulator->planNext(u"otpzap"_s, {.upstreamRefusesCancel = 1});
    ask(s1, s1.buy);
    m_clock->skip(130s);
    QCOMPARE(ask(s1, s1.cancel).status, 502);
    QVERIFY(last().state == SimState::Waiting);
    QCOMPARE(ask(s1, s1.cancel).status, 200);
    QCOMPARE(entries(LedgerEntry::Kind::Refund), 1);
}

void TestSimulator::refusesABoughtOfferWithAnotherPrice()
{
    m_simulator->planNext(u"otpget"_s, Plan::refused(ErrorKind::PriceChanged));
    const Lane &sms = allLanes()[6];
    QCOMPARE(ask(sms, sms.buy).body, "ERROR_PRICE_CHANGE");
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 0);

    const Money dearer = Money::fromText(u"61.50", Currency::fromCode(u"PKR")).value();
    const auto isTelegram = [](const Offer &o) { return o.serviceId == "101"_L1; };
    QCOMPARE(m_simulator->changeOffers(u"otpget"_s, isTelegram, [&dearer](Offer &o) { o.price = dearer; }),
             1);
    const Answer listed = ask(u"otpget"_s, get(u"/handler_api.php?action=getServices&country=61&type=1"_s));
    QCOMPARE(listed.body, R"({"101":"Telegram - 61.50 PKR","102":"Google - Gmail - 376.88 PKR"})");
    ask(sms, sms.buy);
    QCOMPARE(last().price, dearer);
}

void TestSimulator::writesArabicDigitsAndTextsWithoutCode()
{
    const Lane &s1 = allLanes().first();
    m_simulator->planService(u"WhatsApp"_s,
                             {.sms = {{.after = 5s, .wording = PlannedSms::Wording::WithoutCode},
                                      {.after = 9s, .wording = PlannedSms::Wording::ArabicDigits}}});
    ask(s1, s1.buy);
    m_clock->skip(5s);
    QJsonObject data = ask(s1, s1.check).data();
    QVERIFY(data.value("otp_code"_L1).isNull());
    QVERIFY(!data.value("otps"_L1).toArray().first().toObject().value("message"_L1).toString().isEmpty());
    m_clock->skip(4s);
    data = ask(s1, s1.check).data();
    QString arabic = data.value("otp_code"_L1).toString();
    QCOMPARE(arabic.size(), 6);
    for (QChar &digit : arabic)
        digit = QChar(char16_t(digit.unicode() - u'0' + 0x0660));
    QVERIFY(
        data.value("otps"_L1).toArray().last().toObject().value("message"_L1).toString().contains(arabic));
}

void TestSimulator::nextOrderFollowsItsOwnPlan()
{
    const Lane &s1 = allLanes().first();
    m_simulator->planNext(u"otpzap"_s, Plan::neverACode());
    m_simulator->planNext(u"otpzap"_s, Plan::codeAfter(2s));
    ask(s1, s1.buy);
    ask(s1, s1.buy);
    ask(s1, s1.buy);
    m_clock->skip(2s);
    QVERIFY(m_simulator->orders()[0].messages.isEmpty());
    QCOMPARE(m_simulator->orders()[1].messages.size(), 1);
    QVERIFY(m_simulator->orders()[2].messages.isEmpty());
    m_clock->skip(28s);
    QVERIFY(m_simulator->orders()[0].messages.isEmpty());
    QCOMPARE(m_simulator->orders()[2].messages.size(), 1);
}

void TestSimulator::deliversByHand()
{
    const Lane &sms = allLanes()[6];
    ask(sms, sms.buy);
    QVERIFY(m_simulator->deliver(lastId(), u"Your code is 493-021, thanks"_s));
    QCOMPARE(ask(sms, sms.check).body, "STATUS_OK:493-021");
    QVERIFY(m_simulator->deliver(lastId(), u"Hello 2026: use A7K-99"_s, u"A7K-99"_s));
    QCOMPARE(ask(sms, sms.check).body, "STATUS_OK:A7K-99");
    QVERIFY(!m_simulator->deliver(u"nobody"_s, u"1234"_s));
}

void TestSimulator::actsBeforeOrNotBeforeAFault()
{
    const Lane &which = allLanes()[4];
    m_simulator->inject({.providerId = u"whichotp"_s,
                         .call = u"buy"_s,
                         .when = Injection::When::BeforeActing,
                         .reply = canned::badGatewayPage()});
    m_simulator->inject({.providerId = u"whichotp"_s, .call = u"buy"_s, .reply = canned::captivePortal()});
    const Answer before = ask(which, which.buy);
    QCOMPARE(before.status, 502);
    QVERIFY(before.body.contains("nginx"));
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 0);
    const Answer after = ask(which, which.buy);
    QCOMPARE(after.status, 200);
    QVERIFY(after.contentType.startsWith("text/html"));
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 1);
    QCOMPARE(ask(which, which.buy).object().value("status"_L1).toString(), u"waiting"_s);
}

void TestSimulator::injectsOnlyWhereAsked()
{
    m_simulator->inject(
        {.providerId = u"otpzap"_s, .call = u"check"_s, .times = 2, .reply = canned::tooManyRequests(7)});
    const Lane &s1 = allLanes().first();
    ask(s1, s1.buy);
    QCOMPARE(ask(u"zapotp"_s, get(u"/user"_s)).status, 200);
    QCOMPARE(ask(s1, s1.check).retryAfter, "7");
    QCOMPARE(ask(s1, s1.check).status, 429);
    QCOMPARE(ask(s1, s1.check).status, 200);
    QCOMPARE(m_simulator->arrivals(u"otpzap"_s, u"check"_s), 3);
    QCOMPARE(m_simulator->arrivals(u"otpzap"_s), 4);
    QCOMPARE(m_simulator->arrivals(u"zapotp"_s), 1);
}

void TestSimulator::breaksTheAnswerAfterCharging()
{
    // Qt asks again by itself, and now and then calls half an answer a success.
    m_simulator->inject(
        {.providerId = u"otpwall"_s, .call = u"buy"_s, .times = 100, .fault = Fault::Truncate});
    const Lane &wall = allLanes()[5];
    const Answer answer = ask(wall, wall.buy);
    QVERIFY(answer.error != QNetworkReply::NoError || answer.object().isEmpty());
    QVERIFY(entries(LedgerEntry::Kind::Charge) >= 1);
}

void TestSimulator::serversKeepTheirOwnTime()
{
    const Lane &s1 = allLanes().first();
    ask(s1, s1.buy);
    m_clock->adjustWall(24h);
    const Answer answer = ask(s1, s1.check);
    QCOMPARE(answer.data().value("status"_L1).toString(), u"pending"_s);
    QCOMPARE(answer.date, "Tue, 19 May 2026 03:00:00 GMT");
}

void TestSimulator::ledgerAddsUpToTheBalances()
{
    for (const Lane &lane : allLanes()) {
        ask(lane, lane.buy);
        m_simulator->planNext(lane.providerId, Plan::neverACode());
        ask(lane, lane.buy);
    }
    m_simulator->setBalance(u"otpget"_s, Money::fromText(u"777.77", Currency::fromCode(u"PKR")).value());
    m_clock->skip(1h);
    QCOMPARE(entries(LedgerEntry::Kind::Charge), 2 * allLanes().size());
    QCOMPARE(entries(LedgerEntry::Kind::Refund), allLanes().size());
    for (const QString &id : m_simulator->providerIds()) {
        Money sum = Money::fromUnits(0, m_simulator->balance(id).currency());
        for (const LedgerEntry &entry : m_simulator->ledger()) {
            if (entry.providerId != id)
                continue;
            sum = sum + entry.amount;
            QCOMPARE(entry.balanceAfter, sum);
        }
        QCOMPARE(m_simulator->balance(id), sum);
    }
}

void TestSimulator::catalogIsTheSameInEveryRun()
{
    const SimCatalog one = demoCatalog();
    const SimCatalog two = demoCatalog();
    QCOMPARE(one.offers, two.offers);
    QCOMPARE(one.operators, two.operators);
    for (auto shelf = one.offers.cbegin(); shelf != one.offers.cend(); ++shelf) {
        QSet<QString> identities;
        for (const Offer &offer : *shelf) {
            QVERIFY(offer.price && !offer.price->isNegative());
            identities.insert(offer.identity());
        }
        QCOMPARE(identities.size(), shelf->size());
    }
}

void TestSimulator::catalogHoldsEverySortOfStock()
{
    const SimCatalog catalog = demoCatalog();
    QCOMPARE(catalog.offers.size(), 5);
    int none = 0;
    int unknown = 0;
    for (const Offer *offer : catalog.of(u"otpzap"_s)) {
        none += offer->stock == 0;
        unknown += !offer->stock.has_value();
    }
    QVERIFY(none > 50);
    QVERIFY(unknown > 50);
    QSet<QString> types;
    for (const Offer *offer : catalog.of(u"otpget"_s, u"sms"))
        types.insert(offer->variantId);
    QCOMPARE(types.size(), 6);
}

void TestSimulator::numbersComeFromReservedRanges()
{
    begin(Script::demo(), demoCatalog());
    m_simulator->setBalance(u"otpwall"_s, Money::fromText(u"1000", Currency::fromCode(u"USD")).value());
    QSet<QString> numbers;
    for (int i = 0; i < 10; ++i) {
        ask(u"otpwall"_s, post(u"/number"_s, R"({"service":"google","country":"US"})"));
        QVERIFY2(last().number.startsWith(u'1') && last().number.mid(4, 5) == "55501"_L1,
                 qPrintable(last().number));
        numbers.insert(last().number);
        ask(u"otpwall"_s, post(u"/number"_s, R"({"service":"google","country":"GB"})"));
        QVERIFY2(last().number.startsWith("447700900"_L1), qPrintable(last().number));
        QCOMPARE(last().number.size(), 12);
        numbers.insert(last().number);
    }
    QCOMPARE(numbers.size(), 20);
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
