#include "models/catalog/markettable.h"

#include <limits>

namespace otpdesk {

quint32 MarketTable::Names::id(const QString &key, const QString &title)
{
    if (const auto known = find(key))
        return *known;
    const auto id = static_cast<quint32>(m_keys.size());
    m_keys.push_back(key);
    m_titles.push_back(title);
    m_ids.insert(key, id);
    return id;
}

std::optional<quint32> MarketTable::Names::find(const QString &key) const
{
    const auto known = m_ids.constFind(key);
    return known == m_ids.cend() ? std::nullopt : std::optional(known.value());
}

MarketTable::MarketTable() : m_keys(1), m_index(*this)
{
    m_services.id({}, {});
    m_countries.id({}, {});
}

quint64 MarketTable::Key::hash() const
{
    quint64 hash = quint64(service) << 32 | quint64(country) << 8 | kind;
    hash = (hash ^ (hash >> 31)) * 0x9e3779b97f4a7c15ULL;
    hash = (hash ^ (hash >> 29)) * 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 32);
}

quint16 MarketTable::countryId(const QString &key, const QString &title)
{
    if (const auto known = m_countries.find(key))
        return static_cast<quint16>(*known);
    return m_countries.count() > std::numeric_limits<quint16>::max()
               ? quint16(0)
               : static_cast<quint16>(m_countries.id(key, title));
}

quint32 MarketTable::id(quint32 service, quint16 country, OfferKind kind)
{
    const Key key{service, country, static_cast<quint8>(kind)};
    if (const auto known = m_index.find(key))
        return *known;
    const auto id = static_cast<quint32>(m_keys.size());
    if (m_keys.size() == m_keys.capacity())
        m_keys.reserve(m_keys.size() + m_keys.size() / 16 + 512);
    m_keys.push_back(key);
    m_index.insert(id);
    return id;
}

quint32 MarketTable::find(const Market &market) const
{
    const auto service = m_services.find(market.serviceKey);
    const auto country = m_countries.find(market.countryKey);
    return service && country
               ? m_index.find(Key{*service, static_cast<quint16>(*country), static_cast<quint8>(market.kind)})
                     .value_or(0)
               : 0;
}

Market MarketTable::market(quint32 id) const
{
    if (id == 0)
        return {};
    const Key key = m_keys[id];
    return {static_cast<OfferKind>(key.kind), m_services.key(key.service), m_countries.key(key.country),
            m_services.title(key.service), m_countries.title(key.country)};
}

} // namespace otpdesk
