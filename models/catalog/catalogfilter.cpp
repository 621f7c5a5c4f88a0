#include "models/catalog/catalogfilter.h"

#include "models/catalog/catalog.h"
#include "models/catalog/searchfold.h"
#include "models/text/format.h"

namespace otpdesk {

namespace {

constexpr quint32 WantedPlace = 1u << 31;
constexpr quint32 WantedSeller = 1u << 30;
constexpr qsizetype MostWords = 30; // further words are not looked at

quint32 wordsIn(const QString &folded, const QStringList &words)
{
    quint32 bits = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (folded.contains(words[i]))
            bits |= 1u << i;
    }
    return bits;
}

std::vector<quint32> wordsInEach(const NamePool &names, const QStringList &words)
{
    std::vector<quint32> bits(names.size(), 0);
    for (quint32 id = 0; !words.isEmpty() && id < names.size(); ++id)
        bits[id] = wordsIn(names.folded(id), words);
    return bits;
}

} // namespace

CatalogMatcher::CatalogMatcher(const Catalog &catalog, const CatalogFilter &filter)
    : m_columns(catalog.columns())
{
    const QStringList words = searchWords(filter.text).mid(0, MostWords);
    m_needed = ((1u << words.size()) - 1) | WantedPlace | WantedSeller;
    m_service = wordsInEach(catalog.services(), words);
    m_variant = wordsInEach(catalog.variants(), words);

    m_place.reserve(catalog.places().size());
    for (const Catalog::Place &place : catalog.places()) {
        const bool wanted = filter.country.isEmpty() || place.key == filter.country;
        m_place.push_back(wordsIn(place.folded, words) | (wanted ? WantedPlace : 0));
    }

    m_seller.assign(catalog.sellers().size(), 0);
    for (size_t id = 1; id < m_seller.size(); ++id) { // 0 is nobody, whom free rows name
        const Catalog::Seller &seller = catalog.sellers()[id];
        const CatalogAccount &account = catalog.accountOf(seller);
        const bool wanted = (!filter.kind || seller.kind == *filter.kind) &&
                            (filter.accountId.isEmpty() || account.id == filter.accountId) &&
                            (filter.providerId.isEmpty() || account.providerId == filter.providerId);
        QString folded = searchFolded(account.label + u'\n' + account.providerName) + u'\n' +
                         catalog.lines().folded(seller.line);
        if (seller.duration.count() > 0)
            folded += u'\n' + searchFolded(format::duration(seller.duration));
        m_seller[id] = wordsIn(folded, words) | (wanted ? WantedSeller : 0);
    }
}

bool CatalogMatcher::accepts(OfferRow row) const
{
    const quint32 found = m_service[m_columns.service[row]] | m_place[m_columns.place[row]] |
                          m_seller[m_columns.seller[row]] | m_variant[m_columns.variant[row]];
    return found == m_needed && m_columns.isLive(row);
}

std::vector<quint8> CatalogMatcher::matches() const
{
    const quint32 rows = m_columns.rowEnd();
    std::vector<quint8> accepted(rows);
    for (OfferRow row = 0; row < rows; ++row) {
        const quint32 found = m_service[m_columns.service[row]] | m_place[m_columns.place[row]] |
                              m_seller[m_columns.seller[row]] | m_variant[m_columns.variant[row]];
        accepted[row] = static_cast<quint8>(found == m_needed) & m_columns.flags[row] & CatalogColumns::Live;
    }
    return accepted;
}

} // namespace otpdesk
