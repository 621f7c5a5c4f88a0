#include "tests/fault/crashes/lane.h"

#include "tests/fault/crashes/dyingdisk.h"
#include "tests/fault/crashes/waiting.h"
#include "tests/fault/crashes/world.h"

#include <QTextStream>

#include <algorithm>

// A profile's life, and the process's lives within. What it is killed at is in lane_kills.cpp, the end of a
// profile in lane_audit.cpp.

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int KillsOfAProfile = 40;
constexpr std::chrono::milliseconds Patience = 20s;

} // namespace

Lane::Lane(quint32 seed, int number)
    : m_random(seed * 1000003u + static_cast<quint32>(number)), m_seed(seed), m_number(number)
{}

Lane::~Lane() = default;

Tally Lane::run(int kills)
{
    while (m_tally.kills() < kills && m_tally.stuck < 5) {
        m_world = std::make_unique<CrashWorld>(m_random.generate());
        const qsizetype damages = m_tally.damage.size();
        const int most = qMin(kills, m_tally.kills() + KillsOfAProfile);
        if (dyingdisk::isAvailable())
            killWhileCreating();
        for (int idle = 0; m_tally.kills() < most && idle < 20;) {
            const int before = m_tally.kills();
            m_card = draw();
            play();
            idle = m_tally.kills() > before ? 0 : idle + 1;
        }
        audit();
        if (m_tally.damage.size() > damages) {
            m_world->profile.setAutoRemove(false);
            QTextStream(stderr) << "the profile is kept: " << m_world->profile.path() << Qt::endl;
        }
        m_world.reset();
    }
    return m_tally;
}

/// All that is to be killed in turn, shuffled anew each time round.
Lane::Card Lane::draw()
{
    if (m_deck.isEmpty()) {
        for (int call = 0; call < spendings().size(); ++call) {
            for (const KillPoint point :
                 {KillPoint::AfterIntent, KillPoint::AfterSend, KillPoint::BeforeOutcome,
                  KillPoint::BeforeOutcome, KillPoint::Random, KillPoint::Random})
                m_deck.append({point, call});
        }
        const auto add = [this](KillPoint point, int times) { m_deck += QList<Card>(times, Card{point}); };
        add(KillPoint::Start, 10);
        add(KillPoint::TimelineWrite, 10);
        add(KillPoint::Cancel, 6);
        add(KillPoint::Finish, 4);
        add(KillPoint::Resend, 4);
        if (dyingdisk::isAvailable())
            add(KillPoint::Migration, 10);
        std::shuffle(m_deck.begin(), m_deck.end(), m_random);
    }
    return m_deck.takeLast();
}

QString Lane::where() const
{
    const QString call =
        m_card.call < 0 ? QString() : QString::fromLatin1(spendings()[m_card.call].name) + u", "_s;
    return u"seed %1, lane %2, kill %3 (%4%5)"_s.arg(m_seed).arg(m_number).arg(m_kill).arg(
        call, nameOf(m_card.point));
}

void Lane::damaged(const QString &what)
{
    m_tally.damage.append(where() + u": "_s + what);
    QTextStream(stderr) << m_tally.damage.last() << Qt::endl;
}

void Lane::stuck(const QString &what)
{
    ++m_tally.stuck;
    damaged(what);
}

/// Starts the process. False: it died before it was ready, as the arms wanted.
bool Lane::start(const QString &arms)
{
    m_world->start(arms);
    return arms.isEmpty() ? becomesReady() : true;
}

bool Lane::becomesReady()
{
    BuyerProcess &buyer = *m_world->buyer;
    comes([&] { return buyer.ready || buyer.failed || !buyer.isRunning(); }, Patience);
    if (buyer.ready) {
        compareWithLastLook();
        return true;
    }
    if (buyer.failed)
        stuck(u"the journal could not be opened: "_s + *buyer.failed);
    return false;
}

/// Before anything else happens, all that was paid for is to be seen.
void Lane::compareWithLastLook()
{
    const auto &seen = m_world->buyer->orders;
    for (const Order &order : m_world->last.orders) {
        if (!isLive(order.status))
            continue;
        const auto found = seen.find(order.key);
        if (found == seen.end()) {
            ++m_tally.call(m_card.call).unknown;
            damaged(u"order %1 is in the journal and not in the list"_s.arg(order.key));
        } else if (found->second.status == OrderStatus::Buying) {
            ++m_tally.call(m_card.call).wrong;
            damaged(u"order %1 is not taken up after the start"_s.arg(order.key));
        } else if (found->second.status == OrderStatus::Unconfirmed) {
            m_world->interrupted.insert(order.key);
        }
    }
}

void Lane::reconcileAWhile()
{
    for (int steps = 1 + below(3); steps > 0; --steps) {
        m_world->skip(std::chrono::milliseconds(2000 + below(4000)));
        pass(std::chrono::milliseconds(5 + below(15)));
    }
}

/// A message for somebody, as long as the world turns.
void Lane::letSomethingCome()
{
    QList<SimOrder> active;
    for (const SimOrder &order : m_world->cashier.orders()) {
        if (order.isActive() && order.messages.size() < 3)
            active.append(order);
    }
    if (!active.isEmpty())
        m_world->simulator.deliver(active[below(static_cast<int>(active.size()))].id,
                                   u"Your code is %1"_s.arg(100000 + below(900000)));
}

/// Ends the process, if it did not end itself, and looks at what it left.
void Lane::killed()
{
    if (!m_world->buyer->kill())
        stuck(u"the process died of something else"_s);
    ++m_kill;
    ++m_tally.points[static_cast<size_t>(m_card.point)];
    ++m_tally.call(m_card.call).kills;
    m_world->simulator.heal();
    m_world->buyer.reset();
    look();
    // Nobody looks for a while.
    if (chance(15))
        m_world->skip(std::chrono::seconds(below(900)));
}

void Lane::look()
{
    JournalLook look = journalfile::look(m_world->profile.path());
    if (!look.damage.isEmpty()) {
        ++m_tally.corrupt;
        damaged(u"the journal is damaged: "_s + look.damage);
        return;
    }
    m_world->last = look;
    for (const Charge &charge : reckoning::unknown(m_world->cashier.charges(), look.orders)) {
        const QString name = u"%1 %2, %3"_s.arg(charge.order.providerId, charge.order.id).arg(charge.nth);
        if (m_world->reported.contains(name))
            continue;
        m_world->reported.insert(name);
        ++m_tally.call(charge.call).unknown;
        damaged(u"charged, and unknown to the journal: "_s + name);
    }
}

} // namespace otpdesk
