#include "tests/fault/crashes/lane.h"

#include "tests/fault/crashes/waiting.h"
#include "tests/fault/crashes/world.h"

#include <algorithm>

// The end of a profile: peace, a person's answers, and the bill.

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A click and its charge are no further apart on the clock, however long the process was dead between.
constexpr qint64 SameMomentMs = 60000;

} // namespace

QList<SeenOrder> Lane::seen(const std::function<bool(const SeenOrder &)> &wanted) const
{
    QList<SeenOrder> list;
    for (const auto &[key, order] : m_world->buyer->orders) {
        if (wanted(order))
            list.append(order);
    }
    return list;
}

void Lane::audit()
{
    m_card = {KillPoint::Start};
    if (!start()) {
        stuck(u"it does not start any more"_s);
        return;
    }
    letItFindOut();
    answerAsPerson();
    endOrders();
    if (!m_world->buyer->sync() || !m_world->buyer->finish())
        stuck(u"it did not end in good order"_s);
    compareAll();
}

void Lane::letItFindOut()
{
    const auto open = [](const SeenOrder &o) { return o.status == OrderStatus::Unconfirmed && !o.gaveUp; };
    for (int i = 0; i < 20 && (i < 4 || !seen(open).isEmpty()); ++i) {
        m_world->skip(20s);
        pass(30ms);
    }
}

/// What the person sees in the account on the provider's own site, and would answer.
QString Lane::rightAnswer(const SeenOrder &order, QList<Charge> &unaccounted) const
{
    const auto distance = [&order](const Charge &charge) {
        const bool isAbout = charge.order.providerId == order.providerId &&
                             charge.call == reckoning::callOf(order.providerId, order.line,
                                                              order.replaces != 0, order.renews != 0) &&
                             charge.order.offer.serviceId == order.serviceId;
        if (!isAbout)
            return SameMomentMs;
        return charge.click == order.click ? 0 : qAbs(charge.at.msecsTo(order.at));
    };
    const auto nearest =
        std::min_element(unaccounted.begin(), unaccounted.end(),
                         [&distance](const Charge &a, const Charge &b) { return distance(a) < distance(b); });
    if (nearest == unaccounted.end() || distance(*nearest) >= SameMomentMs)
        return {};
    const QString id = nearest->order.id;
    unaccounted.erase(nearest);
    return id;
}

void Lane::answerAsPerson()
{
    m_world->buyer->sync();
    // The file is in use: a look at it is a look at a copy all the same, and nothing is being written.
    QList<Order> journal = journalfile::look(m_world->profile.path()).orders;
    journal.removeIf([](const Order &order) { return order.status == OrderStatus::Unconfirmed; });
    QList<Charge> unaccounted = reckoning::unknown(m_world->cashier.charges(), journal);
    const auto open = [](const SeenOrder &o) { return o.status == OrderStatus::Unconfirmed; };
    for (const SeenOrder &order : seen(open)) {
        m_world->asked.insert(order.key);
        const QString id = rightAnswer(order, unaccounted);
        const QString said = id.isEmpty() ? m_world->buyer->command(u"mark"_s, order.key)
                                          : m_world->buyer->command(u"adopt"_s, order.key, id);
        if (said != "ok"_L1 && m_world->buyer->orders.at(order.key).status == OrderStatus::Unconfirmed)
            stuck(
                u"the person's answer (%1) is refused: %2"_s.arg(id.isEmpty() ? u"not charged"_s : id, said));
    }
    m_world->buyer->sync();
}

/// Some get a code, some are cancelled, some finished, and the rest runs out.
void Lane::endOrders()
{
    BuyerProcess &buyer = *m_world->buyer;
    const auto live = [](const SeenOrder &o) { return isLive(o.status); };
    for (qsizetype i = seen(live).size() / 3; i > 0; --i) {
        letSomethingCome();
        m_world->skip(2s); // two in one second have no order
    }
    m_world->skip(125s);
    pass(50ms);
    readMessages();
    for (const QString &command : {u"finish"_s, u"cancel"_s}) {
        for (const qint64 key : buyer.which(command)) {
            if (chance(30))
                buyer.command(command, key);
        }
    }
    for (int i = 0; i < 60; ++i) {
        // To where the next ones end, and a little beyond: the provider is given time to say how.
        QDateTime next;
        for (const SimOrder &order : m_world->cashier.orders()) {
            if (order.isActive() && (!next.isValid() || order.expiresAt < next))
                next = order.expiresAt;
        }
        if (!next.isValid() && seen(live).isEmpty())
            return;
        const qint64 ahead = next.isValid() ? m_world->simulator.now().msecsTo(next) : 0;
        m_world->skip(std::chrono::milliseconds(qMax<qint64>(ahead, 0)) + 3min);
        pass(20ms);
        m_world->skip(2min);
        pass(20ms);
    }
}

void Lane::compareAll()
{
    const JournalLook look = journalfile::look(m_world->profile.path());
    if (!look.damage.isEmpty()) {
        ++m_tally.corrupt;
        damaged(u"the journal is damaged: "_s + look.damage);
        return;
    }
    const QList<Charge> charges = m_world->cashier.charges();
    for (const Charge &charge : charges)
        ++m_tally.call(charge.call).purchases;
    for (const Charge &charge : reckoning::unknown(charges, look.orders)) {
        const QString name = u"%1 %2, %3"_s.arg(charge.order.providerId, charge.order.id).arg(charge.nth);
        if (m_world->reported.contains(name))
            continue;
        ++m_tally.call(charge.call).unknown;
        damaged(u"charged, and unknown to the journal in the end: "_s + name);
    }
    for (const Charge &charge : reckoning::doubles(charges)) {
        ++m_tally.call(charge.call).doubles;
        damaged(u"charged again for one click (%1): %2"_s.arg(charge.click, charge.order.id));
    }
    QHash<QPair<QString, QString>, qint64> keys;
    for (const Order &order : look.orders) {
        CallTally &call = m_tally.call(
            reckoning::callOf(order.providerId, order.offer.line, order.replaces != 0, order.renews != 0));
        QString difference = reckoning::difference(order, m_world->cashier.find(order.providerId, order.id));
        if (order.renews == 0 && !order.id.isEmpty()) {
            const qint64 other = keys.value({order.providerId, order.id});
            if (other != 0)
                difference = u"orders %1 and %2 are both %3 %4"_s.arg(other).arg(order.key).arg(
                    order.providerId, order.id);
            keys.insert({order.providerId, order.id}, order.key);
        }
        if (!difference.isEmpty()) {
            ++call.wrong;
            damaged(difference);
        }
        if (m_world->interrupted.contains(order.key))
            ++(m_world->asked.contains(order.key) ? call.settled : call.found);
    }
}

} // namespace otpdesk
