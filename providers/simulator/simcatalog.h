#pragma once

#include "providers/types/offer.h"

#include <QHash>
#include <QSet>

namespace otpdesk {

/// A name with the id a provider knows it by.
struct NamedId
{
    QString id;
    QString name;
    friend bool operator==(const NamedId &, const NamedId &) = default;
};

/// What the simulated providers have on sale. Offers are the application's own type, so that a test can
/// compare what came through a wire with what stood behind it.
struct SimCatalog
{
    QHash<QString, QList<Offer>> offers;      ///< by provider id
    QHash<QString, QList<NamedId>> operators; ///< OTPZap server 2, by country id
    QSet<QString> withoutResend;              ///< services that cannot send another SMS

    /// The offers of one provider's line ("s1"), or of all of them.
    QList<const Offer *> of(const QString &providerId, QStringView line = {}) const;
};

} // namespace otpdesk
