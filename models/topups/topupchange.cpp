#include "models/topups/topupchange.h"

#include "models/orders/serverclock.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// In place of a provider's word, where there never was one. Part of the journal's format.
const QString &givenUpWord()
{
    static const QString word = u"given up"_s;
    return word;
}

} // namespace

TopUp withReport(TopUp topUp, const TopUpReport &report, std::chrono::seconds lifetime,
                 const QDateTime &nowUtc)
{
    const auto ours = [&](const QDateTime &theirs) { return onOurClock(theirs, report.serverTime, nowUtc); };
    if (!isLive(topUp.status))
        return topUp;
    if (topUp.id.isEmpty())
        topUp.id = report.id;
    if (report.amount)
        topUp.amount = *report.amount;
    if (report.totalAmount)
        topUp.totalAmount = report.totalAmount;
    if (!report.paymentUrl.isEmpty())
        topUp.paymentUrl = report.paymentUrl;
    if (report.expiresAt.isValid())
        topUp.expiresAt = ours(report.expiresAt);
    else if (!topUp.expiresAt.isValid())
        topUp.expiresAt = topUp.createdAt.addSecs(lifetime.count());
    if (!report.statusWord.isEmpty())
        topUp.statusWord = report.statusWord;

    // An invoice that exists waits for its payment until the provider says otherwise.
    const TopUpStatus status = report.status.value_or(TopUpStatus::Pending);
    if (isLive(status)) {
        topUp.status = TopUpStatus::Pending;
        return topUp;
    }
    if (status == TopUpStatus::Paid)
        topUp.paidAt = report.paidAt.isValid() ? ours(report.paidAt) : nowUtc;
    return ended(std::move(topUp), status, nowUtc);
}

TopUp ended(TopUp topUp, TopUpStatus status, const QDateTime &nowUtc)
{
    topUp.status = status;
    topUp.endedAt = nowUtc;
    return topUp;
}

TopUp notCreated(TopUp topUp, const std::optional<ApiError> &refusal, const QDateTime &nowUtc)
{
    if (refusal)
        topUp.error = refusal->detail;
    else
        topUp.statusWord = givenUpWord();
    return ended(std::move(topUp), TopUpStatus::NotCreated, nowUtc);
}

bool isGivenUp(const TopUp &topUp)
{
    return topUp.status == TopUpStatus::NotCreated && topUp.statusWord == givenUpWord();
}

} // namespace otpdesk
