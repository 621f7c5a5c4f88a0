#pragma once

#include "providers/types/money.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace otpdesk {

enum class OfferKind { Number, Rental, Email };

/// Something a provider sells, as its catalog shows it. Names are the provider's own, cleaned text.
/// Unknown is empty or nullopt, never zero.
struct Offer
{
    OfferKind kind = OfferKind::Number;
    QString line;       ///< which part of the provider sells it: "s1", "s2", "special", "sms", "cheap"…
    QString service;    ///< "WhatsApp"
    QString country;    ///< as the provider writes it: "England", "Pakistan"; empty where it has none
    QString countryIso; ///< "GB" where the provider gives it or the name is known; else empty
    QString variant;    ///< server, operator, pool or tier by name; empty where there is just one

    // What the provider needs to hear when it is bought. Opaque to everybody else.
    QString serviceId;
    QString countryId;
    QString variantId; ///< operator, pool, server or type
    QString productId;

    std::chrono::hours duration{0}; ///< of a rental; 0 for other kinds

    std::optional<Money> price;
    std::optional<Money> cancelFee; ///< of an inbox: kept by the provider when it is cancelled
    std::optional<int> stock;       ///< numbers available
    std::optional<int> successRate; ///< per cent, the provider's claim
    bool available = true;          ///< false: listed, but not on sale now

    /// What makes it the same offer at the next refresh: everything but price, stock and rate.
    QString identity() const;
    friend bool operator==(const Offer &, const Offer &) = default;
};

constexpr OfferKind AllOfferKinds[] = {OfferKind::Number, OfferKind::Rental, OfferKind::Email};

/// A part of a catalog that is fetched with one request.
struct Shelf
{
    OfferKind kind = OfferKind::Number; ///< which of the account's shops it belongs to
    QString path;                       ///< the provider's own address for it; empty is the root
    QString title;      ///< for progress: "Server 1 · Indonesia"; empty for the next page of the same
    QString countryIso; ///< the only country on it, where that is known
    QString country;    ///< same, as the provider writes it
    QString service;    ///< the only service on it, where that is known

    friend bool operator==(const Shelf &, const Shelf &) = default;
};

/// What stands on a shelf: offers, and further shelves (countries of a list, the next page, …).
struct ShelfPage
{
    QList<Offer> offers;
    QList<Shelf> shelves;
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::Offer)
