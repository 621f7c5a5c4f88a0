#pragma once

#include "providers/types/order.h"
#include "providers/types/result.h"

#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace otpdesk {

class AccountList;
class Alarm;
class Clock;
class Journal;
class OrderBook;

/// Finds out what became of purchases that were sent and not readably answered.
///
/// Where the provider takes an idempotency key, by repeating the purchase under the same key, for ten minutes
/// after the click (later the person no longer waits for it, and a repeat that is the first to arrive would
/// buy). Where the provider lists its orders, by looking for one of this service that no other order of ours
/// accounts for. Elsewhere it notes the balance afterwards, and the person decides.
class PurchaseReconciler : public QObject
{
    Q_OBJECT

public:
    PurchaseReconciler(OrderBook &book, Journal &journal, AccountList &accounts, Clock &clock,
                       QObject *parent = nullptr);
    ~PurchaseReconciler() override;

    /// Starts, or starts again, to look for an Unconfirmed order.
    void look(qint64 key);
    void forget(qint64 key);

Q_SIGNALS:
    /// It was bought: this is the order.
    void found(qint64 key, const otpdesk::OrderReport &report);
    /// It was not: the provider refuses the repeat.
    void refused(qint64 key, const otpdesk::ApiError &error);
    /// It was not: the provider's list does not have it.
    void absent(qint64 key);
    /// The balance as it is now, for the person to compare.
    void balanceKnown(qint64 key, const otpdesk::Money &balance);

private:
    struct Search;
    using SearchPtr = std::shared_ptr<Search>;
    struct Search
    {
        int looks = 0;
        int emptyLooks = 0;
        std::unique_ptr<Alarm> alarm;
    };
    static bool fits(const OrderReport &report, const Order &order);
    static bool saidByProvider(const ApiError &error);
    void lookNow(qint64 key);
    void lookAgain(qint64 key);
    void repeat(qint64 key);
    bool isCurrent(qint64 key, const SearchPtr &search) const;
    void searchList(qint64 key);
    void compareList(qint64 key, const SearchPtr &search, const OrderPage &page);
    void noteBalance(qint64 key);
    void judgeRenewal(qint64 key, const QList<OrderReport> &list);
    bool isAbsent(qint64 key);
    bool hasOutlived(const Order &order) const;
    bool isClaimedByAnother(const OrderReport &report, const Order &order) const;
    void judgeList(qint64 key, const OrderPage &page, const QHash<QString, qint64> &known);

    OrderBook &m_book;
    Journal &m_journal;
    AccountList &m_accounts;
    Clock &m_clock;
    std::map<qint64, SearchPtr> m_searches;
};

} // namespace otpdesk
