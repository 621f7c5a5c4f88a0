#include "providers/wire/json.h"

#include "providers/wire/text.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace otpdesk {

namespace {

/// A status which says by itself that the request was refused, not carried out.
bool saysRefused(int status)
{
    return status >= 400 && status < 500 && status != 408;
}

Outcome outcomeOf(const HttpReply &reply)
{
    return reply.delivery == Delivery::Once && !saysRefused(reply.status) ? Outcome::Unknown
                                                                          : Outcome::Definite;
}

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 422:
        return ErrorKind::BadRequest;
    case 401:
        return ErrorKind::WrongKey;
    case 402:
        return ErrorKind::NoBalance;
    case 403:
        return ErrorKind::AccountBlocked;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::TooLate;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::ServiceDown : ErrorKind::Refused;
    }
}

} // namespace

QJsonValue JsonView::value(Names names) const
{
    for (const QLatin1StringView name : names) {
        const auto found = m_object.constFind(name);
        if (found != m_object.constEnd() && !found->isNull())
            return *found;
    }
    return QJsonValue(QJsonValue::Undefined);
}

QString JsonView::id(Names names) const
{
    const QJsonValue v = value(names);
    // A number too large to be read exactly would name somebody else's order.
    if (v.isDouble() && std::abs(v.toDouble()) >= 9e18)
        return {};
    const QString text = cleanLine(scalarText(v), 1000);
    return text.size() <= 200 ? text : QString();
}

QString JsonView::line(Names names) const
{
    return cleanLine(scalarText(value(names)));
}

QString JsonView::text(Names names) const
{
    return cleanText(scalarText(value(names)));
}

std::optional<Money> JsonView::money(Names names, Currency currency) const
{
    return Money::fromJson(value(names), currency);
}

std::optional<int> JsonView::count(Names names) const
{
    const QJsonValue v = value(names);
    double number = -1;
    if (v.isDouble()) {
        number = v.toDouble();
    } else if (v.isString()) {
        bool ok = false;
        number = v.toString().trimmed().toDouble(&ok);
        if (!ok)
            return std::nullopt;
    }
    if (!std::isfinite(number) || number < 0)
        return std::nullopt;
    return static_cast<int>(std::min(number, double(std::numeric_limits<int>::max())));
}

std::optional<bool> JsonView::flag(Names names) const
{
    const QJsonValue v = value(names);
    if (v.isBool())
        return v.toBool();
    const QString text = scalarText(v).trimmed().toLower();
    if (text == u"1" || text == u"true")
        return true;
    if (text == u"0" || text == u"false")
        return false;
    return std::nullopt;
}

QDateTime JsonView::time(Names names, int utcOffsetSeconds) const
{
    return readTime(scalarText(value(names)), utcOffsetSeconds);
}

QJsonArray JsonView::list(Names names) const
{
    return listIn(m_object, names).value_or(QJsonArray());
}

std::optional<QJsonArray> listIn(const QJsonValue &value, Names names)
{
    if (value.isArray())
        return value.toArray();
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    for (const QLatin1StringView name : names) {
        if (object.value(name).isArray())
            return object.value(name).toArray();
    }
    for (const QJsonValue member : object) {
        if (member.isArray())
            return member.toArray();
    }
    return std::nullopt;
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return {};
    // Whole numbers are kept apart from doubles by the parser: an id of 19 digits keeps them all.
    const double number = value.toDouble();
    const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
    if (whole != std::numeric_limits<qint64>::min())
        return QString::number(whole);
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

std::optional<ApiError> pageInsteadOfData(const HttpReply &reply)
{
    QByteArray start = reply.body.left(512);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    start = start.trimmed().toLower();
    const bool isPage = start.startsWith("<!doctype") || start.startsWith("<html") ||
                        start.startsWith("<head") || start.startsWith("<?xml") ||
                        (start.startsWith('<') && reply.contentType.toLower().startsWith("text/html"));
    if (!isPage)
        return std::nullopt;
    ApiError error;
    error.kind = reply.status >= 500 ? ErrorKind::ServiceDown : ErrorKind::NotAnApi;
    error.outcome = outcomeOf(reply);
    error.httpStatus = reply.status;
    error.retryAfter = reply.retryAfter;
    return error;
}

Result<QJsonValue> jsonOf(const HttpReply &reply)
{
    if (const auto page = pageInsteadOfData(reply))
        return *page;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &problem);
    if (problem.error == QJsonParseError::NoError)
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (reply.status >= 400)
        return errorOfStatus(reply, QString::fromUtf8(reply.body.left(2000)));
    return malformed(reply, QStringLiteral("JSON"));
}

ApiError malformed(const HttpReply &reply, const QString &field)
{
    ApiError error;
    error.kind = ErrorKind::Malformed;
    error.outcome = outcomeOf(reply);
    error.field = field;
    error.httpStatus = reply.status;
    return error;
}

ApiError errorOfStatus(const HttpReply &reply, const QString &words)
{
    ApiError error;
    error.kind = kindOfStatus(reply.status);
    error.outcome = reply.status >= 500 || reply.status == 408 ? outcomeOf(reply) : Outcome::Definite;
    error.detail = cleanLine(words, 300);
    error.httpStatus = reply.status;
    error.retryAfter = reply.retryAfter;
    return error;
}

} // namespace otpdesk
