#include "providers/otpzap/otpzapanswers.h"

#include "providers/wire/envelope.h"

#include <QJsonDocument>

namespace otpdesk::otpzap {

HttpRequest requestWith(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.delivery = Delivery::Once;
    return request;
}

std::optional<OrderStatus> statusOf(const QString &statusWord)
{
    const QString word = statusWord.toLower();
    if (word == u"pending" || word == u"waiting")
        return OrderStatus::Waiting;
    if (word == u"otp_received" || word == u"received" || word == u"message_received")
        return OrderStatus::CodeReceived;
    if (word == u"success" || word == u"finished" || word == u"completed")
        return OrderStatus::Finished;
    if (word == u"failed" || word == u"cancelled" || word == u"canceled" || word == u"refunded")
        return OrderStatus::Refunded;
    if (word == u"expired")
        return OrderStatus::Expired;
    return std::nullopt;
}

Result<QJsonValue> openChange(const HttpReply &reply, std::initializer_list<Meaning> documented)
{
    Result<QJsonValue> data = openEnvelope(reply);
    if (data)
        return data;
    ApiError error = data.error();
    if (error.kind == ErrorKind::NoSmsYet)
        return error; // in words, which say more than the bare 409
    for (const Meaning &meaning : documented) {
        if (reply.status == meaning.httpStatus && (reply.status < 500 || isJsonObject(reply))) {
            error.kind = meaning.kind;
            error.outcome = Outcome::Definite;
        }
    }
    return error;
}

ApiError badArgument(const QString &field)
{
    ApiError error;
    error.kind = ErrorKind::BadRequest;
    error.field = field;
    return error;
}

} // namespace otpdesk::otpzap
