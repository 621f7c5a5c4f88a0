#include "models/catalog/catalogcolumns.h"

namespace otpdesk {

size_t OfferKey::hash() const
{
    quint64 hash = 0x9e3779b97f4a7c15ULL;
    for (const quint32 part :
         {service, place, seller, variant, serviceCode, countryCode, variantCode, productCode}) {
        hash = (hash ^ part) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32;
    }
    return static_cast<size_t>(hash);
}

OfferRow CatalogColumns::append()
{
    const OfferRow row = rowEnd();
    const auto grow = [](auto &...column) { (column.emplace_back(), ...); };
    grow(service, place, seller, variant, serviceCode, countryCode, variantCode, productCode, shelf, price,
         stock, currency, rate, flags);
    return row;
}

void CatalogColumns::setKey(OfferRow row, const OfferKey &key)
{
    service[row] = key.service;
    place[row] = key.place;
    seller[row] = key.seller;
    variant[row] = key.variant;
    serviceCode[row] = key.serviceCode;
    countryCode[row] = key.countryCode;
    variantCode[row] = key.variantCode;
    productCode[row] = key.productCode;
}

OfferKey CatalogColumns::key(OfferRow row) const
{
    return {service[row],     place[row],       seller[row],      variant[row],
            serviceCode[row], countryCode[row], variantCode[row], productCode[row]};
}

void CatalogColumns::setFacts(OfferRow row, const OfferFacts &facts)
{
    price[row] = facts.price;
    currency[row] = facts.currency;
    stock[row] = facts.stock;
    rate[row] = facts.rate;
    const int others = flags[row] & ~Available;
    flags[row] = static_cast<quint8>(facts.available ? others | Available : others);
}

OfferFacts CatalogColumns::facts(OfferRow row) const
{
    return {price[row], currency[row], stock[row], rate[row], (flags[row] & Available) != 0};
}

} // namespace otpdesk
