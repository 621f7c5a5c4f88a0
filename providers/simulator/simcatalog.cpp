#include "providers/simulator/simcatalog.h"

namespace otpdesk {

QList<const Offer *> SimCatalog::of(const QString &providerId, QStringView line) const
{
    QList<const Offer *> found;
    const auto shelf = offers.constFind(providerId);
    if (shelf == offers.cend())
        return found;
    for (const Offer &offer : *shelf) {
        if (line.isEmpty() || offer.line == line)
            found.append(&offer);
    }
    return found;
}

} // namespace otpdesk
