#include "models/catalog/catalogfilter.h"

#include "models/catalog/catalog.h"
#include "models/search/searchfold.h"
#include "models/text/format.h"

#include <algorithm>

namespace otpdesk {

namespace {

constexpr quint32 WantedPlace = 1u << 31;
constexpr quint32 WantedKind = 1u << 30;
constexpr quint32 WantedSeller = 1u << 29;
constexpr qsizetype MostWords = 29; // further words are not looked at

using Words = std::vector<SearchWord>;

Words wordsOf(const QString &typed)
{
    Words words;
    for (const QString &word : searchWords(typed).mid(0, MostWords))
        words.emplace_back(word);
    return words;
}

/// A bit for each word that is there.
quint32 wordsIn(const SearchText &text, const Words &words)
{
    quint32 bits = 0;
    for (size_t i = 0; i < words.size(); ++i)
        bits |= static_cast<quint32>(words[i].isIn(text)) << i;
    return bits;
}

/// The bits of each name, by the ids of the pairs that have it.
std::vector<quint32> wordsInEach(const CodedNames &pairs, const std::vector<SearchText> &names,
                                 const Words &words)
{
    std::vector<quint32> bits(pairs.size(), 0);
    if (words.empty())
        return bits;
    std::vector<quint32> ofNames(names.size());
    std::transform(names.cbegin(), names.cend(), ofNames.begin(),
                   [&words](const SearchText &name) { return wordsIn(name, words); });
    for (quint32 id = 0; id < bits.size(); ++id)
        bits[id] = ofNames[pairs.nameId(id)];
    return bits;
}

} // namespace

CatalogMatcher::CatalogMatcher(const Catalog &catalog, const CatalogFilter &filter,
                               const std::vector<bool> &favourites)
    : m_columns(catalog.columns()), m_favourites(favourites), m_onlyFavourites(filter.favourite)
{
    const CatalogNames &names = catalog.names();
    const Words words = wordsOf(filter.text);
    m_needed = ((1u << words.size()) - 1) | WantedPlace | WantedKind | WantedSeller;
    if (filter.forSale)
        m_flags |= CatalogColumns::ForSale;
    m_service = wordsInEach(names.services(), names.serviceSearch(), words);
    for (auto it = names.codeSearch().cbegin(); it != names.codeSearch().cend(); ++it)
        m_service[it.key()] = wordsIn(it.value(), words);
    m_variant = wordsInEach(names.variants(), names.variantSearch(), words);

    m_place.reserve(names.places().size());
    for (const CatalogNames::Place &place : names.places()) {
        const bool wanted = filter.country.isEmpty() || place.key == filter.country;
        m_place.push_back(wordsIn(place.search, words) | (wanted ? WantedPlace : 0));
    }

    m_seller.assign(names.sellers().size(), 0);
    for (size_t id = 1; id < m_seller.size(); ++id) { // 0 is nobody, whom free rows name
        const CatalogNames::Seller &seller = names.sellers()[id];
        const CatalogAccount &account = catalog.accountOf(seller);
        const bool wanted = (filter.accountId.isEmpty() || account.id == filter.accountId) &&
                            (filter.providerId.isEmpty() || account.providerId == filter.providerId);
        const bool wantedKind = !filter.kind || seller.kind == *filter.kind;
        QString folded = searchFolded(account.label + u'\n' + account.providerName) + u'\n' +
                         names.lines().folded(seller.line);
        if (seller.duration.count() > 0)
            folded += u'\n' + searchFolded(format::duration(seller.duration));
        m_seller[id] =
            wordsIn(SearchText(folded), words) | (wanted ? WantedSeller : 0) | (wantedKind ? WantedKind : 0);
    }
}

bool CatalogMatcher::accepts(OfferRow row) const
{
    return found(row) == m_needed && (m_columns.flags[row] & m_flags) == m_flags &&
           (!m_onlyFavourites || isFavourite(row));
}

std::vector<quint8> CatalogMatcher::matches() const
{
    const quint32 rows = m_columns.rowEnd();
    std::vector<quint8> accepted(rows);
    for (OfferRow row = 0; row < rows; ++row)
        accepted[row] = static_cast<quint8>(found(row) == m_needed) &
                        static_cast<quint8>((m_columns.flags[row] & m_flags) == m_flags);
    for (OfferRow row = 0; m_onlyFavourites && row < rows; ++row)
        accepted[row] &= static_cast<quint8>(isFavourite(row));
    return accepted;
}

CatalogFacets CatalogMatcher::facets() const
{
    CatalogFacets facets{std::vector<int>(m_place.size()), std::vector<int>(m_seller.size()),
                         std::vector<int>(m_seller.size())};
    for (OfferRow row = 0; row < m_columns.rowEnd(); ++row) {
        const quint32 missing = m_needed & ~found(row);
        const bool passesFlags = (m_columns.flags[row] & m_flags) == m_flags;
        const bool passesFavourites = !m_onlyFavourites || isFavourite(row);
        if (!m_columns.isLive(row))
            continue;
        if (passesFlags && passesFavourites) {
            facets.byPlace[m_columns.place[row]] += (missing & ~WantedPlace) == 0;
            facets.byKind[m_columns.seller[row]] += (missing & ~WantedKind) == 0;
            facets.bySeller[m_columns.seller[row]] += (missing & ~WantedSeller) == 0;
        }
        if (missing == 0) {
            facets.forSale += passesFavourites && m_columns.isForSale(row);
            facets.favourite += passesFlags && isFavourite(row);
        }
    }
    return facets;
}

} // namespace otpdesk
