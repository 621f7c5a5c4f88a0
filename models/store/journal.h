#pragma once

#include "models/accounts/account.h"
#include "models/markets/markedmarket.h"
#include "models/markets/trackpage.h"
#include "models/orders/orderevent.h"
#include "models/watches/watch.h"
#include "providers/types/order.h"
#include "providers/types/result.h"
#include "providers/types/topup.h"

#include <QObject>
#include <QSet>
#include <QThread>

#include <memory>

namespace otpdesk {

/// What the application needs at start: no history.
struct JournalStart
{
    QList<Account> accounts;
    QList<Order> liveOrders; ///< with their messages; in order of purchase
    QList<TopUp> topUps;     ///< all that are live, and the newest others; newest first
};

/// What an account may have spent since a time, with the order that is about to be written.
struct SpendCap
{
    Money most;
    QDateTime sinceUtc;
};

/// The record of everything that was paid for: an SQLite file in the profile folder, written on a thread of
/// its own. A future is ready only after the commit reached the disk. Every call may end in StorageFailed
/// (disk full, read-only, damaged, made by a newer version), with SQLite's words as detail.
class Journal : public QObject
{
    Q_OBJECT

public:
    /// `file` is created, readable by the owner only, when it is not there.
    explicit Journal(QString file, QObject *parent = nullptr);
    /// Waits until what was asked for is written.
    ~Journal() override;

    /// Opens the file and brings it to this version's schema. Must be the first call.
    Async<JournalStart> open();

    /// Writes a new order with its first events and gives it its key. The intent: before anything is sent.
    /// With a cap, it ends in NeedsConsent (field "daily_limit") and writes nothing when that is exceeded:
    /// in one transaction, so that two clicks at once cannot both slip through.
    Async<qint64> addOrder(const Order &order, const QList<OrderEvent> &events,
                           const std::optional<SpendCap> &cap = {});
    /// Writes an order's state and new events in one transaction. Messages not yet known are added; a message
    /// once written stays, whatever the provider says later.
    Async<Done> saveOrder(const Order &order, const QList<OrderEvent> &events);
    /// Several of them in one transaction (a replacement: the old order and the new one).
    Async<Done> saveOrders(const QList<Order> &orders, const QList<OrderEvent> &events);
    /// Writes what one purchase bought, in one transaction: the order it was asked for by, and the others,
    /// new, each with its first event. Their keys, in this order.
    Async<QList<qint64>> addSiblings(const Order &first, const QList<Order> &others,
                                     const QList<OrderEvent> &events);

    /// An order's timeline, oldest first.
    Async<QList<OrderEvent>> events(qint64 orderKey);
    /// Ended orders of a kind older than `beforeKey` (0: from the newest), newest first, at most `most`.
    Async<QList<Order>> history(OfferKind kind, qint64 beforeKey, int most);

    /// Which of these provider's ids the account's orders have, ended ones included: their keys by id.
    Async<QHash<QString, qint64>> findOrders(const QString &accountId, const QStringList &ids);

    /// What orders that have ended tell about what they were bought from: at most `most` of those with a key
    /// above `afterKey`, these ones left out. In pages, so that a long history keeps nothing else waiting.
    Async<TrackPage> trackRecords(qint64 afterKey, int most, const QSet<qint64> &except);

    /// What the account's purchases since then have cost, less refunds.
    Async<Money> spent(const QString &accountId, const QDateTime &sinceUtc, Currency currency);

    /// Writes a new invoice and gives it its key. The intent: before anything is sent.
    Async<qint64> addTopUp(const TopUp &topUp);
    Async<Done> saveTopUp(const TopUp &topUp);

    /// Everything that is marked, newest first.
    Async<QList<MarkedMarket>> markedMarkets();
    /// Writes what bears this mark, in place of what did.
    Async<Done> saveMarkedMarkets(MarketMark mark, const QList<MarkedMarket> &markets);
    /// The oldest first.
    Async<QList<Watch>> watches();
    /// Writes a new watch and gives it its id; a market that is watched already gets the new limit.
    Async<qint64> addWatch(const Watch &watch);
    /// Writes another limit.
    Async<Done> saveWatch(const Watch &watch);
    Async<Done> removeWatch(qint64 id);

    Async<Done> saveAccount(const Account &account);
    Async<Done> removeAccount(const QString &accountId);

    /// Small facts the application keeps (last country chosen…). Never secrets.
    Async<Done> setFact(const QString &name, const QString &value);
    Async<QString> fact(const QString &name);

private:
    class Worker;
    QThread m_thread;
    Worker *m_worker = nullptr; // lives in m_thread
};

} // namespace otpdesk
