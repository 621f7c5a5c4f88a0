#pragma once

#include "providers/types/offer.h"

#include <QHash>

namespace otpdesk {

/// A service in a country, of one kind: what a person looks for, whoever sells it.
struct Market
{
    OfferKind kind = OfferKind::Number;
    QString serviceKey; ///< the same for all providers' ways to write it: "whatsapp"; empty: any service
    QString countryKey; ///< as CatalogCountry::key: "PK"; empty where there is no country
    QString service;    ///< as a person reads it: "WhatsApp"
    QString country;    ///< "Pakistan"

    /// How it is written makes no other market.
    friend bool operator==(const Market &a, const Market &b)
    {
        return a.kind == b.kind && a.serviceKey == b.serviceKey && a.countryKey == b.countryKey;
    }
};

inline size_t qHash(const Market &market, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(market.kind), market.serviceKey, market.countryKey);
}

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::Market)
