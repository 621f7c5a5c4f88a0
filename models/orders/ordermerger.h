#pragma once

#include "providers/types/order.h"
#include "providers/types/result.h"

#include <QHash>
#include <QObject>

namespace otpdesk {

class AccountList;
class Journal;
class OrderBook;
class Shop;

/// Reads an account's own lists of orders, page by page, where it keeps one of all it ever sold, and compares
/// them with the journal. Only reports: what to do about it is the engine's business.
class OrderMerger : public QObject
{
    Q_OBJECT

public:
    OrderMerger(OrderBook &book, Journal &journal, AccountList &accounts, QObject *parent = nullptr);

    /// Reads the account's lists from their beginning; nothing when it has none, or when it is being read.
    /// Ends in finished() or failed(), once.
    void read(const QString &accountId);

Q_SIGNALS:
    /// An order of ours that is held in memory, as the list has it.
    void known(qint64 key, const otpdesk::OrderReport &report);
    /// One that the journal does not have, the oldest first. `order` has no key yet. Told once a list is read
    /// to its end, or to a page of which everything is known.
    void foundNew(const otpdesk::Order &order, const otpdesk::OrderReport &report);
    void finished(const QString &accountId);
    /// What is new in the list that could not be read is left for the next time.
    void failed(const QString &accountId, const otpdesk::ApiError &error);

private:
    struct Reading
    {
        QString accountId;
        QList<OfferKind> kinds; ///< still to be read, the first one now
        int page = 1;
        QList<OrderReport> fresh; ///< of this list, newest first
    };
    using ReadingPtr = std::shared_ptr<Reading>;

    void readPage(const ReadingPtr &reading);
    void comparePage(const ReadingPtr &reading, const OrderPage &page);
    void mergePage(const ReadingPtr &reading, const OrderPage &page, const QHash<QString, qint64> &keys);
    void tellFresh(const ReadingPtr &reading);
    bool purchaseIsOpen(const QString &accountId, OfferKind kind) const;
    void end(const ReadingPtr &reading, const std::optional<ApiError> &error);

    OrderBook &m_book;
    Journal &m_journal;
    AccountList &m_accounts;
    QHash<QString, ReadingPtr> m_readings;
};

} // namespace otpdesk
