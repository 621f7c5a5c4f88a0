#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"

#include <optional>

/// What OTPGet's rental handler speaks (provider-docs, otpget.txt, "Rental Number API"): GET alone, JSON,
/// amounts in PKR. Two servers, each with a line of its own ("rental1", "rental2"). Every reader can end in a
/// refusal (see otpgetjson.h) or Malformed.
namespace otpdesk::otpget {

// The catalog. Shelves: the root, "rental", and below it one for each country of each server.

/// The root, which needs no request.
ShelfPage rentalRoot();
/// getRentalCountries of all servers.
HttpRequest rentalCountriesRequest();
Result<ShelfPage> readRentalCountries(const HttpReply &reply);

/// A country of one server.
struct RentalPlace
{
    QString server;      ///< "2"
    QString countryCode; ///< "ca"
    QString country;     ///< as the provider writes it; may be empty
    QString countryIso;  ///< may be empty
};
/// Whose shelf that is; nothing for a path that is not ours.
std::optional<RentalPlace> rentalPlaceOf(const Shelf &shelf);
RentalPlace rentalPlaceOf(const Offer &offer);

HttpRequest rentalPricingRequest(const RentalPlace &place);
/// One offer for each duration, shortest first; without those that its server does not sell. Of any stock.
Result<QList<Offer>> readRentalPricing(const HttpReply &reply, const RentalPlace &place);
HttpRequest rentalStockRequest(const RentalPlace &place);
/// The offers with what getAvailableRentals says: the numbers that can be had for each duration, and whether
/// there is any area that rents out for so short a time. Where it says nothing readable they stay as they
/// are.
QList<Offer> withRentalStock(const HttpReply &reply, QList<Offer> offers);

/// rentNumber. Spends; sent once, though it is a GET.
HttpRequest rentRequest(const Offer &offer);
/// The expiry counts from the answer's Date where it has one.
Result<OrderReport> readRented(const HttpReply &reply, const Offer &offer);

/// getRentalSMS, by order id.
HttpRequest rentalMessagesRequest(const QString &orderId);
/// A status nobody knows is kept in `statusWord`.
Result<OrderReport> readRentalMessages(const HttpReply &reply);

HttpRequest rentalsRequest();
/// All rentals of the account, newest first. Malformed where they cannot be told from none.
Result<OrderPage> readRentals(const HttpReply &reply);

/// renewRental, by the `id` of getMyRentals (never the order id). Spends; sent once.
HttpRequest renewRequest(const QString &renewId, const Offer &offer);
Result<OrderReport> readRenewal(const HttpReply &reply);

} // namespace otpdesk::otpget
