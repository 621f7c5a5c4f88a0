#include "models/orders/orderengine.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderchange.h"
#include "models/orders/ordermerger.h"
#include "providers/registry.h"
#include "providers/types/clock.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

// Buying, and what becomes of it.

namespace otpdesk {

namespace {

ApiError errorOf(ErrorKind kind, Outcome outcome = Outcome::Definite)
{
    ApiError error;
    error.kind = kind;
    error.outcome = outcome;
    return error;
}

/// A day of spending is the person's own.
QDateTime midnightBefore(const QDateTime &utc)
{
    return utc.toLocalTime().date().startOfDay().toUTC();
}

/// The ids a person entered; none where they cannot be this purchase's.
QStringList idsIn(const QString &text, const Order &purchase)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    QStringList ids = text.split(separators, Qt::SkipEmptyParts);
    if (ids.removeDuplicates() > 0 || ids.size() > purchase.options.quantity)
        ids.clear();
    return ids;
}

} // namespace

Async<qint64> OrderEngine::buy(const QString &accountId, const Offer &offer, const PurchaseOptions &options,
                               Consent consent)
{
    const AccountEntry *account = m_accounts.find(accountId);
    Provider *provider = m_accounts.provider(accountId);
    if (!account)
        return readyResult<qint64>(errorOf(ErrorKind::NotFound));
    if (!provider)
        return readyResult<qint64>(errorOf(ErrorKind::KeyMissing));
    if (!provider->shop(offer.kind))
        return readyResult<qint64>(errorOf(ErrorKind::NotSupported));

    Order order;
    order.accountId = accountId;
    order.providerId = account->account.providerId;
    order.offer = offer;
    order.options = options;
    if (offer.price)
        order.price = *offer.price * options.quantity;
    return mapped(openIntent(order, consent), this, [this](Result<qint64> key) {
        if (key)
            sendPurchase(key.value());
        return key;
    });
}

/// Writes down what is about to be asked for, unless the account may not spend that much unasked.
Async<qint64> OrderEngine::openIntent(Order order, Consent consent)
{
    const AccountEntry *account = m_accounts.find(order.accountId);
    std::optional<SpendCap> cap;
    if (account && consent == Consent::Unasked) {
        const SpendLimits &limits = account->account.limits;
        if (const auto error = consentNeeded(concernOf(limits, order.price, std::nullopt)))
            return readyResult<qint64>(*error);
        if (limits.perDay)
            cap = SpendCap{*limits.perDay, midnightBefore(m_clock.utc())};
    }
    order.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.createdAt = m_clock.utc();
    if (account && account->balance)
        order.balanceBefore = account->balance->amount;
    return m_book->open(order, EventKind::PurchaseAsked, cap);
}

Async<Money> OrderEngine::spentToday(const QString &accountId)
{
    const AccountEntry *account = m_accounts.find(accountId);
    const ProviderEntry *provider = account ? findProvider(account->account.providerId) : nullptr;
    if (!provider)
        return readyResult<Money>(errorOf(ErrorKind::NotFound));
    return m_journal.spent(accountId, midnightBefore(m_clock.utc()), provider->info().currency);
}

void OrderEngine::sendPurchase(qint64 key)
{
    const Order &now = *order(key);
    Shop *shop = shopOf(now);
    if (!shop) {
        // The account went away while the intent was written: nothing was sent.
        purchaseFailed(key, errorOf(ErrorKind::KeyMissing), EventKind::PurchaseRefused);
        return;
    }
    const auto call = now.renews != 0 ? shop->renew(*order(now.renews), now.offer)
                                      : shop->buy({now.offer, now.idempotencyKey, now.options});
    whenEnded(call, this, [this, key](const Report &answer) { purchaseAnswered(key, answer); });
}

void OrderEngine::purchaseAnswered(qint64 key, const Report &answer)
{
    if (!answer) {
        // The account was changed or removed under way.
        purchaseFailed(key, errorOf(ErrorKind::Canceled, Outcome::Unknown), EventKind::PurchaseUnclear);
    } else if (answer->ok()) {
        purchased(key, answer->value(), EventKind::NumberAssigned);
    } else {
        const ApiError &error = answer->error();
        purchaseFailed(key, error,
                       error.outcome == Outcome::Unknown ? EventKind::PurchaseUnclear
                                                         : EventKind::PurchaseRefused);
    }
}

void OrderEngine::purchased(qint64 key, const OrderReport &report, EventKind how)
{
    Order bought = *order(key);
    if (bought.renews != 0) {
        renewed(key, report, how);
        return;
    }
    // A cooldown counts from the purchase; of one found later, from when it was asked for.
    bought.boughtAt = how == EventKind::Reconciled ? bought.createdAt : m_clock.utc();
    // Bought. A status word nobody knows keeps it alive until the provider says otherwise.
    bought.status = OrderStatus::Waiting;
    if (bought.options.quantity > 1)
        bought.price = bought.offer.price; // from now on each for itself
    if (report.more.isEmpty())
        recordPurchase(key, bought, report, how);
    else
        purchasedSeveral(bought, report, how);
}

/// One purchase that bought several. All of them are written at once: none may be known without the others.
void OrderEngine::purchasedSeveral(Order first, const OrderReport &report, EventKind how)
{
    first.id = report.id;
    QList<Order> others;
    for (const OrderReport &more : report.more) {
        Order other = first;
        other.key = 0;
        other.id = more.id;
        other.number = more.number;
        if (more.id.isEmpty()) {
            // Paid for, and nothing to ask the provider about it by: the person may know.
            other.status = OrderStatus::Unconfirmed;
            other.options.quantity = 1;
        }
        others.append(other);
    }
    m_reconciler->forget(first.key);
    m_busy.insert(first.key); // until they are written nobody adopts them once more
    whenReady(m_book->openSiblings(first, others), this,
              [this, first, report, how](const Result<QList<qint64>> &keys) {
                  m_busy.remove(first.key);
                  recordPurchase(first.key, first, report, how);
                  for (qsizetype i = 0; i < keys->size(); ++i) {
                      const OrderReport &more = report.more.at(i);
                      if (more.id.isEmpty())
                          Q_EMIT unconfirmed(keys->at(i));
                      else
                          apply(*order(keys->at(i)), more);
                      watch(*order(keys->at(i)));
                  }
              });
}

void OrderEngine::recordPurchase(qint64 key, const Order &bought, const OrderReport &report, EventKind how)
{
    QList<OrderEvent> before;
    if (how == EventKind::Reconciled) {
        before.append(eventOf(bought, how, m_clock.utc()));
        before.last().text = report.id;
    }
    m_reconciler->forget(key);
    OrderReport known = report;
    if (report.status == OrderStatus::Finished && report.messages.value_or(QList<Message>()).isEmpty() &&
        report.code.isEmpty()) {
        // Over before it was found. It stays open until what came to it is read: were it written as over and
        // we died now, nobody would ask again.
        known.status.reset();
        known.statusWord.clear();
    }
    apply(bought, known, before);

    const Order &now = *order(key);
    if (now.price)
        m_accounts.notePrice(now.accountId, *now.price);
    if (!report.balanceAfter)
        learnPrice(key);
    if (const ProviderEntry *entry = findProvider(now.providerId);
        entry && entry->info().terms(now.offer.kind).keepsHistory)
        m_merger->read(now.accountId); // its list may know more than the answer to the purchase
    planRefund(key);
    if (isLive(now.status))
        watch(now);
}

/// Asks for the balance after a purchase; where the provider has no prices, the difference is the price.
void OrderEngine::learnPrice(qint64 key)
{
    const QString accountId = order(key)->accountId;
    Provider *provider = m_accounts.provider(accountId);
    if (!provider)
        return;
    whenReady(
        provider->balance(Priority::Reconcile), this, [this, key, accountId](const Result<Balance> &result) {
            if (!result)
                return;
            m_accounts.noteBalance(accountId, result->amount);
            Order now = *order(key);
            now.balanceAfter = result->amount;
            const bool alone =
                std::count_if(orders().cbegin(), orders().cend(), [&](const auto &entry) {
                    return entry.second.accountId == accountId && entry.second.createdAt >= now.createdAt;
                }) == 1;
            // Only an undisturbed difference is a price: no other purchase in between, and less than before.
            if (!now.price && alone && now.balanceBefore &&
                now.balanceBefore->currency() == result->amount.currency() &&
                result->amount < *now.balanceBefore)
                now.price = *now.balanceBefore - result->amount;
            m_book->record(now, {});
        });
}

void OrderEngine::purchaseFailed(qint64 key, const ApiError &error, EventKind how)
{
    Order now = *order(key);
    OrderEvent event = eventOf(now, how, m_clock.utc());
    event.error = error;
    if (how == EventKind::PurchaseUnclear) {
        now.status = OrderStatus::Unconfirmed;
        m_book->record(now, {event});
        if (now.renews != 0)
            note(now.renews, EventKind::RenewUnclear, error);
        m_reconciler->look(key);
        Q_EMIT unconfirmed(key);
        return;
    }
    now.status = OrderStatus::NotBought;
    now.endedAt = m_clock.utc();
    unwatch(key);
    m_book->record(now, {event});
    if (now.renews != 0)
        note(now.renews, EventKind::RenewRefused, error);
    m_accounts.refreshBalance(now.accountId, Priority::Reconcile);
    Q_EMIT refused(key, error);
}

void OrderEngine::reportAbsent(qint64 key)
{
    Order now = *order(key);
    now.status = OrderStatus::NotBought;
    now.endedAt = m_clock.utc();
    unwatch(key);
    m_book->record(now, {eventOf(now, EventKind::NotInProvidersList, m_clock.utc())});
    if (now.renews != 0)
        note(now.renews, EventKind::RenewRefused);
    m_accounts.refreshBalance(now.accountId, Priority::Reconcile);
}

void OrderEngine::reconcile(qint64 key)
{
    const Order *found = order(key);
    if (found && found->status == OrderStatus::Unconfirmed)
        m_reconciler->look(key);
}

/// Asks the provider about each of the ids; one report, the others in `more`.
Async<OrderReport> OrderEngine::checkAll(const Order &purchase, const QStringList &ids)
{
    Shop *shop = shopOf(purchase);
    if (!shop)
        return readyResult<OrderReport>(errorOf(ErrorKind::KeyMissing));
    Order probe = purchase;
    probe.id = ids.first();
    const QStringList rest = ids.sliced(1);
    return chained(shop->check(probe, Priority::User), this,
                   [this, purchase, id = probe.id, rest](Result<OrderReport> result) -> Async<OrderReport> {
                       if (!result)
                           return readyResult<OrderReport>(result.error());
                       OrderReport report = result.value();
                       report.id = id;
                       if (rest.isEmpty())
                           return readyResult<OrderReport>(report);
                       return mapped(checkAll(purchase, rest), this,
                                     [report](Result<OrderReport> others) mutable -> Result<OrderReport> {
                                         if (!others)
                                             return others;
                                         report.more.append(others.value());
                                         report.more += std::exchange(report.more.last().more, {});
                                         return report;
                                     });
                   });
}

Async<Done> OrderEngine::adopt(qint64 key, const QString &orderIds)
{
    const Order *found = order(key);
    if (!found || found->status != OrderStatus::Unconfirmed)
        return readyResult<Done>(errorOf(ErrorKind::TooLate));
    if (isBusy(key))
        return readyResult<Done>(errorOf(ErrorKind::Canceled));
    ApiError wrongId = errorOf(ErrorKind::BadRequest);
    wrongId.field = QStringLiteral("order_id");
    const Order purchase = *found;
    const QStringList ids = idsIn(orderIds, purchase);
    if (ids.isEmpty())
        return readyResult<Done>(wrongId);
    const auto isFree = [this, purchase, ids](const QHash<QString, qint64> &written) {
        QList<qint64> owners = written.values();
        for (const auto &[owner, order] : orders()) {
            if (order.accountId == purchase.accountId && ids.contains(order.id))
                owners.append(owner); // maybe not written yet
        }
        owners.removeAll(purchase.renews); // a renewal goes by its rental's id
        return owners.isEmpty();
    };
    const auto checked = chained(m_journal.findOrders(purchase.accountId, ids), this,
                                 [this, purchase, ids, wrongId, isFree](
                                     const Result<QHash<QString, qint64>> &written) -> Async<OrderReport> {
                                     if (!written)
                                         return readyResult<OrderReport>(written.error());
                                     return isFree(written.value()) ? checkAll(purchase, ids)
                                                                    : readyResult<OrderReport>(wrongId);
                                 });
    return mapped(checked, this, [this, key](Result<OrderReport> report) -> Result<Done> {
        if (!report)
            return report.error();
        if (order(key)->status == OrderStatus::Unconfirmed && !isBusy(key))
            purchased(key, report.value(), EventKind::Reconciled);
        return Done{};
    });
}

Async<Done> OrderEngine::markNotCharged(qint64 key)
{
    const Order *found = order(key);
    if (!found || found->status != OrderStatus::Unconfirmed)
        return readyResult<Done>(errorOf(ErrorKind::TooLate));
    Order now = *found;
    now.status = OrderStatus::NotBought;
    now.endedAt = m_clock.utc();
    unwatch(key);
    m_book->record(now, {eventOf(now, EventKind::MarkedNotCharged, m_clock.utc())});
    if (now.renews != 0)
        note(now.renews, EventKind::RenewRefused);
    return readyResult<Done>(Done{});
}

} // namespace otpdesk
