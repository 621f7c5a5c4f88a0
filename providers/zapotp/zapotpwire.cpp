#include "providers/zapotp/zapotpwire.h"

#include "providers/wire/balance.h"
#include "providers/wire/envelope.h"
#include "providers/wire/messages.h"
#include "providers/zapotp/zapotpcatalog.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace otpdesk::zapotp {

using namespace Qt::StringLiterals;

namespace {

std::optional<OrderStatus> statusOf(const QString &statusWord)
{
    const QString word = statusWord.toUpper();
    if (word == u"PENDING" || word == u"WAITING")
        return OrderStatus::Waiting;
    if (word == u"RECEIVED")
        return OrderStatus::CodeReceived;
    if (word == u"FINISHED" || word == u"COMPLETED")
        return OrderStatus::Finished;
    if (word == u"CANCELED" || word == u"CANCELLED" || word == u"REFUNDED")
        return OrderStatus::Refunded;
    if (word == u"EXPIRED")
        return OrderStatus::Expired;
    return std::nullopt;
}

/// The zone of the provider's clock is a guess: a time that would end the order before it began, or far
/// beyond any activation, is none.
QDateTime plausible(const QDateTime &expiry, const QDateTime &now)
{
    if (!now.isValid())
        return expiry;
    return expiry > now && expiry <= now.addDays(1) ? expiry : QDateTime();
}

OrderReport readOrder(const JsonView &view, const HttpReply &reply)
{
    OrderReport report;
    report.id = view.id({"order_id"_L1, "id"_L1});
    report.number = view.line({"number"_L1, "phone_number"_L1, "phone"_L1});
    report.service = view.line({"service"_L1, "service_id"_L1, "service_name"_L1});
    report.statusWord = view.line({"status"_L1});
    report.status = statusOf(report.statusWord);
    report.price = view.money({"price"_L1, "cost"_L1}, currency());
    report.expiresAt =
        plausible(view.time({"expiry"_L1, "expires_at"_L1, "expired_at"_L1}, UtcOffset), reply.date);
    report.serverTime = reply.date;

    const QString code = view.text({"sms_code"_L1, "code"_L1});
    QString text = view.text({"full_sms"_L1, "sms"_L1});
    // `message` may be the SMS, or the provider's remark that there is none yet.
    const bool hasSms = !code.isEmpty() || report.status == OrderStatus::CodeReceived ||
                        report.status == OrderStatus::Finished;
    if (text.isEmpty() && hasSms)
        text = view.text({"message"_L1});
    if (!code.isEmpty() || !text.isEmpty()) {
        const Message message = messageFrom(code, text);
        report.code = message.code;
        report.messages = QList<Message>{message};
    }
    return report;
}

/// The order in an answer's data, which may be a list of one.
JsonView orderIn(const QJsonValue &data)
{
    return JsonView(data.isArray() ? data.toArray().first() : data);
}

} // namespace

Currency currency()
{
    return Currency::fromCode(u"NGN");
}

HttpRequest balanceRequest()
{
    HttpRequest request;
    request.path = u"/user"_s;
    return request;
}

Result<Balance> readBalance(const HttpReply &reply)
{
    return balanceIn(openEnvelope(reply), reply, currency());
}

Result<HttpRequest> rentRequest(const Purchase &purchase)
{
    const Offer &offer = purchase.offer;
    const std::pair<QString, QString> required[] = {
        {u"service"_s, offer.serviceId}, {u"country"_s, offer.countryId}, {u"provider"_s, offer.line}};
    QJsonObject body{{u"action"_s, u"rent"_s}, {u"duration"_s, u"generic"_s}};
    for (const auto &[name, value] : required) {
        if (value.isEmpty()) {
            ApiError error;
            error.kind = ErrorKind::BadRequest;
            error.field = name;
            return error;
        }
        body.insert(name, value);
    }
    if (!offer.variantId.isEmpty())
        body.insert("pool"_L1, offer.variantId);

    HttpRequest request;
    request.method = "POST";
    request.path = u"/rent"_s;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.delivery = Delivery::Once;
    request.spends = true;
    return request;
}

Result<OrderReport> readRented(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data)
        return data.error();
    OrderReport report = readOrder(orderIn(*data), reply);
    if (report.id.isEmpty())
        return malformed(reply, u"order_id"_s);
    if (report.number.isEmpty()) {
        ApiError error = malformed(reply, u"number"_s);
        error.detail = u"order_id "_s + report.id; // bought all the same: the id is worth showing
        return error;
    }
    if (report.statusWord.isEmpty())
        report.status = OrderStatus::Waiting;
    return report;
}

HttpRequest checkRequest(const QString &orderId)
{
    HttpRequest request;
    request.path = u"/sms"_s;
    request.query.addQueryItem(u"order_id"_s, orderId);
    return request;
}

Result<OrderReport> readChecked(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data)
        return data.error();
    const OrderReport report = readOrder(orderIn(*data), reply);
    if (report.statusWord.isEmpty())
        return malformed(reply, u"status"_s);
    return report;
}

HttpRequest ordersRequest()
{
    HttpRequest request;
    request.path = u"/orders"_s;
    return request;
}

Result<QList<OrderReport>> readOrders(const HttpReply &reply)
{
    const Result<QJsonArray> list = openList(reply, {"orders"_L1});
    if (!list)
        return list.error();

    struct Listed
    {
        OrderReport report;
        std::optional<qint64> row; ///< the provider's own running number
    };
    QList<Listed> found;
    for (const QJsonValue element : *list) {
        const JsonView view(element);
        Listed one{readOrder(view, reply), std::nullopt};
        bool isNumber = false;
        const qint64 row = view.id({"id"_L1}).toLongLong(&isNumber);
        if (isNumber)
            one.row = row;
        if (!one.report.id.isEmpty())
            found += one;
    }
    // Which end the list begins at is not documented; where rows are numbered, the greatest is the newest.
    if (std::all_of(found.cbegin(), found.cend(), [](const Listed &one) { return one.row.has_value(); }))
        std::stable_sort(found.begin(), found.end(),
                         [](const Listed &a, const Listed &b) { return *a.row > *b.row; });
    QList<OrderReport> orders;
    for (const Listed &one : found)
        orders += one.report;
    return orders;
}

OrderActions actions()
{
    const Permission never = Permission::never(Permission::Reason::NotOffered);
    return {never, never, never, never};
}

} // namespace otpdesk::zapotp
