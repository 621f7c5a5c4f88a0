#include "models/orders/purchasereconciler.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderbook.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

using namespace std::chrono_literals;

/// Soon at first, since the person waits; then patiently.
constexpr std::chrono::milliseconds Pauses[] = {2s, 8s, 20s, 40s, 2min, 5min};
constexpr std::chrono::milliseconds RepeatFor = 10min;
/// A list may lag behind: only several looks over a minute prove that an order is not there.
constexpr int EmptyLooksNeeded = 3;

} // namespace

PurchaseReconciler::PurchaseReconciler(OrderBook &book, AccountList &accounts, Clock &clock, QObject *parent)
    : QObject(parent), m_book(book), m_accounts(accounts), m_clock(clock)
{}

PurchaseReconciler::~PurchaseReconciler() = default;

void PurchaseReconciler::look(qint64 key)
{
    auto search = std::make_shared<Search>();
    search->alarm = m_clock.alarm([this, key] { lookNow(key); });
    m_searches[key] = search;
    search->alarm->start(Pauses[0]);
}

void PurchaseReconciler::forget(qint64 key)
{
    m_searches.erase(key);
}

void PurchaseReconciler::lookNow(qint64 key)
{
    const Order *order = m_book.find(key);
    Provider *provider = order ? m_accounts.provider(order->accountId) : nullptr;
    if (!provider || order->status != OrderStatus::Unconfirmed) {
        forget(key); // taken up again when the account is ready
        return;
    }
    ++m_searches.at(key)->looks;
    // A replacement carries no idempotency key: repeating it would replace twice.
    const bool fresh = order->createdAt.msecsTo(m_clock.utc()) < RepeatFor.count();
    if (provider->info().takesIdempotencyKey && order->replaces == 0) {
        if (fresh)
            repeat(key);
        else
            noteBalance(key);
    } else if (provider->info().listsOrders) {
        searchList(key);
    } else {
        noteBalance(key);
    }
}

void PurchaseReconciler::lookAgain(qint64 key)
{
    const auto search = m_searches.find(key);
    if (search == m_searches.end())
        return;
    const size_t step = std::min<size_t>(static_cast<size_t>(search->second->looks), std::size(Pauses) - 1);
    search->second->alarm->start(Pauses[step]);
}

void PurchaseReconciler::repeat(qint64 key)
{
    const Order order = *m_book.find(key);
    const auto search = m_searches.at(key);
    const auto answer = m_accounts.provider(order.accountId)
                            ->shop(order.offer.kind)
                            ->buy({order.offer, order.idempotencyKey});
    whenEnded(answer, this, [this, key, search](const std::optional<Result<OrderReport>> &result) {
        if (const auto current = m_searches.find(key);
            current == m_searches.end() || current->second != search)
            return;
        if (result && result->ok()) {
            forget(key);
            Q_EMIT found(key, result->value());
        } else if (result && result->error().outcome == Outcome::Definite &&
                   saidByProvider(result->error())) {
            forget(key);
            Q_EMIT refused(key, result->error());
        } else {
            lookAgain(key);
        }
    });
}

bool PurchaseReconciler::saidByProvider(const ApiError &error)
{
    // That the repeat could not be sent, or came too often, says nothing about the first request.
    switch (error.kind) {
    case ErrorKind::NoBalance:
    case ErrorKind::NoStock:
    case ErrorKind::PriceChanged:
    case ErrorKind::BadRequest:
    case ErrorKind::NotFound:
    case ErrorKind::UpstreamRefused:
    case ErrorKind::Refused:
        return true;
    default:
        return false;
    }
}

void PurchaseReconciler::searchList(qint64 key)
{
    const Order order = *m_book.find(key);
    const auto search = m_searches.at(key);
    whenEnded(m_accounts.provider(order.accountId)->shop(order.offer.kind)->recentOrders(), this,
              [this, key, search](const std::optional<Result<QList<OrderReport>>> &result) {
                  if (const auto current = m_searches.find(key);
                      current == m_searches.end() || current->second != search)
                      return;
                  if (result && result->ok())
                      judgeList(key, result->value());
                  else
                      lookAgain(key);
              });
}

void PurchaseReconciler::judgeList(qint64 key, const QList<OrderReport> &list)
{
    const Order &order = *m_book.find(key);
    const auto isOurs = [this, &order](const OrderReport &report) {
        return std::any_of(m_book.orders().cbegin(), m_book.orders().cend(), [&](const auto &entry) {
            return entry.second.accountId == order.accountId && entry.second.id == report.id;
        });
    };
    QList<OrderReport> candidates;
    bool mayBeOver = false;
    for (const OrderReport &report : list) {
        // One that is over is hardly the one just bought, unless its code came at once: it is not taken for
        // it, but neither is its absence proven then.
        const bool live = !report.status || isLive(*report.status);
        const bool sameService = report.service.isEmpty() ||
                                 report.service.compare(order.offer.serviceId, Qt::CaseInsensitive) == 0 ||
                                 report.service.compare(order.offer.service, Qt::CaseInsensitive) == 0;
        if (live && sameService && !isOurs(report))
            candidates.append(report);
        if (report.status == OrderStatus::Finished && sameService && !isOurs(report))
            mayBeOver = true;
    }

    if (candidates.size() == 1) {
        const OrderReport report = candidates.first();
        forget(key);
        Q_EMIT found(key, report);
        return;
    }
    Search &search = *m_searches.at(key);
    if (!candidates.isEmpty()) {
        forget(key); // several could be it: the person has to say which
        noteBalance(key);
        return;
    }
    if (++search.emptyLooks >= EmptyLooksNeeded && order.createdAt.secsTo(m_clock.utc()) >= 60) {
        if (mayBeOver) {
            noteBalance(key);
            return;
        }
        forget(key);
        Q_EMIT absent(key);
        return;
    }
    lookAgain(key);
}

void PurchaseReconciler::noteBalance(qint64 key)
{
    forget(key);
    const Order *order = m_book.find(key);
    Provider *provider = order ? m_accounts.provider(order->accountId) : nullptr;
    if (!provider)
        return;
    whenReady(provider->balance(Priority::Reconcile), this, [this, key](const Result<Balance> &result) {
        if (result)
            Q_EMIT balanceKnown(key, result->amount);
    });
}

} // namespace otpdesk
