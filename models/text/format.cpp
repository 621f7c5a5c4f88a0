#include "models/text/format.h"

#include <QLocale>

#include <algorithm>

namespace otpdesk::format {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// Below that nobody notices that checks come less often.
constexpr double StretchWorthMentioning = 1.5;

QString two(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

/// "50,000" or "1.50" in the locale's own digits; the amount stays exact.
QString localDecimal(const Money &magnitude)
{
    const QLocale locale;
    const QString plain = magnitude.toDecimal();
    const qsizetype dot = plain.indexOf(u'.');
    QString text = locale.toString(plain.first(dot < 0 ? plain.size() : dot).toLongLong());
    if (dot >= 0) {
        text += locale.decimalPoint();
        for (const QChar digit : QStringView(plain).sliced(dot + 1))
            text += locale.toString(digit.digitValue());
    }
    return text;
}

QString waitSentence(const ApiError &error)
{
    if (error.retryAfter && *error.retryAfter > seconds(0))
        return Words::tr("Try again in %1.").arg(timeLeft(*error.retryAfter));
    return Words::tr("Try again in a moment.");
}

/// "14 s", "2 min", for an interval of which nobody wants the seconds.
QString shortSpan(seconds span)
{
    if (span < std::chrono::minutes(2))
        //: Seconds, short
        return Words::tr("%1 s").arg(span.count());
    //: Minutes, short
    return Words::tr("%1 min").arg(std::chrono::round<std::chrono::minutes>(span).count());
}

QString boughtHere(int count, OfferKind kind)
{
    if (kind == OfferKind::Email)
        return count == 1 ? Words::tr("You bought 1 inbox here")
                          : Words::tr("You bought %1 inboxes here").arg(QLocale().toString(count));
    return count == 1 ? Words::tr("You bought 1 number here")
                      : Words::tr("You bought %1 numbers here").arg(QLocale().toString(count));
}

QString saidByProvider(const ApiError &error, const QString &name)
{
    switch (error.kind) {
    case ErrorKind::WrongKey:
        return Words::tr("%1 did not accept the API key. Check it in Accounts.").arg(name);
    case ErrorKind::AccountBlocked:
        return Words::tr("%1 has blocked this account. Ask its support to unblock it.").arg(name);
    case ErrorKind::NoBalance:
        return Words::tr("The balance at %1 is too low. Top it up, then try again.").arg(name);
    case ErrorKind::NoStock:
        return Words::tr("%1 has no numbers for this offer now. Choose another offer or try again later.")
            .arg(name);
    case ErrorKind::PriceChanged:
        return Words::tr("%1 changed the price, and nothing was bought. Refresh the offers and buy again.")
            .arg(name);
    case ErrorKind::BadRequest:
        return Words::tr("%1 did not accept this request. Refresh the offers, then try again.").arg(name);
    case ErrorKind::NotFound:
        return Words::tr("%1 does not know this order or offer any more. Refresh the list.").arg(name);
    case ErrorKind::TooEarly:
        return Words::tr("%1 does not allow this yet.").arg(name) + u' ' + waitSentence(error);
    case ErrorKind::TooLate:
        return Words::tr("%1 says it is too late for this. Check where the order stands now.").arg(name);
    case ErrorKind::NoSmsYet:
        return Words::tr("%1 lets you finish only after a message. Wait for one, or cancel.").arg(name);
    case ErrorKind::RateLimited:
        return Words::tr("%1 got too many requests from this account.").arg(name) + u' ' +
               waitSentence(error);
    case ErrorKind::UpstreamRefused:
        return Words::tr("The supplier behind %1 refused. Try again, or choose another offer.").arg(name);
    case ErrorKind::ServiceDown:
        return Words::tr("%1 is out of order or under maintenance. Try again later.").arg(name);
    case ErrorKind::NotSupported:
        return Words::tr("%1 does not offer this. Use its website instead.").arg(name);
    default:
        return Words::tr("%1 refused. Look at its answer in the details, then try again.").arg(name);
    }
}

} // namespace

QString money(const Money &amount)
{
    const QString sign = amount.currency().sign();
    QString text = amount.isNegative() ? QLocale().negativeSign() : QString();
    text += sign;
    if (!sign.isEmpty() && sign.back().isLetter())
        text += QChar(QChar::Nbsp);
    return text + localDecimal(amount.isNegative() ? -amount : amount);
}

QString money(const std::optional<Money> &amount)
{
    return amount ? money(*amount) : QStringLiteral("—");
}

QString timeLeft(milliseconds left)
{
    // Rounded up: a countdown shows 0:00 when it is over, not before.
    const qint64 total = std::max<qint64>(std::chrono::ceil<seconds>(left).count(), 0);
    if (total < 3600)
        return QString::number(total / 60) + u':' + two(total % 60);
    const qint64 hours = total / 3600;
    if (hours < 24)
        //: Hours and minutes, short
        return Words::tr("%1 h %2 min").arg(hours).arg(total % 3600 / 60);
    if (hours < 48)
        //: Hours, short; from 24 to 47
        return Words::tr("%1 h").arg(hours);
    // Of many days the hours are of no interest; of no hours there is nothing to say.
    if (hours >= 240 || hours % 24 == 0)
        //: Two days or more
        return Words::tr("%1 days").arg(hours / 24);
    //: Days and hours, short; two days or more
    return Words::tr("%1 days %2 h").arg(hours / 24).arg(hours % 24);
}

milliseconds timeLeftChangesIn(milliseconds left)
{
    const qint64 total = std::max<qint64>(std::chrono::ceil<seconds>(left).count(), 0);
    const qint64 unit = total < 3600 ? 1 : total < 24 * 3600 ? 60 : 3600; // the smallest that is shown
    return seconds(unit == 1 ? 1 : total % unit + 1);
}

QString duration(std::chrono::hours length)
{
    const auto hours = static_cast<int>(length.count());
    if (hours % 24 != 0)
        return hours == 1 ? Words::tr("1 hour") : Words::tr("%1 hours").arg(hours);
    return hours == 24 ? Words::tr("1 day") : Words::tr("%1 days").arg(hours / 24);
}

QString ago(const QDateTime &atUtc, const QDateTime &nowUtc)
{
    if (!atUtc.isValid())
        return QStringLiteral("—");
    const qint64 passed = atUtc.secsTo(nowUtc);
    if (qAbs(passed) < 60)
        return Words::tr("just now");
    if (passed > 0 && passed < 3600)
        return Words::tr("%1 min ago").arg(passed / 60);
    const QLocale locale;
    const QDateTime at = atUtc.toLocalTime();
    const QDateTime now = nowUtc.toLocalTime();
    const QString time = locale.toString(at.time(), QStringLiteral("HH:mm"));
    if (at.date() == now.date())
        return Words::tr("today %1").arg(time);
    //: Format of a day of this year, and of another year; see QLocale::toString()
    const QString pattern =
        at.date().year() == now.date().year() ? Words::tr("d MMM") : Words::tr("d MMM yyyy");
    return locale.toString(at.date(), pattern) + u' ' + time;
}

QString wait(milliseconds time)
{
    return shortSpan(std::chrono::ceil<seconds>(time));
}

QString record(const TrackRecord *record)
{
    if (!record || record->bought == 0)
        return QStringLiteral("—");
    const QLocale locale;
    // Neither all nor none unless it is so.
    int rate = qRound(100.0 * record->received / record->bought);
    if (record->received > 0 && record->received < record->bought)
        rate = std::clamp(rate, 1, 99);
    //: Own success with an offer: "78% of 9", of 9 purchases that is
    return Words::tr("%1 of %2")
        .arg(locale.toString(rate) + locale.percent(), locale.toString(record->bought));
}

QString recordInFull(const TrackRecord &record, OfferKind kind)
{
    const QString bought = boughtHere(record.bought, kind);
    const QString received = QLocale().toString(record.received);
    if (record.received == 0)
        //: %1 is "You bought 9 numbers here"
        return Words::tr("%1: no message came.").arg(bought);
    if (!record.medianWait)
        //: %1 is "You bought 9 numbers here", %2 a number
        return Words::tr("%1: %2 got a message.").arg(bought, received);
    if (record.received == 1)
        //: %1 is "You bought 9 numbers here", %2 a time
        return Words::tr("%1: 1 got a message, after %2.").arg(bought, wait(*record.medianWait));
    //: %1 is "You bought 9 numbers here", %2 a number, %3 a time
    return Words::tr("%1: %2 got a message, half of them within %3.")
        .arg(bought, received, wait(*record.medianWait));
}

QString code(const QString &code)
{
    const bool digits = std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || code.size() < 6)
        return code;
    const qsizetype group = code.size() % 4 == 0 ? 4 : 3;
    QString text;
    for (qsizetype at = 0; at < code.size();) {
        // A last digit does not stand alone: "123 4567".
        const qsizetype rest = code.size() - at;
        const qsizetype size = rest == group + 1 ? rest : std::min(group, rest);
        if (at > 0)
            text += u' ';
        text += QStringView(code).sliced(at, size);
        at += size;
    }
    return text;
}

QString status(OrderStatus status, OfferKind kind)
{
    if (kind == OfferKind::Rental) {
        // A rental is there for its time, whether messages come or not.
        if (status == OrderStatus::Waiting || status == OrderStatus::CodeReceived)
            return Words::tr("Active");
        if (status == OrderStatus::Finished || status == OrderStatus::Expired)
            //: Of a rented number whose time is over
            return Words::tr("Ended");
    }
    switch (status) {
    case OrderStatus::Buying:
        return Words::tr("Buying");
    case OrderStatus::Unconfirmed:
        return Words::tr("Unconfirmed");
    case OrderStatus::Waiting:
        return Words::tr("Waiting");
    case OrderStatus::CodeReceived:
        return Words::tr("Received");
    case OrderStatus::Finished:
        return Words::tr("Finished");
    case OrderStatus::Refunded:
        return Words::tr("Refunded");
    case OrderStatus::Expired:
        return Words::tr("Expired");
    case OrderStatus::NotBought:
        return Words::tr("Not bought");
    }
    return {};
}

QString status(TopUpStatus status)
{
    switch (status) {
    case TopUpStatus::Creating:
        return Words::tr("Creating");
    case TopUpStatus::Unconfirmed:
        return Words::tr("Unconfirmed");
    case TopUpStatus::Pending:
        //: of an invoice: not paid yet
        return Words::tr("To be paid");
    case TopUpStatus::Paid:
        return Words::tr("Paid");
    case TopUpStatus::Expired:
        return Words::tr("Expired");
    case TopUpStatus::Failed:
        return Words::tr("Failed");
    case TopUpStatus::NotCreated:
        return Words::tr("Not created");
    }
    return {};
}

QString error(const ApiError &error, const QString &providerName)
{
    const QString name = providerName.isEmpty() ? Words::tr("The provider") : providerName;
    switch (error.kind) {
    case ErrorKind::Malformed:
        return Words::tr("The answer of %1 could not be understood. Try again, or look for an update.")
            .arg(name);
    case ErrorKind::NotAnApi:
        return Words::
            tr("A web page answered instead of %1. Check the server address and your network's sign-in page.")
                .arg(name);
    case ErrorKind::Unreachable:
        return Words::tr("%1 cannot be reached. Check the internet connection or the server address.")
            .arg(name);
    case ErrorKind::TimedOut:
        return Words::tr("%1 did not answer in time. Check the internet connection, then try again.")
            .arg(name);
    case ErrorKind::InsecureTls:
        return Words::tr(
                   "The connection to %1 is not secure. Check the server address and this computer's clock.")
            .arg(name);
    case ErrorKind::Redirected:
        // The host that it leads to is in `detail`, cleaned; it is what the user has to judge.
        return error.detail.isEmpty()
                   ? Words::tr("%1 redirects to another server. Check the server address in Accounts.")
                         .arg(name)
                   : Words::tr("%1 redirects to %2. Check the server address in Accounts.")
                         .arg(name, error.detail);
    case ErrorKind::TooLarge:
        return Words::tr("The answer of %1 is too large. Check the server address in Accounts.").arg(name);
    case ErrorKind::BadAddress:
        return Words::tr("The server address of %1 cannot be used. Correct it in Accounts.").arg(name);
    case ErrorKind::Canceled:
        return Words::tr("Nothing was sent to %1. Try again when you are ready.").arg(name);
    case ErrorKind::StorageFailed:
        return Words::tr(
                   "The journal could not be written, so nothing was sent to %1. Check the free disk space.")
            .arg(name);
    case ErrorKind::KeyMissing:
        return Words::tr("The API key for %1 is missing. Enter it in Accounts.").arg(name);
    case ErrorKind::NeedsConsent:
        return Words::tr("This is more than the account at %1 may spend unasked, so nothing was bought. "
                         "Buy again and say yes, or raise the limit in Accounts.")
            .arg(name);
    default:
        return saidByProvider(error, name);
    }
}

QString permission(const Permission &permission, const QDateTime &nowUtc, OfferKind kind)
{
    if (permission.isAllowed())
        return {};
    if (permission.state == Permission::State::From) {
        const milliseconds left(nowUtc.msecsTo(permission.from));
        return left > milliseconds(0)
                   ? Words::tr("Possible in %1, after the provider's waiting time.").arg(timeLeft(left))
                   : QString();
    }
    switch (permission.reason) {
    case Permission::Reason::NotOffered:
        return Words::tr("The provider does not offer this.");
    case Permission::Reason::NoMessageYet:
        return Words::tr("Possible once a message has come.");
    case Permission::Reason::AlreadyHasMessage:
        return Words::tr("Not possible any more: a message has come.");
    case Permission::Reason::WaitingForNewMessage:
        return Words::tr("Asked for already. Possible again after the next message.");
    case Permission::Reason::Ended:
        return kind == OfferKind::Rental  ? Words::tr("This rental is over.")
               : kind == OfferKind::Email ? Words::tr("This inbox is closed.")
                                          : Words::tr("This order is over.");
    case Permission::Reason::NotConfirmed:
        return kind == OfferKind::Number
                   ? Words::tr("Possible once the provider has confirmed the order.")
                   : Words::tr("Possible once the provider has confirmed the purchase.");
    case Permission::Reason::NoAccount:
        return Words::tr("The account's key is missing, or the account was removed.");
    case Permission::Reason::Cooldown:
    case Permission::Reason::None:
        break;
    }
    return Words::tr("Not possible now.");
}

QString pollPace(const QString &account, milliseconds pace, milliseconds interval, int orders, int limit)
{
    if (interval < pace * StretchWorthMentioning)
        return {};
    const auto every = std::chrono::round<seconds>(interval);
    return Words::tr("Orders at %1 are checked every %2 instead of %3: %4 of them share its limit of %5 "
                     "requests a minute.")
        .arg(account, shortSpan(every), shortSpan(std::chrono::round<seconds>(pace)),
             QLocale().toString(orders), QLocale().toString(limit));
}

QString pollRest(const QString &account, const QDateTime &untilUtc)
{
    //: %1 is an account, %2 a time of day with seconds
    return Words::tr("%1 asks for a pause: its orders are checked again from %2 on.")
        .arg(account, QLocale().toString(untilUtc.toLocalTime().time(), u"HH:mm:ss"));
}

QString refund(const Order &inbox)
{
    if (inbox.status == OrderStatus::Refunded) {
        if (!inbox.refunded)
            return Words::tr("Refunded.");
        return inbox.price ? Words::tr("Refunded: %1 of %2").arg(money(inbox.refunded), money(inbox.price))
                           : Words::tr("Refunded: %1").arg(money(inbox.refunded));
    }
    if (inbox.status != OrderStatus::Waiting || !inbox.messages.isEmpty())
        return {};
    // OTPGet keeps nothing (its email page: "refunds while waiting"); the others may without saying so.
    const auto fee = inbox.offer.cancelFee || inbox.providerId != QLatin1String("otpget") || !inbox.price
                         ? inbox.offer.cancelFee
                         : std::optional(Money::fromUnits(0, inbox.price->currency()));
    if (!fee)
        return inbox.price ? Words::tr("Refund: %1 less the provider's fee, if any").arg(money(inbox.price))
                           : Words::tr("Refund: the price less the provider's fee, if any");
    if (!inbox.price)
        return Words::tr("Refund: the price less a fee of %1").arg(money(fee));
    if (fee->units() == 0)
        return Words::tr("Refund: %1, in full").arg(money(inbox.price));
    const Money back = fee->currency() == inbox.price->currency() && *fee < *inbox.price
                           ? *inbox.price - *fee
                           : Money::fromUnits(0, inbox.price->currency());
    //: "Refund: Rp 900 of Rp 1,000 (fee Rp 100)"
    return Words::tr("Refund: %1 of %2 (fee %3)").arg(money(back), money(inbox.price), money(fee));
}

} // namespace otpdesk::format
