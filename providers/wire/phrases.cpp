#include "providers/wire/phrases.h"

#include "providers/wire/json.h"
#include "providers/wire/text.h"

#include <QRegularExpression>

namespace otpdesk {

namespace {

struct Phrase
{
    ErrorKind kind;
    QRegularExpression pattern;
};

/// The first match counts: what concerns the key and the account before what concerns the goods, so that
/// "account not found" or "service unavailable" is not taken for an offer that is sold out.
const QList<Phrase> &phrases()
{
    static const auto pattern = [](const char *text) {
        return QRegularExpression(QString::fromLatin1(text));
    };
    static const QList<Phrase> all = {
        {ErrorKind::WrongKey,
         pattern(
             R"(\b(invalid|wrong|bad|missing|unknown|incorrect|expired|no) (api ?)?(key|token)\b)"
             R"(|\bapi ?(key|token) (is |was )?(invalid|wrong|missing|required|not |expired|disabled|revoked))"
             R"(|\bunauthori[sz]ed\b|\bunauthenticated\b|\bauthentication (failed|required)\b)")},
        {ErrorKind::AccountBlocked,
         pattern(R"(\b(blocked|suspended|banned)\b|\baccount (is |has been |was )?)"
                 R"((disabled|deactivated|inactive|locked)\b)")},
        {ErrorKind::NoBalance,
         pattern(
             R"(\b(insufficient|not enough|low|no|inadequate) (\w+ )?(balance|funds?|credits?|money)\b)"
             R"(|\bbalance (is )?(too low|low|insufficient|not (enough|sufficient))|\bsaldo (\w+ )?(tidak|kurang))")},
        {ErrorKind::RateLimited, pattern(R"(\btoo many (requests|attempts)\b|\brate ?limit|\bslow down\b)")},
        {ErrorKind::PriceChanged, pattern(R"(\bprice (has |was )?changed?\b)")},
        {ErrorKind::TooEarly, pattern(R"(\bearly cancel|\btoo (early|soon)\b|\bcool ?down\b)")},
        {ErrorKind::NoSmsYet,
         pattern(
             R"(\bno (\w+ )?(otp|sms|message|code)s? (has |have |was |were )?(been )?(yet )?(received|arrived)\b)"
             R"(|\bno (otp|sms|message|code)s? yet\b)")},
        {ErrorKind::TooLate,
         pattern(R"(\balready (been )?(cancel|finish|complet|refund|receiv|expire|change))")},
        {ErrorKind::ServiceDown, pattern(R"(\bmaintenance\b|\bservice (is )?(temporarily )?unavailable\b)")},
        {ErrorKind::NoStock,
         pattern(R"(\bno (\w+ )?(numbers?|stock|phones?)\b|\bout of (stock|numbers)\b|\bsold out\b)"
                 R"(|\bnot available\b|\bunavailable\b|\bstok (habis|kosong)\b)")},
        {ErrorKind::NotSupported, pattern(R"(\bnot supported\b|\bunsupported\b)")},
        {ErrorKind::NotFound, pattern(R"(\bnot found\b|\bno such\b|\b(does not|doesn't) exist\b)"
                                      R"(|\b(invalid|unknown|bad) (country|service|product|order|id)\b)")},
    };
    return all;
}

} // namespace

std::optional<ErrorKind> kindOfPhrase(const QString &words)
{
    // NO_BALANCE and "no-balance" read as the words they are made of.
    QString plain = cleanLine(words, 300).toLower();
    plain.replace(u'_', u' ').replace(u'-', u' ');
    for (const Phrase &phrase : phrases()) {
        if (phrase.pattern.match(plain).hasMatch())
            return phrase.kind;
    }
    return std::nullopt;
}

ApiError refusal(const HttpReply &reply, const QString &words)
{
    ApiError error = errorOfStatus(reply, words);
    const bool saidByStatus = reply.status == 402 || reply.status == 429 || reply.status >= 500;
    if (!saidByStatus)
        error.kind = kindOfPhrase(words).value_or(error.kind);
    return error;
}

} // namespace otpdesk
