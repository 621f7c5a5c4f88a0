#include "models/watches/marketwatcher.h"

#include "models/catalog/catalog.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

using namespace std::chrono_literals;

namespace {

/// Stock that comes and goes is told of once in this time.
constexpr std::chrono::milliseconds TellAgainAfter = 10min;

} // namespace

MarketWatcher::MarketWatcher(Journal &journal, AccountList &accounts, Catalog &catalog, CatalogLoader &loader,
                             Clock &clock, QObject *parent)
    : QObject(parent),
      m_journal(journal),
      m_catalog(catalog),
      m_clock(clock),
      m_scout(accounts, catalog, loader, clock),
      m_judge(catalog)
{
    connect(&m_scout, &MarketScout::looked, this, &MarketWatcher::noteLook);
    connect(&catalog, &Catalog::changed, this, &MarketWatcher::noteChange);
    connect(&catalog, &Catalog::accountChanged, this, &MarketWatcher::noteAccount);
}

MarketWatcher::~MarketWatcher() = default;

void MarketWatcher::start()
{
    whenReady(m_journal.watches(), this, [this](const Result<QList<Watch>> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
            return;
        }
        for (const Watch &watch : kept.value())
            take(watch);
    });
}

void MarketWatcher::setConvert(WatchJudge::Convert convert)
{
    m_judge.setConvert(std::move(convert));
    judgeSoon();
}

void MarketWatcher::watch(const Market &market, const std::optional<Money> &limit)
{
    Watch wanted{0, market, limit, m_clock.utc()};
    if (const Watch *known = find(market)) {
        wanted = *known;
        wanted.limit = limit;
        whenReady(m_journal.saveWatch(wanted), this, [this, wanted](const Result<Done> &written) {
            if (!written)
                Q_EMIT failed(written.error());
            else if (find(wanted.id)) // not removed meanwhile
                take(wanted);
        });
        return;
    }
    whenReady(m_journal.addWatch(wanted), this, [this, wanted](const Result<qint64> &id) {
        if (!id) {
            Q_EMIT failed(id.error());
            return;
        }
        Watch written = wanted;
        written.id = id.value();
        take(written);
    });
}

void MarketWatcher::unwatch(qint64 id)
{
    whenReady(m_journal.removeWatch(id), this, [this, id](const Result<Done> &written) {
        if (written)
            takeOut(id);
        else
            Q_EMIT failed(written.error());
    });
}

/// A new one, or one that is waited for something else with: then whatever was told about it is history.
void MarketWatcher::take(const Watch &watch)
{
    Record record;
    record.watch = watch;
    const auto known = m_records.find(watch.id);
    if (known == m_records.end()) {
        m_records.emplace(watch.id, record);
        m_scout.follow(watch.id, watch.market);
        Q_EMIT added(watch.id);
        return;
    }
    if (known->second.watch == watch)
        return;
    record.lastLooked = known->second.lastLooked;
    record.fresh = known->second.fresh;
    known->second = record;
    Q_EMIT changed(watch.id);
    judgeSoon();
}

void MarketWatcher::takeOut(qint64 id)
{
    if (m_records.erase(id) == 0)
        return;
    m_scout.forget(id);
    Q_EMIT removed(id);
}

QList<Watch> MarketWatcher::watches() const
{
    QList<Watch> all;
    for (const auto &[id, record] : m_records)
        all.append(record.watch);
    return all;
}

const Watch *MarketWatcher::find(qint64 id) const
{
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : &found->second.watch;
}

const Watch *MarketWatcher::find(const Market &market) const
{
    const auto found = std::find_if(m_records.cbegin(), m_records.cend(),
                                    [&](const auto &each) { return each.second.watch.market == market; });
    return found == m_records.cend() ? nullptr : &found->second.watch;
}

WatchState MarketWatcher::state(qint64 id) const
{
    const auto found = m_records.find(id);
    return found == m_records.end() ? WatchState::Unknown : found->second.state;
}

QDateTime MarketWatcher::lastLooked(qint64 id) const
{
    const auto found = m_records.find(id);
    return found == m_records.end() ? QDateTime() : found->second.lastLooked;
}

std::optional<WatchFinding> MarketWatcher::finding(qint64 id) const
{
    const auto found = m_records.find(id);
    return found == m_records.end() ? std::nullopt : found->second.finding;
}

std::optional<WatchFinding> MarketWatcher::cheapest(const Market &market,
                                                    const std::optional<Money> &limit) const
{
    const auto isCurrent = [this](const Watch &, OfferRow row) { return !m_catalog.isStale(row); };
    return m_judge.find({Watch{0, market, limit, {}}}, isCurrent).first();
}

void MarketWatcher::noteLook(qint64 id, const QString &accountId)
{
    const auto found = m_records.find(id);
    if (found == m_records.end())
        return;
    found->second.lastLooked = m_clock.utc();
    found->second.fresh.insert(accountId);
    Q_EMIT changed(id);
    judgeSoon();
}

void MarketWatcher::noteAccount(const QString &accountId)
{
    if (!m_catalog.staleReason(accountId))
        return;
    for (auto &[id, record] : m_records)
        record.fresh.remove(accountId);
    judgeSoon();
}

/// Somebody else fetched offers: that is news as well.
void MarketWatcher::noteChange(const CatalogChange &change)
{
    QHash<quint32, qint64> watched; // by the market's id
    for (const auto &[id, record] : m_records) {
        if (const quint32 market = m_catalog.names().marketId(record.watch.market))
            watched.insert(market, id);
    }
    if (watched.isEmpty())
        return;
    QSet<qint64> touched;
    const auto touch = [&](OfferRow row) {
        if (const qint64 id = watched.value(m_catalog.columns().market[row]))
            touched.insert(id);
    };
    for (const OfferRow row : change.added)
        touch(row);
    for (const CatalogChange::Changed &one : change.changed)
        touch(one.row);
    for (const qint64 id : std::as_const(touched))
        m_records.at(id).lastLooked = m_clock.utc();
    for (const OfferRow row : change.removed)
        touch(row);
    for (const qint64 id : std::as_const(touched))
        Q_EMIT changed(id);
    if (!touched.isEmpty())
        judgeSoon();
}

void MarketWatcher::judgeSoon()
{
    if (std::exchange(m_judges, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { judge(); }, Qt::QueuedConnection);
}

void MarketWatcher::judge()
{
    m_judges = false;
    const QList<Watch> all = watches();
    if (all.isEmpty())
        return;
    const auto findings =
        m_judge.find(all, [this](const Watch &watch, OfferRow row) { return counts(watch, row); });
    for (qsizetype i = 0; i < all.size(); ++i)
        judge(all[i].id, findings[i]);
}

void MarketWatcher::judge(qint64 id, const std::optional<WatchFinding> &finding)
{
    const auto found = m_records.find(id);
    if (found == m_records.end() || !found->second.lastLooked.isValid())
        return;
    Record &record = found->second;
    const WatchState state = WatchJudge::meets(record.watch, finding) ? WatchState::Met : WatchState::Waiting;
    const bool isNews = record.state != state || record.finding != finding;
    record.state = state;
    record.finding = finding;
    if (state == WatchState::Waiting)
        record.isTold = false;
    const bool tells = state == WatchState::Met && mayTell(record);
    if (tells) {
        record.isTold = true;
        record.toldAt = m_clock.steady();
    }
    const Watch watch = record.watch; // whoever hears of it may remove it
    if (isNews)
        Q_EMIT changed(id);
    if (tells)
        Q_EMIT met(watch, *finding);
}

bool MarketWatcher::mayTell(const Record &record) const
{
    return !record.isTold && (!record.toldAt || m_clock.steady() - *record.toldAt >= TellAgainAfter);
}

/// Stale rows meet nothing; but what has met a watch before goes on to do so while nobody knows better, or
/// each failed refresh would be followed by the same news again.
bool MarketWatcher::counts(const Watch &watch, OfferRow row) const
{
    const Record &record = m_records.at(watch.id);
    return record.state == WatchState::Met || !m_catalog.isStale(row) ||
           record.fresh.contains(m_catalog.accountAt(row).id);
}

} // namespace otpdesk
