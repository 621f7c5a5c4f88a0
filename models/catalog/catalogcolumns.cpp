#include "models/catalog/catalogcolumns.h"

namespace otpdesk {

quint64 OfferKey::hash() const
{
    quint64 hash = 0x9e3779b97f4a7c15ULL;
    for (const quint32 part : {service, place, quint32(seller), variant, product}) {
        hash = (hash ^ part) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32;
    }
    return hash;
}

OfferRow CatalogColumns::append()
{
    const OfferRow row = rowEnd();
    // By a sixteenth, not to twice the size: a million offers would leave room for another million unused.
    // One column after the other, since to move all of them at once takes longer than a frame.
    size_t delay = 0;
    const auto growOne = [&](auto &column) {
        if (column.size() == column.capacity())
            column.reserve(column.size() + column.size() / 16 + 512 + 64 * ++delay);
        column.emplace_back();
    };
    const auto grow = [&](auto &...column) { (growOne(column), ...); };
    grow(service, place, seller, variant, product, market, shelf, price, stock, rate, flags);
    return row;
}

void CatalogColumns::setKey(OfferRow row, const OfferKey &key)
{
    service[row] = key.service;
    place[row] = key.place;
    seller[row] = key.seller;
    variant[row] = key.variant;
    product[row] = key.product;
}

OfferKey CatalogColumns::key(OfferRow row) const
{
    return {service[row], place[row], seller[row], variant[row], product[row]};
}

void CatalogColumns::setFacts(OfferRow row, const OfferFacts &facts)
{
    price[row] = facts.price;
    stock[row] = facts.stock;
    rate[row] = facts.rate;
    setFlag(row, Available, facts.available);
    setFlag(row, ForSale, facts.available && facts.stock != 0);
}

OfferFacts CatalogColumns::facts(OfferRow row) const
{
    return {price[row], stock[row], rate[row], (flags[row] & Available) != 0};
}

void CatalogColumns::setFlag(OfferRow row, Flag flag, bool on)
{
    flags[row] = static_cast<quint8>(on ? flags[row] | flag : flags[row] & ~flag);
}

} // namespace otpdesk
