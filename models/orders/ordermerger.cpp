#include "models/orders/ordermerger.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderbook.h"
#include "models/store/journal.h"

#include <QSet>

#include <algorithm>

namespace otpdesk {

namespace {

/// A list that never ends is none: no person has bought that much.
constexpr int MostPages = 200;

} // namespace

OrderMerger::OrderMerger(OrderBook &book, Journal &journal, AccountList &accounts, QObject *parent)
    : QObject(parent), m_book(book), m_journal(journal), m_accounts(accounts)
{}

void OrderMerger::read(const QString &accountId)
{
    Provider *provider = m_accounts.provider(accountId);
    if (!provider || m_readings.contains(accountId))
        return;
    auto reading = std::make_shared<Reading>();
    reading->accountId = accountId;
    for (const OfferKind kind : AllOfferKinds) {
        if (provider->info().terms(kind).keepsHistory && provider->shop(kind))
            reading->kinds.append(kind);
    }
    if (reading->kinds.isEmpty())
        return;
    m_readings.insert(accountId, reading);
    readPage(reading);
}

void OrderMerger::readPage(const ReadingPtr &reading)
{
    Provider *provider = m_accounts.provider(reading->accountId);
    Shop *shop = provider && !reading->kinds.isEmpty() ? provider->shop(reading->kinds.first()) : nullptr;
    if (!shop) {
        end(reading, std::nullopt);
        return;
    }
    whenEnded(shop->listOrders(reading->page, Priority::Reconcile), this,
              [this, reading](const std::optional<Result<OrderPage>> &answer) {
                  if (answer && answer->ok())
                      comparePage(reading, answer->value());
                  else
                      end(reading, answer ? std::optional(answer->error()) : std::nullopt);
              });
}

void OrderMerger::comparePage(const ReadingPtr &reading, const OrderPage &page)
{
    QStringList ids;
    for (const OrderReport &report : page.orders) {
        if (!report.id.isEmpty())
            ids.append(report.id);
    }
    whenReady(m_journal.findOrders(reading->accountId, ids), this,
              [this, reading, page](const Result<QHash<QString, qint64>> &keys) {
                  if (keys)
                      mergePage(reading, page, keys.value());
                  else
                      end(reading, keys.error());
              });
}

void OrderMerger::mergePage(const ReadingPtr &reading, const OrderPage &page,
                            const QHash<QString, qint64> &keys)
{
    const qsizetype before = reading->fresh.size();
    for (const OrderReport &report : page.orders) {
        const auto key = keys.constFind(report.id);
        if (key == keys.cend() && !report.id.isEmpty())
            reading->fresh.append(report);
        else if (key != keys.cend() && m_book.find(*key))
            Q_EMIT known(*key, report);
    }

    // Newest first: behind a page of which everything is known there is nothing new.
    const bool next = page.hasMore && reading->fresh.size() > before && reading->page < MostPages;
    if (next) {
        ++reading->page;
    } else {
        tellFresh(reading);
        reading->kinds.removeFirst();
        reading->page = 1;
    }
    if (reading->kinds.isEmpty())
        end(reading, std::nullopt);
    else
        readPage(reading);
}

void OrderMerger::tellFresh(const ReadingPtr &reading)
{
    const QList<OrderReport> fresh = std::exchange(reading->fresh, {});
    const OfferKind kind = reading->kinds.first();
    const AccountEntry *account = m_accounts.find(reading->accountId);
    // With a purchase nobody could confirm yet it may be the very one: that is found out elsewhere.
    if (!account || purchaseIsOpen(reading->accountId, kind))
        return;
    // What was bought, or found out about, while the journal was asked: it may not be written yet.
    QSet<QString> known;
    for (const auto &[key, order] : m_book.orders()) {
        if (order.accountId == reading->accountId)
            known.insert(order.id);
    }
    for (auto report = fresh.crbegin(); report != fresh.crend(); ++report) {
        if (known.contains(report->id))
            continue;
        Order order;
        order.accountId = reading->accountId;
        order.providerId = account->account.providerId;
        order.offer = report->offer.value_or(Offer());
        order.offer.kind = kind;
        order.id = report->id;
        order.status = OrderStatus::Waiting;
        order.createdAt = report->boughtAt;
        Q_EMIT foundNew(order, *report);
    }
}

bool OrderMerger::purchaseIsOpen(const QString &accountId, OfferKind kind) const
{
    return std::any_of(m_book.orders().cbegin(), m_book.orders().cend(), [&](const auto &entry) {
        const Order &order = entry.second;
        return order.accountId == accountId && order.offer.kind == kind && order.renews == 0 &&
               (order.status == OrderStatus::Buying || order.status == OrderStatus::Unconfirmed);
    });
}

void OrderMerger::end(const ReadingPtr &reading, const std::optional<ApiError> &error)
{
    m_readings.remove(reading->accountId);
    if (error)
        Q_EMIT failed(reading->accountId, *error);
    else
        Q_EMIT finished(reading->accountId);
}

} // namespace otpdesk
