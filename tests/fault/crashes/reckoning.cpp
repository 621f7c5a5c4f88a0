#include "tests/fault/crashes/reckoning.h"

#include "models/store/words.h"
#include "providers/simulator/simulator.h"
#include "tests/support/spending.h"

#include <QSet>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

Cashier::Cashier(Simulator &simulator) : m_simulator(simulator)
{
    simulator.watch([this](const QString &call, const ServerRequest &request) {
        attribute();
        const QString key = QString::fromLatin1(request.headers.value("idempotency-key"));
        const QString provider = request.path.section(u'/', 1, 1);
        m_asking = key.isEmpty() ? m_clicks.value({provider, call}, u"nobody's"_s) : key;
    });
}

void Cashier::expect(int call, const QString &click)
{
    const Spending &spending = spendings()[call];
    m_clicks[{spending.providerId, spending.call}] = click;
}

/// Requests are acted on one by one: what is new since the last one came from it.
void Cashier::attribute()
{
    const QList<LedgerEntry> ledger = m_simulator.ledger();
    const auto charges = std::count_if(ledger.cbegin(), ledger.cend(), [](const LedgerEntry &e) {
        return e.kind == LedgerEntry::Kind::Charge;
    });
    while (m_askers.size() < charges)
        m_askers.append(m_asking);
}

const QList<SimOrder> &Cashier::orders()
{
    m_orders = m_simulator.orders();
    return m_orders;
}

const SimOrder *Cashier::find(const QString &providerId, const QString &orderId)
{
    const auto found = std::find_if(m_orders.cbegin(), m_orders.cend(), [&](const SimOrder &order) {
        return order.providerId == providerId && order.id == orderId;
    });
    return found == m_orders.cend() ? nullptr : &*found;
}

QList<Charge> Cashier::charges()
{
    attribute();
    orders();
    QList<Charge> charges;
    QHash<QPair<QString, QString>, int> counted;
    const QList<LedgerEntry> ledger = m_simulator.ledger();
    for (const LedgerEntry &entry : ledger) {
        if (entry.kind != LedgerEntry::Kind::Charge)
            continue;
        Charge charge;
        charge.order = *find(entry.providerId, entry.orderId);
        charge.nth = counted[{entry.providerId, entry.orderId}]++;
        charge.click = m_askers[charges.size()];
        charge.at = entry.at;
        charge.call = reckoning::callOf(entry.providerId, charge.order.offer.line,
                                        !charge.order.replaces.isEmpty(), charge.nth > 0);
        charges.append(charge);
    }
    return charges;
}

namespace reckoning {

namespace {

bool isOpen(const Order &order)
{
    return order.status == OrderStatus::Buying || order.status == OrderStatus::Unconfirmed;
}

bool isAbout(const Order &open, const Charge &charge)
{
    return callOf(open.providerId, open.offer.line, open.replaces != 0, open.renews != 0) == charge.call &&
           open.offer.serviceId == charge.order.offer.serviceId;
}

/// Without a message a number that ended has refunded its price, whatever the provider's word for it.
bool mayBe(OrderStatus ours, SimState theirs)
{
    switch (theirs) {
    case SimState::Finished:
        return ours == OrderStatus::Finished;
    case SimState::Cancelled:
        return ours == OrderStatus::Refunded;
    case SimState::Expired:
        return ours == OrderStatus::Expired || ours == OrderStatus::Refunded;
    case SimState::Waiting:
    case SimState::Received:
        break;
    }
    return false;
}

/// What an order can have seen of the provider's. OTPGet does not say when an inbox closes: what comes after
/// our own clock has ended it is not expected.
SimOrder asSeen(const Order &order, SimOrder at)
{
    if (order.offer.kind != OfferKind::Email || order.status == OrderStatus::Refunded)
        return at;
    at.messages.removeIf([&order](const SimMessage &message) { return message.at > order.endedAt; });
    if (at.messages.isEmpty() && at.state == SimState::Finished)
        at.state = SimState::Expired;
    return at;
}

QString wordOf(SimState state)
{
    switch (state) {
    case SimState::Waiting:
        return u"waiting"_s;
    case SimState::Received:
        return u"received"_s;
    case SimState::Finished:
        return u"finished"_s;
    case SimState::Cancelled:
        return u"cancelled"_s;
    case SimState::Expired:
        return u"expired"_s;
    }
    return {};
}

} // namespace

int callOf(const QString &providerId, const QString &line, bool replaces, bool renews)
{
    const QList<Spending> &all = spendings();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Spending &spending) {
        return spending.providerId == providerId && (spending.line.isEmpty() || spending.line == line) &&
               spending.isReplacement == replaces && spending.isRenewal == renews;
    });
    return found == all.cend() ? -1 : static_cast<int>(found - all.cbegin());
}

QList<Charge> unknown(const QList<Charge> &charges, const QList<Order> &journal)
{
    QHash<QPair<QString, QString>, int> bought;
    QHash<QPair<QString, QString>, int> renewed;
    QList<Order> open;
    for (const Order &order : journal) {
        if (isOpen(order))
            open.append(order);
        else if (!order.id.isEmpty() && order.status != OrderStatus::NotBought)
            ++(order.renews != 0 ? renewed : bought)[{order.providerId, order.id}];
    }
    QList<Charge> left;
    for (const Charge &charge : charges) {
        const QPair<QString, QString> id(charge.order.providerId, charge.order.id);
        if (charge.nth == 0 ? bought.contains(id) : renewed[id]-- > 0)
            continue;
        const auto maybe = std::find_if(open.begin(), open.end(),
                                        [&charge](const Order &order) { return isAbout(order, charge); });
        if (maybe == open.end())
            left.append(charge);
        else
            open.erase(maybe);
    }
    return left;
}

QList<Charge> doubles(const QList<Charge> &charges)
{
    QSet<QString> clicks;
    QList<Charge> again;
    for (const Charge &charge : charges) {
        if (clicks.contains(charge.click))
            again.append(charge);
        clicks.insert(charge.click);
    }
    return again;
}

QString difference(const Order &order, const SimOrder *known)
{
    const QString name = u"order %1 (%2 %3)"_s.arg(order.key).arg(order.providerId, order.id);
    if (isLive(order.status))
        return name + u" never ended: "_s + otpdesk::wordOf(order.status);
    if (order.renews != 0 || order.status == OrderStatus::NotBought)
        return {};
    if (!known)
        return name + u" is unknown to the provider"_s;
    const SimOrder at = asSeen(order, *known);
    if (!mayBe(order.status, at.state))
        return u"%1 is %2 here and %3 there"_s.arg(name, otpdesk::wordOf(order.status), wordOf(at.state));
    const QString code = at.messages.isEmpty() ? QString() : at.messages.last().code;
    if (QString(order.code).remove(u'-') != QString(code).remove(u'-')) // "877-595" is shown as 877595
        return u"%1 has the code '%2' here and '%3' there"_s.arg(name, order.code, code);
    if (order.refunded && *order.refunded != at.refunded)
        return u"%1 refunded %2 here and %3 there"_s.arg(name)
            .arg(order.refunded->units())
            .arg(at.refunded.units());
    if (order.status == OrderStatus::Refunded && at.refunded.units() == 0 && at.price.units() != 0)
        return name + u" is refunded here and not there"_s;
    return {};
}

} // namespace reckoning

} // namespace otpdesk
