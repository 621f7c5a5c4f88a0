#pragma once

#include "models/orders/orderevent.h"
#include "providers/provider.h"
#include "providers/types/order.h"

#include "models/orders/orderbook.h"
#include "models/orders/orderpoller.h"
#include "models/orders/purchasereconciler.h"
#include "models/orders/spendguard.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace otpdesk {

class AccountList;
class Clock;
class Journal;
class OrderAlarm;
class OrderMerger;

/// Buys, polls and ends orders; writes each step to the journal. Runs whether a window shows it or not.
///
/// Buying: the intent is committed, the request is sent (once), the outcome is committed. What is not
/// readable becomes Unconfirmed and is looked up: by repeating under the same idempotency key, in the
/// provider's own list, or by asking the person.
class OrderEngine : public QObject
{
    Q_OBJECT

public:
    OrderEngine(Journal &journal, AccountList &accounts, Clock &clock, QObject *parent = nullptr);
    ~OrderEngine() override;

    /// Takes up the orders that were live when the application last ran.
    void start(const QList<Order> &liveOrders);

    /// Spends money: one purchase request per call. The future is the order's key once the intent is written;
    /// otherwise nothing was sent: StorageFailed, or NeedsConsent where it goes beyond the account's limits
    /// and nobody said yes to that. How the purchase ends is told by changed() and refused().
    Async<qint64> buy(const QString &accountId, const Offer &offer, const PurchaseOptions &options = {},
                      Consent consent = Consent::Unasked);
    /// The same for more time on a rental; `offer` is one that the shop's refresh() gives for it.
    Async<qint64> renew(qint64 rental, const Offer &offer, Consent consent = Consent::Unasked);
    /// What the account's purchases have cost since midnight, local time, less refunds.
    Async<Money> spentToday(const QString &accountId);

    /// Ends in the provider's refusal, or TooEarly, TooLate, NotSupported without asking it. Before a cancel
    /// or a replacement the order is checked once more: when a message came meanwhile it ends in TooLate and
    /// the message is shown.
    Async<Done> cancel(qint64 key);
    Async<Done> finish(qint64 key);
    Async<Done> resend(qint64 key);
    /// The key of the new order.
    Async<qint64> replace(qint64 key);

    /// A number that got no message so long after its purchase is cancelled for the refund; zero: none is.
    /// Holds for purchases from now on.
    void setRefundPolicy(std::chrono::minutes after) { m_refundAfter = after; }
    /// The same for one order: when it is cancelled (UTC); invalid: never. NotSupported, TooLate or another
    /// obstacle where it cannot be cancelled at all.
    std::optional<ApiError> setCancelAt(qint64 key, const QDateTime &whenUtc);

    /// The person's answers about an Unconfirmed purchase. adopt() checks the id with the provider first; of
    /// several bought at once, `orderIds` may name several, separated by commas or spaces.
    Async<Done> adopt(qint64 key, const QString &orderIds);
    Async<Done> markNotCharged(qint64 key);
    /// Tries again to find out by itself.
    void reconcile(qint64 key);

    /// Polls everything now: after wake-up, or when the network returns.
    void pollAllNow();
    /// Polls one order now, where it is polled at all.
    void pollNow(qint64 key);
    /// Reads the accounts' own lists of orders, where they keep one, and takes over what is missing here.
    /// Ends in listRead() or listFailed() for each account that has one.
    void readLists();

    /// Loads older, ended orders of a kind into the list; historyLoaded() tells how many came.
    void loadHistory(OfferKind kind, int most);

    const std::map<qint64, Order> &orders() const { return m_book->orders(); }
    const Order *order(qint64 key) const { return m_book->find(key); }
    /// What happened to it and may not be in the journal yet, oldest first.
    QList<OrderEvent> unwrittenEvents(qint64 key) const { return m_book->unwritten(key); }
    /// What may be done with it now. Nothing while a command is under way.
    OrderActions actions(qint64 key) const;
    /// A command is under way.
    bool isBusy(qint64 key) const { return m_busy.contains(key); }
    /// When it expires: the provider's word, or its usual lifetime. UTC; invalid when it does not count down.
    QDateTime expiry(const Order &order) const;
    /// How often an order is polled: at the provider's pace, or less often where its account has more orders
    /// than its limit takes.
    std::chrono::milliseconds pollInterval(const Order &order) const;
    /// How many of its orders are polled.
    int polledOrders(const QString &accountId) const;
    /// Until when the server wants no checks, UTC; in the past or invalid: it does not mind.
    QDateTime restsUntil(const QString &accountId) const { return m_restsUntil.value(accountId); }

Q_SIGNALS:
    void added(qint64 key);
    void changed(qint64 key);
    void eventAdded(const otpdesk::OrderEvent &event);
    /// A message came, with or without a code.
    void messageArrived(qint64 key, const otpdesk::Message &message);
    /// A purchase was definitely refused.
    void refused(qint64 key, const otpdesk::ApiError &error);
    /// Nobody can tell whether it was charged.
    void unconfirmed(qint64 key);
    /// The journal cannot be written: nothing will be bought until it can.
    void storageFailed(const otpdesk::ApiError &error);
    void storageRecovered();
    void historyLoaded(otpdesk::OfferKind kind, int count);
    /// A rental has less than 48 h left, or less than 4 h: once each.
    void expiresSoon(qint64 key);
    /// pollInterval(), polledOrders() or restsUntil() may have changed, or the rest is over.
    void pollPaceChanged(const QString &accountId);
    void listRead(const QString &accountId);
    void listFailed(const QString &accountId, const otpdesk::ApiError &error);

private:
    using Report = std::optional<Result<OrderReport>>;
    /// A command on an order: the events it leaves, and the provider's call.
    struct Command
    {
        EventKind asked;
        EventKind refusal;
        Async<OrderReport> (Shop::*call)(const Order &);
    };

    Shop *shopOf(const Order &order) const;
    void watch(const Order &order);
    void unwatch(qint64 key);
    void poll(qint64 key, Priority priority);
    void followRests(const QString &accountId);
    void noteRestOver(const QString &accountId);
    void pollAnswered(qint64 key, int generation, const QDateTime &asked, const Report &answer);
    void noteFailure(const Order &order, const ApiError &error);
    void expireIfOver(qint64 key, const QDateTime &asked);

    /// Records `base` with what the report changes about it, in one step.
    void apply(const Order &base, const OrderReport &report, const QList<OrderEvent> &before = {});
    void note(qint64 key, EventKind kind, const std::optional<ApiError> &error = std::nullopt);

    Async<qint64> openIntent(Order order, Consent consent);
    void sendPurchase(qint64 key);
    void purchaseAnswered(qint64 key, const Report &answer);
    void purchased(qint64 key, const OrderReport &report, EventKind how);
    void purchasedSeveral(Order first, const OrderReport &report, EventKind how);
    void recordPurchase(qint64 key, const Order &bought, const OrderReport &report, EventKind how);
    void renewed(qint64 key, const OrderReport &report, EventKind how);
    void takeOver(Order order, const OrderReport &report);
    void takeListed(qint64 key, const OrderReport &report);
    void warnOfExpiry(qint64 key);
    void purchaseFailed(qint64 key, const ApiError &error, EventKind how);
    void reportAbsent(qint64 key);
    void learnPrice(qint64 key);
    Async<OrderReport> checkAll(const Order &probe, const QStringList &ids);

    void planRefund(qint64 key);
    void refundDue(qint64 key);

    std::optional<ApiError> obstacle(qint64 key, Permission OrderActions::*action) const;
    void beginCommand(qint64 key);
    void endCommand(qint64 key);
    Async<Done> lastCheck(qint64 key);
    void sendCommand(qint64 key, Command command, std::shared_ptr<QPromise<Result<Done>>> promise);
    void commandDone(qint64 key, Command command, const OrderReport &report,
                     std::shared_ptr<QPromise<Result<Done>>> promise);
    void commandFailed(qint64 key, Command command, const ApiError &error,
                       std::shared_ptr<QPromise<Result<Done>>> promise);
    void reread(qint64 key, std::shared_ptr<QPromise<Result<Done>>> promise, const Result<Done> &result);
    void openReplacement(qint64 key, std::shared_ptr<QPromise<Result<qint64>>> promise);
    void sendReplacement(qint64 oldKey, qint64 newKey, std::shared_ptr<QPromise<Result<qint64>>> promise);
    void noteReplaced(qint64 oldKey, qint64 newKey);

    Journal &m_journal;
    AccountList &m_accounts;
    Clock &m_clock;
    std::unique_ptr<OrderBook> m_book;
    std::unique_ptr<PurchaseReconciler> m_reconciler;
    std::unique_ptr<OrderPoller> m_poller;
    std::unique_ptr<OrderMerger> m_merger;
    std::unique_ptr<OrderAlarm> m_expiries;
    std::unique_ptr<OrderAlarm> m_refunds;
    std::chrono::minutes m_refundAfter{0};
    QHash<qint64, int> m_refundAttempts;
    QSet<qint64> m_busy;
    QHash<OfferKind, qint64> m_historyDownTo; ///< the oldest that was loaded of a kind
    QSet<qint64> m_failing;                   ///< orders whose checks fail at present
    QHash<QString, QDateTime> m_restsUntil;   ///< by account; none once a check was answered after it
    QSet<qint64> m_takenOver;        ///< from a list, and not checked yet: their messages are old news
    QHash<qint64, int> m_generation; ///< an answer to a check from before a command is dropped
};

} // namespace otpdesk
