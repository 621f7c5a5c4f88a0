#include "tests/fault/matrix/rig.h"

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What passes on the clocks in a millisecond of waiting.
constexpr std::chrono::milliseconds Pace = 250ms;

} // namespace

Rig::Rig(const Spending &how, std::chrono::milliseconds ahead)
    : spending(how),
      ours(SteerableClock::Mode::Frozen, QDateTime::currentDateTimeUtc().addMSecs(ahead.count()))
{
    simulator.watch([this](const QString &call, const ServerRequest &) {
        m_requests.push_back(theirs.steady());
        if (call != spending.call)
            return;
        ++m_purchases;
        if (std::exchange(leavesNext, false))
            QMetaObject::invokeMethod(this, &Rig::leave, Qt::QueuedConnection);
    });
}

bool Rig::begin()
{
    if (!simulator.start())
        return expect(false, simulator.errorText());
    m_port = simulator.port();
    m_account = accountAt(simulator, spending.providerId);
    m_offer = affordable(simulator.catalog(), spending, simulator.balance(spending.providerId));
    desk = std::make_unique<Desk>(folder.filePath(u"journal.sqlite"_s), NetworkSetup{}, ours, drawer);
    connect(&desk->engine, &OrderEngine::messageArrived, this,
            [this](qint64, const Message &message) { codes += message.code.isEmpty() ? 0 : 1; });
    if (!desk->open() || desk->save(m_account, simulator.key(spending.providerId)))
        return expect(false, u"no account"_s);
    if (spending.needsOrder()) {
        simulator.planNext(spending.providerId, Plan::neverACode());
        old = desk->buy(m_account.id, m_offer);
        if (!becomes(old, OrderStatus::Waiting))
            return expect(false, u"nothing to replace or renew"_s);
    }
    m_chargesBefore = allCharges();
    m_purchases = 0;
    return true;
}

qint64 Rig::click()
{
    ++clicks;
    simulator.planNext(spending.providerId, Plan::neverACode()); // a rental gets some by itself
    if (!spending.needsOrder())
        return desk->buy(m_account.id, m_offer);
    const qint64 before = desk->engine.orders().rbegin()->first;
    const auto done = spending.isRenewal ? desk->engine.renew(old, m_offer) : desk->engine.replace(old);
    if (!soon([&done] { return done.isFinished(); }))
        return 0;
    const qint64 last = desk->engine.orders().rbegin()->first;
    return last == before ? 0 : last;
}

void Rig::leave()
{
    simulator.stop();
}

void Rig::comeBack()
{
    simulator.heal();
    expect(simulator.start(m_port), simulator.errorText());
}

void Rig::pass(std::chrono::milliseconds span, std::chrono::milliseconds step)
{
    QEventLoop loop;
    QTimer tick;
    tick.callOnTimeout(&loop, [&] {
        if (span <= 0ms)
            loop.quit();
        const auto now = std::min(span, step);
        span -= now;
        theirs.skip(now);
        ours.skip(now);
    });
    tick.start(2);
    loop.exec();
}

bool Rig::soon(const std::function<bool()> &condition)
{
    QEventLoop loop;
    QTimer tick;
    const QDeadlineTimer guard(20000);
    const auto latest = ours.steady() + 30min;
    bool come = condition();
    tick.callOnTimeout(&loop, [&] {
        come = condition();
        if (come || guard.hasExpired() || ours.steady() > latest) {
            loop.quit();
            return;
        }
        theirs.skip(Pace);
        ours.skip(Pace);
    });
    tick.start(1);
    if (!come)
        loop.exec();
    return come;
}

bool Rig::becomes(qint64 key, OrderStatus status)
{
    return soon([&] { return desk->engine.order(key) && desk->status(key) == status; });
}

bool Rig::expect(bool isSo, const QString &what)
{
    if (!isSo)
        wrong += what;
    return isSo;
}

void Rig::expectOnePurchase(int wanted)
{
    expect(charges() == wanted, u"%1 charges"_s.arg(charges()));
    if (!spending.isKeyed)
        expect(purchases() == wanted, u"%1 purchase requests"_s.arg(purchases()));
    expect(busiestMinute() <= spending.info().requestsPerMinute,
           u"%1 requests in a minute"_s.arg(busiestMinute()));
}

int Rig::allCharges() const
{
    const QList<LedgerEntry> ledger = simulator.ledger();
    return int(std::count_if(ledger.cbegin(), ledger.cend(),
                             [](const LedgerEntry &e) { return e.kind == LedgerEntry::Kind::Charge; }));
}

int Rig::charges() const
{
    return allCharges() - m_chargesBefore;
}

int Rig::busiestMinute() const
{
    size_t most = 0;
    for (size_t first = 0, last = 0; last < m_requests.size(); ++last) {
        while (m_requests[last] - m_requests[first] >= 60s)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return int(most);
}

} // namespace otpdesk
