#include "models/store/journal.h"

#include "models/store/journalworker.h"

#include <QPromise>

namespace otpdesk {

namespace {

/// Runs `ask(worker)` in the worker's thread, after all that was asked before.
template <typename Worker, typename Ask>
auto asked(Worker *worker, Ask ask) -> QFuture<std::invoke_result_t<Ask, Worker &>>
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Ask, Worker &>>>();
    promise->start();
    QMetaObject::invokeMethod(
        worker,
        [promise, worker, ask = std::move(ask)] {
            promise->addResult(ask(*worker));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace

Journal::Journal(QString file, QObject *parent) : QObject(parent), m_worker(new Worker(std::move(file)))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("journal"));
    m_thread.start();
}

Journal::~Journal()
{
    // The last thing asked for: everything before it is written when the thread ends.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->close();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
}

Async<JournalStart> Journal::open()
{
    return asked(m_worker, [](Worker &worker) { return worker.open(); });
}

Async<qint64> Journal::addOrder(const Order &order, const QList<OrderEvent> &events,
                                const std::optional<SpendCap> &cap)
{
    return asked(m_worker,
                 [order, events, cap](Worker &worker) { return worker.addOrder(order, events, cap); });
}

Async<Done> Journal::saveOrder(const Order &order, const QList<OrderEvent> &events)
{
    return saveOrders({order}, events);
}

Async<Done> Journal::saveOrders(const QList<Order> &orders, const QList<OrderEvent> &events)
{
    return asked(m_worker, [orders, events](Worker &worker) { return worker.saveOrders(orders, events); });
}

Async<QList<qint64>> Journal::addSiblings(const Order &first, const QList<Order> &others,
                                          const QList<OrderEvent> &events)
{
    return asked(m_worker, [first, others, events](Worker &worker) {
        return worker.addSiblings(first, others, events);
    });
}

Async<QList<OrderEvent>> Journal::events(qint64 orderKey)
{
    return asked(m_worker, [orderKey](Worker &worker) { return worker.events(orderKey); });
}

Async<QList<Order>> Journal::history(OfferKind kind, qint64 beforeKey, int most)
{
    return asked(m_worker,
                 [kind, beforeKey, most](Worker &worker) { return worker.history(kind, beforeKey, most); });
}

Async<QHash<QString, qint64>> Journal::findOrders(const QString &accountId, const QStringList &ids)
{
    return asked(m_worker, [accountId, ids](Worker &worker) { return worker.findOrders(accountId, ids); });
}

Async<TrackPage> Journal::trackRecords(qint64 afterKey, int most, const QSet<qint64> &except)
{
    return asked(m_worker, [afterKey, most, except](Worker &worker) {
        return worker.trackRecords(afterKey, most, except);
    });
}

Async<Money> Journal::spent(const QString &accountId, const QDateTime &sinceUtc, Currency currency)
{
    return asked(m_worker, [accountId, sinceUtc, currency](Worker &worker) {
        return worker.spent(accountId, sinceUtc, currency);
    });
}

Async<qint64> Journal::addTopUp(const TopUp &topUp)
{
    return asked(m_worker, [topUp](Worker &worker) { return worker.addTopUp(topUp); });
}

Async<Done> Journal::saveTopUp(const TopUp &topUp)
{
    return asked(m_worker, [topUp](Worker &worker) { return worker.saveTopUp(topUp); });
}

Async<QList<MarkedMarket>> Journal::markedMarkets()
{
    return asked(m_worker, [](Worker &worker) { return worker.markedMarkets(); });
}

Async<Done> Journal::saveMarkedMarkets(MarketMark mark, const QList<MarkedMarket> &markets)
{
    return asked(m_worker,
                 [mark, markets](Worker &worker) { return worker.saveMarkedMarkets(mark, markets); });
}

Async<QList<Watch>> Journal::watches()
{
    return asked(m_worker, [](Worker &worker) { return worker.watches(); });
}

Async<qint64> Journal::addWatch(const Watch &watch)
{
    return asked(m_worker, [watch](Worker &worker) { return worker.addWatch(watch); });
}

Async<Done> Journal::saveWatch(const Watch &watch)
{
    return asked(m_worker, [watch](Worker &worker) { return worker.saveWatch(watch); });
}

Async<Done> Journal::removeWatch(qint64 id)
{
    return asked(m_worker, [id](Worker &worker) { return worker.removeWatch(id); });
}

Async<Done> Journal::saveAccount(const Account &account)
{
    return asked(m_worker, [account](Worker &worker) { return worker.saveAccount(account); });
}

Async<Done> Journal::removeAccount(const QString &accountId)
{
    return asked(m_worker, [accountId](Worker &worker) { return worker.removeAccount(accountId); });
}

Async<Done> Journal::setFact(const QString &name, const QString &value)
{
    return asked(m_worker, [name, value](Worker &worker) { return worker.setFact(name, value); });
}

Async<QString> Journal::fact(const QString &name)
{
    return asked(m_worker, [name](Worker &worker) { return worker.fact(name); });
}

} // namespace otpdesk
