#include "models/text/format.h"
#include "tests/support/desk.h"
#include "tests/support/spending.h"
#include "tests/support/tlsfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What stands in the way.
enum class Trouble {
    WrongKey,
    Blocked,
    NoMoney,
    NoStock,
    PriceChanged,
    ErrorIn200,
    TooMany,
    ClosedPort,
    ExpiredCertificate,
    Page200,
    Page502,
    Redirect,
    UnknownWord, ///< of a check only
};

struct Obstacle
{
    const char *name;
    Trouble trouble;
    ErrorKind kind;
    bool isDefinite;
    bool concernsAccount; ///< a test of the account meets it too
};

const QList<Obstacle> &obstacles()
{
    static const QList<Obstacle> all = {
        {"wrong key", Trouble::WrongKey, ErrorKind::WrongKey, true, true},
        {"blocked account", Trouble::Blocked, ErrorKind::AccountBlocked, true, true},
        {"empty balance", Trouble::NoMoney, ErrorKind::NoBalance, true, false},
        {"no stock", Trouble::NoStock, ErrorKind::NoStock, true, false},
        {"price changed", Trouble::PriceChanged, ErrorKind::PriceChanged, true, false},
        {"error in a 200", Trouble::ErrorIn200, ErrorKind::NoBalance, true, false},
        {"429", Trouble::TooMany, ErrorKind::RateLimited, true, true},
        {"closed port", Trouble::ClosedPort, ErrorKind::Unreachable, true, true},
        {"expired certificate", Trouble::ExpiredCertificate, ErrorKind::InsecureTls, true, true},
        {"page with 200", Trouble::Page200, ErrorKind::NotAnApi, false, true},
        {"page with 502", Trouble::Page502, ErrorKind::ServiceDown, false, true},
        {"redirect", Trouble::Redirect, ErrorKind::Redirected, false, true},
    };
    return all;
}

/// The provider's own word or sentence, where it is documented or the simulator's.
QString wordsOf(const Spending &spending, Trouble trouble)
{
    const bool cheap = spending.line == u"cheap"_s;
    const bool rental = spending.line.startsWith(u"rental"_s);
    const bool email = spending.line.startsWith(u"email"_s);
    const bool getsWords = spending.providerId == u"otpget"_s && !rental;
    const bool bare = getsWords && !email;
    switch (trouble) {
    case Trouble::WrongKey:
        return getsWords ? u"BAD_KEY"_s : u"Invalid API key"_s;
    case Trouble::Blocked:
        return getsWords ? u"ACCOUNT_BLOCKED"_s : rental ? u"Account is blocked"_s : u"Account suspended"_s;
    case Trouble::NoMoney:
        return !bare ? u"Insufficient balance"_s : cheap ? u"LOW_BALANCE"_s : u"NO_BALANCE"_s;
    case Trouble::ErrorIn200:
        return spending.providerId == u"otpget"_s ? u"NO_BALANCE"_s : u"Insufficient balance"_s;
    case Trouble::NoStock:
        if (spending.providerId == u"otpzap"_s)
            return u"Out of stock"_s;
        return bare ? u"NO_NUMBERS"_s : email ? u"No stock available"_s : u"No numbers available"_s;
    case Trouble::PriceChanged:
        return bare ? u"ERROR_PRICE_CHANGE"_s : u"Price has changed"_s;
    case Trouble::Redirect:
        return u"elsewhere.example"_s;
    case Trouble::ExpiredCertificate:
        return u"expired"_s;
    default:
        return {};
    }
}

ServerReply body(const QByteArray &json)
{
    ServerReply reply;
    reply.body = json;
    return reply;
}

ServerReply errorIn200(const QString &providerId)
{
    if (providerId == u"otpzap"_s)
        return body(R"({"success":false,"message":"Insufficient balance"})");
    if (providerId == u"zapotp"_s)
        return body(R"({"status":"error","message":"Insufficient balance"})");
    if (providerId == u"otpget"_s)
        return body(R"({"status":"error","message":"NO_BALANCE"})");
    return body(R"({"error":"Insufficient balance"})");
}

ServerReply unknownWord(const QString &providerId)
{
    if (providerId == u"otpzap"_s)
        return body(R"({"success":true,"data":{"order_id":1,"status":"teleporting"}})");
    if (providerId == u"zapotp"_s)
        return body(R"({"status":"success","data":{"sms_code":null,"status":"teleporting"}})");
    if (providerId == u"otpget"_s)
        return body("teleporting");
    return body(R"({"status":"teleporting"})");
}

std::optional<ServerReply> answerOf(Trouble trouble, const QString &providerId)
{
    switch (trouble) {
    case Trouble::ErrorIn200:
        return errorIn200(providerId);
    case Trouble::TooMany:
        return canned::tooManyRequests(7);
    case Trouble::Page200:
        return canned::captivePortal();
    case Trouble::Page502:
        return canned::badGatewayPage();
    case Trouble::Redirect:
        return canned::redirectTo("https://elsewhere.example/api/v1?api_key=abc");
    case Trouble::UnknownWord:
        return unknownWord(providerId);
    default:
        return {};
    }
}

/// What a person may be shown about an error.
void verifySentence(const ApiError &error, const QString &provider, const QString &key)
{
    const QString sentence = format::error(error, provider);
    QVERIFY2(sentence.contains(provider), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.') && sentence.size() < 160, qPrintable(sentence));
    for (const QString &text : {sentence, error.detail}) {
        QVERIFY2(!text.contains(u'<') && !text.contains(u'\n'), qPrintable(text));
        QVERIFY2(!text.contains(u"://"_s) && !text.contains(u"api_key"_s), qPrintable(text));
        QVERIFY2(!text.contains(key), qPrintable(text));
    }
}

} // namespace

/// Everything a provider may say instead of yes, through the real engine: what it is taken for, what a person
/// reads, and that no order is lost over it.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void refusedPurchaseStaysOnRecord_data();
    void refusedPurchaseStaysOnRecord();
    void accountTestSaysWhy_data();
    void accountTestSaysWhy();
    void failingCheckKeepsTheOrderAlive_data();
    void failingCheckKeepsTheOrderAlive();
    void noKeyNoRequest_data();
    void noKeyNoRequest();
    void orderOutlivesItsKey();
    void finishingWithoutAMessageIsSaidSo();

private:
    void start(const Spending &spending, bool secure = false);
    void put(const Obstacle &obstacle, const Spending &spending, const QString &call);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Drawer> m_drawer;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Desk> m_desk;
    Account m_account;
    Offer m_offer;
    QString m_key;
};

void TestRefusals::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    m_drawer = std::make_unique<Drawer>();
    m_simulator = std::make_unique<Simulator>(*m_clock, quietScript());
}

void TestRefusals::cleanup()
{
    m_desk.reset();
    m_simulator.reset();
    m_drawer.reset();
    m_clock.reset();
    m_dir.reset();
}

/// A desk, and an account that is not yet saved in it.
void TestRefusals::start(const Spending &spending, bool secure)
{
    QVERIFY(secure ? m_simulator->start(tls::server(u"expired"_s)) : m_simulator->start());
    m_account = accountAt(*m_simulator, spending.providerId);
    m_key = m_simulator->key(spending.providerId);
    m_offer = affordable(m_simulator->catalog(), spending, m_simulator->balance(spending.providerId));
    QVERIFY2(m_offer.price, "nothing to buy");
    NetworkSetup network;
    network.tls = tls::trustingClient();
    m_desk = std::make_unique<Desk>(m_dir->filePath(u"journal.sqlite"_s), network, *m_clock, *m_drawer);
    m_desk->pace = 250ms; // nothing here hangs on the computer's own time
    QVERIFY(m_desk->open());
}

/// Puts the obstacle in the way of `call`, or of all calls where that is empty.
void TestRefusals::put(const Obstacle &obstacle, const Spending &spending, const QString &call)
{
    switch (obstacle.trouble) {
    case Trouble::WrongKey:
        m_key = QString(m_key.size(), u'x');
        break;
    case Trouble::Blocked:
        m_simulator->setBlocked(spending.providerId, true);
        break;
    case Trouble::NoMoney:
        m_simulator->setBalance(spending.providerId, Money::fromUnits(0, spending.info().currency));
        break;
    case Trouble::NoStock:
        m_simulator->planNext(spending.providerId, Plan::refused(ErrorKind::NoStock));
        break;
    case Trouble::PriceChanged:
        m_simulator->planNext(spending.providerId, Plan::refused(ErrorKind::PriceChanged));
        break;
    case Trouble::ClosedPort: {
        HttpServer gone([](const ServerRequest &) { return ServerReply{}; });
        QVERIFY(gone.listen());
        m_account.baseUrl.setPort(gone.port());
        break;
    }
    default:
        break;
    }
    if (const auto reply = answerOf(obstacle.trouble, spending.providerId)) {
        m_simulator->inject({.providerId = spending.providerId,
                             .call = call,
                             .times = 1000,
                             .when = Injection::When::BeforeActing,
                             .reply = reply});
    }
}

void TestRefusals::refusedPurchaseStaysOnRecord_data()
{
    QTest::addColumn<qsizetype>("which");
    QTest::addColumn<qsizetype>("what");
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        const Spending &spending = spendings()[which];
        if (spending.needsOrder())
            continue;
        for (qsizetype what = 0; what < obstacles().size(); ++what) {
            // Nobody documents such a refusal for these.
            const bool knowsPrices = spending.providerId != u"otpwall"_s && spending.tellsStatusWords();
            if (obstacles()[what].trouble != Trouble::PriceChanged || knowsPrices)
                QTest::addRow("%s, %s", spending.name, obstacles()[what].name) << which << what;
        }
    }
}

void TestRefusals::refusedPurchaseStaysOnRecord()
{
    QFETCH(qsizetype, which);
    QFETCH(qsizetype, what);
    const Spending &spending = spendings()[which];
    const Obstacle &obstacle = obstacles()[what];
    start(spending, obstacle.trouble == Trouble::ExpiredCertificate);
    if (QTest::currentTestFailed())
        return;
    put(obstacle, spending, spending.call);
    QVERIFY(!m_desk->save(m_account, m_key));

    QSignalSpy refused(&m_desk->engine, &OrderEngine::refused);
    const qint64 key = m_desk->buy(m_account.id, m_offer);
    QVERIFY(key != 0);
    QVERIFY(m_desk->becomes(key, obstacle.isDefinite ? OrderStatus::NotBought : OrderStatus::Unconfirmed));
    QCOMPARE(m_desk->shown(key), std::optional(m_desk->status(key)));
    QCOMPARE(refused.count(), obstacle.isDefinite ? 1 : 0);

    const auto event =
        m_desk->event(key, obstacle.isDefinite ? EventKind::PurchaseRefused : EventKind::PurchaseUnclear);
    QVERIFY(event && event->error);
    QCOMPARE(event->error->kind, obstacle.kind);
    QCOMPARE(event->error->outcome, obstacle.isDefinite ? Outcome::Definite : Outcome::Unknown);
    QVERIFY2(event->error->detail.contains(wordsOf(spending, obstacle.trouble)),
             qPrintable(event->error->detail));
    if (obstacle.trouble == Trouble::TooMany)
        QCOMPARE(event->error->retryAfter, std::optional(std::chrono::seconds(7)));
    verifySentence(*event->error, spending.info().name, m_key);
    QVERIFY(m_simulator->orders().isEmpty());
}

void TestRefusals::accountTestSaysWhy_data()
{
    QTest::addColumn<qsizetype>("which");
    QTest::addColumn<qsizetype>("what");
    QStringList seen;
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        if (seen.contains(spendings()[which].providerId))
            continue;
        seen.append(spendings()[which].providerId);
        for (qsizetype what = 0; what < obstacles().size(); ++what) {
            if (obstacles()[what].concernsAccount)
                QTest::addRow("%s, %s", qPrintable(seen.last()), obstacles()[what].name) << which << what;
        }
    }
}

void TestRefusals::accountTestSaysWhy()
{
    QFETCH(qsizetype, which);
    QFETCH(qsizetype, what);
    const Spending &spending = spendings()[which];
    const Obstacle &obstacle = obstacles()[what];
    start(spending, obstacle.trouble == Trouble::ExpiredCertificate);
    if (QTest::currentTestFailed())
        return;
    put(obstacle, spending, {});
    const auto tested = m_desk->accounts.test(m_account, m_key);
    QVERIFY(m_desk->soon([&tested] { return tested.isFinished(); }));
    QVERIFY(!tested.result().ok());
    const ApiError error = tested.result().error();
    QCOMPARE(error.kind, obstacle.kind);
    QVERIFY2(error.detail.contains(wordsOf(spending, obstacle.trouble)), qPrintable(error.detail));
    verifySentence(error, spending.info().name, m_key);
}

void TestRefusals::failingCheckKeepsTheOrderAlive_data()
{
    QTest::addColumn<qsizetype>("which");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<ErrorKind>("kind");
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        if (spendings()[which].isReplacement)
            continue;
        const auto row = [which](const char *name, Trouble trouble, ErrorKind kind) {
            QTest::addRow("%s, %s", spendings()[which].name, name) << which << trouble << kind;
        };
        if (spendings()[which].tellsStatusWords())
            row("unknown word", Trouble::UnknownWord, ErrorKind::Refused);
        row("blocked account", Trouble::Blocked, ErrorKind::AccountBlocked);
        row("error in a 200", Trouble::ErrorIn200, ErrorKind::NoBalance);
        row("429", Trouble::TooMany, ErrorKind::RateLimited);
        row("page with 200", Trouble::Page200, ErrorKind::NotAnApi);
        row("page with 502", Trouble::Page502, ErrorKind::ServiceDown);
        row("redirect", Trouble::Redirect, ErrorKind::Redirected);
    }
}

void TestRefusals::failingCheckKeepsTheOrderAlive()
{
    QFETCH(qsizetype, which);
    QFETCH(Trouble, trouble);
    QFETCH(ErrorKind, kind);
    const Spending &spending = spendings()[which];
    start(spending);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!m_desk->save(m_account, m_key));
    const qint64 key = m_desk->buy(m_account.id, m_offer);
    QVERIFY(m_desk->becomes(key, OrderStatus::Waiting));

    QList<OrderEvent> events;
    connect(&m_desk->engine, &OrderEngine::eventAdded, this,
            [&events](const OrderEvent &event) { events.append(event); });
    put({"", trouble, kind, true, true}, spending, spending.check);
    const bool isWord = trouble == Trouble::UnknownWord;
    const EventKind expected = isWord ? EventKind::StatusWord : EventKind::CheckFailed;
    const auto found = [&](EventKind wanted) {
        return std::count_if(events.cbegin(), events.cend(),
                             [wanted](const OrderEvent &e) { return e.kind == wanted; });
    };
    QVERIFY(m_desk->soon([&] { return found(expected) > 0; }));
    if (isWord) {
        QCOMPARE(events.last().text.toLower(), u"teleporting"_s);
    } else {
        QCOMPARE(events.last().error->kind, kind);
        verifySentence(*events.last().error, spending.info().name, m_key);
    }
    // It goes on asking, and says so once.
    const int asked = m_simulator->arrivals(spending.providerId, spending.check);
    QVERIFY(m_desk->soon([&] { return m_simulator->arrivals(spending.providerId, spending.check) > asked; }));
    QCOMPARE(found(expected), 1);
    QCOMPARE(m_desk->shown(key), std::optional(OrderStatus::Waiting));

    m_simulator->heal();
    m_simulator->setBlocked(spending.providerId, false);
    QSignalSpy arrived(&m_desk->engine, &OrderEngine::messageArrived);
    QVERIFY(m_simulator->deliver(m_desk->engine.order(key)->id, u"Your code is 482913"_s));
    QVERIFY(m_desk->soon([&arrived] { return !arrived.isEmpty(); }));
    QCOMPARE(m_desk->engine.order(key)->code, u"482913"_s);
    QVERIFY(isWord || found(EventKind::CheckRecovered) == 1);
    events.clear();
    disconnect(&m_desk->engine, &OrderEngine::eventAdded, this, nullptr);
}

void TestRefusals::noKeyNoRequest_data()
{
    QTest::addColumn<qsizetype>("which");
    QStringList seen;
    for (qsizetype which = 0; which < spendings().size(); ++which) {
        if (!seen.contains(spendings()[which].providerId))
            QTest::addRow("%s", qPrintable(spendings()[which].providerId)) << which;
        seen.append(spendings()[which].providerId);
    }
}

void TestRefusals::noKeyNoRequest()
{
    QFETCH(qsizetype, which);
    const Spending &spending = spendings()[which];
    start(spending);
    if (QTest::currentTestFailed())
        return;
    const auto problem = m_desk->save(m_account, {});
    QVERIFY(problem);
    QCOMPARE(problem->kind, ErrorKind::KeyMissing);
    const auto tested = m_desk->accounts.test(m_account, {});
    QVERIFY(m_desk->soon([&tested] { return tested.isFinished(); }));
    QVERIFY(!tested.result().ok());
    QCOMPARE(tested.result().error().kind, ErrorKind::KeyMissing);
    verifySentence(tested.result().error(), spending.info().name, m_key);
    QCOMPARE(m_desk->buy(m_account.id, m_offer), 0);
    QCOMPARE(m_simulator->arrivals(spending.providerId), 0);
}

/// The key is gone after a restart: the order stays, nothing can be bought, and with the key it goes on.
void TestRefusals::orderOutlivesItsKey()
{
    const Spending &spending = spendings().first();
    start(spending);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!m_desk->save(m_account, m_key));
    const qint64 key = m_desk->buy(m_account.id, m_offer);
    QVERIFY(m_desk->becomes(key, OrderStatus::Waiting));

    m_desk.reset();
    m_drawer = std::make_unique<Drawer>();
    m_desk =
        std::make_unique<Desk>(m_dir->filePath(u"journal.sqlite"_s), NetworkSetup(), *m_clock, *m_drawer);
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->soon([this] { return m_desk->accounts.find(m_account.id)->key == KeyState::Missing; }));
    QCOMPARE(m_desk->shown(key), std::optional(OrderStatus::Waiting));
    const auto refused = m_desk->engine.buy(m_account.id, m_offer);
    QVERIFY(refused.isFinished());
    QCOMPARE(refused.result().error().kind, ErrorKind::KeyMissing);

    QVERIFY(m_simulator->deliver(m_desk->engine.order(key)->id, u"Your code is 482913"_s));
    QVERIFY(!m_desk->save(m_account, m_key));
    QVERIFY(m_desk->becomes(key, OrderStatus::CodeReceived));
}

/// Our order has a message that the provider forgot about: its refusal is about the message, not the time.
void TestRefusals::finishingWithoutAMessageIsSaidSo()
{
    const Spending &spending = spendings().first();
    start(spending);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!m_desk->save(m_account, m_key));
    const qint64 key = m_desk->buy(m_account.id, m_offer);
    QVERIFY(m_desk->becomes(key, OrderStatus::Waiting));
    const Order order = *m_desk->engine.order(key);
    const auto finished = m_desk->accounts.provider(m_account.id)->shop(OfferKind::Number)->finish(order);
    QVERIFY(m_desk->soon([&finished] { return finished.isFinished(); }));
    QVERIFY(!finished.result().ok());
    QCOMPARE(finished.result().error().kind, ErrorKind::NoSmsYet);
    QCOMPARE(finished.result().error().outcome, Outcome::Definite);
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
