#include "models/catalog/catalog.h"

#include "models/catalog/namecollator.h"
#include "models/catalog/searchfold.h"
#include "providers/types/country.h"

#include <algorithm>

namespace otpdesk {

namespace {

Catalog::Place makePlace(const Offer &offer)
{
    Catalog::Place place;
    place.raw = offer.country;
    place.iso = offer.countryIso.toUpper();
    const Country *known = findCountry(place.iso.isEmpty() ? place.raw : place.iso);
    if (known)
        place.iso = known->iso;
    // "England" and "USA" read as everybody else's; "Pakistan - Server 2" says something a person needs.
    const bool saysMore = !known || place.raw.startsWith(known->name, Qt::CaseInsensitive);
    place.title = saysMore && !place.raw.isEmpty() ? place.raw : known ? known->name : place.iso;
    place.folded = searchFolded(place.raw == place.title ? place.title : place.title + u'\n' + place.raw);
    place.key = place.iso.isEmpty() ? searchFolded(place.raw) : place.iso;
    return place;
}

} // namespace

Catalog::Catalog(QObject *parent)
    : QObject(parent), m_index(m_columns), m_places(1), m_sellers(1), m_currencies(1)
{
    m_placeIds.insert({QString(), QString()}, 0);
}

std::optional<quint32> Catalog::accountIndex(const QString &accountId) const
{
    for (size_t i = 0; i < m_accounts.size(); ++i) {
        if (m_accounts[i].isThere && m_accounts[i].info.id == accountId)
            return static_cast<quint32>(i);
    }
    return std::nullopt;
}

void Catalog::setAccount(const CatalogAccount &account)
{
    if (const auto index = accountIndex(account.id)) {
        if (m_accounts[*index].info == account)
            return;
        m_accounts[*index].info = account;
    } else {
        m_accounts.push_back({account, true, std::nullopt, {}});
    }
    Q_EMIT accountChanged(account.id);
}

void Catalog::removeAccount(const QString &accountId)
{
    const auto index = accountIndex(accountId);
    if (!index)
        return;
    CatalogChange change;
    for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
        if (m_columns.isLive(row) && m_sellers[m_columns.seller[row]].account == *index)
            takeOut(row, change);
    }
    publish(change);
    // The record stays for the sellers that name it; an account with the same id would get a new one.
    m_accounts[*index] = {{}, false, std::nullopt, {}};
    Q_EMIT accountRemoved(accountId);
}

const CatalogAccount *Catalog::account(const QString &accountId) const
{
    const auto index = accountIndex(accountId);
    return index ? &m_accounts[*index].info : nullptr;
}

QList<CatalogAccount> Catalog::accounts() const
{
    QList<CatalogAccount> all;
    for (const AccountRecord &record : m_accounts) {
        if (record.isThere)
            all.append(record.info);
    }
    return all;
}

void Catalog::putShelf(const QString &accountId, const QString &shelfPath, const QList<Offer> &offers)
{
    const auto account = accountIndex(accountId);
    if (!account)
        return;
    auto &shelves = m_accounts[*account].shelves;
    const bool isNew = !shelves.contains(shelfPath);
    if (isNew)
        shelves.insert(shelfPath, m_nextShelf++);
    const quint32 shelf = shelves.value(shelfPath);

    CatalogChange change;
    std::vector<OfferRow> seen;
    seen.reserve(static_cast<size_t>(offers.size()));
    for (const Offer &offer : offers) {
        const OfferKey key = keyOf(*account, offer);
        auto row = m_index.find(key);
        if (row && (m_columns.flags[*row] & CatalogColumns::Seen))
            continue; // listed twice
        if (row) {
            updateFacts(*row, factsOf(offer), change);
            if (setCancelFee(*row, offer.cancelFee))
                change.changed.push_back({*row, CatalogChange::PriceFact});
        } else {
            row = addRow(key, factsOf(offer));
            setCancelFee(*row, offer.cancelFee);
            change.added.push_back(*row);
        }
        m_columns.shelf[*row] = shelf;
        m_columns.flags[*row] |= CatalogColumns::Seen;
        seen.push_back(*row);
    }
    if (!isNew) {
        for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
            if (m_columns.shelf[row] == shelf && m_columns.isLive(row) &&
                !(m_columns.flags[row] & CatalogColumns::Seen))
                takeOut(row, change);
        }
    }
    for (const OfferRow row : seen)
        m_columns.flags[row] &= static_cast<quint8>(~CatalogColumns::Seen);
    publish(change);
}

void Catalog::keepShelves(const QString &accountId, const QSet<QString> &paths)
{
    const auto account = accountIndex(accountId);
    if (!account)
        return;
    QSet<quint32> gone;
    m_accounts[*account].shelves.removeIf([&](const auto &shelf) {
        if (paths.contains(shelf.key()))
            return false;
        gone.insert(shelf.value());
        return true;
    });
    if (gone.isEmpty())
        return;
    CatalogChange change;
    for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
        if (m_columns.isLive(row) && gone.contains(m_columns.shelf[row]))
            takeOut(row, change);
    }
    publish(change);
}

void Catalog::noteOffer(const QString &accountId, const Offer &offer)
{
    const auto row = find(accountId, offer);
    if (!row)
        return;
    CatalogChange change;
    updateFacts(*row, factsOf(offer), change);
    if (setCancelFee(*row, offer.cancelFee))
        change.changed.push_back({*row, CatalogChange::PriceFact});
    publish(change);
}

void Catalog::markStale(const QString &accountId, const ApiError &reason)
{
    const auto account = accountIndex(accountId);
    if (!account || m_accounts[*account].stale == reason)
        return;
    m_accounts[*account].stale = reason;
    Q_EMIT accountChanged(accountId);
}

void Catalog::clearStale(const QString &accountId)
{
    const auto account = accountIndex(accountId);
    if (!account || !m_accounts[*account].stale)
        return;
    m_accounts[*account].stale.reset();
    Q_EMIT accountChanged(accountId);
}

std::optional<ApiError> Catalog::staleReason(const QString &accountId) const
{
    const auto account = accountIndex(accountId);
    return account ? m_accounts[*account].stale : std::nullopt;
}

int Catalog::countOf(const QString &accountId) const
{
    const auto account = accountIndex(accountId);
    int count = 0;
    for (const Seller &seller : m_sellers) {
        if (account && seller.offers > 0 && seller.account == *account)
            count += seller.offers;
    }
    return count;
}

Offer Catalog::at(OfferRow row) const
{
    const OfferKey key = m_columns.key(row);
    const OfferFacts facts = m_columns.facts(row);
    const Seller &seller = m_sellers[key.seller];
    Offer offer;
    offer.kind = seller.kind;
    offer.line = m_lines.text(seller.line);
    offer.service = m_services.text(key.service);
    offer.country = m_places[key.place].raw;
    offer.countryIso = m_places[key.place].iso;
    offer.variant = m_variants.text(key.variant);
    offer.serviceId = m_codes.text(key.serviceCode);
    offer.countryId = m_codes.text(key.countryCode);
    offer.variantId = m_codes.text(key.variantCode);
    offer.productId = m_codes.text(key.productCode);
    offer.duration = seller.duration;
    offer.price = priceAt(row);
    offer.cancelFee = cancelFeeAt(row);
    if (facts.stock != OfferFacts::UnknownStock)
        offer.stock = facts.stock;
    if (facts.rate != OfferFacts::UnknownRate)
        offer.successRate = facts.rate;
    offer.available = facts.available;
    return offer;
}

const CatalogAccount &Catalog::accountAt(OfferRow row) const
{
    return accountOf(m_sellers[m_columns.seller[row]]);
}

bool Catalog::isStale(OfferRow row) const
{
    return m_accounts[m_sellers[m_columns.seller[row]].account].stale.has_value();
}

std::optional<OfferRow> Catalog::find(const QString &accountId, const Offer &offer)
{
    const auto account = accountIndex(accountId);
    if (!account)
        return std::nullopt;
    return m_index.find(keyOf(*account, offer));
}

QList<CatalogCountry> Catalog::countries() const
{
    QHash<QString, CatalogCountry> byKey;
    for (const Place &place : m_places) {
        if (place.offers == 0 || place.key.isEmpty())
            continue;
        CatalogCountry &country = byKey[place.key];
        if (country.key.isEmpty()) {
            const Country *known = place.iso.isEmpty() ? nullptr : findCountry(place.iso);
            country.key = place.key;
            country.title = known ? known->name : place.title;
        }
        country.offers += place.offers;
    }
    QList<CatalogCountry> all = byKey.values();
    const QCollator collator = nameCollator();
    std::sort(all.begin(), all.end(), [&collator](const CatalogCountry &a, const CatalogCountry &b) {
        return collator.compare(a.title, b.title) < 0;
    });
    return all;
}

QStringList Catalog::sitesOf(const QString &accountId) const
{
    const auto account = accountIndex(accountId);
    QSet<QString> sites;
    for (OfferRow row = 0; account && row < m_columns.rowEnd(); ++row) {
        const Seller &seller = m_sellers[m_columns.seller[row]];
        const QString &name = m_services.text(m_columns.service[row]);
        // What has a dot is a site; other names are services, which the catalog lists in full.
        if (m_columns.isLive(row) && seller.kind == OfferKind::Email && seller.account == *account &&
            name.contains(u'.'))
            sites.insert(name);
    }
    QStringList all(sites.cbegin(), sites.cend());
    all.sort(Qt::CaseInsensitive);
    return all;
}

std::optional<Money> Catalog::priceAt(OfferRow row) const
{
    const qint64 units = m_columns.price[row];
    if (units == OfferFacts::UnknownPrice)
        return std::nullopt;
    return Money::fromUnits(units, m_currencies[m_columns.currency[row]]);
}

std::optional<Money> Catalog::cancelFeeAt(OfferRow row) const
{
    const auto fee = m_cancelFees.constFind(row);
    return fee == m_cancelFees.cend() ? std::nullopt : std::optional(*fee);
}

bool Catalog::setCancelFee(OfferRow row, const std::optional<Money> &fee)
{
    if (cancelFeeAt(row) == fee)
        return false;
    if (fee)
        m_cancelFees.insert(row, *fee);
    else
        m_cancelFees.remove(row);
    return true;
}

quint32 Catalog::placeId(const Offer &offer)
{
    const std::pair name(offer.country, offer.countryIso);
    const auto known = m_placeIds.constFind(name);
    if (known != m_placeIds.cend())
        return known.value();
    const Place place = makePlace(offer);
    // With and without an ISO code, or with the one that at() gave back: the same country is the same place.
    const auto same = std::find_if(m_places.cbegin(), m_places.cend(), [&place](const Place &other) {
        return other.raw == place.raw && other.iso == place.iso;
    });
    const auto id = static_cast<quint32>(same - m_places.cbegin());
    if (same == m_places.cend())
        m_places.push_back(place);
    m_placeIds.insert(name, id);
    return id;
}

quint32 Catalog::sellerId(quint32 account, const Offer &offer)
{
    const quint32 line = m_lines.id(offer.line);
    for (size_t i = 1; i < m_sellers.size(); ++i) {
        const Seller &seller = m_sellers[i];
        if (seller.account == account && seller.kind == offer.kind && seller.line == line &&
            seller.duration == offer.duration)
            return static_cast<quint32>(i);
    }
    m_sellers.push_back({account, offer.kind, line, offer.duration, 0});
    return static_cast<quint32>(m_sellers.size() - 1);
}

quint16 Catalog::currencyId(const Currency &currency)
{
    const auto known = std::find(m_currencies.cbegin(), m_currencies.cend(), currency);
    const auto id = static_cast<quint16>(known - m_currencies.cbegin());
    if (known == m_currencies.cend())
        m_currencies.push_back(currency);
    return id;
}

OfferKey Catalog::keyOf(quint32 account, const Offer &offer)
{
    OfferKey key;
    key.service = m_services.id(offer.service);
    key.place = placeId(offer);
    key.seller = sellerId(account, offer);
    key.variant = m_variants.id(offer.variant);
    key.serviceCode = m_codes.id(offer.serviceId);
    key.countryCode = m_codes.id(offer.countryId);
    key.variantCode = m_codes.id(offer.variantId);
    key.productCode = m_codes.id(offer.productId);
    return key;
}

OfferFacts Catalog::factsOf(const Offer &offer)
{
    OfferFacts facts;
    if (offer.price) {
        facts.price = offer.price->units();
        facts.currency = currencyId(offer.price->currency());
    }
    if (offer.stock)
        facts.stock = std::max(*offer.stock, 0);
    if (offer.successRate)
        facts.rate = static_cast<qint8>(std::clamp(*offer.successRate, 0, 100));
    facts.available = offer.available;
    return facts;
}

OfferRow Catalog::addRow(const OfferKey &key, const OfferFacts &facts)
{
    OfferRow row = 0;
    if (m_free.empty()) {
        row = m_columns.append();
    } else {
        row = m_free.back();
        m_free.pop_back();
    }
    m_columns.flags[row] = CatalogColumns::Live;
    m_columns.setKey(row, key);
    m_columns.setFacts(row, facts);
    m_index.insert(row);
    ++m_places[key.place].offers;
    ++m_sellers[key.seller].offers;
    ++m_count;
    return row;
}

void Catalog::updateFacts(OfferRow row, const OfferFacts &facts, CatalogChange &change)
{
    const OfferFacts earlier = m_columns.facts(row);
    int what = 0;
    if (earlier.price != facts.price || earlier.currency != facts.currency)
        what |= CatalogChange::PriceFact;
    if (earlier.stock != facts.stock)
        what |= CatalogChange::StockFact;
    if (earlier.rate != facts.rate)
        what |= CatalogChange::RateFact;
    if ((earlier.available && earlier.stock != 0) != (facts.available && facts.stock != 0))
        what |= CatalogChange::AvailabilityFact;
    m_columns.setFacts(row, facts);
    if (what == 0)
        return;
    change.changed.push_back({row, static_cast<quint8>(what)});
}

void Catalog::takeOut(OfferRow row, CatalogChange &change)
{
    m_index.remove(row);
    m_columns.flags[row] &= static_cast<quint8>(~CatalogColumns::Live);
    --m_places[m_columns.place[row]].offers;
    --m_sellers[m_columns.seller[row]].offers;
    --m_count;
    change.removed.push_back(row);
}

void Catalog::publish(const CatalogChange &change)
{
    if (change.isEmpty())
        return;
    Q_EMIT changed(change);
    for (const OfferRow row : change.removed) {
        m_columns.setKey(row, {}); // nobody sells it: no filter finds it
        m_cancelFees.remove(row);
        m_free.push_back(row);
    }
}

} // namespace otpdesk
