#include "providers/simulator/simcatalog.h"

namespace otpdesk {

QList<const Offer *> SimCatalog::of(const QString &providerId, QStringView line, QStringView countryId) const
{
    const auto all = offers.constFind(providerId);
    if (all == offers.cend())
        return {};
    Shelves &shelves = m_shelves[providerId];
    if (shelves.first != all->constData() || shelves.count != all->size()) {
        shelves = {all->constData(), all->size(), {}};
        for (const Offer &offer : *all) {
            shelves.byPlace[{}].append(&offer);
            if (!offer.line.isEmpty())
                shelves.byPlace[{offer.line, {}}].append(&offer);
            if (!offer.countryId.isEmpty())
                shelves.byPlace[{offer.line, offer.countryId}].append(&offer);
        }
    }
    return shelves.byPlace.value({line.toString(), countryId.toString()});
}

} // namespace otpdesk
