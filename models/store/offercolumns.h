#pragma once

#include "providers/types/offer.h"

#include <QStringView>
#include <QVariantList>

namespace otpdesk {

class RowReader;

/// The columns of an order that tell what was bought, but for its price, fee and stock. The constant and both
/// functions go through them in the same order.
namespace offercolumns {

inline constexpr QStringView Names =
    u"offer_kind, offer_line, offer_service, offer_country, offer_country_iso, "
    "offer_variant, offer_service_id, offer_country_id, offer_variant_id, "
    "offer_product_id, offer_duration_hours";

void append(QVariantList &values, const Offer &offer);
Offer read(RowReader &row);

} // namespace offercolumns

} // namespace otpdesk
