#pragma once

#include "providers/simulator/simorder.h"
#include "providers/types/order.h"
#include "tests/fault/crashes/tally.h"

#include <QHash>

namespace otpdesk {

class Simulator;
struct ServerRequest;

/// A charge in a provider's ledger.
struct Charge
{
    int call = -1; ///< its place in spendings()
    SimOrder order;
    int nth = 0;   ///< 0: the purchase of the order; then its renewals
    QString click; ///< who asked for it: the idempotency key, or what the click was called
    QDateTime at;
};

/// Who is charged for what, as the provider's side has it: reads the simulator's ledger, and remembers which
/// request each charge came from.
class Cashier
{
public:
    explicit Cashier(Simulator &simulator);

    /// The purchases of this call that carry no idempotency key belong to this click from now on.
    void expect(int call, const QString &click);
    /// Everything charged so far.
    QList<Charge> charges();
    const SimOrder *find(const QString &providerId, const QString &orderId);
    const QList<SimOrder> &orders();

private:
    void attribute();

    Simulator &m_simulator;
    QHash<QPair<QString, QString>, QString> m_clicks; ///< by provider and call
    QString m_asking;                                 ///< whose request is acted on
    QStringList m_askers;                             ///< of each charge
    QList<SimOrder> m_orders;
};

namespace reckoning {

/// The place in spendings() of what an order of ours, or one just seen, was bought by.
int callOf(const QString &providerId, const QString &line, bool replaces, bool renews);
/// Charges that nothing in the journal accounts for: neither the order itself nor, one each, a purchase
/// whose outcome is open.
QList<Charge> unknown(const QList<Charge> &charges, const QList<Order> &journal);
/// Charges beside the first of one click.
QList<Charge> doubles(const QList<Charge> &charges);
/// How an order ended otherwise than the provider has it; empty: it did not.
QString difference(const Order &order, const SimOrder *known);

} // namespace reckoning

} // namespace otpdesk
