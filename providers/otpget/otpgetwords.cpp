#include "providers/otpget/otpgetwords.h"

#include "providers/wire/json.h"
#include "providers/wire/phrases.h"
#include "providers/wire/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace otpdesk::otpget {

using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    QLatin1StringView word;
    ErrorKind kind;
    QLatin1StringView field = {};
};

constexpr Meaning Meanings[] = {
    {"BAD_KEY"_L1, ErrorKind::WrongKey},
    {"ACCOUNT_BLOCKED"_L1, ErrorKind::AccountBlocked},
    {"BAD_ACTION"_L1, ErrorKind::BadRequest, "action"_L1},
    {"BAD_SERVICE"_L1, ErrorKind::BadRequest, "service"_L1},
    {"BAD_COUNTRY"_L1, ErrorKind::BadRequest, "country"_L1},
    {"BAD_TYPE"_L1, ErrorKind::BadRequest, "type"_L1},
    {"BAD_SERVER"_L1, ErrorKind::BadRequest, "server"_L1},
    {"BAD_ID"_L1, ErrorKind::BadRequest, "id"_L1},
    {"BAD_STATUS"_L1, ErrorKind::BadRequest, "status"_L1},
    {"NO_BALANCE"_L1, ErrorKind::NoBalance},
    {"LOW_BALANCE"_L1, ErrorKind::NoBalance},
    {"NO_NUMBERS"_L1, ErrorKind::NoStock},
    {"NO_SERVERS"_L1, ErrorKind::NoStock},
    {"NO_SERVICES"_L1, ErrorKind::NoStock},
    {"NO_ACTIVATION"_L1, ErrorKind::NotFound},
    {"STATUS_ALREADY_CHANGED"_L1, ErrorKind::TooLate},
    {"EARLY_CANCEL_DENIED"_L1, ErrorKind::TooEarly},
    {"NO_SMS_RECEIVED"_L1, ErrorKind::NoSmsYet},
    {"ERROR_PRICE_CHANGE"_L1, ErrorKind::PriceChanged},
    {"DATABASE_ERROR"_L1, ErrorKind::ServiceDown},
};

bool isWordCharacter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
}

const Meaning *meaningOf(const QString &head)
{
    const auto found = std::find_if(std::begin(Meanings), std::end(Meanings),
                                    [&](const Meaning &m) { return m.word == head; });
    return found == std::end(Meanings) ? nullptr : found;
}

/// ERROR_PROVIDER_1 to ERROR_PROVIDER_6, and whatever number comes next.
bool isSupplierError(const QString &head)
{
    return head.startsWith("ERROR_PROVIDER"_L1);
}

} // namespace

Words wordsOf(const QString &text)
{
    Words words;
    words.text = text.trimmed();
    while (words.text.startsWith(QChar::ByteOrderMark))
        words.text = words.text.sliced(1).trimmed();

    qsizetype end = 0;
    while (end < words.text.size() && isWordCharacter(words.text[end]))
        ++end;
    const QString behind = words.text.sliced(end);
    if (!behind.isEmpty() && !behind.front().isSpace() && behind.front() != u':')
        return words;
    words.head = words.text.first(end).toUpper();
    if (behind.trimmed().startsWith(u':'))
        words.rest = behind.trimmed().sliced(1).trimmed();
    return words;
}

QStringList wordyMembers(const QJsonObject &object)
{
    QStringList lines;
    for (const QLatin1StringView name : {"message"_L1, "error"_L1, "msg"_L1, "response"_L1, "status"_L1}) {
        const QString line = scalarText(object.value(name));
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    return lines;
}

Result<Words> readWords(const HttpReply &reply)
{
    if (const auto page = pageInsteadOfData(reply))
        return *page;
    const QByteArray body = reply.body.trimmed();
    if (body.startsWith('"')) {
        const QJsonArray single = QJsonDocument::fromJson('[' + body + ']').array();
        if (single.size() == 1)
            return wordsOf(single.first().toString());
    }
    if (!body.startsWith('{'))
        return wordsOf(QString::fromUtf8(body));

    const QStringList lines = wordyMembers(QJsonDocument::fromJson(body).object());
    for (const QString &line : lines) {
        const Words words = wordsOf(line);
        if (words.head.contains(u'_'))
            return words;
    }
    return wordsOf(lines.value(0));
}

std::optional<ApiError> refusalByWord(const HttpReply &reply, const Words &words)
{
    const Meaning *meaning = meaningOf(words.head);
    if (!meaning && !isSupplierError(words.head))
        return std::nullopt;
    ApiError error;
    // What the supplier said is worth more than that it was the supplier: no numbers are no numbers.
    const bool soldOut = kindOfPhrase(words.rest) == ErrorKind::NoStock;
    error.kind = meaning ? meaning->kind : soldOut ? ErrorKind::NoStock : ErrorKind::UpstreamRefused;
    error.detail = meaning || words.rest.isEmpty() ? words.head : cleanLine(words.rest, 300);
    error.field = meaning ? QString(meaning->field) : QString();
    error.httpStatus = reply.status;
    error.retryAfter = reply.retryAfter;
    return error;
}

ApiError unexpectedWords(const HttpReply &reply, const Words &words)
{
    if (const auto refused = refusalByWord(reply, words))
        return *refused;
    if (reply.status >= 400 || (words.text.size() <= 300 && kindOfPhrase(words.text)))
        return refusal(reply, words.text);
    ApiError error = malformed(reply, u"answer"_s);
    error.detail = cleanLine(words.text, 300);
    if (reply.delivery == Delivery::Repeatable && words.head.contains(u'_'))
        error.kind = ErrorKind::Refused; // a word of theirs, only none that we know
    return error;
}

} // namespace otpdesk::otpget
