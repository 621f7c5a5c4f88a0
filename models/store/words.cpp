#include "models/store/words.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// Looks a word up among the enumerators from 0 to `Last`. The switches below are the only lists: the
/// compiler complains about an enumerator that has no word.
template <auto Last>
decltype(Last) enumeratorOf(const QString &word, decltype(Last) otherwise)
{
    for (int i = 0; i <= static_cast<int>(Last); ++i) {
        const auto candidate = static_cast<decltype(Last)>(i);
        if (wordOf(candidate) == word)
            return candidate;
    }
    return otherwise;
}

} // namespace

QString wordOf(OfferKind kind)
{
    switch (kind) {
    case OfferKind::Number:
        return u"number"_s;
    case OfferKind::Rental:
        return u"rental"_s;
    case OfferKind::Email:
        return u"email"_s;
    }
    return {};
}

QString wordOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Buying:
        return u"buying"_s;
    case OrderStatus::Unconfirmed:
        return u"unconfirmed"_s;
    case OrderStatus::Waiting:
        return u"waiting"_s;
    case OrderStatus::CodeReceived:
        return u"code_received"_s;
    case OrderStatus::Finished:
        return u"finished"_s;
    case OrderStatus::Refunded:
        return u"refunded"_s;
    case OrderStatus::Expired:
        return u"expired"_s;
    case OrderStatus::NotBought:
        return u"not_bought"_s;
    }
    return {};
}

QString wordOf(EventKind kind)
{
    switch (kind) {
    case EventKind::PurchaseAsked:
        return u"purchase_asked"_s;
    case EventKind::NumberAssigned:
        return u"number_assigned"_s;
    case EventKind::PurchaseRefused:
        return u"purchase_refused"_s;
    case EventKind::PurchaseUnclear:
        return u"purchase_unclear"_s;
    case EventKind::Reconciled:
        return u"reconciled"_s;
    case EventKind::NotInProvidersList:
        return u"not_in_providers_list"_s;
    case EventKind::MarkedNotCharged:
        return u"marked_not_charged"_s;
    case EventKind::MessageReceived:
        return u"message_received"_s;
    case EventKind::ResendAsked:
        return u"resend_asked"_s;
    case EventKind::ResendRefused:
        return u"resend_refused"_s;
    case EventKind::ReplaceAsked:
        return u"replace_asked"_s;
    case EventKind::ReplacedBy:
        return u"replaced_by"_s;
    case EventKind::Replaces:
        return u"replaces"_s;
    case EventKind::ReplaceRefused:
        return u"replace_refused"_s;
    case EventKind::ReplaceUnclear:
        return u"replace_unclear"_s;
    case EventKind::CancelAsked:
        return u"cancel_asked"_s;
    case EventKind::CancelRefused:
        return u"cancel_refused"_s;
    case EventKind::Refunded:
        return u"refunded"_s;
    case EventKind::FinishAsked:
        return u"finish_asked"_s;
    case EventKind::FinishRefused:
        return u"finish_refused"_s;
    case EventKind::Finished:
        return u"finished"_s;
    case EventKind::Expired:
        return u"expired"_s;
    case EventKind::StatusWord:
        return u"status_word"_s;
    case EventKind::CheckFailed:
        return u"check_failed"_s;
    case EventKind::CheckRecovered:
        return u"check_recovered"_s;
    case EventKind::RenewAsked:
        return u"renew_asked"_s;
    case EventKind::Renewed:
        return u"renewed"_s;
    case EventKind::RenewRefused:
        return u"renew_refused"_s;
    case EventKind::RenewUnclear:
        return u"renew_unclear"_s;
    case EventKind::FoundInList:
        return u"found_in_list"_s;
    case EventKind::ExpiresSoon:
        return u"expires_soon"_s;
    case EventKind::RefundDue:
        return u"refund_due"_s;
    }
    return {};
}

QString wordOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey:
        return u"wrong_key"_s;
    case ErrorKind::AccountBlocked:
        return u"account_blocked"_s;
    case ErrorKind::NoBalance:
        return u"no_balance"_s;
    case ErrorKind::NoStock:
        return u"no_stock"_s;
    case ErrorKind::PriceChanged:
        return u"price_changed"_s;
    case ErrorKind::BadRequest:
        return u"bad_request"_s;
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::TooEarly:
        return u"too_early"_s;
    case ErrorKind::TooLate:
        return u"too_late"_s;
    case ErrorKind::NoSmsYet:
        return u"no_sms_yet"_s;
    case ErrorKind::RateLimited:
        return u"rate_limited"_s;
    case ErrorKind::UpstreamRefused:
        return u"upstream_refused"_s;
    case ErrorKind::ServiceDown:
        return u"service_down"_s;
    case ErrorKind::NotSupported:
        return u"not_supported"_s;
    case ErrorKind::Refused:
        return u"refused"_s;
    case ErrorKind::Malformed:
        return u"malformed"_s;
    case ErrorKind::NotAnApi:
        return u"not_an_api"_s;
    case ErrorKind::Unreachable:
        return u"unreachable"_s;
    case ErrorKind::TimedOut:
        return u"timed_out"_s;
    case ErrorKind::InsecureTls:
        return u"insecure_tls"_s;
    case ErrorKind::Redirected:
        return u"redirected"_s;
    case ErrorKind::TooLarge:
        return u"too_large"_s;
    case ErrorKind::BadAddress:
        return u"bad_address"_s;
    case ErrorKind::Canceled:
        return u"canceled"_s;
    case ErrorKind::StorageFailed:
        return u"storage_failed"_s;
    case ErrorKind::KeyMissing:
        return u"key_missing"_s;
    case ErrorKind::NeedsConsent:
        return u"needs_consent"_s;
    }
    return {};
}

QString wordOf(TopUpStatus status)
{
    switch (status) {
    case TopUpStatus::Creating:
        return u"creating"_s;
    case TopUpStatus::Unconfirmed:
        return u"unconfirmed"_s;
    case TopUpStatus::Pending:
        return u"pending"_s;
    case TopUpStatus::Paid:
        return u"paid"_s;
    case TopUpStatus::Expired:
        return u"expired"_s;
    case TopUpStatus::Failed:
        return u"failed"_s;
    case TopUpStatus::NotCreated:
        return u"not_created"_s;
    }
    return {};
}

QString wordOf(SecretHome home)
{
    switch (home) {
    case SecretHome::Keyring:
        return u"keyring"_s;
    case SecretHome::File:
        return u"file"_s;
    case SecretHome::Session:
        return u"session"_s;
    }
    return {};
}

QString wordOf(MarketMark mark)
{
    switch (mark) {
    case MarketMark::Favourite:
        return u"favourite"_s;
    case MarketMark::Recent:
        return u"recent"_s;
    }
    return {};
}

OfferKind offerKindOf(const QString &word, OfferKind otherwise)
{
    return enumeratorOf<OfferKind::Email>(word, otherwise);
}

OrderStatus orderStatusOf(const QString &word, OrderStatus otherwise)
{
    return enumeratorOf<OrderStatus::NotBought>(word, otherwise);
}

TopUpStatus topUpStatusOf(const QString &word, TopUpStatus otherwise)
{
    return enumeratorOf<TopUpStatus::NotCreated>(word, otherwise);
}

EventKind eventKindOf(const QString &word, EventKind otherwise)
{
    return enumeratorOf<EventKind::RefundDue>(word, otherwise);
}

ErrorKind errorKindOf(const QString &word, ErrorKind otherwise)
{
    return enumeratorOf<ErrorKind::NeedsConsent>(word, otherwise);
}

SecretHome secretHomeOf(const QString &word, SecretHome otherwise)
{
    return enumeratorOf<SecretHome::Session>(word, otherwise);
}

MarketMark marketMarkOf(const QString &word, MarketMark otherwise)
{
    return enumeratorOf<MarketMark::Recent>(word, otherwise);
}

} // namespace otpdesk
