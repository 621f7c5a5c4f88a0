#include "models/store/offercolumns.h"

#include "models/store/rowreader.h"
#include "models/store/words.h"

namespace otpdesk::offercolumns {

void append(QVariantList &values, const Offer &offer)
{
    values << wordOf(offer.kind) << cell::text(offer.line) << cell::text(offer.service)
           << cell::text(offer.country) << cell::text(offer.countryIso) << cell::text(offer.variant)
           << cell::text(offer.serviceId) << cell::text(offer.countryId) << cell::text(offer.variantId)
           << cell::text(offer.productId) << static_cast<qint64>(offer.duration.count());
}

Offer read(RowReader &row)
{
    Offer offer;
    offer.kind = offerKindOf(row.text(), OfferKind::Number);
    offer.line = row.text();
    offer.service = row.text();
    offer.country = row.text();
    offer.countryIso = row.text();
    offer.variant = row.text();
    offer.serviceId = row.text();
    offer.countryId = row.text();
    offer.variantId = row.text();
    offer.productId = row.text();
    offer.duration = std::chrono::hours(row.integer());
    return offer;
}

} // namespace otpdesk::offercolumns
