#pragma once

#include "models/store/journal.h"
#include "models/store/transaction.h"

#include <QSqlDatabase>

#include <optional>

namespace otpdesk {

/// The journal's own thread: each function is one transaction, and waits for the disk.
class Journal::Worker : public QObject
{
public:
    explicit Worker(QString file);

    Result<JournalStart> open();
    /// Gives the file back; must be called in the thread that opened it.
    void close();

    Result<qint64> addOrder(const Order &order, const QList<OrderEvent> &events,
                            const std::optional<SpendCap> &cap);
    Result<Done> saveOrders(const QList<Order> &orders, const QList<OrderEvent> &events);
    Result<QList<qint64>> addSiblings(const Order &first, const QList<Order> &others,
                                      const QList<OrderEvent> &events);
    Result<QList<OrderEvent>> events(qint64 orderKey);
    Result<QList<Order>> history(OfferKind kind, qint64 beforeKey, int most);
    Result<QHash<QString, qint64>> findOrders(const QString &accountId, const QStringList &ids);
    Result<TrackPage> trackRecords(qint64 afterKey, int most, const QSet<qint64> &except);
    Result<Money> spent(const QString &accountId, const QDateTime &sinceUtc, Currency currency);
    Result<qint64> addTopUp(const TopUp &topUp);
    Result<Done> saveTopUp(const TopUp &topUp);
    Result<QList<MarkedMarket>> markedMarkets();
    Result<Done> saveMarkedMarkets(MarketMark mark, const QList<MarkedMarket> &markets);
    Result<QList<Watch>> watches();
    Result<qint64> addWatch(const Watch &watch);
    Result<Done> saveWatch(const Watch &watch);
    Result<Done> removeWatch(qint64 id);
    Result<Done> saveAccount(const Account &account);
    Result<Done> removeAccount(const QString &accountId);
    Result<Done> setFact(const QString &name, const QString &value);
    Result<QString> fact(const QString &name);

private:
    Result<Done> openFile();
    Result<Done> prepare();
    Result<JournalStart> readStart();
    /// A transaction that has failed already when the journal could not be opened.
    std::unique_ptr<Transaction> begin(Transaction::Mode mode);

    QString m_file;
    QString m_connection; // empty while closed
    std::optional<ApiError> m_notOpen;
};

} // namespace otpdesk
