#pragma once

#include "models/catalog/catalogchange.h"
#include "models/catalog/catalognames.h"
#include "models/catalog/idindex.h"
#include "providers/types/apierror.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <span>

namespace otpdesk {

/// Whose offers they are, as the catalog shows and finds it.
struct CatalogAccount
{
    QString id;
    QString providerId;
    QString label;        ///< the person's own name for it; may be empty
    QString providerName; ///< "OTPZap"

    QString title() const { return label.isEmpty() ? providerName : label; }
    friend bool operator==(const CatalogAccount &, const CatalogAccount &) = default;
};

/// A country that something is sold for.
struct CatalogCountry
{
    QString key;   ///< the ISO code, or the provider's folded name where none is known
    QString title; ///< English
    int offers = 0;
};

/// A shelf that is being put, piece by piece.
struct ShelfUpdate
{
    std::optional<quint32> account;
    QString key; ///< Catalog::shelfKey()
    quint32 shelf = 0;
    bool isNew = true;
    std::vector<bool> seen; ///< by row
};

/// All offers of all accounts, kept as integers. An offer keeps its row while it is refreshed.
class Catalog : public QObject
{
    Q_OBJECT

public:
    using Place = CatalogNames::Place;
    using Seller = CatalogNames::Seller;
    /// What was paid last for an offer whose provider tells no prices; nothing where that is not known.
    using LastPaid = std::function<std::optional<Money>(const QString &providerId, const Offer &offer)>;

    explicit Catalog(QObject *parent = nullptr);

    /// Adds an account, or renames it.
    void setAccount(const CatalogAccount &account);
    /// Forgets an account and its offers.
    void removeAccount(const QString &accountId);
    const CatalogAccount *account(const QString &accountId) const;
    QList<CatalogAccount> accounts() const;

    /// What stands on a shelf now: openShelf(), putOffers() as often as it takes, closeShelf(). Offers that
    /// stood there before are updated, or removed at the end; an update that is given up is dropped. Nothing
    /// happens for an account that is not there.
    ShelfUpdate openShelf(const QString &accountId, const Shelf &shelf);
    void putOffers(ShelfUpdate &update, std::span<const Offer> offers);
    void closeShelf(ShelfUpdate &update);
    /// All of that at once, and published.
    void putShelf(const QString &accountId, const Shelf &shelf, const QList<Offer> &offers);
    /// Removes the account's shelves, and what stood there, that a complete crawl did not come by.
    void keepShelves(const QString &accountId, const QSet<QString> &keys);
    /// A path is unique within its shop; an account may have one for each kind.
    static QString shelfKey(const Shelf &shelf);
    /// Where offers of a market stand, or would if there were any.
    QList<Shelf> shelvesOf(const QString &accountId, const Market &market) const;
    /// A newer price, stock or rate of an offer, learned apart from its shelf. Unknown offers are ignored.
    void noteOffer(const QString &accountId, const Offer &offer);

    /// Where prices are learned that no provider tells.
    void setLastPaid(LastPaid lastPaid);
    /// Asks for them again: for one offer at all accounts of its provider, or for all.
    void learnPrice(const QString &providerId, const Offer &offer);
    void learnPrices();

    /// Tells what has changed since it was told last. Who puts a shelf piece by piece decides when.
    void publish();

    /// The account's rows are from an earlier load, because the last one ended in `reason`.
    void markStale(const QString &accountId, const ApiError &reason);
    void clearStale(const QString &accountId);
    std::optional<ApiError> staleReason(const QString &accountId) const;

    int count() const { return m_count; }
    int countOf(const QString &accountId) const;
    Offer at(OfferRow row) const;
    const CatalogAccount &accountAt(OfferRow row) const;
    bool isStale(OfferRow row) const;
    Market marketAt(OfferRow row) const { return m_names.markets().market(m_columns.market[row]); }
    std::optional<OfferRow> find(const QString &accountId, const Offer &offer);
    /// What there is to choose a country from, by title.
    QList<CatalogCountry> countries() const;

    /// The sites that an account's provider suggests inboxes for, by name.
    QStringList sitesOf(const QString &accountId) const;

    // For filters, sort orders and models.
    const CatalogColumns &columns() const { return m_columns; }
    const CatalogNames &names() const { return m_names; }
    const CatalogAccount &accountOf(const Seller &seller) const { return m_accounts[seller.account].info; }
    /// The provider's word, or what was paid last (isLearned()).
    std::optional<Money> priceAt(OfferRow row) const { return m_names.prices().price(m_columns.price[row]); }
    bool isLearned(OfferRow row) const { return m_columns.flags[row] & CatalogColumns::Learned; }
    /// What the provider keeps when an inbox is cancelled; nothing where it is not known.
    std::optional<Money> cancelFeeAt(OfferRow row) const;

Q_SIGNALS:
    void changed(const otpdesk::CatalogChange &change);
    /// An account was added, renamed, or its offers became stale or fresh.
    void accountChanged(const QString &accountId);
    void accountRemoved(const QString &accountId);

private:
    struct ShelfRecord
    {
        quint32 id = 0;
        Shelf shelf;
    };
    struct AccountRecord
    {
        CatalogAccount info;
        bool isThere = true;
        std::optional<ApiError> stale;
        QHash<QString, ShelfRecord> shelves; // by key
    };

    /// Neither its account nor its shelf has been forgotten meanwhile.
    bool isOpen(const ShelfUpdate &update) const;
    std::optional<quint32> accountIndex(const QString &accountId) const;
    bool hasOwnPrice(OfferRow row) const
    {
        return m_columns.price[row] != PricePool::Unknown && !isLearned(row);
    }
    OfferFacts factsOf(quint32 account, const Offer &offer);
    OfferRow addRow(const OfferKey &key);
    void updateRow(OfferRow row, const Offer &offer);
    /// Whether it was another before.
    bool setCancelFee(OfferRow row, const std::optional<Money> &fee);
    void takeOut(OfferRow row);
    int &offersOfPlace(OfferRow row);
    int &offersOfSeller(OfferRow row);

    CatalogColumns m_columns;
    CatalogNames m_names;
    QHash<OfferRow, Money> m_cancelFees; // few offers have one
    IdIndex<CatalogColumns> m_index;
    std::vector<OfferRow> m_free;
    int m_count = 0;
    quint32 m_nextShelf = 1;
    std::vector<AccountRecord> m_accounts;
    std::vector<int> m_offersOfPlace;
    std::vector<int> m_offersOfSeller;
    CatalogChange m_untold; // with rows that have gone again, and some named twice
    LastPaid m_lastPaid;
};

} // namespace otpdesk
