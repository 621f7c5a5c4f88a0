#pragma once

#include "providers/simulator/script.h"
#include "providers/simulator/simcatalog.h"
#include "providers/simulator/simorder.h"
#include "providers/types/clock.h"
#include "providers/types/result.h"

#include <QRandomGenerator>

#include <deque>
#include <functional>
#include <optional>

namespace otpdesk {

/// A customer's account at one simulated provider.
struct SimAccount
{
    QString key;
    Money balance;
    bool blocked = false;
};

/// The one world behind the five wires: accounts, catalog, orders, and a ledger of every charge and refund.
/// It knows what may happen, and nothing of HTTP; refusals are ErrorKinds which each wire puts into its
/// provider's words.
///
/// Time is the injected clock's, and passes when somebody looks: everything that fell due since the last
/// look (an SMS, an expiry) happens first, in order. It runs on the clock's steady time, so that setting the
/// computer's clock does not move the servers'.
class World
{
public:
    /// The clock must outlive it.
    World(Clock &clock, Script script, SimCatalog catalog);

    const Script &script() const { return m_script; }
    const SimCatalog &catalog() const { return m_catalog; }
    QDateTime now() const; ///< the servers' time, UTC

    void open(const QString &providerId, const QString &key, Money balance);
    const SimAccount &account(const QString &providerId) const;
    /// What is in the account now, with all that fell due.
    Money balance(const QString &providerId);
    void setBalance(const QString &providerId, Money balance);
    void setBlocked(const QString &providerId, bool blocked);

    /// Buys one number of `offer`, which is charged at once. Ends in NoStock, NoBalance, or what a plan says.
    Result<SimOrder> buy(const QString &providerId, const Offer &offer);
    /// `count` at once, each of the first of `anyOf` that has stock; all of them, or none.
    Result<QList<SimOrder>> buySeveral(const QString &providerId, const QList<Offer> &anyOf, int count);
    /// More time on a rental, at the price on the shelf for `offer`. TooLate when it is over; NotFound;
    /// NoBalance; what a plan refuses a purchase with.
    Result<SimOrder> renew(const QString &providerId, const QString &orderId, const Offer &offer);
    /// NotFound when there is no such order at this provider.
    Result<SimOrder> find(const QString &providerId, const QString &orderId);
    /// Refunds, an inbox less its fee. TooLate when a message has come or it is over, TooEarly (with
    /// retryAfter) within the cooldown, UpstreamRefused as planned.
    Result<SimOrder> cancel(const QString &providerId, const QString &orderId);
    /// NoSmsYet before a message, TooLate when it is over.
    Result<SimOrder> finish(const QString &providerId, const QString &orderId);
    /// NotSupported for some services, NoSmsYet before a message, TooEarly until a new message has come. An
    /// inbox is asked again at any time, and waits for 20 minutes more.
    Result<SimOrder> resend(const QString &providerId, const QString &orderId);
    /// Refunds one order and buys another of the same offer, or does neither. The result is the new one.
    Result<SimOrder> replace(const QString &providerId, const QString &orderId);

    /// The next order at this provider follows this plan. Several queue up.
    void planNext(const QString &providerId, Plan plan);
    void planService(const QString &service, Plan plan);
    /// An SMS arrives now. Without a code the first group of digits in the text is it. False: no such active
    /// order.
    bool deliver(const QString &orderId, const QString &text, const QString &code = {});
    /// Whatever it is, e-mails included.
    bool deliver(const QString &orderId, const SimMessage &message);
    /// Money paid in from outside; `reference` stands in the ledger.
    void credit(const QString &providerId, Money amount, const QString &reference);
    /// Changes every offer of the provider that fits; says how many.
    int changeOffers(const QString &providerId, const std::function<bool(const Offer &)> &fits,
                     const std::function<void(Offer &)> &change);

    QList<SimOrder> orders(); ///< all, oldest first
    const QList<LedgerEntry> &ledger();

private:
    struct Life
    {
        SimOrder order;
        Plan plan;
        QList<QPair<QDateTime, PlannedSms>> coming; ///< by time

        void expect(const QDateTime &from, const PlannedSms &sms);
        /// When something happens to it by itself; invalid: it is over.
        QDateTime next() const;
    };

    void advance();
    void happen(Life &life);
    void expectFrom(const Life &life);
    void end(Life &life, SimState state, const QDateTime &at);
    void book(LedgerEntry::Kind kind, const QString &providerId, const QString &orderId, Money amount,
              const QDateTime &at);
    Life *lifeOf(const QString &providerId, const QString &orderId);
    Offer *shelved(const QString &providerId, const Offer &offer);
    Plan takePlan(const QString &providerId, const Offer &offer);
    SimOrder &begin(const QString &providerId, const Offer &offer, Offer &shelf, Plan plan);
    std::chrono::milliseconds usualDelay(const QString &service) const;
    static std::chrono::seconds lifetimeOf(const Offer &offer);
    void receive(Life &life, const PlannedSms &sms, const QDateTime &at);
    void take(Life &life, const SimMessage &message);
    SimMessage compose(const SimOrder &order, const PlannedSms &sms, const QDateTime &at);
    Plan usualPlan(const Offer &offer) const;
    QString freshOrderId(const QString &providerId, const Offer &offer);
    QString freshNumber(const QString &countryIso);
    QString freshAddress(const Offer &offer);

    Clock &m_clock;
    QDateTime m_startUtc;
    std::chrono::milliseconds m_startSteady;
    Script m_script;
    SimCatalog m_catalog;
    QHash<QString, SimAccount> m_accounts;
    QHash<QString, QList<Plan>> m_nextPlans;
    std::deque<Life> m_lives; ///< all orders ever; a deque, because references outlive a purchase
    QHash<QString, Life *> m_byId;
    QDateTime m_due; ///< when the next thing happens by itself; invalid: nothing is going to
    QSet<QString> m_usedNumbers;
    QList<LedgerEntry> m_ledger;
    QRandomGenerator m_random;
};

} // namespace otpdesk
