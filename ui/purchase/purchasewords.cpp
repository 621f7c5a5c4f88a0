#include "ui/purchase/purchasewords.h"

#include "models/orders/spendguard.h"
#include "models/text/format.h"
#include "providers/types/country.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace otpdesk::purchasewords {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PurchaseWords)
};

QString cooldownText(std::chrono::seconds cooldown)
{
    const auto minutes = cooldown.count() / 60;
    if (cooldown.count() % 60 != 0 || minutes == 0)
        return Words::tr("%1 seconds").arg(cooldown.count());
    return minutes == 1 ? Words::tr("1 minute") : Words::tr("%1 minutes").arg(minutes);
}

QString cancelText(const ShopTerms &terms, const Offer &offer)
{
    const bool isMail = offer.kind == OfferKind::Email;
    if (isMail && offer.cancelFee && offer.price && !offer.cancelFee->isZero())
        return Words::tr("Cancel while no message has come: %1 comes back, %2 is the provider's fee.")
            .arg(format::money(*offer.price - *offer.cancelFee), format::money(*offer.cancelFee));
    switch (terms.cancelRule) {
    case CancelRule::AfterCooldown:
        if (terms.cancelCooldown.count() > 0)
            return Words::tr("Cancel for a full refund after %1, while no SMS has come.")
                .arg(cooldownText(terms.cancelCooldown));
        [[fallthrough]];
    case CancelRule::WhileWaiting:
        return isMail ? Words::tr("Cancel for the refund while no message has come.")
                      : Words::tr("Cancel for a full refund at any time, while no SMS has come.");
    case CancelRule::Never:
        return Words::tr("Paid for its whole time: it cannot be given back.");
    case CancelRule::AtExpiryOnly:
        break;
    }
    return Words::tr("Cannot be cancelled; released at expiry.");
}

} // namespace

QString title(const Offer &offer, const QString &renewedNumber)
{
    if (!renewedNumber.isEmpty())
        return Words::tr("More time for %1").arg(renewedNumber);
    if (offer.kind == OfferKind::Rental && offer.service.isEmpty())
        return Words::tr("Rented number");
    return offer.service;
}

QString country(const Offer &offer)
{
    const Country *known = offer.countryIso.isEmpty() ? nullptr : findCountry(offer.countryIso);
    if (offer.country.isEmpty())
        return known ? known->name : QString();
    if (!known || offer.country.contains(known->name, Qt::CaseInsensitive))
        return offer.country;
    return u"%1 (%2)"_s.arg(offer.country, known->name);
}

QString variant(const Offer &offer)
{
    QStringList parts;
    if (offer.kind == OfferKind::Rental)
        parts.append(format::duration(offer.duration));
    else
        parts.append(offer.variant.isEmpty() ? Words::tr("Any") : offer.variant);
    parts.append(offer.price ? format::money(offer.price) : Words::tr("price unknown"));
    if (offer.successRate) {
        //: in a list of choices: how many of a hundred orders get their message
        parts.append(
            Words::tr("%1 success").arg(QLocale().toString(*offer.successRate) + QLocale().percent()));
    }
    if (!offer.available || offer.stock == 0)
        parts.append(Words::tr("sold out"));
    return parts.join(u" · "_s);
}

QString refund(const ShopTerms &terms, const Offer &offer, int quantity)
{
    const QString each = cancelText(terms, offer);
    //: of several inboxes: what holds for each of them
    return quantity > 1 ? Words::tr("For each: %1").arg(each) : each;
}

QString renewedUntil(const QDateTime &expiresAtUtc, std::chrono::seconds more)
{
    const QDateTime until = expiresAtUtc.addSecs(more.count());
    //: of a rental: when it ends now, and when it will end
    return Words::tr("%1, now %2")
        .arg(QLocale().toString(until.toLocalTime(), QLocale::ShortFormat),
             QLocale().toString(expiresAtUtc.toLocalTime(), QLocale::ShortFormat));
}

QString priceChange(const std::optional<Money> &before, const std::optional<Money> &now)
{
    if (!before || !now || *before == *now)
        return {};
    return Words::tr("The price changed: was %1, now %2.").arg(format::money(before), format::money(now));
}

QString obstacle(const Offer &offer, const PurchaseOptions &options, bool hasOthers,
                 const std::optional<Money> &cost, const std::optional<Money> &balance)
{
    if (!offer.available || offer.stock == 0)
        return hasOthers ? Words::tr("This one is sold out at the moment. Choose another variant.")
                         : Words::tr("Sold out at the moment. Try again later, or choose another offer.");
    if (balance && cost && *balance < *cost)
        return Words::tr("Your balance is too low: %1 more is needed. Top up the account first.")
            .arg(format::money(*cost - *balance));
    if (offer.stock && *offer.stock < options.quantity)
        return Words::tr("Only %1 are left. Ask for fewer.").arg(*offer.stock);
    if (const QRegularExpression pattern(options.regex); !pattern.isValid())
        return Words::tr("The code pattern is not a regular expression: %1. Correct it, or leave it empty.")
            .arg(pattern.errorString());
    return {};
}

QString consent(const SpendLimits &limits, const std::optional<Money> &cost,
                const std::optional<Money> &spentToday)
{
    const SpendConcern concern = concernOf(limits, cost, spentToday);
    if (concern == SpendConcern::None)
        return {};
    if (concern == SpendConcern::PriceUnknown)
        return Words::tr("&Yes, buy although the price is not known");
    const QString atOnce = format::money(limits.askAbove);
    const QString daily = format::money(limits.perDay);
    if (concern == SpendConcern::DailyLimit)
        return Words::tr("&Yes, go beyond my daily limit of %1").arg(daily);
    // Both may be exceeded: one yes, for what it names.
    const SpendLimits day{.perDay = limits.perDay, .askAbove = {}};
    return concernOf(day, cost, spentToday) == SpendConcern::None
               ? Words::tr("&Yes, spend more than %1 at once").arg(atOnce)
               : Words::tr("&Yes, spend more than %1 at once and go beyond my daily limit of %2")
                     .arg(atOnce, daily);
}

} // namespace otpdesk::purchasewords
