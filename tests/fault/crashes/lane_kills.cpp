#include "tests/fault/crashes/lane.h"

#include "models/store/schema.h"
#include "tests/fault/crashes/dyingdisk.h"
#include "tests/fault/crashes/waiting.h"
#include "tests/fault/crashes/world.h"

#include <algorithm>

// What the process is doing when it is killed.

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// More than any single change of an order writes.
constexpr int MostWrites = 14;
/// A write that does not come in this time does not come at all.
constexpr std::chrono::milliseconds UntilWritten = 250ms;

} // namespace

void Lane::play()
{
    switch (m_card.point) {
    case KillPoint::Start:
        killWhileStarting();
        return;
    case KillPoint::Migration:
        killWhileMigrating();
        return;
    default:
        break;
    }
    if (!start())
        return;
    reconcileAWhile();
    if (chance(40))
        letSomethingCome();
    switch (m_card.point) {
    case KillPoint::TimelineWrite:
        killAtTimelineWrite();
        break;
    case KillPoint::Cancel:
        killAtCommand(u"cancel"_s);
        break;
    case KillPoint::Finish:
        killAtCommand(u"finish"_s);
        break;
    case KillPoint::Resend:
        killAtCommand(u"resend"_s);
        break;
    default:
        killWhileBuying();
        break;
    }
}

/// "die 3 torn"
QString Lane::armsAt(const QString &command, int most)
{
    return u"%1 %2 %3"_s.arg(command).arg(1 + below(most)).arg(chance(50) ? u"torn"_s : u"before"_s);
}

bool Lane::dies(std::chrono::milliseconds patience)
{
    return comes([this] { return !m_world->buyer->isRunning(); }, patience);
}

void Lane::killWhileStarting()
{
    if (dyingdisk::isAvailable() && chance(60)) {
        // What a start writes, and what it finds out in its first seconds.
        start(armsAt(u"die"_s, 30));
        comes([this] { return m_world->buyer->ready || !m_world->buyer->isRunning(); }, 20s);
        for (int i = 0; i < 4 && m_world->buyer->isRunning(); ++i) {
            m_world->skip(3s);
            dies(10ms);
        }
    } else {
        start(u"heal"_s);
        const bool ready = chance(50);
        comes([&] { return (ready && m_world->buyer->ready) || !m_world->buyer->isRunning(); },
              std::chrono::milliseconds(ready ? 20000 : below(120)));
        m_world->skip(3s);
        dies(std::chrono::milliseconds(below(15)));
    }
    killed();
}

/// Before there is a journal: at the writes that make one, profile after profile.
void Lane::killWhileCreating()
{
    m_card = {KillPoint::Migration};
    killAtWriteOfStart(++m_creationWrite);
    if (m_card.point != KillPoint::Migration)
        m_creationWrite = 0;
}

/// Version after version, write after write, every other one half done.
void Lane::killWhileMigrating()
{
    const QString failure = journalfile::makeOlder(m_world->profile.path(), m_version);
    if (!failure.isEmpty()) {
        stuck(u"no journal of version %1: %2"_s.arg(m_version).arg(failure));
        return;
    }
    killAtWriteOfStart(++m_migrationWrite);
    if (m_card.point != KillPoint::Migration) {
        m_migrationWrite = 0;
        m_version = m_version + 1 < journalSchema().size() ? m_version + 1 : 1;
    }
}

void Lane::killAtWriteOfStart(int write)
{
    start(u"die %1 %2"_s.arg(write).arg(write % 2 ? u"before"_s : u"torn"_s));
    const BuyerProcess &buyer = *m_world->buyer;
    if (becomesReady()) // all is written, and what is written from here on is something else
        m_card.point = KillPoint::Start;
    if (!buyer.failed)
        killed();
}

/// An order of ours that something may be done with.
bool Lane::haveOrderFor(const QString &command)
{
    const QList<qint64> allowed = m_world->buyer->which(command);
    if (allowed.isEmpty())
        return false;
    m_world->key = allowed[below(static_cast<int>(allowed.size()))];
    const auto order = m_world->buyer->orders.find(m_world->key);
    return order != m_world->buyer->orders.end();
}

void Lane::killWhileBuying()
{
    BuyerProcess &buyer = *m_world->buyer;
    const Spending &spending = spendings()[m_card.call];
    const int offer = below(10000);
    if (spending.needsOrder()) {
        const QString command = spending.isRenewal ? u"renew"_s : u"replace"_s;
        if (!haveOrderFor(command)) {
            // First something to replace or to renew, bought in peace.
            m_world->click(reckoning::callOf(spending.providerId, spending.line, false, false), below(10000));
            comes([&] { return !buyer.asked.isEmpty(); }, 5s);
            pass(60ms);
            if (!haveOrderFor(command)) {
                m_card.point = KillPoint::Random; // refused: another time
                killed();
                return;
            }
        }
    }

    const int arrivals = m_world->simulator.arrivals(spending.providerId, spending.call);
    const auto arrives = [&] {
        return m_world->simulator.arrivals(spending.providerId, spending.call) > arrivals ||
               !buyer.isRunning();
    };
    Injection silence{.providerId = spending.providerId, .call = spending.call, .fault = Fault::NeverAnswer};
    bool hit = true;
    switch (m_card.point) {
    case KillPoint::AfterIntent:
        // A replacement and a renewal write to the old order's timeline first.
        if (dyingdisk::isAvailable() && !spending.needsOrder() && chance(50)) {
            buyer.tell(u"die 1 synced"_s);
            m_world->click(m_card.call, offer);
            hit = dies(2s);
            break;
        }
        silence.when = Injection::When::BeforeActing;
        m_world->simulator.inject(silence);
        m_world->click(m_card.call, offer);
        hit = comes(arrives, 2s);
        break;
    case KillPoint::AfterSend:
        m_world->simulator.inject(silence);
        m_world->click(m_card.call, offer);
        hit = comes(arrives, 2s);
        break;
    case KillPoint::BeforeOutcome:
        buyer.tell(armsAt(u"dieAfterIntent"_s, MostWrites));
        m_world->click(m_card.call, offer);
        hit = dies(UntilWritten);
        break;
    default:
        m_world->click(m_card.call, offer);
        pass(std::chrono::milliseconds(below(40)));
        break;
    }
    if (!hit) // later than was meant: all is written
        m_card.point = KillPoint::Random;
    killed();
}

void Lane::killAtTimelineWrite()
{
    BuyerProcess &buyer = *m_world->buyer;
    QList<SeenOrder> waiting;
    for (const SimOrder &order : m_world->cashier.orders()) {
        for (const auto &[key, seen] : buyer.orders) {
            const bool isIt = seen.id == order.id && seen.providerId == order.providerId && seen.renews == 0;
            if (isIt && isLive(seen.status) && order.isActive())
                waiting.append(seen);
        }
    }
    if (waiting.isEmpty()) {
        m_card.point = KillPoint::Random;
        killed();
        return;
    }
    const SeenOrder order = waiting[below(static_cast<int>(waiting.size()))];
    m_card.call = reckoning::callOf(order.providerId, order.line, order.replaces != 0, false);
    m_world->simulator.deliver(order.id, u"Your code is %1"_s.arg(100000 + below(900000)));
    buyer.tell(armsAt(u"die"_s, MostWrites));
    for (int i = 0; i < 12 && buyer.isRunning(); ++i) {
        m_world->skip(5s);
        dies(10ms);
    }
    if (buyer.isRunning())
        m_card.point = KillPoint::Random;
    killed();
}

/// Nobody finishes an order with a message that is not shown yet.
void Lane::readMessages()
{
    const auto isRead = [this] {
        const auto &seen = m_world->buyer->orders;
        return std::all_of(seen.cbegin(), seen.cend(), [this](const auto &entry) {
            const SeenOrder &order = entry.second;
            const SimOrder *at = m_world->cashier.find(order.providerId, order.id);
            return !at || !isLive(order.status) || order.renews != 0 || at->messages.size() <= order.messages;
        });
    };
    m_world->cashier.orders();
    for (int i = 0; i < 20 && !isRead(); ++i) {
        m_world->skip(15s);
        pass(20ms);
    }
}

/// While something is done with an order: at a write, at a random moment, or when the provider has done it
/// and is silent.
void Lane::killAtCommand(const QString &command)
{
    BuyerProcess &buyer = *m_world->buyer;
    if (command == "cancel"_L1) {
        m_world->skip(125s); // cooldowns
        pass(20ms);
    }
    if (command == "finish"_L1)
        readMessages();
    if (!haveOrderFor(command)) {
        m_card.point = KillPoint::Random;
        killed();
        return;
    }
    const SeenOrder order = buyer.orders.at(m_world->key);
    m_card.call = reckoning::callOf(order.providerId, order.line, order.replaces != 0, false);
    const QString told = u"%1 %2"_s.arg(command).arg(order.key);
    switch (below(3)) {
    case 0:
        for (const QString &call : {command, u"email"_s + command})
            m_world->simulator.inject(
                {.providerId = order.providerId, .call = call, .fault = Fault::NeverAnswer});
        buyer.tell(told);
        pass(40ms);
        break;
    case 1:
        buyer.tell(armsAt(u"die"_s, MostWrites));
        buyer.tell(told);
        dies(100ms);
        break;
    default:
        buyer.tell(told);
        pass(std::chrono::milliseconds(below(30)));
        break;
    }
    killed();
}

} // namespace otpdesk
