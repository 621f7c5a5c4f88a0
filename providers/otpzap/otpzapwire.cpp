#include "providers/otpzap/otpzapwire.h"

#include "providers/otpzap/otpzapanswers.h"
#include "providers/otpzap/otpzapcatalog.h"
#include "providers/wire/balance.h"
#include "providers/wire/envelope.h"
#include "providers/wire/messages.h"

namespace otpdesk::otpzap {

using namespace Qt::StringLiterals;

namespace {

/// An id as the documentation writes it: a number where it is a whole one, else a string.
QJsonValue idValue(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    return isNumber && QString::number(number) == id ? QJsonValue(number) : QJsonValue(id);
}

HttpRequest postOnce(const QString &path, const QString &orderId)
{
    return requestWith("POST", path, {{u"order_id"_s, idValue(orderId)}});
}

QList<Message> messagesIn(const QJsonArray &otps)
{
    QList<Message> messages;
    for (const QJsonValue otp : otps) {
        if (otp.isObject()) {
            const JsonView view(otp);
            Message message = messageFrom(view.line({"otp"_L1, "code"_L1, "otp_code"_L1}),
                                          view.text({"message"_L1, "sms"_L1, "text"_L1, "full_sms"_L1}));
            message.sender = view.line({"sender"_L1, "from"_L1});
            message.receivedAt = view.time({"received_at"_L1, "created_at"_L1, "time"_L1}, UtcOffset);
            messages += message;
        } else {
            messages += messageFrom(JsonView(QJsonObject{{u"otp"_s, otp}}).text({"otp"_L1}), {});
        }
    }
    return messages;
}

/// The messages of an order, and its code: `otp_code` is the newest, `otps` begins with the oldest.
void readMessages(OrderReport &report, const JsonView &view)
{
    const QString newest = view.text({"otp_code"_L1, "otp"_L1});
    report.code = codeOfField(newest);
    if (view.value({"otps"_L1}).isArray())
        report.messages = messagesIn(view.value({"otps"_L1}).toArray());
    if (!newest.isEmpty() && (!report.messages || report.messages->isEmpty()))
        report.messages = QList<Message>{messageFrom(newest, {})};
    if (!report.messages || report.messages->isEmpty())
        return;
    Message &last = report.messages->last();
    if (last.code.isEmpty())
        last.code = report.code;
    if (report.code.isEmpty())
        report.code = last.code;
}

/// Everything an answer may say about an order.
OrderReport readOrder(const JsonView &view, const HttpReply &reply)
{
    OrderReport report;
    report.id = view.id({"order_id"_L1, "id"_L1});
    report.number = view.line({"phone_number"_L1, "number"_L1, "phone"_L1});
    report.statusWord = view.line({"status"_L1});
    report.status = statusOf(report.statusWord);
    report.price = view.money({"price"_L1, "cost"_L1}, currency());
    report.refunded =
        view.money({"refunded_amount"_L1, "refund_amount"_L1, "refunded"_L1, "refund"_L1}, currency());
    report.balanceAfter = view.money({"balance_after"_L1, "new_balance"_L1, "balance"_L1}, currency());
    report.expiresAt = view.time({"expired_at"_L1, "expires_at"_L1}, UtcOffset);
    readMessages(report, view);
    report.resendCount = view.count({"resend_count"_L1});
    report.resendLockedUntil = view.time({"resend_locked_until"_L1}, UtcOffset);
    report.serverTime = reply.date;
    return report;
}

/// The order in an answer's data, which may also hold it in a member or as a list of one.
JsonView orderIn(const QJsonValue &data)
{
    if (data.isArray())
        return JsonView(data.toArray().first());
    const JsonView view(data);
    const JsonView inner = view.child({"new_order"_L1, "order"_L1});
    return inner.object().isEmpty() ? view : inner;
}

/// A new order, which must have an id and a number.
Result<OrderReport> readNewOrder(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data)
        return data.error();
    const JsonView view = orderIn(*data);
    OrderReport report = readOrder(view, reply);
    if (const QString id = view.id({"new_order_id"_L1}); !id.isEmpty())
        report.id = id;
    if (report.id.isEmpty())
        return malformed(reply, u"order_id"_s);
    if (report.number.isEmpty()) {
        ApiError error = malformed(reply, u"phone_number"_s);
        error.detail = u"order_id "_s + report.id; // bought all the same: the id is worth showing
        return error;
    }
    if (report.statusWord.isEmpty())
        report.status = OrderStatus::Waiting;
    return report;
}

} // namespace

Currency currency()
{
    return Currency::fromCode(u"IDR");
}

HttpRequest balanceRequest()
{
    HttpRequest request;
    request.path = u"/balance"_s;
    return request;
}

Result<Balance> readBalance(const HttpReply &reply)
{
    return balanceIn(openEnvelope(reply), reply, currency());
}

Result<HttpRequest> createRequest(const Purchase &purchase)
{
    const Offer &offer = purchase.offer;
    QJsonObject body;
    if (offer.line == LineS1) {
        if (offer.productId.isEmpty())
            return badArgument(u"product_id"_s);
        body = {{u"server"_s, 1}, {u"product_id"_s, idValue(offer.productId)}};
    } else if (offer.line == LineS2 || offer.line == LineSpecial) {
        if (offer.serviceId.isEmpty())
            return badArgument(u"service_id"_s);
        body = {{u"server"_s, 2}, {u"service_id"_s, idValue(offer.serviceId)}};
        if (offer.line == LineS2) {
            if (offer.countryId.isEmpty())
                return badArgument(u"country_id"_s);
            body.insert("country_id"_L1, idValue(offer.countryId));
            body.insert("operator_id"_L1,
                        idValue(offer.variantId.isEmpty() ? AnyOperator.toString() : offer.variantId));
        }
    } else {
        return badArgument(u"server"_s);
    }
    // Without a key the same request, repeated, buys again.
    const QByteArray key = purchase.idempotencyKey.toUtf8();
    HttpRequest request = requestWith("POST", u"/order/create"_s, body);
    request.idempotencyKey = key;
    request.delivery = key.isEmpty() ? Delivery::Once : Delivery::Repeatable;
    request.spends = true;
    return request;
}

Result<OrderReport> readCreated(const HttpReply &reply)
{
    HttpReply spending = reply;
    spending.delivery = Delivery::Once;
    return readNewOrder(spending);
}

HttpRequest checkRequest(const QString &orderId)
{
    HttpRequest request;
    request.path = u"/order/check"_s;
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

HttpRequest cancelRequest(const QString &orderId)
{
    return postOnce(u"/order/cancel"_s, orderId);
}

Result<OrderReport> readCancelled(const HttpReply &reply)
{
    const auto data = openChange(
        reply, {{409, ErrorKind::TooLate}, {429, ErrorKind::TooEarly}, {502, ErrorKind::UpstreamRefused}});
    if (!data)
        return data.error();
    OrderReport report = readOrder(orderIn(*data), reply);
    // "pending" is an order that still is to be cancelled, "success" may be the call's own word.
    if (report.status == OrderStatus::Waiting || report.status == OrderStatus::Finished)
        report.status.reset();
    else if (report.statusWord.isEmpty() && reply.status != 202)
        report.status = OrderStatus::Refunded;
    return report;
}

HttpRequest finishRequest(const QString &orderId)
{
    return postOnce(u"/order/finish"_s, orderId);
}

Result<OrderReport> readFinished(const HttpReply &reply)
{
    const auto data = openChange(reply, {{409, ErrorKind::TooLate}, {429, ErrorKind::TooEarly}});
    if (!data)
        return data.error();
    OrderReport report = readOrder(orderIn(*data), reply);
    if (report.statusWord.isEmpty())
        report.status = OrderStatus::Finished;
    return report;
}

HttpRequest resendRequest(const QString &orderId)
{
    return postOnce(u"/order/resend"_s, orderId);
}

Result<OrderReport> readResent(const HttpReply &reply)
{
    const auto data = openChange(reply, {{409, ErrorKind::TooLate}, {429, ErrorKind::TooEarly}});
    if (!data)
        return data.error();
    OrderReport report = readOrder(orderIn(*data), reply);
    // Asking again ends nothing: "success" is the call's own word.
    if (report.status == OrderStatus::Finished)
        report.status.reset();
    return report;
}

HttpRequest replaceRequest(const QString &orderId)
{
    HttpRequest request = postOnce(u"/order/replace"_s, orderId);
    request.spends = true;
    return request;
}

Result<OrderReport> readReplaced(const HttpReply &reply)
{
    return readNewOrder(reply);
}

OrderActions actions(const Order &order, const QDateTime &nowUtc)
{
    using Reason = Permission::Reason;
    const auto none = [](Reason why) {
        const Permission never = Permission::never(why);
        return OrderActions{never, never, never, never};
    };
    if (!isLive(order.status))
        return none(Reason::Ended);
    if (order.id.isEmpty() || order.status == OrderStatus::Buying || order.status == OrderStatus::Unconfirmed)
        return none(Reason::NotConfirmed);

    OrderActions actions;
    const bool hasMessage = order.status == OrderStatus::CodeReceived || !order.messages.isEmpty();
    const QDateTime bought = order.boughtAt.isValid() ? order.boughtAt : order.createdAt;
    const QDateTime cancelFrom = bought.addSecs(CancelCooldown.count());
    if (hasMessage)
        actions.cancel = Permission::never(Reason::AlreadyHasMessage);
    else
        actions.cancel = nowUtc < cancelFrom ? Permission::after(cancelFrom) : Permission::allowed();

    actions.finish = hasMessage ? Permission::allowed() : Permission::never(Reason::NoMessageYet);

    if (order.resendPending)
        actions.resend = Permission::never(Reason::WaitingForNewMessage);
    else if (order.resendLockedUntil.isValid() && nowUtc < order.resendLockedUntil)
        actions.resend = Permission::after(order.resendLockedUntil);
    else
        actions.resend = Permission::allowed();

    if (order.offer.line != LineS1)
        actions.replace = Permission::never(Reason::NotOffered);
    else
        actions.replace = hasMessage ? Permission::never(Reason::AlreadyHasMessage) : Permission::allowed();
    return actions;
}

} // namespace otpdesk::otpzap
