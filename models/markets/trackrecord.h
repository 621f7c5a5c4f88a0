#pragma once

#include "providers/types/offer.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace otpdesk {

/// What a person's experience is kept for: a service in a country from one line of a provider, whatever the
/// variant and the account.
struct TrackKey
{
    QString providerId;
    OfferKind kind = OfferKind::Number;
    QString line;
    QString serviceKey; ///< serviceKeyOf()
    QString countryKey; ///< countryKeyOf()

    friend bool operator==(const TrackKey &, const TrackKey &) = default;
};

inline size_t qHash(const TrackKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.providerId, static_cast<int>(key.kind), key.line, key.serviceKey,
                      key.countryKey);
}

/// May be called from any thread.
TrackKey trackKeyOf(const QString &providerId, const Offer &offer);

/// The person's own experience with it. What counts: see outcomeOf().
struct TrackRecord
{
    int bought = 0;   ///< numbers or inboxes
    int received = 0; ///< how many of them got a message
    /// Half of those whose wait is known had their first message within this time; nothing where none is.
    std::optional<std::chrono::milliseconds> medianWait;

    friend bool operator==(const TrackRecord &, const TrackRecord &) = default;
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::TrackKey)
