#include "providers/simulator/simotpzapanswers.h"

namespace otpdesk::simzap {

using namespace Qt::StringLiterals;

ServerReply answered(const QJsonObject &data)
{
    return jsonReply({{u"success"_s, true}, {u"data"_s, data}});
}

ServerReply answeredNothing()
{
    return jsonReply({{u"success"_s, true}, {u"data"_s, QJsonValue::Null}});
}

ServerReply refuse(int status, const QString &words, const QString &field)
{
    QJsonObject body{{u"success"_s, false}, {u"message"_s, words}};
    if (!field.isEmpty())
        body.insert(u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, field}, {u"message"_s, words}}});
    return jsonReply(body, status);
}

ServerReply refused(const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::NoBalance:
        return refuse(402, u"Insufficient balance"_s);
    case ErrorKind::NoStock:
        return refuse(422, u"Out of stock"_s);
    case ErrorKind::PriceChanged:
        return refuse(409, u"Price has changed, please refresh the catalog"_s);
    case ErrorKind::BadRequest:
        return refuse(422, error.detail, error.field);
    case ErrorKind::NotFound:
        return refuse(404, u"Order not found"_s);
    case ErrorKind::TooEarly: {
        ServerReply reply = refuse(429, u"Please wait before trying again"_s);
        reply.headers.append({"Retry-After", QByteArray::number(qint64(error.retryAfter->count()))});
        return reply;
    }
    case ErrorKind::TooLate:
        return refuse(409, u"Order status does not allow this action"_s);
    case ErrorKind::NoSmsYet:
        return refuse(409, u"No OTP has been received yet"_s);
    case ErrorKind::NotSupported:
        return refuse(422, u"Not supported for this order"_s);
    default:
        return refuse(502, u"Upstream rejected the request"_s);
    }
}

ApiError badField(const QString &field, const QString &words)
{
    ApiError error;
    error.kind = ErrorKind::BadRequest;
    error.field = field;
    error.detail = words;
    return error;
}

ApiError errorOf(ErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

QJsonValue wib(const QDateTime &utc)
{
    if (!utc.isValid())
        return QJsonValue::Null;
    return utc.toOffsetFromUtc(7 * 3600).toString(u"yyyy-MM-dd HH:mm:ss"_s) + " WIB"_L1;
}

QString statusWord(const SimOrder &order)
{
    switch (order.state) {
    case SimState::Waiting:
        return u"pending"_s;
    case SimState::Received:
        return u"otp_received"_s;
    case SimState::Finished:
        return u"success"_s;
    case SimState::Cancelled:
        return u"cancelled"_s;
    case SimState::Expired:
        return u"failed"_s;
    }
    return {};
}

} // namespace otpdesk::simzap
