#pragma once

#include "models/catalog/catalogcolumns.h"
#include "models/catalog/namepool.h"
#include "models/catalog/offerindex.h"
#include "providers/types/apierror.h"
#include "providers/types/offer.h"

#include <QHash>
#include <QObject>
#include <QSet>

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

/// What an update did. Removed rows can still be read while changed() is delivered.
struct CatalogChange
{
    enum Fact : quint8 {
        PriceFact = 1,
        StockFact = 2,
        RateFact = 4,
        AvailabilityFact = 8, ///< it can be bought now, or no longer
    };
    struct Changed
    {
        OfferRow row = 0;
        quint8 facts = 0; ///< of Fact
    };

    std::vector<OfferRow> added;
    std::vector<OfferRow> removed;
    std::vector<Changed> changed;

    bool isEmpty() const { return added.empty() && removed.empty() && changed.empty(); }
};

/// A country that something is sold for.
struct CatalogCountry
{
    QString key;   ///< the ISO code, or the provider's folded name where none is known
    QString title; ///< English
    int offers = 0;
};

/// All offers of all accounts, kept as integers. An offer keeps its row while it is refreshed.
class Catalog : public QObject
{
    Q_OBJECT

public:
    /// A country as one provider writes it.
    struct Place
    {
        QString raw;
        QString iso;   ///< empty where it is not known
        QString key;   ///< as CatalogCountry::key
        QString title; ///< the English name; the provider's own words where they say more or nothing is known
        QString folded; ///< for a search: the provider's words and the title
        int offers = 0;
    };
    /// Which part of which account sells what kind; a rental also for how long, of which there are few.
    struct Seller
    {
        quint32 account = 0;
        OfferKind kind = OfferKind::Number;
        quint32 line = 0;
        std::chrono::hours duration{0};
        int offers = 0;
    };

    explicit Catalog(QObject *parent = nullptr);

    /// Adds an account, or renames it.
    void setAccount(const CatalogAccount &account);
    /// Forgets an account and its offers.
    void removeAccount(const QString &accountId);
    const CatalogAccount *account(const QString &accountId) const;
    QList<CatalogAccount> accounts() const;

    /// What stands on a shelf now. Offers that stood there before are updated or removed. Nothing happens for
    /// an account that is not there.
    void putShelf(const QString &accountId, const QString &shelfPath, const QList<Offer> &offers);
    /// Removes the account's shelves, and what stood there, that a complete crawl did not come by.
    void keepShelves(const QString &accountId, const QSet<QString> &paths);
    /// A newer price, stock or rate of an offer, learned apart from its shelf. Unknown offers are ignored.
    void noteOffer(const QString &accountId, const Offer &offer);

    /// The account's rows are from an earlier load, because the last one ended in `reason`.
    void markStale(const QString &accountId, const ApiError &reason);
    void clearStale(const QString &accountId);
    std::optional<ApiError> staleReason(const QString &accountId) const;

    int count() const { return m_count; }
    int countOf(const QString &accountId) const;
    Offer at(OfferRow row) const;
    const CatalogAccount &accountAt(OfferRow row) const;
    bool isStale(OfferRow row) const;
    std::optional<OfferRow> find(const QString &accountId, const Offer &offer);
    /// What there is to choose a country from, by title.
    QList<CatalogCountry> countries() const;

    /// The sites that an account's provider suggests inboxes for, by name.
    QStringList sitesOf(const QString &accountId) const;

    // For filters, sort orders and models.
    const CatalogColumns &columns() const { return m_columns; }
    const NamePool &services() const { return m_services; }
    const NamePool &variants() const { return m_variants; }
    const NamePool &lines() const { return m_lines; }
    const std::vector<Place> &places() const { return m_places; }
    const std::vector<Seller> &sellers() const { return m_sellers; }
    const CatalogAccount &accountOf(const Seller &seller) const { return m_accounts[seller.account].info; }
    const std::vector<Currency> &currencies() const { return m_currencies; }
    std::optional<Money> priceAt(OfferRow row) const;
    /// What the provider keeps when an inbox is cancelled; nothing where it is not known.
    std::optional<Money> cancelFeeAt(OfferRow row) const;

Q_SIGNALS:
    void changed(const otpdesk::CatalogChange &change);
    /// An account was added, renamed, or its offers became stale or fresh.
    void accountChanged(const QString &accountId);
    void accountRemoved(const QString &accountId);

private:
    struct AccountRecord
    {
        CatalogAccount info;
        bool isThere = true;
        std::optional<ApiError> stale;
        QHash<QString, quint32> shelves; // path → id
    };

    std::optional<quint32> accountIndex(const QString &accountId) const;
    quint32 placeId(const Offer &offer);
    quint32 sellerId(quint32 account, const Offer &offer);
    quint16 currencyId(const Currency &currency);
    OfferKey keyOf(quint32 account, const Offer &offer);
    OfferFacts factsOf(const Offer &offer);
    OfferRow addRow(const OfferKey &key, const OfferFacts &facts);
    /// Whether it was another before.
    bool setCancelFee(OfferRow row, const std::optional<Money> &fee);
    void updateFacts(OfferRow row, const OfferFacts &facts, CatalogChange &change);
    void takeOut(OfferRow row, CatalogChange &change);
    /// Tells about the change, then gives the removed rows free.
    void publish(const CatalogChange &change);

    CatalogColumns m_columns;
    QHash<OfferRow, Money> m_cancelFees; // few offers have one
    OfferIndex m_index;
    std::vector<OfferRow> m_free;
    int m_count = 0;
    quint32 m_nextShelf = 1;

    NamePool m_services;
    NamePool m_variants;
    NamePool m_lines;
    CodePool m_codes;
    std::vector<AccountRecord> m_accounts;
    std::vector<Place> m_places;
    QHash<std::pair<QString, QString>, quint32> m_placeIds; // raw name and the provider's ISO code
    std::vector<Seller> m_sellers;                          // the first is nobody
    std::vector<Currency> m_currencies;
};

} // namespace otpdesk
