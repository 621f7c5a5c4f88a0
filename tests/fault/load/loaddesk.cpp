#include "tests/fault/load/loaddesk.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds LongestStep = 250ms;
constexpr int OneInSoManyGetsACode = 6;

/// What can be bought there without owning something already.
QList<Spending> purchasesAt(const QString &providerId)
{
    QList<Spending> found;
    for (const Spending &one : spendings()) {
        if (one.providerId == providerId && !one.needsOrder())
            found.append(one);
    }
    return found;
}

/// Rentals for as short as can be: they have to end, too.
Offer shortest(const SimCatalog &catalog, const QString &providerId, Offer offer)
{
    for (const Offer *other : catalog.of(providerId)) {
        const bool isRental = offer.kind == OfferKind::Rental && other->kind == OfferKind::Rental;
        if (isRental && other->duration < offer.duration && other->price->units() > 0)
            offer = *other;
    }
    return offer;
}

bool isCheckCall(const QString &call)
{
    const QList<Spending> &all = spendings();
    return std::any_of(all.cbegin(), all.cend(), [&call](const Spending &one) { return one.check == call; });
}

} // namespace

LoadDesk::LoadDesk(const Script &script)
    : simulator(clock, script),
      journal(dir.filePath(u"journal.sqlite"_s)),
      accountList(journal, {&secrets}, clock),
      engine(journal, accountList, clock),
      model(engine, accountList, clock)
{
    simulator.watch([this](const QString &call, const ServerRequest &request) { look(call, request); });
    QObject::connect(&engine, &OrderEngine::changed, &engine, [this](qint64 key) {
        const Order *order = engine.order(key);
        if (!order->id.isEmpty())
            m_ids.insert({order->providerId, order->id}, key);
    });
}

LoadDesk::~LoadDesk() = default;

bool LoadDesk::open(const QList<LoadAccount> &accounts)
{
    bool opened = false;
    m_rest.expect(1);
    whenReady(journal.open(), &engine, [&](const Result<JournalStart> &start) {
        opened = start.ok();
        m_rest.expect(-1);
    });
    rest();
    if (!opened || !simulator.start())
        return false;
    m_port = quint16(simulator.baseUrl(u"otpzap"_s).port());
    engine.start({});
    for (const LoadAccount &one : accounts) {
        stock(one.providerId);
        m_rest.expect(1);
        whenReady(accountList.save(accountAt(simulator, one.providerId), simulator.key(one.providerId)),
                  &engine, [this](const Result<Done> &) { m_rest.expect(-1); });
    }
    rest();
    return accountList.count() == accounts.size();
}

/// Money and goods never run out: they are not what is measured.
void LoadDesk::stock(const QString &providerId)
{
    const Currency currency = findProvider(providerId)->info().currency;
    simulator.setBalance(providerId, Money::fromText(u"100000000", currency).value());
    simulator.changeOffers(
        providerId, [](const Offer &offer) { return offer.price && offer.price->units() > 0; },
        [](Offer &offer) {
            offer.stock = 1000000;
            offer.available = true;
        });
}

void LoadDesk::pass(milliseconds span, const std::function<void()> &each)
{
    passWhile([] { return true; }, span, each);
}

void LoadDesk::passWhile(const std::function<bool()> &going, milliseconds most,
                         const std::function<void()> &each)
{
    const milliseconds end = now() + most;
    while (now() < end && going()) {
        clock.skip(std::min({clock.nextAlarm().value_or(LongestStep), LongestStep, end - now()}));
        rest();
        if (each)
            each();
    }
}

void LoadDesk::buy(const QString &providerId)
{
    const QList<Spending> kinds = purchasesAt(providerId);
    const int turn = m_bought[providerId]++;
    const Offer offer =
        shortest(simulator.catalog(), providerId,
                 affordable(simulator.catalog(), kinds[turn % kinds.size()], simulator.balance(providerId)));
    const bool withCode = turn % OneInSoManyGetsACode == OneInSoManyGetsACode - 1;
    simulator.planNext(providerId, withCode ? Plan::codeAfter(90s) : Plan::neverACode());
    m_rest.expect(1); // the intent is being written
    whenReady(engine.buy(accountId(providerId), offer), &engine,
              [this](const Result<qint64> &) { m_rest.expect(-1); });
}

int LoadDesk::live(const QString &providerId) const
{
    const auto &orders = engine.orders();
    return int(std::count_if(orders.cbegin(), orders.cend(), [&providerId](const auto &entry) {
        return entry.second.providerId == providerId && isLive(entry.second.status);
    }));
}

int LoadDesk::live() const
{
    const auto &orders = engine.orders();
    return int(std::count_if(orders.cbegin(), orders.cend(),
                             [](const auto &entry) { return isLive(entry.second.status); }));
}

void LoadDesk::setReachable(bool reachable)
{
    if (reachable)
        simulator.start(m_port);
    else
        simulator.stop();
}

void LoadDesk::look(const QString &call, const ServerRequest &request)
{
    const QString providerId = request.path.section(u'/', 1, 1);
    arrivals.note(providerId, now());
    if (seen)
        seen({providerId, call, keyOf(providerId, request), isCheckCall(call)});
}

/// Wherever the provider wants the order's id: in the path, the query or the body.
qint64 LoadDesk::keyOf(const QString &providerId, const ServerRequest &request) const
{
    QStringList words = request.path.split(u'/');
    for (const auto &[name, value] : request.query.queryItems())
        words.append(value);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    for (const QJsonValue &value : body)
        words.append(value.isString() ? value.toString() : QString::number(value.toInteger()));
    for (const QString &word : std::as_const(words)) {
        if (const auto found = m_ids.constFind({providerId, word}); found != m_ids.cend())
            return *found;
    }
    return 0;
}

} // namespace otpdesk
