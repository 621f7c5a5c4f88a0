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

    /// The offers of one provider's line ("s1"), or of all of them; of a line in one country, or in all.
    QList<const Offer *> of(const QString &providerId, QStringView line = {},
                            QStringView countryId = {}) const;
    /// To be called when an offer that is there was changed.
    void forgetShelves() { m_shelves.clear(); }

private:
    using Place = std::pair<QString, QString>; // line and country; empty: any

    /// With a million offers a walk through all of them for each request would hold up the application, which
    /// runs in the same thread.
    struct Shelves
    {
        const Offer *first = nullptr; // of the offers they were made of, and how many these were
        qsizetype count = 0;
        QHash<Place, QList<const Offer *>> byPlace;
    };

    mutable QHash<QString, Shelves> m_shelves; // by provider id
};

} // namespace otpdesk
