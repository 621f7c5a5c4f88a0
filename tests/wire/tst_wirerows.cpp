#include "models/accounts/accountlist.h"
#include "providers/simulator/simulator.h"
#include "providers/types/clock.h"
#include "tests/support/wirerow.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long a client waits for an answer that never comes.
constexpr std::chrono::milliseconds Patience = 300ms;

QString written(const QByteArray &method, const QString &path, const QMap<QString, QString> &query)
{
    QString text = QString::fromLatin1(method) + u' ' + path;
    for (auto it = query.constBegin(); it != query.constEnd(); ++it)
        text += QChar(it == query.constBegin() ? u'?' : u'&') + it.key() + u'=' + *it;
    return text;
}

/// A server that plays one case of a row, and keeps what it was asked.
class Stage
{
public:
    Stage() : m_server([this](const ServerRequest &request) { return answer(request); }) {}

    bool open() { return m_server.listen(); }
    void play(const WireRow &row, const WireCase &one)
    {
        m_row = &row;
        m_case = &one;
        asked.clear();
        strangers.clear();
    }
    QUrl address() const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(QString::number(m_server.port()), m_row->basePath));
    }

    QList<ServerRequest> asked; ///< requests of the row itself
    QStringList strangers;      ///< those that are not in the case

private:
    ServerReply answer(const ServerRequest &request);
    QString problemWith(const ServerRequest &request, const WireRequest &documented) const;

    HttpServer m_server;
    const WireRow *m_row = nullptr;
    const WireCase *m_case = nullptr;
};

ServerReply Stage::answer(const ServerRequest &request)
{
    QList<WireExchange> exchanges{{m_row->request, m_case->reply}};
    exchanges += m_case->asides;
    exchanges += m_row->asides;
    const auto found = std::find_if(exchanges.cbegin(), exchanges.cend(),
                                    [&](const WireExchange &e) { return isIt(*m_row, e.request, request); });
    if (found == exchanges.cend()) {
        strangers += written(request.method, request.path, queryOf(*m_row, request));
        ServerReply reply;
        reply.status = 418;
        return reply;
    }
    if (const QString problem = problemWith(request, found->request); !problem.isEmpty())
        strangers += problem;
    if (found == exchanges.cbegin())
        asked += request;
    return found->reply;
}

/// What is wrong with a request beside its address; empty: nothing.
QString Stage::problemWith(const ServerRequest &request, const WireRequest &documented) const
{
    const QByteArray authorization = request.headers.value("authorization");
    const QByteArray bearer = "Bearer " + m_row->key.toLatin1();
    if (authorization != (m_row->keyInQuery ? QByteArray() : bearer))
        return u"Authorization: "_s + QString::fromLatin1(authorization);
    if (m_row->keyInQuery && request.query.queryItemValue(u"api_key"_s, QUrl::FullyDecoded) != m_row->key)
        return u"the key is not in the query"_s;
    const QByteArray wantedKey = documented.keyed ? m_row->call.idempotencyKey.toLatin1() : QByteArray();
    if (request.headers.value("idempotency-key") != wantedKey)
        return u"Idempotency-Key: "_s + QString::fromLatin1(request.headers.value("idempotency-key"));
    if (!documented.body)
        return request.body.isEmpty() ? QString() : u"a body: "_s + QString::fromUtf8(request.body);
    if (request.headers.value("content-type") != "application/json")
        return u"Content-Type: "_s + QString::fromLatin1(request.headers.value("content-type"));
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    if (!body.isObject() || body.object() != *documented.body)
        return u"the body is "_s + QString::fromUtf8(request.body);
    return {};
}

} // namespace

/// Every row of the providers' pages, through the client that the application uses: what goes out is what is
/// documented, and what comes back in any of its forms is understood.
class TestWireRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void tableIsWellFormed();
    void everyEndpointHasItsRow_data();
    void everyEndpointHasItsRow();
    void clientKeepsToThePage_data();
    void clientKeepsToThePage();
    void simulatorTakesTheSameCall_data();
    void simulatorTakesTheSameCall();

private:
    std::unique_ptr<Provider> providerAt(const QUrl &address, const QString &id, const QString &key,
                                         std::optional<std::chrono::milliseconds> deadline = {});
    template <typename V>
    V come(const QFuture<V> &future);
    void rehearse(const WireRow &row, WireCall &call, Provider &provider, Simulator &simulator);
    std::optional<Offer> somethingAt(Shop &shop, Shelf shelf, const Money &balance);

    const WireTable m_table = WireTable::load(); // the data functions need it before anything runs
    Stage m_stage;
    std::unique_ptr<SteerableClock> m_clock;
};

void TestWireRows::initTestCase()
{
    QVERIFY(m_stage.open());
}

/// The value of a future that ends; waits on the clock (back-off, rate limit) take no time.
template <typename V>
V TestWireRows::come(const QFuture<V> &future)
{
    QEventLoop loop;
    QTimer tick;
    QDeadlineTimer patience(20000);
    tick.callOnTimeout(&loop, [&] {
        if (future.isFinished() || patience.hasExpired())
            loop.quit();
        else if (const auto next = m_clock->nextAlarm())
            m_clock->skip(*next);
    });
    whenEnded(future, &loop, [&loop](const std::optional<V> &) { loop.quit(); });
    tick.start(2);
    if (!future.isFinished())
        loop.exec();
    return future.isFinished() && future.resultCount() > 0 ? future.result() : V{};
}

std::unique_ptr<Provider> TestWireRows::providerAt(const QUrl &address, const QString &id, const QString &key,
                                                   std::optional<std::chrono::milliseconds> deadline)
{
    Connection connection;
    connection.baseUrl = address;
    connection.key = key;
    connection.clock = m_clock.get();
    connection.deadline = deadline;
    return NetworkSetup::fromRegistry(id, connection);
}

void TestWireRows::tableIsWellFormed()
{
    QVERIFY2(m_table.problems.isEmpty(), qPrintable(m_table.problems.join(u'\n')));
    QStringList known;
    for (const WireEndpoint &endpoint : std::as_const(m_table.endpoints)) {
        QVERIFY2(!known.contains(endpoint.id), qPrintable(endpoint.id));
        known += endpoint.id;
    }
    QStringList seen;
    for (const WireRow &row : std::as_const(m_table.rows)) {
        QVERIFY2(known.contains(row.endpoint), qPrintable(row.id));
        QStringList names{row.id};
        for (const WireCase &one : row.cases)
            names += row.id + u", "_s + one.name;
        for (const QString &name : std::as_const(names)) {
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen += name;
        }
    }
    // As many as the pages have, counted by hand.
    const QMap<QString, int> counts = {
        {u"otpzap"_s, 25}, {u"zapotp"_s, 5}, {u"whichotp"_s, 5}, {u"otpwall"_s, 6}, {u"otpget"_s, 24}};
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it)
        QCOMPARE(known.filter(QRegularExpression(u'^' + it.key() + u"\\."_s)).size(), *it);
}

void TestWireRows::everyEndpointHasItsRow_data()
{
    QTest::addColumn<qsizetype>("which");
    for (qsizetype i = 0; i < m_table.endpoints.size(); ++i)
        QTest::addRow("%s", qPrintable(m_table.endpoints[i].id)) << i;
}

void TestWireRows::everyEndpointHasItsRow()
{
    QFETCH(qsizetype, which);
    const WireEndpoint &endpoint = m_table.endpoints[which];
    QList<WireRow> rows = m_table.rows;
    rows.removeIf([&endpoint](const WireRow &row) { return row.endpoint != endpoint.id; });
    if (!endpoint.notCalled.isEmpty()) {
        QVERIFY2(rows.isEmpty(), "it has a row all the same");
        return;
    }
    QVERIFY2(!rows.isEmpty(), "no row");
    bool hasOwnErrors = false;
    bool isAnswered = false;
    for (const WireRow &row : std::as_const(rows)) {
        const auto has = [&row](auto condition) {
            return std::any_of(row.cases.cbegin(), row.cases.cend(), condition);
        };
        QVERIFY2(has([](const WireCase &c) { return !c.isError; }), qPrintable(row.id + u": no answer"_s));
        QVERIFY2(has([](const WireCase &c) { return c.isError && c.isCommon; }),
                 qPrintable(row.id + u": not the errors that any call ends in"_s));
        isAnswered = isAnswered || has([&](const WireCase &c) { return c.mark == endpoint.mark; });
        hasOwnErrors = hasOwnErrors || has([](const WireCase &c) { return c.isError && !c.isCommon; });
    }
    QVERIFY2(isAnswered && !endpoint.mark.isEmpty(), "not the answer of its page");
    QVERIFY2(hasOwnErrors || !endpoint.listsErrors, "none of its errors");
}

void TestWireRows::clientKeepsToThePage_data()
{
    QTest::addColumn<qsizetype>("which");
    QTest::addColumn<qsizetype>("what");
    for (qsizetype i = 0; i < m_table.rows.size(); ++i) {
        const WireRow &row = m_table.rows[i];
        for (qsizetype j = 0; j < row.cases.size(); ++j)
            QTest::addRow("%s, %s", qPrintable(row.id), qPrintable(row.cases[j].name)) << i << j;
    }
}

void TestWireRows::clientKeepsToThePage()
{
    QFETCH(qsizetype, which);
    QFETCH(qsizetype, what);
    const WireRow &row = m_table.rows[which];
    const WireCase &one = row.cases[what];
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    m_stage.play(row, one);
    const bool isSilent = one.reply.fault == Fault::NeverAnswer;
    const auto provider = providerAt(m_stage.address(), row.providerId, row.key,
                                     isSilent ? std::optional(Patience) : std::nullopt);
    QVERIFY(provider);

    const Digest got = come(made(row.call, *provider));
    QVERIFY2(m_stage.strangers.isEmpty(),
             qPrintable(u"not as documented: "_s + m_stage.strangers.join(u'\n')));
    const QString problem = missing(one.expect, got);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));

    // What may come again: an answer that asks for it, or none at all.
    const bool isPassing = one.reply.fault != Fault::None || one.reply.status == 429 ||
                           (one.reply.status >= 502 && one.reply.status <= 504);
    if (row.delivery == WireDelivery::Once || !isPassing)
        QCOMPARE(m_stage.asked.size(), 1);
    else
        QVERIFY(!m_stage.asked.isEmpty());
}

void TestWireRows::simulatorTakesTheSameCall_data()
{
    QTest::addColumn<qsizetype>("which");
    for (qsizetype i = 0; i < m_table.rows.size(); ++i)
        QTest::addRow("%s", qPrintable(m_table.rows[i].id)) << i;
}

void TestWireRows::simulatorTakesTheSameCall()
{
    QFETCH(qsizetype, which);
    const WireRow &row = m_table.rows[which];
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen);
    Simulator simulator(*m_clock, Script::everyCodeAfter(24h));
    QVERIFY(simulator.start());
    const auto provider =
        providerAt(simulator.baseUrl(row.providerId), row.providerId, simulator.key(row.providerId));
    QVERIFY(provider);
    WireCall call = row.call;
    rehearse(row, call, *provider, simulator);
    if (QTest::currentTestFailed())
        return;

    QString path = simulator.baseUrl(row.providerId).path() + row.request.path;
    if (!row.call.order.id.isEmpty())
        path.replace(row.call.order.id, call.order.id);
    QStringList seen;
    simulator.watch([&](const QString &name, const ServerRequest &request) {
        const QMap<QString, QString> query = queryOf(row, request);
        const bool isSame = request.method == row.request.method && request.path == path &&
                            query.keys() == row.request.query.keys() &&
                            query.value(u"action"_s) == row.request.query.value(u"action"_s);
        seen += isSame ? u"it"_s : name;
    });
    const Digest got = come(made(call, *provider));
    QVERIFY2(got.value(u"is"_s) == u"value", qPrintable(written(got)));
    QVERIFY2(!seen.contains(u"unknown"_s) && seen.contains(u"it"_s), qPrintable(seen.join(u' ')));
    if (call.what == u"check" && !row.rehearsal.message.isEmpty())
        QVERIFY2(!got.value(u"code"_s).isEmpty(), qPrintable(written(got)));
    if (call.what == u"listOrders" && !call.order.id.isEmpty())
        QCOMPARE(got.value(u"order.0.id"_s), call.order.id);
}

/// Puts what the simulator has in place of the page's examples: an offer of its catalog, an order that was
/// bought before.
void TestWireRows::rehearse(const WireRow &row, WireCall &call, Provider &provider, Simulator &simulator)
{
    if (call.what == u"topup.check") {
        TopUpDesk *desk = provider.topUps();
        QVERIFY(desk);
        const Digest invoice =
            come(made({.what = u"topup.create"_s, .amount = desk->terms().minimum, .idempotencyKey = u"1"_s},
                      provider));
        call.topUpId = invoice.value(u"id"_s);
        QVERIFY2(!call.topUpId.isEmpty(), qPrintable(written(invoice)));
        return;
    }
    if (row.rehearsal.shelf.isEmpty())
        return;
    Shop *shop = shopOf(call, provider);
    QVERIFY(shop);
    Shelf first;
    first.kind = call.kind;
    first.path = row.rehearsal.shelf;
    if (first.path.startsWith(u"site:"))
        first = shop->shelfOfSite(first.path.section(u':', 1)).value_or(first);
    const auto offer = somethingAt(*shop, std::move(first), simulator.balance(row.providerId));
    QVERIFY2(offer, "nothing to buy");
    call.offer = call.order.offer = *offer;
    if (call.what == u"refresh" || call.what == u"buy")
        return;

    WireCall purchase = call;
    purchase.what = u"buy"_s;
    const Digest bought = come(made(purchase, provider));
    QVERIFY2(bought.value(u"is"_s) == u"value", qPrintable(written(bought)));
    call.order.id = bought.value(u"id"_s);
    call.order.number = bought.value(u"number"_s);
    if (!call.order.renewId.isEmpty())
        call.order.renewId =
            come(made({.what = u"listOrders"_s, .kind = call.kind}, provider)).value(u"order.0.renewId"_s);
    if (!row.rehearsal.message.isEmpty())
        QVERIFY(simulator.deliver(call.order.id, row.rehearsal.message));
    m_clock->skip(std::chrono::seconds(row.rehearsal.seconds));
}

/// The first affordable offer on a shelf or those after it.
std::optional<Offer> TestWireRows::somethingAt(Shop &shop, Shelf shelf, const Money &balance)
{
    for (int depth = 0; depth < 5; ++depth) {
        const auto page = come(mapped(shop.browse(shelf, Priority::User), qApp,
                                      [](const Result<ShelfPage> &p) { return p ? *p : ShelfPage(); }));
        for (const Offer &offer : page.offers) {
            const bool isAffordable = !offer.price || *offer.price + *offer.price < balance;
            if (offer.available && offer.stock.value_or(9) > 2 && isAffordable)
                return offer;
        }
        if (page.shelves.isEmpty())
            break;
        shelf = page.shelves.first();
    }
    return {};
}

QTEST_GUILESS_MAIN(TestWireRows)
#include "tst_wirerows.moc"
