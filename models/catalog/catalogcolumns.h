#pragma once

#include <QtGlobal>

#include <vector>

namespace otpdesk {

/// A row's place in the columns. It belongs to one offer for as long as the catalog holds it, however often
/// it is refreshed, and may be given to another one afterwards.
using OfferRow = quint32;

/// Everything that makes an offer the same at the next refresh, as ids of CatalogNames.
struct OfferKey
{
    quint32 service = 0;
    quint32 place = 0;
    quint16 seller = 0;
    quint32 variant = 0;
    quint32 product = 0;

    quint64 hash() const;
    friend bool operator==(const OfferKey &, const OfferKey &) = default;
};

/// What a refresh may change about an offer.
struct OfferFacts
{
    static constexpr qint32 UnknownStock = -1;
    static constexpr qint8 UnknownRate = -1;

    quint32 price = 0; ///< of the PricePool; 0: unknown
    qint32 stock = UnknownStock;
    qint8 rate = UnknownRate; ///< per cent
    bool available = true;

    friend bool operator==(const OfferFacts &, const OfferFacts &) = default;
};

/// The offers as columns of integers, 36 bytes a row, so that a filter or a sort reads only what it needs.
class CatalogColumns
{
public:
    enum Flag : quint8 {
        Live = 1,      ///< the row holds an offer
        Available = 2, ///< the provider has it on sale
        ForSale = 4,   ///< that, and not known to be out of stock
        Learned = 8,   ///< the price is not the provider's word, but what was paid last
        Untold = 16,   ///< added, and not told of yet
    };

    quint32 rowEnd() const { return static_cast<quint32>(flags.size()); }
    bool isLive(OfferRow row) const { return flags[row] & Live; }
    bool isForSale(OfferRow row) const { return flags[row] & ForSale; }

    /// Adds an empty row at the end.
    OfferRow append();
    void setKey(OfferRow row, const OfferKey &key);
    OfferKey key(OfferRow row) const;
    void setFacts(OfferRow row, const OfferFacts &facts);
    OfferFacts facts(OfferRow row) const;
    void setFlag(OfferRow row, Flag flag, bool on);

    std::vector<quint32> service;
    std::vector<quint32> place;
    std::vector<quint16> seller;
    std::vector<quint32> variant;
    std::vector<quint32> product;
    std::vector<quint32> market;
    std::vector<quint32> shelf;
    std::vector<quint32> price;
    std::vector<qint32> stock;
    std::vector<qint8> rate;
    std::vector<quint8> flags;
};

} // namespace otpdesk
