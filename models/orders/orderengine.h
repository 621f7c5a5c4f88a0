#pragma once

#include "models/orders/orderevent.h"
#include "providers/provider.h"
#include "providers/types/order.h"

#include "models/orders/orderbook.h"
#include "models/orders/orderpoller.h"
#include "models/orders/purchasereconciler.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace otpdesk {

class AccountList;
class Clock;
class ExpiryWatch;
class Journal;
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
    /// StorageFailed (nothing was sent) otherwise. How the purchase ends is told by changed() and refused().
    Async<qint64> buy(const QString &accountId, const Offer &offer, const PurchaseOptions &options = {});
    /// The same for more time on a rental; `offer` is one that the shop's refresh() gives for it.
    Async<qint64> renew(qint64 rental, const Offer &offer);

    /// Ends in the provider's refusal, or TooEarly, TooLate, NotSupported without asking it. Before a cancel
    /// or a replacement the order is checked once more: when a message came meanwhile it ends in TooLate and
    /// the message is shown.
    Async<Done> cancel(qint64 key);
    Async<Done> finish(qint64 key);
    Async<Done> resend(qint64 key);
    /// The key of the new order.
    Async<qint64> replace(qint64 key);

    /// The person's answers about an Unconfirmed purchase. adopt() checks the id with the provider first.
    Async<Done> adopt(qint64 key, const QString &orderId);
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
    /// By how much an account's orders are polled less often than the provider allows for one, because there
    /// are more of them than its limit takes; 1: not at all.
    double pollStretch(const QString &accountId) const;

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
    void poll(qint64 key);
    void pollAnswered(qint64 key, int generation, const QDateTime &asked, const Report &answer);
    void noteFailure(const Order &order, const ApiError &error);
    void expireIfOver(qint64 key, const QDateTime &asked);

    /// Records `base` with what the report changes about it, in one step.
    void apply(const Order &base, const OrderReport &report, const QList<OrderEvent> &before = {});
    void note(qint64 key, EventKind kind, const std::optional<ApiError> &error = std::nullopt);

    Async<qint64> openIntent(Order order);
    void sendPurchase(qint64 key);
    void purchaseAnswered(qint64 key, const Report &answer);
    void purchased(qint64 key, const OrderReport &report, EventKind how);
    void openOther(const Order &first, const OrderReport &report);
    void renewed(qint64 key, const OrderReport &report, EventKind how);
    void takeOver(Order order, const OrderReport &report);
    void takeListed(qint64 key, const OrderReport &report);
    void warnOfExpiry(qint64 key);
    void purchaseFailed(qint64 key, const ApiError &error, EventKind how);
    void reportAbsent(qint64 key);
    void learnPrice(qint64 key);

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
    std::unique_ptr<ExpiryWatch> m_expiries;
    QSet<qint64> m_busy;
    QHash<OfferKind, qint64> m_historyDownTo; ///< the oldest that was loaded of a kind
    QSet<qint64> m_failing;                   ///< orders whose checks fail at present
    QSet<qint64> m_takenOver;        ///< from a list, and not checked yet: their messages are old news
    QHash<qint64, int> m_generation; ///< an answer to a check from before a command is dropped
};

} // namespace otpdesk
