#include "providers/wire/envelope.h"

#include "providers/wire/phrases.h"

#include <QJsonDocument>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// A bare word or a short line in place of data ("NO_BALANCE"), where its meaning is known.
std::optional<ApiError> bareRefusal(const HttpReply &reply)
{
    const QByteArray body = reply.body.trimmed();
    if (body.isEmpty() || body.size() > 200 || QByteArrayView("<{[\"").contains(body.front()))
        return std::nullopt;
    const QString words = QString::fromUtf8(body);
    if (!kindOfPhrase(words))
        return std::nullopt;
    return refusal(reply, words);
}

ApiError refusalIn(const HttpReply &reply, const JsonView &root)
{
    const JsonView error = root.child({"error"_L1});
    JsonView invalid;
    for (const QJsonValue item : root.value({"errors"_L1}).toArray()) {
        invalid = JsonView(item);
        break;
    }
    QString words;
    const QString candidates[] = {
        invalid.line({"message"_L1}), error.line({"message"_L1}),
        root.line({"message"_L1}),    root.line({"error"_L1}),
        error.line({"code"_L1}),      root.line({"msg"_L1, "detail"_L1, "reason"_L1}),
        root.line({"code"_L1}),       root.line({"status"_L1})};
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty()) {
            words = candidate;
            break;
        }
    }
    ApiError refused = refusal(reply, words);
    refused.field = invalid.line({"field"_L1, "param"_L1});
    // A code made for programs is surer than the sentence beside it.
    if (refused.kind == ErrorKind::Refused || refused.kind == ErrorKind::BadRequest) {
        const QString code =
            error.line({"code"_L1}).isEmpty() ? root.line({"error"_L1, "code"_L1}) : error.line({"code"_L1});
        refused.kind = kindOfPhrase(code).value_or(refused.kind);
    }
    return refused;
}

/// What a `status` member says about the call as a whole: 200 for success, an HTTP-like number from "402", 0
/// for any other word.
int statusSaid(const JsonView &root)
{
    if (const auto flag = root.flag({"status"_L1}))
        return *flag ? 200 : 0;
    const QString word = root.line({"status"_L1}).toLower();
    if (word == u"success" || word == u"ok" || word == u"successful")
        return 200;
    return word.toInt();
}

/// Neither success nor a failure that anybody knows, and yet there is data: it may have happened.
bool isUnclear(const JsonView &root, const ApiError &refused)
{
    static const QStringList failures = {u"error"_s, u"failed"_s, u"failure"_s, u"fail"_s};
    const int said = statusSaid(root);
    const QString word = root.line({"status"_L1}).toLower();
    const bool isFailure =
        (said >= 400 && said < 600) || failures.contains(word) || root.flag({"status"_L1}) == false;
    return !isFailure && refused.kind == ErrorKind::Refused && !root.child({"data"_L1}).object().isEmpty();
}

std::optional<ApiError> refusedBy(const HttpReply &reply, const JsonView &root)
{
    if (reply.status < 200 || reply.status >= 300)
        return refusalIn(reply, root);
    if (const auto success = root.flag({"success"_L1}))
        return *success ? std::nullopt : std::optional(refusalIn(reply, root));

    const bool hasData = root.object().contains("data"_L1);
    // Without an envelope, the status of an order is its own, not the call's.
    const bool isOrder = !hasData && root.has({"order_id"_L1, "id"_L1});
    if (root.has({"status"_L1}) && !isOrder) {
        const int said = statusSaid(root);
        if (said >= 200 && said < 300)
            return std::nullopt;
        HttpReply meant = reply;
        if (said >= 400 && said < 600)
            meant.status = said;
        const ApiError refused = refusalIn(meant, root);
        return isUnclear(root, refused) ? malformed(reply, u"status"_s) : refused;
    }
    if (!hasData && root.has({"error"_L1, "errors"_L1}))
        return refusalIn(reply, root);
    return std::nullopt;
}

} // namespace

Result<QJsonValue> openEnvelope(const HttpReply &reply)
{
    if (const auto refused = bareRefusal(reply))
        return *refused;
    Result<QJsonValue> json = jsonOf(reply);
    if (!json)
        return json;
    if (!json->isObject()) {
        if (reply.status < 200 || reply.status >= 300)
            return refusal(reply, {});
        return json;
    }
    const JsonView root(*json);
    if (const auto refused = refusedBy(reply, root))
        return *refused;
    const auto data = root.object().constFind("data"_L1);
    return data == root.object().constEnd() ? *json : QJsonValue(*data);
}

Result<QJsonArray> openList(const HttpReply &reply, Names names)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data)
        return data.error();
    if (const auto list = listIn(*data, names))
        return *list;
    if (data->isNull() || (data->isObject() && data->toObject().isEmpty()))
        return QJsonArray();
    return malformed(reply, QString(*names.begin()));
}

bool isJsonObject(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).isObject();
}

} // namespace otpdesk
