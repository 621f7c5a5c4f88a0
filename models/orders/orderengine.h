#pragma once

#include "models/orders/orderevent.h"
#include "providers/provider.h"
#include "providers/types/order.h"

#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace otpdesk {

class AccountList;
class Alarm;
class Clock;
class Journal;

/// Buys, polls and ends orders; writes each step to the journal. Runs whether a window shows it or not.
///
/// Buying: the intent is committed, the request is sent (once), the outcome is committed. What is not readable
/// becomes Unconfirmed and is looked up: by repeating under the same idempotency key, in the provider's own
/// list, or by asking the person.
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
    Async<qint64> buy(const QString &accountId, const Offer &offer);

    /// Ends in the provider's refusal, or TooEarly, TooLate, NotSupported without asking it. Before a cancel or a
    /// replacement the order is checked once more: when a message came meanwhile it ends in TooLate and the
    /// message is shown.
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

    /// Loads older, ended orders into the list; historyLoaded() tells how many came.
    void loadHistory(int most);

    const std::map<qint64, Order> &orders() const { return m_orders; }
    const Order *order(qint64 key) const;
    OrderActions actions(qint64 key) const;
    int liveCount() const;
    /// The pace at which an account's orders are polled now; longer than the provider's own when there are more
    /// of them than its limit allows.
    std::chrono::milliseconds pollInterval(const QString &accountId) const;

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
    void historyLoaded(int count);

private:
    class Private;
    std::unique_ptr<Private> d;
    std::map<qint64, Order> m_orders;
};

} // namespace otpdesk
