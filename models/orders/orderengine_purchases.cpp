#include "models/orders/orderengine.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderchange.h"
#include "models/orders/ordermerger.h"
#include "providers/registry.h"
#include "providers/types/clock.h"

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

} // namespace

Async<qint64> OrderEngine::buy(const QString &accountId, const Offer &offer, const PurchaseOptions &options)
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
    return mapped(openIntent(order), this, [this](Result<qint64> key) {
        if (key)
            sendPurchase(key.value());
        return key;
    });
}

/// Writes down what is about to be asked for.
Async<qint64> OrderEngine::openIntent(Order order)
{
    order.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.createdAt = m_clock.utc();
    if (const AccountEntry *account = m_accounts.find(order.accountId); account && account->balance)
        order.balanceBefore = account->balance->amount;
    return m_book->open(order, EventKind::PurchaseAsked);
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
    if (bought.options.quantity > 1) {
        bought.price = bought.offer.price; // from now on each for itself
        for (const OrderReport &other : report.more)
            openOther(bought, other);
    }

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
    if (isLive(now.status))
        watch(now);
}

/// Another of several that one purchase bought.
void OrderEngine::openOther(const Order &first, const OrderReport &report)
{
    Order other = first;
    other.key = 0;
    other.id = report.id; // in the journal before anything else happens to it
    other.number = report.number;
    whenReady(m_book->open(other, EventKind::PurchaseAsked), this, [this, report](const Result<qint64> &key) {
        if (!key)
            return;
        apply(*order(key.value()), report);
        watch(*order(key.value()));
    });
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

Async<Done> OrderEngine::adopt(qint64 key, const QString &orderId)
{
    const Order *found = order(key);
    const QString id = orderId.trimmed();
    if (!found || found->status != OrderStatus::Unconfirmed)
        return readyResult<Done>(errorOf(ErrorKind::TooLate));
    Shop *shop = shopOf(*found);
    if (!shop)
        return readyResult<Done>(errorOf(ErrorKind::KeyMissing));
    const bool taken = std::any_of(orders().cbegin(), orders().cend(), [&](const auto &entry) {
        // A renewal goes by its rental's id.
        return entry.second.accountId == found->accountId && entry.second.id == id &&
               entry.first != found->renews;
    });
    if (id.isEmpty() || taken) {
        ApiError error = errorOf(ErrorKind::BadRequest);
        error.field = QStringLiteral("order_id");
        return readyResult<Done>(error);
    }
    Order probe = *found;
    probe.id = id;
    return mapped(shop->check(probe, Priority::User), this,
                  [this, key, id](Result<OrderReport> result) -> Result<Done> {
                      if (!result)
                          return result.error();
                      OrderReport report = result.value();
                      report.id = id;
                      if (order(key)->status == OrderStatus::Unconfirmed)
                          purchased(key, report, EventKind::Reconciled);
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
