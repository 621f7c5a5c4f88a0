#include "models/catalog/catalogloader.h"

#include "models/catalog/catalog.h"
#include "providers/types/country.h"

#include <QFutureWatcher>
#include <QSet>

#include <deque>

namespace otpdesk {

namespace {

constexpr int MostInFlight = 2;
/// No honest catalog has more shelves; one that makes up new addresses for ever ends here.
constexpr qsizetype MostShelves = 50'000;
/// A provider that fails this often in a row is not asked for the rest.
constexpr int MostFailuresInARow = 5;

/// Errors that every other shelf would end in as well.
bool endsAll(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey:
    case ErrorKind::KeyMissing:
    case ErrorKind::AccountBlocked:
    case ErrorKind::Unreachable:
    case ErrorKind::InsecureTls:
    case ErrorKind::Redirected:
    case ErrorKind::BadAddress:
    case ErrorKind::Canceled:
        return true;
    default:
        return false;
    }
}

QString isoOf(const Shelf &shelf)
{
    if (!shelf.countryIso.isEmpty())
        return shelf.countryIso;
    const Country *country = shelf.country.isEmpty() ? nullptr : findCountry(shelf.country);
    return country ? country->iso : QString();
}

/// Tells whether two pages list the same offers, whatever their prices are by now. The first ones do, of
/// pages that may be long.
size_t fingerprint(const QList<Offer> &offers)
{
    constexpr qsizetype Most = 50;
    auto print = static_cast<size_t>(offers.size());
    for (qsizetype i = 0; i < std::min(Most, offers.size()); ++i)
        print = qHash(offers[i].identity(), print);
    return print;
}

} // namespace

/// One load of one account. Superseded or canceled, it is no longer in the map, and its late answers are
/// refused.
struct CatalogLoader::Crawl
{
    struct Waiting
    {
        Shelf shelf;
        QString iso;
    };

    QString accountId;
    QString onlyCountry;
    std::deque<Waiting> preferred;
    std::deque<Waiting> others;
    QSet<QString> visited; // keys of shelves, fetched or waiting
    QSet<size_t> pages;    // fingerprints
    int inFlight = 0;
    int done = 0;
    int failuresInARow = 0;
    bool givenUp = false;
    bool wasCut = false;           // MostShelves reached
    std::optional<ApiError> error; // the first, or the one that ended it
};

CatalogLoader::CatalogLoader(Catalog &catalog, ShopOf shopOf, QObject *parent)
    : QObject(parent), m_catalog(catalog), m_intake(catalog), m_shopOf(std::move(shopOf))
{}

CatalogLoader::~CatalogLoader() = default;

void CatalogLoader::setPreferredCountry(const QString &iso)
{
    if (m_preferredCountry == iso)
        return;
    m_preferredCountry = iso;
    for (const auto &[accountId, crawl] : m_crawls) {
        std::deque<Crawl::Waiting> waiting = std::exchange(crawl->preferred, {});
        waiting.insert(waiting.end(), crawl->others.cbegin(), crawl->others.cend());
        crawl->others.clear();
        for (const Crawl::Waiting &one : waiting)
            (!iso.isEmpty() && one.iso == iso ? crawl->preferred : crawl->others).push_back(one);
    }
}

void CatalogLoader::load(const QString &accountId, const QString &onlyCountry)
{
    cancel(accountId);
    const auto crawl = std::make_shared<Crawl>();
    crawl->accountId = accountId;
    crawl->onlyCountry = onlyCountry;
    m_crawls[accountId] = crawl;
    queueRoots(*crawl);
    Q_EMIT started(accountId);
    // Not from within this call: whoever asks for a load need not be ready for its end yet.
    QMetaObject::invokeMethod(
        this, [this, crawl] { fetchMore(crawl); }, Qt::QueuedConnection);
}

/// A shop whose key is missing is asked as well: the answer says what is wrong.
void CatalogLoader::queueRoots(Crawl &crawl) const
{
    for (const OfferKind kind : AllOfferKinds) {
        Shelf root;
        root.kind = kind;
        if (kind == OfferKind::Number || m_shopOf(crawl.accountId, kind))
            queue(crawl, root);
    }
}

void CatalogLoader::cancel(const QString &accountId)
{
    if (m_crawls.erase(accountId) > 0)
        Q_EMIT canceled(accountId);
}

bool CatalogLoader::isLoadingAll(const QString &accountId) const
{
    const auto crawl = m_crawls.find(accountId);
    return crawl != m_crawls.end() && crawl->second->onlyCountry.isEmpty();
}

bool CatalogLoader::isCurrent(const CrawlPtr &crawl) const
{
    const auto found = m_crawls.find(crawl->accountId);
    return found != m_crawls.end() && found->second == crawl;
}

void CatalogLoader::fetchMore(const CrawlPtr &crawl)
{
    while (isCurrent(crawl) && !crawl->givenUp && crawl->inFlight < MostInFlight) {
        auto &waiting = crawl->preferred.empty() ? crawl->others : crawl->preferred;
        if (waiting.empty())
            break;
        Shop *shop = m_shopOf(crawl->accountId, waiting.front().shelf.kind);
        if (!shop) {
            note(crawl, {.kind = ErrorKind::KeyMissing, .detail = {}, .field = {}, .retryAfter = {}});
            break;
        }
        const Shelf shelf = waiting.front().shelf;
        waiting.pop_front();
        fetch(crawl, *shop, shelf);
    }
    if (isCurrent(crawl) && crawl->inFlight == 0)
        end(crawl);
}

void CatalogLoader::fetch(const CrawlPtr &crawl, Shop &shop, const Shelf &shelf)
{
    using Page = Result<ShelfPage>;
    ++crawl->inFlight;
    auto *watcher = new QFutureWatcher<Page>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, crawl, shelf, watcher] {
        watcher->deleteLater();
        if (!isCurrent(crawl))
            return;
        const QFuture<Page> answer = watcher->future();
        if (answer.isCanceled() || answer.resultCount() == 0) {
            // The provider is gone: its account was removed or got another key.
            note(crawl, {.kind = ErrorKind::Canceled, .detail = {}, .field = {}, .retryAfter = {}});
            fetched(crawl);
        } else if (const Page page = answer.result(); page.ok()) {
            take(crawl, shelf, page.value());
        } else {
            note(crawl, page.error());
            fetched(crawl);
        }
    });
    watcher->setFuture(shop.browse(shelf, Priority::Catalog));
}

/// A shelf is in the catalog, or could not be had.
void CatalogLoader::fetched(const CrawlPtr &crawl)
{
    if (!isCurrent(crawl)) // whoever heard of the new offers may have canceled
        return;
    --crawl->inFlight;
    ++crawl->done;
    Q_EMIT progress(crawl->accountId, crawl->done, static_cast<int>(crawl->visited.size()));
    fetchMore(crawl);
}

void CatalogLoader::take(const CrawlPtr &crawl, const Shelf &shelf, const ShelfPage &page)
{
    crawl->failuresInARow = 0;
    // A server that ignores the page number gives the first page for ever, or empty ones.
    const bool isLastPage = page.offers.isEmpty() || crawl->pages.contains(fingerprint(page.offers));
    if (!page.offers.isEmpty())
        crawl->pages.insert(fingerprint(page.offers));
    for (Shelf next : page.shelves) {
        next.kind = shelf.kind;
        if (!isLastPage || !next.title.isEmpty())
            queue(*crawl, next);
    }
    whenReady(m_intake.put(crawl->accountId, shelf, page.offers), this,
              [this, crawl](const Result<Done> &) { fetched(crawl); });
}

void CatalogLoader::note(const CrawlPtr &crawl, const ApiError &error)
{
    ++crawl->failuresInARow;
    const bool fatal = endsAll(error.kind);
    if (fatal || !crawl->error)
        crawl->error = error;
    if (fatal || crawl->failuresInARow >= MostFailuresInARow)
        crawl->givenUp = true;
}

void CatalogLoader::queue(Crawl &crawl, const Shelf &shelf) const
{
    const QString iso = isoOf(shelf);
    if (!crawl.onlyCountry.isEmpty() && !iso.isEmpty() && iso != crawl.onlyCountry)
        return;
    if (crawl.visited.contains(Catalog::shelfKey(shelf)))
        return;
    if (crawl.visited.size() >= MostShelves) {
        crawl.wasCut = true;
        return;
    }
    crawl.visited.insert(Catalog::shelfKey(shelf));
    auto &waiting = !iso.isEmpty() && iso == m_preferredCountry ? crawl.preferred : crawl.others;
    waiting.push_back({shelf, iso});
}

void CatalogLoader::end(const CrawlPtr &crawl)
{
    m_crawls.erase(crawl->accountId);
    m_catalog.publish();
    if (crawl->error) {
        m_catalog.markStale(crawl->accountId, *crawl->error);
        Q_EMIT failed(crawl->accountId, *crawl->error);
        return;
    }
    if (crawl->onlyCountry.isEmpty() && !crawl->wasCut)
        m_catalog.keepShelves(crawl->accountId, crawl->visited);
    m_catalog.clearStale(crawl->accountId);
    Q_EMIT finished(crawl->accountId);
}

} // namespace otpdesk
