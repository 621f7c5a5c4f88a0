#include "ui/topups/topupfacts.h"

#include "models/text/format.h"
#include "models/topups/topupchange.h"
#include "models/topups/topupengine.h"
#include "providers/registry.h"
#include "ui/topups/weblink.h"

namespace otpdesk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TopUpFacts)
};

QString providerName(const QString &id)
{
    const ProviderEntry *entry = findProvider(id);
    return entry ? entry->info().name : id;
}

QString explanation(const TopUp &topUp, const QDateTime &nowUtc)
{
    const QString amount = format::money(topUp.amount);
    const QString provider = providerName(topUp.providerId);
    switch (topUp.status) {
    case TopUpStatus::Creating:
        return Words::tr("Asking %1 for the invoice…").arg(provider);
    case TopUpStatus::Unconfirmed:
        return Words::tr(
                   "No readable answer came from %1. The same invoice is asked for again; no second one is "
                   "made.")
            .arg(provider);
    case TopUpStatus::Pending:
        if (isTooLate(topUp, nowUtc))
            return Words::tr("Its time is over. %1 is still asked whether it was paid in time.")
                .arg(provider);
        if (topUp.totalAmount && *topUp.totalAmount != topUp.amount)
            return Words::tr(
                       "Pay exactly this amount: the last digits tell your payment apart from others. %1 is "
                       "added to your balance.")
                .arg(amount);
        return Words::tr("Pay exactly this amount. %1 is added to your balance.").arg(amount);
    case TopUpStatus::Paid:
        return Words::tr("%1 was added to your balance.").arg(amount);
    case TopUpStatus::Expired:
        return Words::tr(
            "Its time is over: do not pay it any more. If you paid in time, refresh the balance; else "
            "create a new invoice.");
    case TopUpStatus::Failed:
        return Words::tr("%1 says that the payment failed. Look at your balance there before you pay again.")
            .arg(provider);
    case TopUpStatus::NotCreated:
        if (isGivenUp(topUp))
            return Words::tr("%1 gave no readable answer in time, so this was given up.").arg(provider);
        return topUp.error.isEmpty()
                   ? Words::tr("%1 did not make this invoice.").arg(provider)
                   : Words::tr("%1 did not make this invoice: %2").arg(provider, topUp.error);
    }
    return {};
}

} // namespace

bool isTooLate(const TopUp &topUp, const QDateTime &nowUtc)
{
    const QDateTime expires = TopUpEngine::expiry(topUp);
    return expires.isValid() && nowUtc >= expires;
}

TopUpFacts factsOf(const TopUp &topUp, const QString &account, const QDateTime &nowUtc)
{
    TopUpFacts facts;
    facts.title = Words::tr("%1 · %2").arg(format::money(topUp.amount), account);
    facts.status = topUp.status;
    facts.explanation = explanation(topUp, nowUtc);
    const bool stands = topUp.status == TopUpStatus::Pending || topUp.status == TopUpStatus::Paid;
    if (stands && !isTooLate(topUp, nowUtc) && topUp.totalAmount) {
        facts.total = topUp.totalAmount->toDecimal();
        facts.shownTotal = format::money(topUp.totalAmount);
    }
    switch (topUp.status) {
    case TopUpStatus::Creating:
    case TopUpStatus::Unconfirmed:
        facts.noTotal = Words::tr("Not known yet");
        break;
    case TopUpStatus::Pending:
    case TopUpStatus::Paid:
        facts.noTotal = isTooLate(topUp, nowUtc) ? Words::tr("Do not pay this invoice any more")
                                                 : Words::tr("See the payment page");
        break;
    case TopUpStatus::Expired:
    case TopUpStatus::Failed:
        facts.noTotal = Words::tr("Do not pay this invoice any more");
        break;
    case TopUpStatus::NotCreated:
        facts.noTotal = Words::tr("Nothing to pay");
        break;
    }
    if (const QDateTime expires = TopUpEngine::expiry(topUp); expires.isValid()) {
        facts.left = std::chrono::milliseconds(nowUtc.msecsTo(expires));
        facts.lifetime = std::chrono::milliseconds(topUp.createdAt.msecsTo(expires));
    }
    if (weblink::isSafe(topUp.paymentUrl))
        facts.place = weblink::host(topUp.paymentUrl);
    return facts;
}

} // namespace otpdesk
