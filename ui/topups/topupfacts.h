#pragma once

#include "providers/types/topup.h"

#include <QString>

namespace otpdesk {

/// An invoice in words.
struct TopUpFacts
{
    QString title; ///< amount and account
    TopUpStatus status = TopUpStatus::Pending;
    QString total;      ///< what is copied: digits only; empty: nothing to pay
    QString shownTotal; ///< the same, grouped
    QString noTotal;    ///< what stands in its place
    QString explanation;
    std::chrono::milliseconds left{0};
    std::chrono::milliseconds lifetime{0}; ///< 0: does not count down
    QString place;                         ///< where it is paid: a host; empty: nowhere
};

/// Words an invoice of the account with this label, as it stands at `nowUtc`.
TopUpFacts factsOf(const TopUp &topUp, const QString &account, const QDateTime &nowUtc);
/// Whether its time is over, and only the provider's last word is awaited.
bool isTooLate(const TopUp &topUp, const QDateTime &nowUtc);

} // namespace otpdesk
