#pragma once

#include <QtGlobal>

#include <array>
#include <limits>
#include <vector>

namespace otpdesk {

/// A row's place in the columns. It belongs to one offer for as long as the catalog holds it, however often
/// it is refreshed, and may be given to another one afterwards.
using OfferRow = quint32;

/// Everything that makes an offer the same at the next refresh, as integers.
struct OfferKey
{
    quint32 service = 0;
    quint32 place = 0;
    quint32 seller = 0;
    quint32 variant = 0;
    quint32 serviceCode = 0;
    quint32 countryCode = 0;
    quint32 variantCode = 0;
    quint32 productCode = 0;

    size_t hash() const;
    friend bool operator==(const OfferKey &, const OfferKey &) = default;
};

/// What a refresh may change about an offer.
struct OfferFacts
{
    static constexpr qint64 UnknownPrice = std::numeric_limits<qint64>::min();
    static constexpr qint32 UnknownStock = -1;
    static constexpr qint8 UnknownRate = -1;

    qint64 price = UnknownPrice; ///< as Money::units()
    quint16 currency = 0;
    qint32 stock = UnknownStock;
    qint8 rate = UnknownRate; ///< per cent
    bool available = true;

    friend bool operator==(const OfferFacts &, const OfferFacts &) = default;
};

/// The offers as columns of integers, 52 bytes a row, so that a filter or a sort reads only what it needs.
class CatalogColumns
{
public:
    enum Flag : quint8 {
        Live = 1,      ///< the row holds an offer
        Available = 2, ///< it is on sale
        Seen = 4,      ///< scratch mark of the refresh under way
    };

    quint32 rowEnd() const { return static_cast<quint32>(flags.size()); }
    bool isLive(OfferRow row) const { return flags[row] & Live; }

    /// Adds an empty row at the end.
    OfferRow append();
    void setKey(OfferRow row, const OfferKey &key);
    OfferKey key(OfferRow row) const;
    void setFacts(OfferRow row, const OfferFacts &facts);
    OfferFacts facts(OfferRow row) const;

    std::vector<quint32> service;
    std::vector<quint32> place;
    std::vector<quint32> seller;
    std::vector<quint32> variant;
    std::vector<quint32> serviceCode;
    std::vector<quint32> countryCode;
    std::vector<quint32> variantCode;
    std::vector<quint32> productCode;
    std::vector<quint32> shelf;
    std::vector<qint64> price;
    std::vector<qint32> stock;
    std::vector<quint16> currency;
    std::vector<qint8> rate;
    std::vector<quint8> flags;
};

} // namespace otpdesk
