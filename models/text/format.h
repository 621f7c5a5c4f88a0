#pragma once

#include "models/markets/trackrecord.h"
#include "providers/types/apierror.h"
#include "providers/types/money.h"
#include "providers/types/order.h"
#include "providers/types/topup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace otpdesk {

/// How facts read on the screen. Everything here is translated and follows the default QLocale.
namespace format {

/// "Rp 50,000", "₦450.00", "$1.50", "₨45.00"; an em dash for an unknown amount.
QString money(const Money &amount);
QString money(const std::optional<Money> &amount);
/// "1:05", "12:40", "3 h 20 min", "47 h", "2 days 3 h", "12 days"; "0:00" when over.
QString timeLeft(std::chrono::milliseconds left);
/// How soon those words become others; at least a second.
std::chrono::milliseconds timeLeftChangesIn(std::chrono::milliseconds left);
/// Of a rental: "12 hours", "1 day", "30 days".
QString duration(std::chrono::hours length);
/// "just now", "3 min ago", "today 14:02", "12 May 14:02".
QString ago(const QDateTime &atUtc, const QDateTime &nowUtc);
/// "24 s", "3 min": a time in which a message came.
QString wait(std::chrono::milliseconds time);
/// The person's own success with an offer: "78% of 9"; an em dash for none.
QString record(const TrackRecord *record);
/// The same in a sentence: "You bought 9 numbers here: 7 got a message, half of them within 24 s."
QString recordInFull(const TrackRecord &record, OfferKind kind);
/// "847 293", "1234", "RKJ-YP6": digits in groups for reading; copying uses the ungrouped code.
QString code(const QString &code);
QString status(OrderStatus status, OfferKind kind = OfferKind::Number);
QString status(TopUpStatus status);
/// One sentence that says what went wrong and what to do, without the provider's words.
QString error(const ApiError &error, const QString &providerName);
/// One sentence about why an action is not allowed, for a tooltip; empty when it is.
QString permission(const Permission &permission, const QDateTime &nowUtc, OfferKind kind = OfferKind::Number);
/// How often an account's orders are checked, and why not as often as its provider allows for one; empty
/// where that makes little difference. `limit` is in requests a minute.
QString pollPace(const QString &account, std::chrono::milliseconds pace, std::chrono::milliseconds interval,
                 int orders, int limit);
/// That the account's server wants no checks until then.
QString pollRest(const QString &account, const QDateTime &untilUtc);
/// What a cancelled inbox brings back, or has brought back: "Refund: Rp 900 of Rp 1,000 (fee Rp 100)". Empty
/// where nothing comes back.
QString refund(const Order &inbox);

} // namespace format

} // namespace otpdesk
