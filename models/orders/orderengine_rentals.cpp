#include "models/orders/orderchange.h"
#include "models/orders/orderengine.h"
#include "models/orders/ordermerger.h"

#include "models/accounts/accountlist.h"
#include "providers/types/clock.h"

// What lives longer than an activation: more time for a rental, warnings before it ends, and the provider's
// own list of what was bought.

namespace otpdesk {

Async<qint64> OrderEngine::renew(qint64 rental, const Offer &offer, Consent consent)
{
    if (const auto error = obstacle(rental, &OrderActions::renew))
        return readyResult<qint64>(*error);
    const Order &rented = *order(rental);
    Order renewal;
    renewal.accountId = rented.accountId;
    renewal.providerId = rented.providerId;
    renewal.offer = offer;
    renewal.number = rented.number;
    renewal.price = offer.price;
    renewal.renews = rental;
    // Where it leads to: that is how it is recognised in the provider's list.
    if (rented.expiresAt.isValid())
        renewal.expiresAt = rented.expiresAt.addSecs(std::chrono::seconds(offer.duration).count());
    beginCommand(rental);
    return mapped(openIntent(renewal, consent), this, [this, rental](Result<qint64> key) {
        endCommand(rental);
        if (key) {
            note(rental, EventKind::RenewAsked);
            sendPurchase(key.value());
        }
        return key;
    });
}

void OrderEngine::renewed(qint64 key, const OrderReport &report, EventKind how)
{
    m_reconciler->forget(key);
    Order renewal = *order(key);
    Order rental = *order(renewal.renews);
    const QDateTime now = m_clock.utc();
    renewal.boughtAt = how == EventKind::Reconciled ? renewal.createdAt : now;
    renewal.endedAt = now;
    renewal.status = OrderStatus::Finished;
    renewal.id = rental.id;
    if (report.price)
        renewal.price = report.price;
    QList<OrderEvent> events;
    if (how == EventKind::Reconciled) {
        events.append(eventOf(renewal, how, now));
        events.last().text = rental.id;
    }
    events.append(eventOf(renewal, EventKind::Finished, now));

    // It lives on, even if our own clock has ended it meanwhile.
    rental.status = rental.messages.isEmpty() ? OrderStatus::Waiting : OrderStatus::CodeReceived;
    rental.endedAt = {};
    if (renewal.expiresAt.isValid())
        rental.expiresAt = renewal.expiresAt;
    OrderReport longer;
    longer.expiresAt = report.expiresAt;
    longer.expirySlack = report.expirySlack;
    longer.serverTime = report.serverTime;
    longer.balanceAfter = report.balanceAfter;
    rental = applyReport(rental, longer, now).order;
    OrderEvent event = eventOf(rental, EventKind::Renewed, now);
    event.amount = renewal.price;
    event.other = key;
    event.text = rental.expiresAt.toString(Qt::ISODate);

    m_book->record(renewal, events);
    m_book->record(rental, {event});
    if (report.balanceAfter)
        m_accounts.noteBalance(rental.accountId, *report.balanceAfter);
    else
        m_accounts.refreshBalance(rental.accountId, Priority::Reconcile);
    watch(*order(rental.key));
}

void OrderEngine::warnOfExpiry(qint64 key)
{
    Order rental = *order(key);
    rental.warnedAt = m_clock.utc();
    OrderEvent event = eventOf(rental, EventKind::ExpiresSoon, m_clock.utc());
    event.text = rental.expiresAt.toString(Qt::ISODate);
    m_book->record(rental, {event});
    Q_EMIT expiresSoon(key);
}

void OrderEngine::readLists()
{
    for (int row = 0; row < m_accounts.count(); ++row)
        m_merger->read(m_accounts.at(row).account.id);
}

void OrderEngine::takeListed(qint64 key, const OrderReport &report)
{
    // A command under way knows better than a list that was asked for before it.
    if (!isBusy(key) && isLive(order(key)->status))
        apply(*order(key), report);
}

void OrderEngine::takeOver(Order order, const OrderReport &report)
{
    whenReady(m_book->open(order, EventKind::FoundInList), this, [this, report](const Result<qint64> &key) {
        if (!key)
            return;
        m_takenOver.insert(key.value());
        apply(*this->order(key.value()), report);
        watch(*this->order(key.value()));
    });
}

} // namespace otpdesk
