#include "models/orders/purchasereconciler.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderbook.h"
#include "models/store/journal.h"
#include "providers/registry.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

using namespace std::chrono_literals;

/// Soon at first, since the person waits; then patiently.
constexpr std::chrono::milliseconds Pauses[] = {2s, 8s, 20s, 40s, 2min, 5min};
constexpr std::chrono::milliseconds RepeatFor = 10min;
constexpr int EmptyLooksNeeded = 3;
/// Two zones of honest servers differ by no more.
constexpr std::chrono::hours ZoneDoubt{14};

bool keepsHistory(const Order &order)
{
    const ProviderEntry *entry = findProvider(order.providerId);
    return entry && entry->info().terms(order.offer.kind).keepsHistory;
}

} // namespace

PurchaseReconciler::PurchaseReconciler(OrderBook &book, Journal &journal, AccountList &accounts, Clock &clock,
                                       QObject *parent)
    : QObject(parent), m_book(book), m_journal(journal), m_accounts(accounts), m_clock(clock)
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

/// Not begun anew, nor called off, while an answer was awaited.
bool PurchaseReconciler::isCurrent(qint64 key, const SearchPtr &search) const
{
    const auto current = m_searches.find(key);
    return current != m_searches.end() && current->second == search;
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
    const ShopTerms terms = provider->info().terms(order->offer.kind);
    if (terms.takesIdempotencyKey && order->replaces == 0) {
        if (fresh)
            repeat(key);
        else
            noteBalance(key);
    } else if (terms.listsOrders) {
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
                            ->buy({order.offer, order.idempotencyKey, order.options});
    whenEnded(answer, this, [this, key, search](const std::optional<Result<OrderReport>> &result) {
        if (!isCurrent(key, search))
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
    whenEnded(
        m_accounts.provider(order.accountId)->shop(order.offer.kind)->listOrders(1, Priority::Reconcile),
        this, [this, key, search](const std::optional<Result<OrderPage>> &result) {
            if (!isCurrent(key, search))
                return;
            if (!result || !result->ok())
                lookAgain(key);
            else if (m_book.find(key)->renews != 0)
                judgeRenewal(key, result->value().orders);
            else
                compareList(key, search, result->value());
        });
}

/// The book has what is live. An order that we hold for ended may still be listed as active: the journal
/// knows that one.
void PurchaseReconciler::compareList(qint64 key, const SearchPtr &search, const OrderPage &page)
{
    QStringList ids;
    for (const OrderReport &report : page.orders)
        ids.append(report.id);
    whenReady(m_journal.findOrders(m_book.find(key)->accountId, ids), this,
              [this, key, search, page](const Result<QHash<QString, qint64>> &known) {
                  if (!isCurrent(key, search))
                      return;
                  if (known)
                      judgeList(key, page, known.value());
                  else
                      lookAgain(key);
              });
}

/// A renewal shows in its rental's expiry.
void PurchaseReconciler::judgeRenewal(qint64 key, const QList<OrderReport> &list)
{
    const Order &renewal = *m_book.find(key);
    const Order &rental = *m_book.find(renewal.renews);
    const auto listed = std::find_if(list.cbegin(), list.cend(),
                                     [&rental](const OrderReport &report) { return report.id == rental.id; });
    if (listed == list.cend() || !listed->expiresAt.isValid() || !renewal.expiresAt.isValid()) {
        noteBalance(key); // nothing to tell it by: the person has to say
        return;
    }
    const auto halfOfIt = std::chrono::seconds(renewal.offer.duration) / 2;
    const auto slack = std::min(std::max(listed->expirySlack, std::chrono::seconds(1min)), halfOfIt);
    if (listed->expiresAt.addSecs(slack.count()) >= renewal.expiresAt) {
        const OrderReport report = *listed;
        forget(key);
        Q_EMIT found(key, report);
        return;
    }
    if (isAbsent(key)) {
        forget(key);
        Q_EMIT absent(key);
        return;
    }
    lookAgain(key);
}

/// Another look that did not find it. A list may lag behind: only several looks over a minute prove that it
/// is not there.
bool PurchaseReconciler::isAbsent(qint64 key)
{
    return ++m_searches.at(key)->emptyLooks >= EmptyLooksNeeded &&
           m_book.find(key)->createdAt.secsTo(m_clock.utc()) >= 60;
}

/// Whether something in the list may be what was asked for, as far as the list tells.
bool PurchaseReconciler::fits(const OrderReport &report, const Order &order)
{
    const auto same = [](const QString &a, const QString &b) {
        return a.isEmpty() || b.isEmpty() || a.compare(b, Qt::CaseInsensitive) == 0;
    };
    if (!report.service.isEmpty() && !same(report.service, order.offer.serviceId) &&
        !same(report.service, order.offer.service))
        return false;
    const Offer said = report.offer.value_or(Offer());
    if (!same(said.line, order.offer.line) || !same(said.countryIso, order.offer.countryIso))
        return false;
    // Of a rental: it began when it was asked for, give or take a zone that nobody wrote.
    const auto duration = std::chrono::seconds(order.offer.duration);
    if (duration.count() > 0 && report.expiresAt.isValid()) {
        const qint64 began = order.createdAt.secsTo(report.expiresAt) - duration.count();
        if (qAbs(began) > std::chrono::seconds(ZoneDoubt).count())
            return false;
    }
    // Of an inbox: one of the domains that would do.
    const QString domain = report.number.section(u'@', 1);
    const QStringList &domains = order.options.domains;
    return domain.isEmpty() || domains.contains(domain, Qt::CaseInsensitive) ||
           (domains.isEmpty() && same(domain, order.offer.variantId));
}

/// Whether it would be over by now, had it been bought: a list of what is live need not have it any more.
bool PurchaseReconciler::hasOutlived(const Order &order) const
{
    const ProviderEntry *entry = findProvider(order.providerId);
    if (!entry)
        return true;
    std::chrono::seconds life = entry->info().terms(order.offer.kind).lifetime;
    if (order.offer.duration.count() > 0)
        life = order.offer.duration;
    return order.createdAt.secsTo(m_clock.utc()) >= life.count();
}

/// Whether another purchase that nobody has confirmed may be this one just as well.
bool PurchaseReconciler::isClaimedByAnother(const OrderReport &report, const Order &order) const
{
    return std::any_of(m_book.orders().cbegin(), m_book.orders().cend(), [&](const auto &entry) {
        const Order &other = entry.second;
        const bool isOpen = other.status == OrderStatus::Buying || other.status == OrderStatus::Unconfirmed;
        return isOpen && other.key != order.key && other.accountId == order.accountId && other.renews == 0 &&
               other.offer.kind == order.offer.kind && fits(report, other);
    });
}

void PurchaseReconciler::judgeList(qint64 key, const OrderPage &page, const QHash<QString, qint64> &known)
{
    const Order &order = *m_book.find(key);
    const auto isOurs = [this, &order, &known](const OrderReport &report) {
        return known.contains(report.id) ||
               std::any_of(m_book.orders().cbegin(), m_book.orders().cend(), [&](const auto &entry) {
                   return entry.second.accountId == order.accountId && entry.second.id == report.id;
               });
    };
    QList<OrderReport> candidates;
    const bool outlived = hasOutlived(order);
    // The newest come first: where one of before it is there, it would be, too.
    const bool reachesBack = !page.hasMore || std::any_of(known.cbegin(), known.cend(),
                                                          [key](qint64 earlier) { return earlier < key; });
    bool mayBeOver = !reachesBack || (outlived && !keepsHistory(order));
    for (const OrderReport &report : page.orders) {
        // One that is over is hardly the one just bought, unless its code came at once or that was long ago:
        // it is not taken for it, but neither is its absence proven then.
        const bool live = !report.status || isLive(*report.status);
        const bool mayBeIt = fits(report, order) && !isOurs(report);
        if (live && mayBeIt)
            candidates.append(report);
        if (!live && mayBeIt && (outlived || report.status == OrderStatus::Finished))
            mayBeOver = true;
    }

    if (candidates.size() == 1 && isClaimedByAnother(candidates.first(), order)) {
        if (order.createdAt.secsTo(m_clock.utc()) < 60)
            lookAgain(key); // the other may be answered any moment
        else
            noteBalance(key);
        return;
    }
    if (candidates.size() == 1) {
        const OrderReport report = candidates.first();
        forget(key);
        Q_EMIT found(key, report);
        return;
    }
    if (!candidates.isEmpty()) {
        noteBalance(key); // several could be it: the person has to say which
        return;
    }
    if (isAbsent(key)) {
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

/// Until it is known: the person has nothing else to decide by.
void PurchaseReconciler::noteBalance(qint64 key)
{
    const Order *order = m_book.find(key);
    Provider *provider = order ? m_accounts.provider(order->accountId) : nullptr;
    if (!provider) {
        forget(key);
        return;
    }
    const auto search = m_searches.at(key);
    whenEnded(provider->balance(Priority::Reconcile), this,
              [this, key, search](const std::optional<Result<Balance>> &result) {
                  if (const auto current = m_searches.find(key);
                      current == m_searches.end() || current->second != search)
                      return;
                  if (result && result->ok()) {
                      forget(key);
                      Q_EMIT balanceKnown(key, result->value().amount);
                  } else {
                      lookAgain(key);
                  }
              });
}

} // namespace otpdesk
