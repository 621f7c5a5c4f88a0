#include "providers/wire/plain.h"

#include "providers/wire/phrases.h"
#include "providers/wire/text.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

bool isSaid(const QJsonValue &value)
{
    return !scalarText(value).trimmed().isEmpty() || value.toBool() || !value.toObject().isEmpty() ||
           !value.toArray().isEmpty();
}

ApiError refusalIn(const HttpReply &reply, const JsonView &root)
{
    const JsonView error = root.child({"error"_L1});
    const QJsonValue first = root.value({"errors"_L1}).toArray().first();
    const JsonView invalid(first);

    QStringList words{invalid.line({"message"_L1}), cleanLine(scalarText(first)), error.line({"message"_L1}),
                      root.line({"error"_L1}),      root.line({"message"_L1}),    error.line({"code"_L1})};
    words.removeAll(QString());

    ApiError refused = refusal(reply, words.value(0));
    refused.field = invalid.line({"field"_L1});
    for (const QString &line : std::as_const(words)) {
        if (refused.kind == ErrorKind::Refused || refused.kind == ErrorKind::BadRequest)
            refused.kind = kindOfPhrase(line).value_or(refused.kind);
    }
    if (refused.kind == ErrorKind::Refused && !refused.field.isEmpty())
        refused.kind = ErrorKind::BadRequest;
    return refused;
}

/// Nothing but words: the members of an answer that has no data.
bool isOnlyWords(const QJsonObject &object)
{
    static constexpr QLatin1StringView wordy[] = {"message"_L1, "code"_L1, "status"_L1};
    const QStringList names = object.keys();
    return std::all_of(names.cbegin(), names.cend(), [](const QString &name) {
        return std::any_of(std::begin(wordy), std::end(wordy),
                           [&](QLatin1StringView w) { return name == w; });
    });
}

std::optional<ApiError> refusedBy(const HttpReply &reply, const JsonView &root)
{
    if (reply.status >= 400)
        return refusalIn(reply, root);
    const auto success = root.flag({"success"_L1});
    if (success == false)
        return refusalIn(reply, root);
    if (success != true && (isSaid(root.value({"error"_L1})) || isSaid(root.value({"errors"_L1}))))
        return refusalIn(reply, root);

    const QString status = root.line({"status"_L1}).toLower();
    if (status == u"error" || status == u"fail")
        return refusalIn(reply, root);
    const int number = status.toInt();
    if (number >= 400 && number < 600) {
        HttpReply meant = reply;
        meant.status = number;
        return refusalIn(meant, root);
    }
    if (isOnlyWords(root.object()) && kindOfPhrase(root.line({"message"_L1})))
        return refusalIn(reply, root);
    return std::nullopt;
}

/// A line of plain text in place of JSON. A body that merely broke off in the middle is none.
std::optional<ApiError> bareRefusal(const HttpReply &reply)
{
    QByteArray body = reply.body.trimmed();
    if (body.startsWith('"') && body.endsWith('"') && body.size() > 1)
        body = body.sliced(1, body.size() - 2);
    const bool isLine =
        !body.isEmpty() && body.size() <= 300 && !QByteArrayView("{[<").contains(body.front());
    const QString words = isLine ? QString::fromUtf8(body) : QString();
    if (reply.status >= 400)
        return refusal(reply, words);
    if (isLine && kindOfPhrase(words))
        return refusal(reply, words);
    return std::nullopt;
}

} // namespace

Result<QJsonValue> plainJson(const HttpReply &reply)
{
    if (const auto page = pageInsteadOfData(reply))
        return *page;
    const Result<QJsonValue> json = jsonOf(reply);
    if (!json)
        return bareRefusal(reply).value_or(json.error());
    const JsonView root(*json);
    if (const auto refused = refusedBy(reply, root))
        return *refused;
    if (reply.status < 200 || reply.status >= 300)
        return malformed(reply, u"HTTP status"_s);
    const QJsonValue data = root.value({"data"_L1});
    return data.isObject() || data.isArray() ? data : *json;
}

} // namespace otpdesk
