#include "tests/fault/matrix/outages.h"

#include "models/store/words.h"
#include "tests/fault/matrix/process.h"

#include <QElapsedTimer>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Code = u"482913"_s;

/// A click, answered. 0: it was not.
qint64 bought(Rig &rig)
{
    const qint64 key = rig.click();
    const OrderStatus wanted = rig.spending.isRenewal ? OrderStatus::Finished : OrderStatus::Waiting;
    return rig.expect(key && rig.becomes(key, wanted), u"not bought"_s) ? key : 0;
}

void send(Rig &rig, qint64 key)
{
    rig.expect(rig.simulator.deliver(rig.desk->engine.order(key)->id, u"Your code is "_s + Code),
               u"no order to send an SMS to"_s);
}

void expectCodeOnce(Rig &rig, qint64 key)
{
    rig.expect(rig.soon([&] { return rig.codes > 0; }), u"no code: "_s + wordOf(rig.desk->status(key)));
    rig.pass(2min);
    rig.expect(rig.codes == 1, u"the code was shown %1 times"_s.arg(rig.codes));
    rig.expect(rig.desk->engine.order(key)->code == Code, u"another code"_s);
}

void goneWhileWaiting(Rig &rig)
{
    const qint64 key = bought(rig);
    if (!key)
        return;
    const qint64 receiver = rig.receiver(key);
    rig.leave();
    rig.pass(5min);
    send(rig, receiver);
    rig.pass(5min);
    rig.expect(rig.desk->shown(receiver) == OrderStatus::Waiting, u"ended while the network was gone"_s);
    rig.comeBack();
    expectCodeOnce(rig, receiver);
    rig.expectOnePurchase();
}

void clickedWhileGone(Rig &rig)
{
    rig.leave();
    const qint64 key = rig.click();
    if (rig.spending.isReplacement)
        rig.expect(key == 0, u"a replacement without a last check"_s);
    else
        rig.expect(key && rig.becomes(key, OrderStatus::NotBought), u"not refused"_s);
    rig.pass(10min);
    rig.comeBack();
    rig.pass(5min);
    if (rig.old)
        rig.expect(rig.desk->status(rig.old) == OrderStatus::Waiting, u"the old order is lost"_s);
    rig.expect(rig.purchases() == 0, u"bought afterwards"_s);
    rig.expectOnePurchase(0);
}

/// What can be looked up is found when the network is back: in the provider's list, or by a repeat under the
/// same key, which is not made when ten minutes have passed since the click. The rest is asked.
void goneWithTheAnswer(Rig &rig, std::chrono::minutes span)
{
    rig.simulator.inject(
        {.providerId = rig.spending.providerId, .call = rig.spending.call, .fault = Fault::Close});
    rig.leavesNext = true;
    const qint64 key = rig.click();
    if (!rig.expect(key && rig.becomes(key, OrderStatus::Unconfirmed), u"not unconfirmed"_s))
        return;
    rig.pass(span, 1s); // the looks in between are seconds apart
    rig.expect(rig.desk->shown(key) == OrderStatus::Unconfirmed, u"decided without the provider"_s);
    rig.comeBack();
    if (rig.spending.isListed || (rig.spending.isKeyed && span < 10min)) {
        const OrderStatus wanted = rig.spending.isRenewal ? OrderStatus::Finished : OrderStatus::Waiting;
        rig.expect(rig.becomes(key, wanted), u"not found: "_s + wordOf(rig.desk->status(key)));
        rig.expect(rig.desk->engine.order(key)->id == rig.bought().id, u"another order"_s);
    } else {
        const int before = rig.purchases();
        rig.pass(15min);
        rig.expect(rig.desk->shown(key) == OrderStatus::Unconfirmed, u"decided without anybody"_s);
        rig.expect(rig.desk->engine.order(key)->balanceAfter.has_value(), u"no balance to decide by"_s);
        rig.expect(rig.purchases() == before, u"repeated after ten minutes"_s);
    }
    rig.expectOnePurchase();
}

/// A message comes just before, polls are under way, and 8 h later the computer wakes up.
void suspended(Rig &rig, bool steadyCounts)
{
    const qint64 key = bought(rig);
    if (!key)
        return;
    const qint64 receiver = rig.receiver(key);
    send(rig, receiver);
    rig.desk->engine.pollAllNow();
    rig.theirs.skip(8h);
    if (steadyCounts)
        rig.ours.skip(8h);
    else
        rig.ours.adjustWall(8h);
    rig.desk->engine.pollAllNow();
    expectCodeOnce(rig, receiver);
    rig.expectOnePurchase();
}

/// The same without a message: what is over by then is over with its refund, and the rest goes on.
void suspendedForNothing(Rig &rig)
{
    const qint64 key = bought(rig);
    if (!key)
        return;
    const qint64 receiver = rig.receiver(key);
    const bool isRental = rig.desk->engine.order(receiver)->offer.kind == OfferKind::Rental;
    rig.desk->engine.pollAllNow();
    rig.theirs.skip(8h);
    rig.ours.skip(8h);
    rig.desk->engine.pollAllNow();
    const auto isOver = [&] { return !isLive(rig.desk->status(receiver)); };
    if (isRental)
        rig.pass(5min);
    else
        rig.soon(isOver);
    rig.expect(isOver() != isRental, u"it is "_s + wordOf(rig.desk->status(receiver)));
    rig.expect(rig.codes == 0, u"a code from nowhere"_s);
    rig.expectOnePurchase();
}

std::chrono::seconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(from.secsTo(to));
}

/// Cancelled by hand as soon as our own clock says that it may be.
void cancelInTime(Rig &rig, qint64 key)
{
    const Permission permission = rig.desk->engine.actions(key).cancel;
    if (permission.state == Permission::State::Never)
        return;
    const SimOrder theirs = rig.bought();
    const bool hasCooldown = permission.state == Permission::State::From;
    if (hasCooldown) {
        const auto wait = between(rig.ours.utc(), permission.from);
        const auto due = rig.simulator.now().secsTo(theirs.createdAt.addSecs(120));
        rig.expect(std::abs(wait.count() - due) <= 5, u"may be cancelled in %1 s"_s.arg(wait.count()));
        rig.pass(wait + 3s);
    }
    const auto cancelled = rig.desk->engine.cancel(key);
    rig.soon([&] { return cancelled.isFinished(); });
    rig.expect(cancelled.isFinished() && cancelled.result().ok(), u"not cancelled"_s);
    rig.expect(rig.desk->status(key) == OrderStatus::Refunded, u"not refunded"_s);
}

/// With a clock that is wrong by so much: countdowns, cooldowns and ends are the provider's.
void wrongClock(Rig &rig)
{
    const qint64 key = bought(rig);
    if (!key)
        return;
    const qint64 receiver = rig.receiver(key);
    const SimOrder theirs = rig.bought();
    const auto left = between(rig.ours.utc(), rig.desk->engine.expiry(*rig.desk->engine.order(receiver)));
    const auto due = between(rig.simulator.now(), theirs.expiresAt);
    rig.expect(std::abs((left - due).count()) <= 60,
               u"counts down from %1 s, not %2"_s.arg(left.count()).arg(due.count()));
    if (theirs.offer.kind == OfferKind::Rental) {
        send(rig, receiver);
        expectCodeOnce(rig, receiver);
        rig.expectOnePurchase();
        return;
    }
    rig.pass(due - 60s);
    rig.expect(rig.desk->status(key) == OrderStatus::Waiting, u"ended early"_s);
    rig.expect(rig.soon([&] { return !isLive(rig.desk->status(key)); }), u"never ends"_s);
    const OrderStatus end = rig.desk->status(key);
    rig.expect(end == OrderStatus::Refunded || end == OrderStatus::Expired, u"it is "_s + wordOf(end));
    rig.expectOnePurchase();
    if (rig.spending.isReplacement)
        return; // there is nothing left to replace
    const qint64 second = bought(rig);
    if (second)
        cancelInTime(rig, second);
    rig.expectOnePurchase(2);
}

} // namespace

const QList<Outage> &outages()
{
    const QString orderStays = u"the order stays, its code is shown once; one charge, no burst"_s;
    const QString theirClock = u"countdown, end and cooldown are the provider's; one charge each"_s;
    static const QList<Outage> all = {
        {u"network gone, waiting"_s, u"gone for 10 min; the SMS comes meanwhile"_s, orderStays, 0s,
         goneWhileWaiting},
        {u"network gone, clicked"_s, u"a click while it is gone; back after 10 min"_s,
         u"definitely not bought, then or later"_s, 0s, clickedWhileGone},
        {u"answer lost, gone 5 min"_s, u"goes when the purchase has arrived, for 5 min"_s,
         u"unconfirmed; then found by list or key, else asked; one charge"_s, 0s,
         [](Rig &rig) { goneWithTheAnswer(rig, 5min); }},
        {u"answer lost, gone 10 min"_s, u"the same for 10 min"_s,
         u"unconfirmed; then found by list, else asked; one charge, no late repeat"_s, 0s,
         [](Rig &rig) { goneWithTheAnswer(rig, 10min); }},
        {u"suspend, clock goes on"_s, u"8 h asleep with polls under way and an SMS unread"_s, orderStays, 0s,
         [](Rig &rig) { suspended(rig, true); }},
        {u"suspend, clock stands"_s, u"the same where the steady clock does not count sleep"_s, orderStays,
         0s, [](Rig &rig) { suspended(rig, false); }},
        {u"suspend, nothing came"_s, u"8 h asleep, no SMS"_s, u"what is over has ended; rentals go on"_s, 0s,
         suspendedForNothing},
        {u"clock 2 h ahead"_s, u"this computer's clock is wrong"_s, theirClock, 2h, wrongClock},
        {u"clock 2 h behind"_s, u"this computer's clock is wrong"_s, theirClock, -2h, wrongClock},
    };
    return all;
}

QString outagesInMarkdown()
{
    QString text = u"| outage | what happens | expected |\n|---|---|---|\n"_s;
    for (const Outage &outage : outages())
        text += u"| %1 | %2 | %3 |\n"_s.arg(outage.name, outage.what, outage.expected);
    return text;
}

FaultCount runOutage(const Outage &outage, const QString &row)
{
    FaultCount count;
    count.name = outage.name;
    QElapsedTimer timer;
    timer.start();
    std::optional<int> files; // what the first opens for good (a thread of a pool) is no leak
    for (const Spending &spending : spendings()) {
        const QString name = QString::fromLatin1(spending.name);
        if (!name.contains(row))
            continue;
        ++count.rows;
        ++count.calls;
        {
            Rig rig(spending, outage.ahead);
            if (rig.begin())
                outage.run(rig);
            count.deviating += rig.wrong.isEmpty() ? 0 : 1;
            for (const QString &what : std::as_const(rig.wrong))
                count.deviations += name + u": "_s + what;
            int &most = spending.isKeyed ? count.mostArrivalsKeyed : count.mostArrivals;
            most = std::max(most, rig.purchases() - std::max(rig.clicks - 1, 0));
            count.longest = std::max(count.longest, rig.ours.steady());
        }
        if (!files)
            files = process::openFiles().value_or(0);
        const int more = process::openFilesSoon(*files) - *files;
        if (more > 0)
            count.deviations += u"%1: %2 more open files"_s.arg(name).arg(more);
        files = *files + std::max(more, 0);
    }
    count.ran = std::chrono::milliseconds(timer.elapsed());
    return count;
}

} // namespace otpdesk
