#pragma once

#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "models/orders/ordermodel.h"
#include "models/store/journal.h"
#include "providers/simulator/simulator.h"
#include "tests/fault/load/arrivals.h"
#include "tests/fault/load/networkrest.h"
#include "tests/support/drawer.h"
#include "tests/support/spending.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <optional>

namespace otpdesk {

/// An account, and how many live orders it is to have.
struct LoadAccount
{
    QString providerId;
    int orders = 0;
};

/// One request, as the servers saw it.
struct SeenRequest
{
    QString providerId;
    QString call;
    qint64 key = 0; ///< of the order that it is about; 0: of none, or it is not known yet
    bool isCheck = false;
};

/// What a load desk stands on.
struct LoadFloor
{
    QTemporaryDir dir;
    Drawer secrets;
};

/// The engine with everything below it, the models above it, and the five simulated providers behind it, on a
/// clock that only this moves: time passes in small steps, and after each the network comes to rest.
class LoadDesk : private LoadFloor
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit LoadDesk(const Script &script = quietScript());
    ~LoadDesk();

    /// Opens the journal and the accounts; false when that does not work.
    bool open(const QList<LoadAccount> &accounts);

    Milliseconds now() const { return clock.steady(); }
    /// Lets time pass, in steps of at most 250 ms; `each` is called after each of them.
    void pass(Milliseconds span, const std::function<void()> &each = {});
    /// The same for as long as `going` says, at most for `most`.
    void passWhile(const std::function<bool()> &going, Milliseconds most,
                   const std::function<void()> &each = {});
    void rest() { m_rest.await(); }

    /// Buys something of each kind the provider sells, in turns. Some get a code after a minute and a half.
    void buy(const QString &providerId);
    static QString accountId(const QString &providerId) { return QStringLiteral("account-") + providerId; }
    int live(const QString &providerId) const;
    int live() const;

    /// The servers are gone, or back.
    void setReachable(bool reachable);

    std::function<void(const SeenRequest &)> seen;

    SteerableClock clock{SteerableClock::Mode::Frozen};
    Simulator simulator;
    Arrivals arrivals;
    Journal journal;
    AccountList accountList;
    OrderEngine engine;
    OrderModel model;

private:
    void stock(const QString &providerId);
    void look(const QString &call, const ServerRequest &request);
    qint64 keyOf(const QString &providerId, const ServerRequest &request) const;

    NetworkRest m_rest;
    QHash<QString, int> m_bought;                 ///< clicks, by provider
    QHash<QPair<QString, QString>, qint64> m_ids; ///< provider and order id
    quint16 m_port = 0;
};

} // namespace otpdesk
