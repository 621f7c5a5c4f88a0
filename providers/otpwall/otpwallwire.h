#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"

/// What OTPWALL speaks (provider-docs, otpwall.txt): JSON without an envelope, amounts in USD, no prices and
/// no documented errors. Every reader can end in a refusal or Malformed; see plainJson().
namespace otpdesk::otpwall {

/// A country or a service by the code that requests take.
struct Entry
{
    QString code;
    QString name;
    friend bool operator==(const Entry &, const Entry &) = default;
};

/// How a change of an activation is asked for.
enum class Change {
    Complete,
    Cancel, ///< the word is assumed: the documentation only says that cancelling is possible
};

HttpRequest balanceRequest();
Result<Balance> readBalance(const HttpReply &reply);

HttpRequest countriesRequest();
HttpRequest servicesRequest();
/// The list of either. Entries without a code are left out.
Result<QList<Entry>> readEntries(const HttpReply &reply);

/// A shelf for each country.
QList<Shelf> shelvesOf(const QList<Entry> &countries);
/// What stands on a country's shelf: every service there is, at an unknown price.
QList<Offer> offersOn(const Shelf &country, const QList<Entry> &services);

/// POST /number. Spends; sent once.
HttpRequest buyRequest(const Offer &offer);
/// Needs activation id and number; an answer without them leaves open what was bought (Outcome::Unknown).
Result<OrderReport> readPurchase(const HttpReply &reply);

/// GET /activation/{id}/status. The id must fit in a path.
HttpRequest statusRequest(const QString &activationId);
/// Needs a status. The code is taken from the text of the SMS.
Result<OrderReport> readStatus(const HttpReply &reply);

/// POST /activation/{id}/status; sent once.
HttpRequest changeRequest(const QString &activationId, Change change);
/// Any 2xx answer that is no refusal will do, since none is documented. The status is set where the answer
/// has a known word for it; else the activation is to be read again.
Result<OrderReport> readChange(const HttpReply &reply);

} // namespace otpdesk::otpwall
