#pragma once

#include "models/catalog/shelfintake.h"
#include "providers/provider.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace otpdesk {

/// Fetches the shelves of accounts into the catalog, breadth first, a few at a time and behind everything
/// else the account asks for. Each load ends once, in finished(), failed() or canceled().
class CatalogLoader : public QObject
{
    Q_OBJECT

public:
    /// `shopOf` gives an account's shop for a kind; null while there is none, because the provider does not
    /// sell it or the key is missing.
    using ShopOf = std::function<Shop *(const QString &accountId, OfferKind kind)>;

    CatalogLoader(Catalog &catalog, ShopOf shopOf, QObject *parent = nullptr);
    ~CatalogLoader() override;

    /// Shelves of this country are fetched before others. Empty: none is preferred.
    void setPreferredCountry(const QString &iso);

    /// Loads the account's offers; of one country only where `onlyCountry` (ISO) is given. A load of the same
    /// account that is under way is canceled. Earlier offers stay until their shelf has been fetched again.
    void load(const QString &accountId, const QString &onlyCountry = {});
    /// Gives up a load; answers still to come are not used. What was fetched stays.
    void cancel(const QString &accountId);
    /// Where others put shelves that they have fetched.
    ShelfIntake &intake() { return m_intake; }
    bool isLoading(const QString &accountId) const { return m_crawls.contains(accountId); }
    /// The same, and not of one country only.
    bool isLoadingAll(const QString &accountId) const;

Q_SIGNALS:
    void started(const QString &accountId);
    /// `done` of `known` shelves have been fetched; more may become known on the way.
    void progress(const QString &accountId, int done, int known);
    void finished(const QString &accountId);
    /// At least one shelf could not be fetched. The account's rows are kept, and marked stale with this
    /// reason.
    void failed(const QString &accountId, const otpdesk::ApiError &error);
    void canceled(const QString &accountId);

private:
    struct Crawl;
    using CrawlPtr = std::shared_ptr<Crawl>;

    bool isCurrent(const CrawlPtr &crawl) const;
    void fetchMore(const CrawlPtr &crawl);
    void fetch(const CrawlPtr &crawl, Shop &shop, const Shelf &shelf);
    void fetched(const CrawlPtr &crawl);
    void take(const CrawlPtr &crawl, const Shelf &shelf, const ShelfPage &page);
    void note(const CrawlPtr &crawl, const ApiError &error);
    void queueRoots(Crawl &crawl) const;
    void queue(Crawl &crawl, const Shelf &shelf) const;
    void end(const CrawlPtr &crawl);

    Catalog &m_catalog;
    ShelfIntake m_intake;
    ShopOf m_shopOf;
    QString m_preferredCountry;
    std::map<QString, CrawlPtr> m_crawls;
};

} // namespace otpdesk
