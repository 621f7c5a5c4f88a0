#include "tests/fault/load/loadrun.h"

#include "providers/registry.h"

#include <QTextStream>

#include <algorithm>
#include <cmath>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// An order that waits for three times its turn is starved. (Purchases and clicks take their part of the
/// limit first, so some wait longer than the polls alone would make them.)
constexpr double MostOfIdeal = 3.0;
constexpr milliseconds LongestClick = 1s;
/// Between the purchases that keep an account's orders at their number.
constexpr milliseconds BetweenPurchases = 3s;
/// Checks that fail come less often, but no order is left alone for longer.
constexpr milliseconds LongestResumption = 2min;
constexpr int PauseSeconds = 45;
/// In the first twenty seconds after a pause or an outage nothing comes faster than the limit itself: in any
/// five seconds its share.
constexpr milliseconds Recovery = 20s;
constexpr milliseconds FirstSeconds = 5s;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

const ProviderInfo &infoOf(const QString &providerId)
{
    return findProvider(providerId)->info();
}

QString seconds(milliseconds span)
{
    return u"%1 s"_s.arg(double(span.count()) / 1000.0, 0, 'f', 1);
}

QString cell(const QString &text, int width)
{
    return text.leftJustified(width);
}

QString cell(int number, int width)
{
    return QString::number(number).rightJustified(width);
}

} // namespace

LoadPlan LoadPlan::full()
{
    return {{{u"otpzap"_s, 400},
             {u"otpget"_s, 250},
             {u"zapotp"_s, 200},
             {u"whichotp"_s, 100},
             {u"otpwall"_s, 50}},
            20min,
            30min,
            6min,
            10min,
            1h};
}

LoadPlan LoadPlan::brief()
{
    return {{{u"otpzap"_s, 40}, {u"otpget"_s, 25}, {u"zapotp"_s, 20}, {u"whichotp"_s, 10}, {u"otpwall"_s, 5}},
            2min,
            4min,
            2min,
            2min,
            1h};
}

LoadRun::LoadRun(const LoadPlan &plan) : m_plan(plan)
{
    m_desk.seen = [this](const SeenRequest &request) { seen(request); };
    QObject::connect(&m_desk.engine, &OrderEngine::changed, &m_desk.engine,
                     [this](qint64 key) { orderChanged(key); });
    QObject::connect(&m_desk.engine, &OrderEngine::eventAdded, &m_desk.engine,
                     [this](const OrderEvent &event) {
                         m_refusals += event.error && event.error->kind == ErrorKind::RateLimited ? 1 : 0;
                     });
}

QStringList LoadRun::run()
{
    if (!m_desk.open(m_plan.accounts)) {
        damage(u"the desk does not open"_s);
        return m_damage;
    }
    buyEverything();
    pollSteadily();
    clickAround();
    askedToPause();
    goOffline(false);
    goOffline(true);
    endEverything();
    stayAtRest();
    return m_damage;
}

void LoadRun::damage(const QString &what)
{
    m_damage.append(what);
    out() << "  DAMAGE: " << what << Qt::endl;
}

// ---- What happens ----

void LoadRun::buyEverything()
{
    int wanted = 0;
    for (const LoadAccount &one : m_plan.accounts)
        wanted += one.orders;
    QHash<QString, int> clicked;
    const milliseconds from = m_desk.now();
    const auto click = [&] {
        const double share =
            std::min(1.0, double((m_desk.now() - from).count()) / double(m_plan.buying.count()));
        for (const LoadAccount &one : m_plan.accounts) {
            for (; clicked[one.providerId] < int(share * one.orders); ++clicked[one.providerId])
                m_desk.buy(one.providerId);
        }
    };
    m_desk.pass(m_plan.buying, click);
    click();
    m_desk.passWhile([&] { return m_desk.live() < wanted; }, 5min, [this] { replenish(); });
    out() << "Bought " << m_desk.engine.orders().size() << " orders over " << seconds(m_desk.now() - from)
          << "; " << m_desk.live() << " are live at " << m_plan.accounts.size()
          << " accounts. Who ends is replaced." << Qt::endl;
    if (m_desk.live() < wanted * 98 / 100)
        damage(u"only %1 of %2 orders are live"_s.arg(m_desk.live()).arg(wanted));
}

void LoadRun::pollSteadily()
{
    beginPhase();
    m_desk.pass(m_plan.steady, [this] { replenish(); });
    closeGaps();
    sayGaps(u"Polling for %1"_s.arg(seconds(m_plan.steady)));
}

void LoadRun::clickAround()
{
    beginPhase();
    m_delays.clear();
    const QStringList actions{u"cancel"_s, u"finish"_s, u"resend"_s, u"check now"_s};
    int turn = 0;
    milliseconds next = m_desk.now();
    m_desk.pass(m_plan.clicks, [&] {
        replenish();
        if (m_desk.now() < next)
            return;
        next += 3s;
        // The next action that anything can be done with, at the next account.
        for (int tries = 0; tries < 20; ++tries, ++turn) {
            const LoadAccount &at = m_plan.accounts[turn % m_plan.accounts.size()];
            if (clickOnce(at.providerId, actions[(turn / m_plan.accounts.size()) % actions.size()]))
                break;
        }
        ++turn;
    });
    m_desk.pass(10s);
    closeGaps();
    sayGaps(u"Polling for %1 with a click every 3 s"_s.arg(seconds(m_plan.clicks)));
    out() << "  from a click to the server:" << Qt::endl;
    for (const auto &[action, delays] : m_delays) {
        out() << "    " << cell(action, 12) << cell(int(delays.values.size()), 4) << " clicks, median "
              << seconds(delays.median()) << ", worst " << seconds(delays.worst()) << Qt::endl;
        if (delays.worst() > LongestClick)
            damage(u"a click on %1 waited for %2"_s.arg(action, seconds(delays.worst())));
    }
    if (m_delays.size() < size_t(actions.size()))
        damage(u"not every action was clicked"_s);
    for (const Click &click : std::as_const(m_clicks))
        damage(u"a click on %1 never arrived"_s.arg(click.action));
    m_clicks.clear();
}

void LoadRun::askedToPause()
{
    const QString providerId = m_plan.accounts.first().providerId;
    m_desk.simulator.inject({.providerId = providerId,
                             .when = Injection::When::BeforeActing,
                             .reply = canned::tooManyRequests(PauseSeconds)});
    const milliseconds planned = m_desk.now() + 1ms;
    m_desk.passWhile([&] { return m_desk.arrivals.firstAfter(providerId, planned) < 0ms; }, 1min);
    const milliseconds told = m_desk.now();
    beginPhase();
    m_desk.pass(std::chrono::seconds(PauseSeconds));
    const milliseconds over = told + std::chrono::seconds(PauseSeconds);
    const int during = m_desk.arrivals.between(providerId, told + 1s, over);
    m_desk.pass(Recovery);
    m_desk.pass(2min, [this] { replenish(); });
    out() << "A 429 asks " << infoOf(providerId).name << "'s account for a pause of " << PauseSeconds
          << " s: " << during << " requests during it" << Qt::endl;
    if (during > 0)
        damage(u"%1 requests during a pause"_s.arg(during));
    sayRecovery(u"after the pause"_s, over, {providerId});
}

/// `told`: as the session does when the system says that the network is back, and says so twice.
void LoadRun::goOffline(bool told)
{
    m_desk.setReachable(false);
    beginPhase();
    const int before = m_desk.arrivals.count();
    m_desk.pass(m_plan.outage);
    if (m_desk.arrivals.count() != before)
        damage(u"requests arrived at servers that are gone"_s);
    m_desk.setReachable(true);
    const milliseconds back = m_desk.now();
    if (told)
        m_desk.engine.pollAllNow();
    m_desk.pass(Recovery);
    if (told)
        m_desk.engine.pollAllNow();
    m_desk.pass(10min, [this] { replenish(); });
    QStringList all;
    for (const LoadAccount &one : m_plan.accounts)
        all.append(one.providerId);
    out() << "All servers gone for " << seconds(m_plan.outage) << (told ? ", and the system tells:" : ":")
          << Qt::endl;
    sayRecovery(told ? u"after the second outage"_s : u"after the outage"_s, back, all);
}

void LoadRun::endEverything()
{
    const milliseconds from = m_desk.now();
    milliseconds next = from;
    // The person ends what can be ended; the rest expires.
    m_desk.passWhile(
        [this] {
            const auto &orders = m_desk.engine.orders();
            return std::any_of(orders.cbegin(), orders.cend(), [](const auto &entry) {
                return isLive(entry.second.status) && entry.second.offer.kind != OfferKind::Rental;
            });
        },
        3h,
        [&] {
            if (m_desk.now() < next)
                return;
            next += 3s;
            for (const LoadAccount &one : m_plan.accounts)
                endOne(one.providerId);
        });
    const milliseconds numbers = m_desk.now() - from;
    for (const auto &[key, order] : m_desk.engine.orders()) {
        if (isLive(order.status) && order.offer.kind != OfferKind::Rental)
            out() << "  still live: " << order.providerId << ' ' << order.offer.line << ", "
                  << order.statusWord << ", bought "
                  << seconds(m_desk.now() - milliseconds(order.boughtAt.msecsTo(m_desk.clock.utc())))
                  << Qt::endl;
    }
    checkLimits();
    // Leaps of an hour until the rentals are over, too. What the limit let go within a leap arrives after it,
    // so they prove nothing about the limit.
    for (int hours = 0; hours < 1000 && m_desk.live() > 0; ++hours) {
        m_desk.clock.skip(1h);
        m_desk.rest();
        m_desk.pass(3min);
    }
    out() << "All numbers and inboxes ended in " << seconds(numbers) << ", the rentals in "
          << seconds(m_desk.now() - from) << "; live: " << m_desk.live() << Qt::endl;
    if (m_desk.live() > 0)
        damage(u"%1 orders never end"_s.arg(m_desk.live()));
}

void LoadRun::stayAtRest()
{
    m_desk.pass(1min);
    const int before = m_desk.arrivals.count();
    const auto alarm = m_desk.clock.nextAlarm();
    out() << "At rest: next alarm " << (alarm ? u"in "_s + seconds(*alarm) : u"none"_s);
    m_desk.pass(m_plan.atRest);
    const int since = m_desk.arrivals.count() - before;
    out() << "; " << since << " requests in " << seconds(m_plan.atRest) << Qt::endl;
    if (alarm || m_desk.clock.nextAlarm())
        damage(u"an alarm is left after the last order has ended"_s);
    if (since > 0)
        damage(u"%1 requests while at rest"_s.arg(since));
}

/// Who ended is followed by another one, so that the load stays what it is.
void LoadRun::replenish()
{
    for (const LoadAccount &one : m_plan.accounts) {
        milliseconds &next = m_nextPurchase[one.providerId];
        if (m_desk.now() < next || m_desk.live(one.providerId) >= one.orders)
            continue;
        next = m_desk.now() + BetweenPurchases;
        m_desk.buy(one.providerId);
    }
}

bool LoadRun::clickOnce(const QString &providerId, const QString &action)
{
    OrderEngine &engine = m_desk.engine;
    const auto may = [&](const Order &order) {
        const OrderActions actions = engine.actions(order.key);
        if (action == "cancel"_L1)
            return actions.cancel.isAllowed();
        if (action == "finish"_L1)
            return actions.finish.isAllowed();
        if (action == "resend"_L1)
            return actions.resend.isAllowed();
        return order.status == OrderStatus::Waiting;
    };
    for (const auto &[key, order] : engine.orders()) {
        if (order.providerId != providerId || !isLive(order.status) || m_clicks.contains(key) || !may(order))
            continue;
        m_clicks.insert(key, {action, m_desk.now()});
        const auto over = [this, key = key](const Result<Done> &) { m_clicks.remove(key); };
        if (action == "cancel"_L1)
            whenReady(engine.cancel(key), &engine, over);
        else if (action == "finish"_L1)
            whenReady(engine.finish(key), &engine, over);
        else if (action == "resend"_L1)
            whenReady(engine.resend(key), &engine, over);
        else
            engine.pollNow(key);
        return true;
    }
    return false;
}

bool LoadRun::endOne(const QString &providerId)
{
    return clickOnce(providerId, u"cancel"_s) || clickOnce(providerId, u"finish"_s);
}

// ---- What is measured ----

void LoadRun::seen(const SeenRequest &request)
{
    const auto watched = m_watched.find(request.key);
    if (request.isCheck) {
        ++m_checks[request.providerId];
        m_strangers += request.key == 0 ? 1 : 0;
        if (watched != m_watched.end())
            measureGap(request.key, watched->second);
    }
    const auto click = m_clicks.constFind(request.key);
    if (click != m_clicks.cend() && request.isCheck == (click->action == "check now"_L1)) {
        m_delays[click->action].add(m_desk.now() - click->at);
        m_clicks.erase(click);
    }
}

void LoadRun::orderChanged(qint64 key)
{
    const Order *order = m_desk.engine.order(key);
    const bool polled = order->status == OrderStatus::Waiting || order->status == OrderStatus::CodeReceived;
    if (polled)
        m_watched.try_emplace(key, Watched{m_desk.now(), m_desk.engine.pollInterval(*order)});
    else
        m_watched.erase(key);
}

/// How often it should be checked: less often once it has its code.
milliseconds LoadRun::idealOf(qint64 key, milliseconds interval) const
{
    const Order &order = *m_desk.engine.order(key);
    const bool quiet = order.offer.kind == OfferKind::Number && order.status == OrderStatus::CodeReceived &&
                       !order.resendPending;
    return interval * (quiet ? 3 : 1);
}

void LoadRun::measureGap(qint64 key, Watched &watched)
{
    const Order &order = *m_desk.engine.order(key);
    const milliseconds interval = m_desk.engine.pollInterval(order);
    const milliseconds ideal = idealOf(key, std::max(interval, watched.interval));
    const milliseconds actual = m_desk.now() - watched.last;
    const double ratio = double(actual.count()) / double(ideal.count());
    Gap &gap = m_gaps[order.providerId];
    if (ratio > gap.ratio)
        gap.ratio = ratio;
    if (actual > gap.actual) {
        gap.actual = actual;
        gap.ideal = ideal;
    }
    watched = {m_desk.now(), interval};
}

void LoadRun::beginPhase()
{
    m_phaseFrom = m_desk.now();
    m_refusals = 0;
    m_gaps.clear();
    m_checks.clear();
    for (auto &[key, watched] : m_watched)
        watched = {m_desk.now(), m_desk.engine.pollInterval(*m_desk.engine.order(key))};
}

/// Who is not checked at all has a gap, too.
void LoadRun::closeGaps()
{
    for (auto &[key, watched] : m_watched)
        measureGap(key, watched);
}

void LoadRun::sayGaps(const QString &title)
{
    const double minutes = double((m_desk.now() - m_phaseFrom).count()) / 60000.0;
    out() << title << Qt::endl;
    out() << "  account    orders  limit  most in 60 s  checks/min  longest gap  of ideal    worst ratio"
          << Qt::endl;
    for (const LoadAccount &one : m_plan.accounts) {
        const ProviderInfo &info = infoOf(one.providerId);
        const Gap gap = m_gaps.value(one.providerId);
        out() << "  " << cell(info.name, 11) << cell(m_desk.live(one.providerId), 6)
              << cell(info.requestsPerMinute, 7)
              << cell(m_desk.arrivals.mostWithin(one.providerId, 60s, m_phaseFrom), 14)
              << QString::number(m_checks.value(one.providerId) / minutes, 'f', 1).rightJustified(12)
              << seconds(gap.actual).rightJustified(13) << seconds(gap.ideal).rightJustified(10)
              << QString::number(gap.ratio, 'f', 2).rightJustified(15) << Qt::endl;
        if (gap.ratio > MostOfIdeal)
            damage(u"%1: an order waited for %2 times its turn"_s.arg(info.name).arg(gap.ratio, 0, 'f', 2));
    }
    if (m_refusals > 0)
        damage(u"a server said %1 times that there were too many requests"_s.arg(m_refusals));
    if (m_strangers > 0)
        damage(u"%1 checks were about no order that is known"_s.arg(m_strangers));
}

void LoadRun::sayRecovery(const QString &title, milliseconds from, const QStringList &providerIds)
{
    closeGaps();
    for (const QString &providerId : providerIds) {
        const ProviderInfo &info = infoOf(providerId);
        const milliseconds first = m_desk.arrivals.firstAfter(providerId, from);
        const milliseconds begin = from + std::max(first, 0ms);
        const int inOne = m_desk.arrivals.mostWithin(providerId, 1s, begin, begin + Recovery);
        const int inFive = m_desk.arrivals.mostWithin(providerId, FirstSeconds, begin, begin + Recovery);
        const int share = int(info.requestsPerMinute * FirstSeconds / 1min) + 3;
        out() << "  " << cell(info.name, 11) << "resumed after " << seconds(first) << "; most in 1 s "
              << inOne << ", in 5 s " << inFive << " (limit's share " << share << "), longest unchecked "
              << seconds(m_gaps.value(providerId).actual) << Qt::endl;
        if (first < 0ms || first > LongestResumption)
            damage(u"%1: no request for %2 %3"_s.arg(info.name, seconds(LongestResumption), title));
        if (inFive > share)
            damage(u"%1: a burst of %2 in 5 s %3"_s.arg(info.name).arg(inFive).arg(title));
    }
}

void LoadRun::checkLimits()
{
    for (const LoadAccount &one : m_plan.accounts) {
        const ProviderInfo &info = infoOf(one.providerId);
        const int most = m_desk.arrivals.mostWithin(one.providerId, 60s);
        if (most > info.requestsPerMinute)
            damage(u"%1: %2 requests in 60 s, %3 allowed"_s.arg(info.name).arg(most).arg(
                info.requestsPerMinute));
    }
    out() << "Requests so far: " << m_desk.arrivals.count() << " in " << seconds(m_desk.now())
          << " of the clock" << Qt::endl;
}

} // namespace otpdesk
