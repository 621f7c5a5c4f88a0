#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/money.h"
#include "providers/types/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <initializer_list>
#include <optional>

namespace otpdesk {

/// Names a member may have; the first one present and not null is read.
using Names = std::initializer_list<QLatin1StringView>;

/// A tolerant look at a JSON object from outside: ids as number or string, money as number or string, truth
/// as true, 1, "1" or "true". A member that is missing, null or of a useless type is "unknown".
class JsonView
{
public:
    JsonView() = default;
    explicit JsonView(QJsonObject object) : m_object(std::move(object)) {}
    explicit JsonView(const QJsonValue &value) : m_object(value.toObject()) {}

    const QJsonObject &object() const { return m_object; }
    QJsonValue value(Names names) const;
    bool has(Names names) const { return !value(names).isUndefined(); }

    /// An identifier; whole numbers keep all their digits. Empty: unknown. At most 200 characters.
    QString id(Names names) const;
    /// One line of cleaned text. Empty: unknown.
    QString line(Names names) const;
    /// Cleaned text of several lines. Empty: unknown.
    QString text(Names names) const;
    std::optional<Money> money(Names names, Currency currency) const;
    /// A whole number, also from "120" or 120.0; at least 0, capped at INT_MAX.
    std::optional<int> count(Names names) const;
    std::optional<bool> flag(Names names) const;
    /// UTC; invalid: unknown. See readTime().
    QDateTime time(Names names, int utcOffsetSeconds) const;
    JsonView child(Names names) const { return JsonView(value(names)); }
    /// The list under one of these names, or else the first array there is.
    QJsonArray list(Names names) const;

private:
    QJsonObject m_object;
};

/// A list that may be `value` itself, a member of it by one of these names, or the first array inside it.
/// Nothing when there is no list.
std::optional<QJsonArray> listIn(const QJsonValue &value, Names names);

/// Text of a scalar: string as it is, whole numbers with all digits, else empty.
QString scalarText(const QJsonValue &value);

/// What is wrong with an answer before anybody looks for words in it: an HTML page (NotAnApi, or ServiceDown
/// from 500 on). Nothing when it may be data.
std::optional<ApiError> pageInsteadOfData(const HttpReply &reply);

/// The body as JSON. Malformed (or NotAnApi, ServiceDown) when it is none.
Result<QJsonValue> jsonOf(const HttpReply &reply);

/// An answer nobody can make sense of: `field` is missing or wrong. Its outcome is unknown when the request
/// was sent once and the status does not say that it was refused.
ApiError malformed(const HttpReply &reply, const QString &field);

/// The error that an HTTP status means by itself, with the provider's words as detail: 401 WrongKey, 402
/// NoBalance, 403 AccountBlocked, 404 NotFound, 409 TooLate, 422/400 BadRequest, 429 RateLimited, 5xx
/// ServiceDown, else Refused. A 5xx for a request sent once leaves the outcome unknown.
ApiError errorOfStatus(const HttpReply &reply, const QString &words);

} // namespace otpdesk
