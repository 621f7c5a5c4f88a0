#pragma once

#include "models/accounts/account.h"
#include "providers/registry.h"
#include "providers/simulator/simulator.h"

#include <algorithm>

namespace otpdesk {

/// One way to spend money at a provider.
struct Spending
{
    const char *name;
    QString providerId;
    QString line; ///< of the simulator's catalog; empty: its only one
    QString call; ///< the purchase, as the simulator's wire names it
    QString check;
    bool isKeyed = false;  ///< carries an Idempotency-Key: may be repeated
    bool isListed = false; ///< the provider lists its orders
    bool isReplacement = false;
    bool isRenewal = false;

    /// OTPGet's rentals and e-mails have figures for everything: "200", "402".
    bool tellsStatusWords() const
    {
        return !line.startsWith(QLatin1String("rental")) && !line.startsWith(QLatin1String("email"));
    }
    /// Whether something must have been bought before.
    bool needsOrder() const { return isReplacement || isRenewal; }

    const ProviderInfo &info() const { return findProvider(providerId)->info(); }
};

/// All of them.
inline const QList<Spending> &spendings()
{
    using namespace Qt::StringLiterals;
    static const QList<Spending> all = {
        {.name = "otpzap s1",
         .providerId = u"otpzap"_s,
         .line = u"s1"_s,
         .call = u"buy"_s,
         .check = u"check"_s,
         .isKeyed = true},
        {.name = "otpzap s2",
         .providerId = u"otpzap"_s,
         .line = u"s2"_s,
         .call = u"buy"_s,
         .check = u"check"_s,
         .isKeyed = true},
        {.name = "otpzap special",
         .providerId = u"otpzap"_s,
         .line = u"special"_s,
         .call = u"buy"_s,
         .check = u"check"_s,
         .isKeyed = true},
        {.name = "otpzap replace",
         .providerId = u"otpzap"_s,
         .line = u"s1"_s,
         .call = u"replace"_s,
         .check = u"check"_s,
         .isReplacement = true},
        {.name = "otpzap inbox",
         .providerId = u"otpzap"_s,
         .line = u"s3"_s,
         .call = u"emailcreate"_s,
         .check = u"emailcheck"_s},
        {.name = "zapotp rent",
         .providerId = u"zapotp"_s,
         .line = u"global"_s,
         .call = u"buy"_s,
         .check = u"check"_s,
         .isListed = true},
        {.name = "whichotp buy",
         .providerId = u"whichotp"_s,
         .line = {},
         .call = u"buy"_s,
         .check = u"check"_s},
        {.name = "otpwall number",
         .providerId = u"otpwall"_s,
         .line = {},
         .call = u"buy"_s,
         .check = u"check"_s},
        {.name = "otpget getNumber",
         .providerId = u"otpget"_s,
         .line = u"sms"_s,
         .call = u"buy"_s,
         .check = u"check"_s},
        {.name = "otpget buyNumber",
         .providerId = u"otpget"_s,
         .line = u"cheap"_s,
         .call = u"cheapbuy"_s,
         .check = u"cheapcheck"_s},
        {.name = "otpget rentNumber",
         .providerId = u"otpget"_s,
         .line = u"rental2"_s,
         .call = u"rent"_s,
         .check = u"rentalsms"_s,
         .isListed = true},
        {.name = "otpget renewRental",
         .providerId = u"otpget"_s,
         .line = u"rental2"_s,
         .call = u"renew"_s,
         .check = u"rentalsms"_s,
         .isListed = true,
         .isRenewal = true},
        {.name = "otpget buyEmail, server 1",
         .providerId = u"otpget"_s,
         .line = u"email1"_s,
         .call = u"emailbuy"_s,
         .check = u"emailcheck"_s,
         .isListed = true},
        {.name = "otpget buyEmail, server 2",
         .providerId = u"otpget"_s,
         .line = u"email2"_s,
         .call = u"emailbuy"_s,
         .check = u"emailcheck"_s,
         .isListed = true},
    };
    return all;
}

/// What stands on the provider's shelf, as it is asked for.
inline Offer askedFor(Offer offer)
{
    if (offer.line == QLatin1String("cheap")) {
        offer.productId = offer.serviceId; // the server
        offer.variantId = QStringLiteral("1");
    }
    return offer;
}

/// Something affordable there, as the provider's own catalog would offer it.
inline Offer affordable(const SimCatalog &catalog, const Spending &spending, const Money &balance)
{
    const QList<const Offer *> shelf = catalog.of(spending.providerId, spending.line);
    const auto found = std::find_if(shelf.cbegin(), shelf.cend(), [&balance](const Offer *o) {
        const Money three = *o->price + *o->price + *o->price;
        return o->available && o->stock.value_or(9) > 3 && three < balance && o->price->units() > 0;
    });
    return found == shelf.cend() ? Offer() : askedFor(**found);
}

/// An account at the simulated provider.
inline Account accountAt(const Simulator &simulator, const QString &providerId)
{
    Account account;
    account.id = QStringLiteral("account-") + providerId;
    account.providerId = providerId;
    account.label = QStringLiteral("Mine");
    account.baseUrl = simulator.baseUrl(providerId);
    account.keyHome = SecretHome::Session;
    return account;
}

/// No code ever comes by itself.
inline Script quietScript()
{
    return Script::everyCodeAfter(std::chrono::hours(24));
}

} // namespace otpdesk
