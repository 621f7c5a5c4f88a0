#pragma once

#include "models/catalog/idindex.h"
#include "models/markets/market.h"

#include <QHash>

#include <vector>

namespace otpdesk {

/// Gives each market a small integer; 0 is none. There may be as many as a third of all offers, so a market
/// is 8 bytes, and its names are kept once each.
class MarketTable
{
public:
    struct Key
    {
        quint32 service = 0;
        quint16 country = 0;
        quint8 kind = 0; ///< OfferKind

        quint64 hash() const;
        friend bool operator==(const Key &, const Key &) = default;
    };

    MarketTable();
    Q_DISABLE_COPY_MOVE(MarketTable) // the index refers to it

    /// Gives a service or a country its id. Beyond what any honest catalog has, a country is none.
    quint32 serviceId(const QString &key, const QString &title) { return m_services.id(key, title); }
    quint16 countryId(const QString &key, const QString &title);

    quint32 id(quint32 service, quint16 country, OfferKind kind);
    quint32 find(const Market &market) const; ///< 0: not there
    Key key(quint32 id) const { return m_keys[id]; }
    Market market(quint32 id) const;
    size_t size() const { return m_keys.size(); }

private:
    /// A name that several markets share: by its key, with the title of the first that had it.
    class Names
    {
    public:
        quint32 id(const QString &key, const QString &title);
        std::optional<quint32> find(const QString &key) const;
        size_t count() const { return m_keys.size(); }
        const QString &key(quint32 id) const { return m_keys[id]; }
        const QString &title(quint32 id) const { return m_titles[id]; }

    private:
        std::vector<QString> m_keys;
        std::vector<QString> m_titles;
        QHash<QString, quint32> m_ids;
    };
    Names m_services;
    Names m_countries;
    std::vector<Key> m_keys;
    IdIndex<MarketTable> m_index;
};

} // namespace otpdesk
