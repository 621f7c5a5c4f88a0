#pragma once

#include "models/catalog/catalog.h"

#include <vector>

namespace otpdesk {

/// Offers of one shelf, as a provider's client would give them to Catalog::putShelf().
struct SyntheticShelf
{
    QString accountId;
    QString path;
    QList<Offer> offers;
    QList<int> changed; ///< of refreshed(): places in `offers` of those that are not what shelf() gives
};

/// A catalog such as five accounts would load, as large as wanted: names, spellings of countries, lines and
/// currencies like the five providers', prices, stock and rates made up. The same in every run, and no shelf
/// depends on another, so that shelves can be made one at a time. No two offers have one identity().
class SyntheticCatalog
{
public:
    explicit SyntheticCatalog(int offers);

    static QList<CatalogAccount> accounts();
    int offerCount() const { return m_offers; }
    int shelfCount() const { return static_cast<int>(m_plans.size()); }
    SyntheticShelf shelf(int index) const;
    /// The same shelf somewhat later: one offer in a hundred has another price, another stock or left the
    /// sale.
    SyntheticShelf refreshed(int index) const;

    /// What is listed, which is also what decides how an offer of the list looks.
    enum class List {
        ZapProducts,
        ZapServices,
        ZapMail,
        ZapOtpPools,
        WhichServices,
        WallServices,
        GetSms,
        GetCheap,
        GetRentals,
        GetMail,
    };

private:
    struct Plan
    {
        List list = List::ZapProducts;
        int country = -1; // of syntheticCountries()
        int part = 0;     // type, site, domain or server, by number
        int offers = 0;
    };

    void plan(List list, int offers, const std::vector<Plan> &shelves);
    Offer offer(const Plan &plan, int shelf, int place, int service, int round) const;
    QList<Offer> offersOf(const Plan &plan, int shelf) const;

    int m_offers = 0;
    std::vector<Plan> m_plans;
};

} // namespace otpdesk
