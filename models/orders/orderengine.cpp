#include "models/orders/orderengine.h"

#include "models/accounts/accountlist.h"
#include "models/orders/expirywarning.h"
#include "models/orders/orderalarm.h"
#include "models/orders/orderchange.h"
#include "models/orders/ordermerger.h"
#include "models/store/journal.h"
#include "providers/registry.h"
#include "providers/types/clock.h"

// Lifecycle and polling. Commands are in orderengine_commands.cpp, purchases in orderengine_purchases.cpp.

namespace otpdesk {

namespace {

using namespace std::chrono_literals;

/// The first SMS often comes within seconds of the purchase.
constexpr std::chrono::milliseconds FirstCheckIn = 3s;
/// An order with its code is checked less often, unless another one was asked for.
constexpr int StretchWithCode = 3;
/// A limit that is used up makes requests wait for less; that is their ordinary spacing.
constexpr std::chrono::milliseconds ShortestRest = 5s;
/// How long the provider may take, after its own expiry time, to say how the order ended.
constexpr std::chrono::seconds ExpiryGrace = 2min;

} // namespace

OrderEngine::OrderEngine(Journal &journal, AccountList &accounts, Clock &clock, QObject *parent)
    : QObject(parent),
      m_journal(journal),
      m_accounts(accounts),
      m_clock(clock),
      m_book(std::make_unique<OrderBook>(journal, clock)),
      m_reconciler(std::make_unique<PurchaseReconciler>(*m_book, journal, accounts, clock)),
      m_poller(std::make_unique<OrderPoller>(clock, [this](qint64 key) { poll(key, Priority::Poll); })),
      m_merger(std::make_unique<OrderMerger>(*m_book, journal, accounts)),
      m_expiries(std::make_unique<OrderAlarm>(
          *m_book, clock, [this](const Order &order) { return nextExpiryWarning(order, m_clock.utc()); })),
      m_refunds(std::make_unique<OrderAlarm>(*m_book, clock, [](const Order &order) {
          const bool waits = order.status == OrderStatus::Waiting && order.messages.isEmpty();
          return waits ? order.cancelAt : QDateTime();
      }))
{
    connect(m_book.get(), &OrderBook::added, this, &OrderEngine::added);
    connect(m_book.get(), &OrderBook::changed, this, &OrderEngine::changed);
    connect(m_book.get(), &OrderBook::eventAdded, this, &OrderEngine::eventAdded);
    connect(m_book.get(), &OrderBook::storageFailed, this, &OrderEngine::storageFailed);
    connect(m_book.get(), &OrderBook::storageRecovered, this, &OrderEngine::storageRecovered);

    connect(m_reconciler.get(), &PurchaseReconciler::found, this,
            [this](qint64 key, const OrderReport &report) { purchased(key, report, EventKind::Reconciled); });
    connect(m_reconciler.get(), &PurchaseReconciler::refused, this,
            [this](qint64 key, const ApiError &error) {
                purchaseFailed(key, error, EventKind::PurchaseRefused);
            });
    connect(m_reconciler.get(), &PurchaseReconciler::absent, this, &OrderEngine::reportAbsent);
    connect(m_reconciler.get(), &PurchaseReconciler::balanceKnown, this,
            [this](qint64 key, const Money &balance) {
                Order order = *m_book->find(key);
                order.balanceAfter = balance;
                m_book->record(order, {});
                m_accounts.noteBalance(order.accountId, balance);
            });
    connect(m_merger.get(), &OrderMerger::known, this, &OrderEngine::takeListed);
    connect(m_merger.get(), &OrderMerger::foundNew, this, &OrderEngine::takeOver);
    connect(m_merger.get(), &OrderMerger::finished, this, &OrderEngine::listRead);
    connect(m_merger.get(), &OrderMerger::failed, this, &OrderEngine::listFailed);
    connect(m_expiries.get(), &OrderAlarm::due, this, &OrderEngine::warnOfExpiry);
    connect(m_refunds.get(), &OrderAlarm::due, this, &OrderEngine::refundDue);
    connect(&accounts, &AccountList::providerReady, this, [this](const QString &accountId) {
        followRests(accountId);
        m_merger->read(accountId);
        for (const auto &[key, order] : orders()) {
            if (order.accountId == accountId && isLive(order.status))
                watch(order);
        }
        m_refunds->rouse();
    });
}

OrderEngine::~OrderEngine() = default;

void OrderEngine::start(const QList<Order> &liveOrders)
{
    for (Order order : liveOrders) {
        const bool interrupted = order.status == OrderStatus::Buying;
        m_book->take(order);
        if (interrupted) {
            // The application ended between the intent and the outcome: it may have been sent.
            OrderEvent event = eventOf(order, EventKind::PurchaseUnclear, m_clock.utc());
            order.status = OrderStatus::Unconfirmed;
            m_book->record(order, {event});
        }
        watch(order);
    }
}

Shop *OrderEngine::shopOf(const Order &order) const
{
    Provider *provider = m_accounts.provider(order.accountId);
    return provider ? provider->shop(order.offer.kind) : nullptr;
}

void OrderEngine::watch(const Order &order)
{
    Provider *provider = m_accounts.provider(order.accountId);
    if (!provider || m_busy.contains(order.key))
        return;
    if (order.status == OrderStatus::Unconfirmed) {
        m_reconciler->look(order.key);
    } else if (isLive(order.status) && !order.id.isEmpty()) {
        m_poller->setLimit(order.accountId, provider->info().requestsPerMinute);
        const bool justBought = order.boughtAt.isValid() && order.boughtAt.secsTo(m_clock.utc()) < 2;
        const bool isNew = !m_poller->isWatching(order.key);
        m_poller->watch(order.accountId, order.key, provider->info().terms(order.offer.kind).pollEvery,
                        justBought ? FirstCheckIn : 0s);
        if (isNew)
            Q_EMIT pollPaceChanged(order.accountId);
    }
}

void OrderEngine::unwatch(qint64 key)
{
    const bool wasPolled = m_poller->isWatching(key);
    m_poller->forget(key);
    m_reconciler->forget(key);
    m_failing.remove(key);
    m_refundAttempts.remove(key);
    if (wasPolled)
        Q_EMIT pollPaceChanged(order(key)->accountId);
}

OrderActions OrderEngine::actions(qint64 key) const
{
    const Order *found = order(key);
    const Permission none = Permission::never(Permission::Reason::Ended);
    if (!found || isBusy(key) || !isLive(found->status))
        return {none, none, none, none, none};
    if (found->id.isEmpty()) {
        const Permission unconfirmed = Permission::never(Permission::Reason::NotConfirmed);
        return {unconfirmed, unconfirmed, unconfirmed, unconfirmed, unconfirmed};
    }
    const Shop *shop = shopOf(*found);
    if (!shop) {
        const Permission offline = Permission::never(Permission::Reason::NoAccount);
        return {offline, offline, offline, offline, offline};
    }
    return shop->actions(*found, m_clock.utc());
}

QDateTime OrderEngine::expiry(const Order &order) const
{
    if (order.status != OrderStatus::Waiting && order.status != OrderStatus::CodeReceived)
        return {};
    if (order.expiresAt.isValid())
        return order.expiresAt;
    const ProviderEntry *entry = findProvider(order.providerId);
    const auto lifetime = entry ? entry->info().terms(order.offer.kind).lifetime : 0s;
    return lifetime > 0s && order.boughtAt.isValid() ? order.boughtAt.addSecs(lifetime.count()) : QDateTime();
}

std::chrono::milliseconds OrderEngine::pollInterval(const Order &order) const
{
    const ProviderEntry *entry = findProvider(order.providerId);
    const std::chrono::milliseconds pace = entry ? entry->info().terms(order.offer.kind).pollEvery : 0s;
    return m_poller->interval(order.accountId, pace);
}

int OrderEngine::polledOrders(const QString &accountId) const
{
    return m_poller->count(accountId);
}

void OrderEngine::followRests(const QString &accountId)
{
    m_restsUntil.remove(accountId);
    connect(m_accounts.provider(accountId), &Provider::throttled, this,
            [this, accountId](std::chrono::milliseconds wait) {
                if (wait < ShortestRest)
                    return;
                m_restsUntil.insert(accountId, m_clock.utc().addMSecs(wait.count()));
                Q_EMIT pollPaceChanged(accountId);
            });
}

/// No timer waits for that: the first check after it tells.
void OrderEngine::noteRestOver(const QString &accountId)
{
    const auto rest = m_restsUntil.constFind(accountId);
    if (rest == m_restsUntil.cend() || *rest > m_clock.utc())
        return;
    m_restsUntil.erase(rest);
    Q_EMIT pollPaceChanged(accountId);
}

void OrderEngine::pollNow(qint64 key)
{
    if (m_poller->isWatching(key))
        poll(key, Priority::User); // a click: it does not wait for its turn
}

void OrderEngine::pollAllNow()
{
    m_poller->hurryAll();
    for (const auto &[key, order] : orders()) {
        if (order.status == OrderStatus::Unconfirmed)
            m_reconciler->look(key);
    }
}

void OrderEngine::poll(qint64 key, Priority priority)
{
    const Order *found = order(key);
    Shop *shop = found ? shopOf(*found) : nullptr;
    if (!shop) {
        m_poller->forget(key); // watched again when the account is ready
        return;
    }
    const int generation = m_generation.value(key);
    const QDateTime asked = m_clock.utc();
    whenEnded(shop->check(*found, priority), this, [this, key, generation, asked](const Report &answer) {
        pollAnswered(key, generation, asked, answer);
    });
}

void OrderEngine::pollAnswered(qint64 key, int generation, const QDateTime &asked, const Report &answer)
{
    const bool succeeded = answer && answer->ok();
    noteRestOver(order(key)->accountId);
    if (generation == m_generation.value(key)) {
        if (succeeded) {
            QList<OrderEvent> recovered;
            if (m_failing.remove(key))
                recovered.append(eventOf(*order(key), EventKind::CheckRecovered, m_clock.utc()));
            apply(*order(key), answer->value(), recovered);
            expireIfOver(key, asked);
        } else if (answer) {
            noteFailure(*order(key), answer->error());
        }
    }
    const Order &now = *order(key);
    m_takenOver.remove(succeeded ? key : 0);
    const bool quiet =
        now.offer.kind == OfferKind::Number && now.status == OrderStatus::CodeReceived && !now.resendPending;
    std::chrono::milliseconds notBefore{0};
    if (answer && !answer->ok() && answer->error().retryAfter)
        notBefore = *answer->error().retryAfter;
    m_poller->answered(key, succeeded, quiet ? StretchWithCode : 1, notBefore);
}

void OrderEngine::noteFailure(const Order &order, const ApiError &error)
{
    // One line for a spell of failures, not one for each attempt.
    if (m_failing.contains(order.key))
        return;
    m_failing.insert(order.key);
    note(order.key, EventKind::CheckFailed, error);
}

/// After an answer to what was asked then. One from before the end says nothing about what came until it: the
/// computer may have slept in between.
void OrderEngine::expireIfOver(qint64 key, const QDateTime &asked)
{
    const Order &now = *order(key);
    const QDateTime expires = expiry(now);
    if (!expires.isValid() || asked < expires)
        return;
    // Where the provider never said when, its usual lifetime is only our guess: wait as long again.
    const ProviderEntry *entry = findProvider(now.providerId);
    const std::chrono::seconds grace =
        now.expiresAt.isValid() || !entry ? ExpiryGrace : entry->info().terms(now.offer.kind).lifetime;
    if (asked < expires.addSecs(grace.count()))
        return;
    const OrderChange change = expire(now, m_clock.utc());
    unwatch(key);
    m_book->record(change.order, change.events);
    m_accounts.refreshBalance(now.accountId, Priority::Reconcile);
}

void OrderEngine::apply(const Order &base, const OrderReport &report, const QList<OrderEvent> &before)
{
    const OrderChange change = applyReport(base, report, m_clock.utc());
    const qint64 key = base.key;
    const bool ended = isLive(base.status) && !isLive(change.order.status);
    if (ended)
        unwatch(key);
    m_book->record(change.order, before + change.events);
    if (!m_takenOver.contains(key)) {
        for (const Message &message : change.newMessages)
            Q_EMIT messageArrived(key, message);
    }
    if (report.balanceAfter)
        m_accounts.noteBalance(change.order.accountId, *report.balanceAfter);
    else if (ended && !m_takenOver.contains(key)) // what ended long ago moves no money now
        m_accounts.refreshBalance(change.order.accountId, Priority::Reconcile);
}

void OrderEngine::note(qint64 key, EventKind kind, const std::optional<ApiError> &error)
{
    const Order &now = *order(key);
    OrderEvent event = eventOf(now, kind, m_clock.utc());
    event.error = error;
    m_book->record(now, {event});
}

void OrderEngine::loadHistory(OfferKind kind, int most)
{
    // Not the oldest that has ended: one that lived long may have done so just now.
    const qint64 oldest = m_historyDownTo.value(kind);
    whenReady(m_journal.history(kind, oldest, most), this, [this, kind](const Result<QList<Order>> &result) {
        if (!result) {
            Q_EMIT storageFailed(result.error());
            return;
        }
        for (const Order &order : result.value()) {
            m_book->take(order);
            m_historyDownTo.insert(kind, order.key);
        }
        Q_EMIT historyLoaded(kind, static_cast<int>(result->size()));
    });
}

} // namespace otpdesk
