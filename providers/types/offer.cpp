#include "providers/types/offer.h"

namespace otpdesk {

QString Offer::identity() const
{
    // The unit separator cannot occur in cleaned text, so no two offers share an identity by accident.
    return QStringList{QString::number(static_cast<int>(kind)),
                       line,
                       service,
                       country,
                       variant,
                       serviceId,
                       countryId,
                       variantId,
                       productId,
                       QString::number(duration.count())}
        .join(QChar(0x1f));
}

} // namespace otpdesk
