#include "models/watches/marketscout.h"

#include "models/accounts/accountlist.h"
#include "models/catalog/catalog.h"
#include "models/catalog/catalogloader.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

using namespace std::chrono_literals;

namespace {

using Milliseconds = MarketScout::Milliseconds;

constexpr Milliseconds RoundEvery = 60s;
/// At start the window comes first, and accounts get their keys one after the other.
constexpr Milliseconds SoonIs = 2s;
/// Of an account's limit, one in so many requests.
constexpr int Share = 10;
constexpr Milliseconds LongestPause = 15min;
/// An account that sold nothing there is looked through again at times.
constexpr Milliseconds LoadAgainAfter = 30min;
/// Of pages the catalog does not know yet; a server that ignores the page number has ever more.
constexpr int MostPagesFollowed = 3;

/// Asking again changes nothing before the account does.
bool needsThePerson(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey:
    case ErrorKind::KeyMissing:
    case ErrorKind::AccountBlocked:
    case ErrorKind::BadAddress:
        return true;
    default:
        return false;
    }
}

/// The provider's word about this shelf, not a failure of the account.
bool isAboutTheShelf(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::NoStock || kind == ErrorKind::BadRequest ||
           kind == ErrorKind::NotSupported;
}

} // namespace

MarketScout::MarketScout(AccountList &accounts, Catalog &catalog, CatalogLoader &loader, Clock &clock,
                         QObject *parent)
    : QObject(parent),
      m_accounts(accounts),
      m_catalog(catalog),
      m_loader(loader),
      m_clock(clock),
      m_alarm(clock.alarm([this] { ring(); }))
{
    connect(&accounts, &AccountList::providerReady, this, &MarketScout::followAccount);
    connect(&catalog, &Catalog::accountRemoved, this,
            [this](const QString &accountId) { m_lanes.erase(accountId); });
    connect(&loader, &CatalogLoader::finished, this,
            [this](const QString &accountId) { loadEnded(accountId, std::nullopt); });
    connect(&loader, &CatalogLoader::failed, this, &MarketScout::loadEnded);
    connect(&loader, &CatalogLoader::canceled, this, [this](const QString &accountId) {
        for (Load &load : lane(accountId).loads)
            load.underWay = false;
    });
    for (int row = 0; row < accounts.count(); ++row) {
        if (accounts.provider(accounts.at(row).account.id))
            followAccount(accounts.at(row).account.id);
    }
}

MarketScout::~MarketScout() = default;

void MarketScout::follow(qint64 id, const Market &market)
{
    m_markets[id] = market;
    for (auto &[accountId, lane] : m_lanes) {
        const bool isInTurn = lane.current != 0 || !lane.todo.empty();
        if (isInTurn && std::find(lane.todo.cbegin(), lane.todo.cend(), id) == lane.todo.cend())
            lane.todo.push_back(id);
    }
    ringSoon();
}

void MarketScout::forget(qint64 id)
{
    m_markets.erase(id);
    for (auto &[accountId, lane] : m_lanes) {
        std::erase(lane.todo, id);
        lane.known.remove(id);
        if (lane.current == id) {
            lane.current = 0;
            lane.shelves.clear();
        }
    }
    if (m_markets.empty())
        m_alarm->stop();
}

/// Its provider is new: a key that works, perhaps, at an address that answers.
void MarketScout::followAccount(const QString &accountId)
{
    Lane &one = lane(accountId);
    one.isRefused = false;
    one.failures = 0;
    one.restUntil = Milliseconds::min();
    connect(m_accounts.provider(accountId), &Provider::throttled, this, [this, accountId](Milliseconds wait) {
        Lane &throttled = lane(accountId);
        throttled.restUntil = std::max(throttled.restUntil, m_clock.steady() + wait);
    });
    ringSoon();
}

void MarketScout::startAlarm(Milliseconds after)
{
    m_ringAt = m_clock.steady() + after;
    m_alarm->start(after);
}

void MarketScout::ringSoon()
{
    if (m_markets.empty())
        return;
    const Milliseconds now = m_clock.steady();
    const Milliseconds at = m_lastAsked ? std::max(now + SoonIs, *m_lastAsked + RoundEvery) : now + SoonIs;
    if (!m_alarm->isActive() || at < m_ringAt)
        startAlarm(at - now);
}

void MarketScout::ring()
{
    m_roundAt = m_clock.steady();
    startAlarm(RoundEvery);
    for (const CatalogAccount &account : m_catalog.accounts()) {
        Lane &one = lane(account.id);
        if (one.current == 0 && one.todo.empty() && mayAsk(account.id, one)) {
            one.fetched.clear();
            one.failed.clear();
            for (const auto &[id, market] : m_markets)
                one.todo.push_back(id);
        }
        goOn(account.id);
    }
}

MarketScout::Lane &MarketScout::lane(const QString &accountId)
{
    Lane &one = m_lanes[accountId];
    if (one.serial == 0)
        one.serial = ++m_lastSerial;
    return one;
}

void MarketScout::goOn(const QString &accountId)
{
    // Whoever hears of a look may do anything to the lane.
    while (mayAsk(accountId, lane(accountId)) && step(accountId, lane(accountId)))
        ;
}

/// False: there is nothing more to do now.
bool MarketScout::step(const QString &accountId, Lane &lane)
{
    if (!lane.shelves.empty()) {
        const Shelf shelf = lane.shelves.front();
        const QString key = Catalog::shelfKey(shelf);
        if (lane.fetched.contains(key)) { // for another market
            lane.complete = lane.complete && !lane.failed.contains(key);
            lane.shelves.pop_front();
            return true;
        }
        if (!fits(lane, *m_accounts.provider(accountId)))
            return false;
        lane.shelves.pop_front();
        lane.fetched.insert(key);
        fetch(accountId, lane, shelf);
        return false;
    }
    if (lane.current != 0) {
        endLook(accountId, lane);
        return true;
    }
    if (lane.todo.empty())
        return false;
    const qint64 next = lane.todo.front();
    lane.todo.pop_front();
    turnTo(accountId, lane, next);
    // Finding its shelves takes about a millisecond in a large catalog: not several in one turn of the loop.
    QMetaObject::invokeMethod(
        this, [this, accountId] { goOn(accountId); }, Qt::QueuedConnection);
    return false;
}

void MarketScout::turnTo(const QString &accountId, Lane &lane, qint64 id)
{
    const Market &market = m_markets.at(id);
    if (!m_accounts.provider(accountId)->shop(market.kind))
        return;
    QList<Shelf> shelves = m_catalog.shelvesOf(accountId, market);
    // Sold out, it may have gone from a shelf that nothing else connects with the market.
    if (shelves.isEmpty())
        shelves = lane.known.value(id);
    if (shelves.isEmpty()) {
        loadCountry(accountId, lane, market.countryKey);
        return;
    }
    lane.known.insert(id, shelves);
    lane.current = id;
    lane.shelves.assign(shelves.cbegin(), shelves.cend());
    lane.complete = true;
    lane.pagesFollowed = 0;
}

void MarketScout::endLook(const QString &accountId, Lane &lane)
{
    const qint64 id = std::exchange(lane.current, 0);
    if (lane.complete)
        Q_EMIT looked(id, accountId);
}

bool MarketScout::mayAsk(const QString &accountId, const Lane &lane) const
{
    return !lane.isAsking && !lane.isRefused && lane.restUntil <= m_clock.steady() &&
           m_accounts.provider(accountId) && !m_loader.isLoading(accountId);
}

bool MarketScout::fits(Lane &lane, const Provider &provider) const
{
    const int limit = std::max(provider.info().requestsPerMinute, 1);
    const size_t most = std::max<size_t>(static_cast<size_t>(limit / Share), 1);
    const Milliseconds window = std::max(RoundEvery, RoundEvery * Share / limit);
    while (!lane.asked.empty() && lane.asked.front() + window <= m_clock.steady())
        lane.asked.pop_front();
    return lane.asked.size() < most;
}

/// The next round is a minute after this one's last request, unless an account is so slow that it holds up
/// the others.
void MarketScout::noteAsked(Lane &lane)
{
    m_lastAsked = m_clock.steady();
    lane.asked.push_back(*m_lastAsked);
    if (m_lastAsked < m_roundAt + RoundEvery)
        startAlarm(RoundEvery);
}

void MarketScout::fetch(const QString &accountId, Lane &one, const Shelf &shelf)
{
    Shop *shop = m_accounts.provider(accountId)->shop(shelf.kind);
    if (!shop) { // the account has become another provider's
        one.complete = false;
        return;
    }
    one.isAsking = true;
    noteAsked(one);
    whenEnded(shop->browse(shelf, Priority::Catalog), this,
              [this, accountId, shelf, serial = one.serial](const std::optional<Result<ShelfPage>> &answer) {
                  const auto found = m_lanes.find(accountId);
                  if (found != m_lanes.end() && found->second.serial == serial)
                      answered(accountId, shelf, answer);
              });
}

void MarketScout::answered(const QString &accountId, const Shelf &shelf,
                           const std::optional<Result<ShelfPage>> &answer)
{
    Lane &one = lane(accountId);
    if (!answer || !answer->ok()) {
        one.isAsking = false;
        one.complete = false;
        one.failed.insert(Catalog::shelfKey(shelf));
        if (answer && !isAboutTheShelf(answer->error().kind)) // otherwise the provider went away
            backOff(one, answer->error());
        goOn(accountId);
        return;
    }
    one.failures = 0;
    followPages(one, shelf, answer->value());
    whenReady(m_loader.intake().put(accountId, shelf, answer->value().offers), this,
              [this, accountId, serial = one.serial](const Result<Done> &) {
                  const auto found = m_lanes.find(accountId);
                  if (found == m_lanes.end() || found->second.serial != serial)
                      return;
                  found->second.isAsking = false;
                  goOn(accountId);
              });
}

void MarketScout::followPages(Lane &lane, const Shelf &shelf, const ShelfPage &page) const
{
    if (lane.current == 0 || page.offers.isEmpty())
        return;
    for (Shelf next : page.shelves) {
        next.kind = shelf.kind;
        const bool isKnown =
            std::find(lane.shelves.cbegin(), lane.shelves.cend(), next) != lane.shelves.cend();
        if (!next.title.isEmpty() || isKnown || lane.pagesFollowed >= MostPagesFollowed)
            continue;
        ++lane.pagesFollowed;
        lane.shelves.push_back(next);
    }
}

/// Where nothing is known to sell it, the country is looked through.
void MarketScout::loadCountry(const QString &accountId, Lane &lane, const QString &country)
{
    const Milliseconds now = m_clock.steady();
    const auto earlier = std::find_if(lane.loads.begin(), lane.loads.end(),
                                      [&](const Load &load) { return load.country == country; });
    if (earlier != lane.loads.end()) {
        // A whole catalog is too much to be fetched time and again.
        if (country.isEmpty() || now < earlier->at + LoadAgainAfter)
            return;
        lane.loads.erase(earlier);
    }
    lane.loads.push_back({country, now, true});
    m_lastAsked = now;
    m_loader.load(accountId, country);
}

void MarketScout::loadEnded(const QString &accountId, const std::optional<ApiError> &error)
{
    Lane &one = lane(accountId);
    const auto load =
        std::find_if(one.loads.begin(), one.loads.end(), [](const Load &each) { return each.underWay; });
    if (load == one.loads.end()) // somebody else's
        return;
    load->underWay = false;
    if (error) {
        one.loads.erase(load);
        backOff(one, *error);
        return;
    }
    one.failures = 0;
    const QString country = load->country;
    const auto markets = m_markets; // whoever hears of a look may forget one
    for (const auto &[id, market] : markets) {
        if (country.isEmpty() || market.countryKey == country)
            Q_EMIT looked(id, accountId);
    }
}

void MarketScout::backOff(Lane &lane, const ApiError &error)
{
    if (needsThePerson(error.kind)) {
        lane.isRefused = true;
        return;
    }
    constexpr int MostDoublings = 4;
    Milliseconds pause = std::min(RoundEvery * (1 << std::min(lane.failures, MostDoublings)), LongestPause);
    if (error.retryAfter)
        pause = std::max<Milliseconds>(pause, *error.retryAfter);
    ++lane.failures;
    lane.restUntil = std::max(lane.restUntil, m_clock.steady() + pause);
}

} // namespace otpdesk
