#include "models/catalog/catalog.h"

#include "models/search/namecollator.h"
#include "models/search/servicenames.h"
#include "providers/types/country.h"

#include <algorithm>

namespace otpdesk {

namespace {

/// Several changes of one row become one.
void joinByRow(std::vector<CatalogChange::Changed> &changes)
{
    using Changed = CatalogChange::Changed;
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Changed &a, const Changed &b) { return a.row < b.row; });
    size_t end = 0;
    for (const Changed &one : changes) {
        if (end > 0 && changes[end - 1].row == one.row)
            changes[end - 1].facts |= one.facts;
        else
            changes[end++] = one;
    }
    changes.resize(end);
}

} // namespace

Catalog::Catalog(QObject *parent) : QObject(parent), m_index(m_columns) {}

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
    for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
        if (m_columns.isLive(row) && m_names.sellers()[m_columns.seller[row]].account == *index)
            takeOut(row);
    }
    publish();
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

ShelfUpdate Catalog::openShelf(const QString &accountId, const Shelf &shelf)
{
    ShelfUpdate update;
    update.account = accountIndex(accountId);
    if (!update.account)
        return update;
    auto &shelves = m_accounts[*update.account].shelves;
    update.key = shelfKey(shelf);
    update.isNew = !shelves.contains(update.key);
    if (update.isNew)
        shelves.insert(update.key, {m_nextShelf++, shelf});
    update.shelf = shelves.value(update.key).id;
    return update;
}

bool Catalog::isOpen(const ShelfUpdate &update) const
{
    return update.account && m_accounts[*update.account].isThere &&
           m_accounts[*update.account].shelves.value(update.key).id == update.shelf;
}

void Catalog::putOffers(ShelfUpdate &update, std::span<const Offer> offers)
{
    if (!isOpen(update))
        return;
    for (const Offer &offer : offers) {
        const auto key = m_names.keyOf(*update.account, offer);
        if (!key)
            continue;
        const auto known = m_index.find(*key);
        const OfferRow row = known ? *known : addRow(*key);
        if (update.seen.size() <= row)
            update.seen.resize(m_columns.rowEnd());
        if (known && update.seen[row]) // a new row may have been another's that was seen, and is gone
            continue;                  // listed twice
        update.seen[row] = true;
        m_columns.shelf[row] = update.shelf;
        updateRow(row, offer);
    }
}

void Catalog::closeShelf(ShelfUpdate &update)
{
    if (!isOpen(update) || update.isNew)
        return;
    update.seen.resize(m_columns.rowEnd());
    for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
        if (m_columns.shelf[row] == update.shelf && !update.seen[row] && m_columns.isLive(row))
            takeOut(row);
    }
}

void Catalog::putShelf(const QString &accountId, const Shelf &shelf, const QList<Offer> &offers)
{
    ShelfUpdate update = openShelf(accountId, shelf);
    putOffers(update, offers);
    closeShelf(update);
    publish();
}

void Catalog::keepShelves(const QString &accountId, const QSet<QString> &keys)
{
    const auto account = accountIndex(accountId);
    if (!account)
        return;
    QSet<quint32> gone;
    m_accounts[*account].shelves.removeIf([&](const auto &shelf) {
        if (keys.contains(shelf.key()))
            return false;
        gone.insert(shelf.value().id);
        return true;
    });
    for (OfferRow row = 0; !gone.isEmpty() && row < m_columns.rowEnd(); ++row) {
        if (m_columns.isLive(row) && gone.contains(m_columns.shelf[row]))
            takeOut(row);
    }
    publish();
}

QString Catalog::shelfKey(const Shelf &shelf)
{
    return shelf.kind == OfferKind::Number
               ? shelf.path
               : QString::number(static_cast<int>(shelf.kind)) + u'/' + shelf.path;
}

QList<Shelf> Catalog::shelvesOf(const QString &accountId, const Market &market) const
{
    const auto account = accountIndex(accountId);
    if (!account)
        return {};
    QSet<quint32> holding;
    const quint32 id = m_names.marketId(market);
    for (OfferRow row = 0; id != 0 && row < m_columns.rowEnd(); ++row) {
        if (m_columns.market[row] == id && m_columns.isLive(row))
            holding.insert(m_columns.shelf[row]);
    }
    QList<Shelf> shelves;
    for (const ShelfRecord &record : m_accounts[*account].shelves) {
        const Shelf &shelf = record.shelf;
        const bool wouldHold = shelf.kind == market.kind && !shelf.countryIso.isEmpty() &&
                               shelf.countryIso == market.countryKey &&
                               (shelf.service.isEmpty() || serviceKeyOf(shelf.service) == market.serviceKey);
        if (wouldHold || holding.contains(record.id))
            shelves.append(shelf);
    }
    return shelves;
}

void Catalog::noteOffer(const QString &accountId, const Offer &offer)
{
    if (const auto row = find(accountId, offer))
        updateRow(*row, offer);
    publish();
}

void Catalog::setLastPaid(LastPaid lastPaid)
{
    m_lastPaid = std::move(lastPaid);
}

void Catalog::learnPrice(const QString &providerId, const Offer &offer)
{
    for (const CatalogAccount &account : accounts()) {
        const auto row = account.providerId == providerId ? find(account.id, offer) : std::nullopt;
        if (row && !hasOwnPrice(*row))
            updateRow(*row, at(*row));
    }
    publish();
}

void Catalog::learnPrices()
{
    for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
        if (m_columns.isLive(row) && !hasOwnPrice(row))
            updateRow(row, at(row));
    }
    publish();
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
    for (size_t id = 0; account && id < m_offersOfSeller.size(); ++id) {
        if (m_names.sellers()[id].account == *account)
            count += m_offersOfSeller[id];
    }
    return count;
}

Offer Catalog::at(OfferRow row) const
{
    const OfferFacts facts = m_columns.facts(row);
    Offer offer = m_names.offerOf(m_columns.key(row));
    if (!isLearned(row))
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
    return accountOf(m_names.sellers()[m_columns.seller[row]]);
}

bool Catalog::isStale(OfferRow row) const
{
    return m_accounts[m_names.sellers()[m_columns.seller[row]].account].stale.has_value();
}

std::optional<OfferRow> Catalog::find(const QString &accountId, const Offer &offer)
{
    const auto account = accountIndex(accountId);
    if (!account)
        return std::nullopt;
    const auto key = m_names.keyOf(*account, offer);
    return key ? m_index.find(*key) : std::nullopt;
}

QList<CatalogCountry> Catalog::countries() const
{
    QHash<QString, CatalogCountry> byKey;
    for (size_t id = 0; id < m_offersOfPlace.size(); ++id) {
        const Place &place = m_names.places()[id];
        if (m_offersOfPlace[id] == 0 || place.key.isEmpty())
            continue;
        CatalogCountry &country = byKey[place.key];
        if (country.key.isEmpty()) {
            const Country *known = place.iso.isEmpty() ? nullptr : findCountry(place.iso);
            country.key = place.key;
            country.title = known ? known->name : place.title;
        }
        country.offers += m_offersOfPlace[id];
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
        const Seller &seller = m_names.sellers()[m_columns.seller[row]];
        const QString &name = m_names.services().name(m_columns.service[row]);
        // What has a dot is a site; other names are services, which the catalog lists in full.
        if (m_columns.isLive(row) && seller.kind == OfferKind::Email && seller.account == *account &&
            name.contains(u'.'))
            sites.insert(name);
    }
    QStringList all(sites.cbegin(), sites.cend());
    all.sort(Qt::CaseInsensitive);
    return all;
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

OfferFacts Catalog::factsOf(quint32 account, const Offer &offer)
{
    OfferFacts facts;
    std::optional<Money> price = offer.price;
    if (!price && m_lastPaid)
        price = m_lastPaid(m_accounts[account].info.providerId, offer);
    facts.price = m_names.priceId(price);
    if (offer.stock)
        facts.stock = std::max(*offer.stock, 0);
    if (offer.successRate)
        facts.rate = static_cast<qint8>(std::clamp(*offer.successRate, 0, 100));
    facts.available = offer.available;
    return facts;
}

OfferRow Catalog::addRow(const OfferKey &key)
{
    OfferRow row = 0;
    if (m_free.empty()) {
        row = m_columns.append();
    } else {
        row = m_free.back();
        m_free.pop_back();
    }
    m_columns.flags[row] = CatalogColumns::Live | CatalogColumns::Untold;
    m_columns.setKey(row, key);
    m_columns.setFacts(row, {});
    m_columns.market[row] = m_names.marketOf(key);
    m_index.insert(row);
    ++offersOfPlace(row);
    ++offersOfSeller(row);
    ++m_count;
    m_untold.added.push_back(row);
    return row;
}

void Catalog::updateRow(OfferRow row, const Offer &offer)
{
    const OfferFacts earlier = m_columns.facts(row);
    const bool wasForSale = m_columns.isForSale(row);
    const bool wasLearned = isLearned(row);
    const OfferFacts facts = factsOf(m_names.sellers()[m_columns.seller[row]].account, offer);
    m_columns.setFacts(row, facts);
    m_columns.setFlag(row, CatalogColumns::Learned, !offer.price && facts.price != PricePool::Unknown);
    int what = 0;
    if (setCancelFee(row, offer.cancelFee) || earlier.price != facts.price || wasLearned != isLearned(row))
        what |= CatalogChange::PriceFact;
    if (earlier.stock != facts.stock)
        what |= CatalogChange::StockFact;
    if (earlier.rate != facts.rate)
        what |= CatalogChange::RateFact;
    if (wasForSale != m_columns.isForSale(row))
        what |= CatalogChange::AvailabilityFact;
    if (what != 0 && !(m_columns.flags[row] & CatalogColumns::Untold))
        m_untold.changed.push_back({row, static_cast<quint8>(what)});
}

void Catalog::takeOut(OfferRow row)
{
    m_index.remove(row);
    m_columns.setFlag(row, CatalogColumns::Live, false);
    --offersOfPlace(row);
    --offersOfSeller(row);
    --m_count;
    m_untold.removed.push_back(row);
}

int &Catalog::offersOfPlace(OfferRow row)
{
    m_offersOfPlace.resize(m_names.places().size());
    return m_offersOfPlace[m_columns.place[row]];
}

int &Catalog::offersOfSeller(OfferRow row)
{
    m_offersOfSeller.resize(m_names.sellers().size());
    return m_offersOfSeller[m_columns.seller[row]];
}

void Catalog::publish()
{
    CatalogChange change = std::exchange(m_untold, {});
    if (change.isEmpty())
        return;
    const std::vector<OfferRow> gone = change.removed;
    const auto isUntold = [this](OfferRow row) { return m_columns.flags[row] & CatalogColumns::Untold; };
    // What came and went in between is nobody's business.
    std::erase_if(change.removed, isUntold);
    std::erase_if(change.added, [this](OfferRow row) { return !m_columns.isLive(row); });
    std::erase_if(change.changed, [this](const auto &one) { return !m_columns.isLive(one.row); });
    joinByRow(change.changed);
    for (const OfferRow row : change.added)
        m_columns.setFlag(row, CatalogColumns::Untold, false);
    if (!change.isEmpty())
        Q_EMIT changed(change);
    for (const OfferRow row : gone) {
        m_columns.setKey(row, {}); // nobody sells it: no filter finds it
        m_columns.market[row] = 0;
        m_columns.flags[row] = 0;
        m_cancelFees.remove(row);
        m_free.push_back(row);
    }
}

} // namespace otpdesk
