#include "providers/whichotp/whichotpwire.h"

#include "providers/wire/balance.h"
#include "providers/wire/json.h"
#include "providers/wire/orders.h"
#include "providers/wire/plain.h"

#include <QJsonDocument>

namespace otpdesk::whichotp {

using namespace Qt::StringLiterals;

namespace {

Currency usd()
{
    return Currency::fromCode(u"USD");
}

std::optional<OrderStatus> statusOf(const QString &word)
{
    const QString known = word.toLower();
    if (known == u"waiting")
        return OrderStatus::Waiting;
    if (known == u"completed")
        return OrderStatus::Finished;
    if (known == u"cancelled" || known == u"canceled" || known == u"refunded")
        return OrderStatus::Refunded;
    return std::nullopt;
}

OrderReport reportOf(const HttpReply &reply, const JsonView &order)
{
    OrderReport report;
    report.id = order.id({"id"_L1});
    report.number = order.line({"phoneNumber"_L1, "number"_L1});
    report.statusWord = order.line({"status"_L1});
    report.status = statusOf(report.statusWord);
    report.price = order.money({"cost"_L1}, usd());
    report.refunded = order.money({"refundedAmount"_L1}, usd());
    report.serverTime = reply.date;
    const QString code = order.text({"smsCode"_L1});
    if (!code.isEmpty())
        addMessage(report, messageOfCode(code));
    return report;
}

} // namespace

HttpRequest balanceRequest()
{
    HttpRequest request;
    request.path = u"/balance"_s;
    return request;
}

Result<Balance> readBalance(const HttpReply &reply)
{
    return balanceIn(plainJson(reply), reply, usd());
}

HttpRequest servicesRequest()
{
    HttpRequest request;
    request.path = u"/services"_s;
    return request;
}

Result<QList<Offer>> readServices(const HttpReply &reply)
{
    const Result<QJsonValue> data = plainJson(reply);
    if (!data)
        return data.error();
    const auto services = listIn(*data, {"services"_L1});
    if (!services)
        return malformed(reply, u"services"_s);
    QList<Offer> offers;
    for (const QJsonValue item : *services) {
        const JsonView service(item);
        Offer offer;
        offer.serviceId = service.id({"id"_L1});
        offer.service = service.line({"name"_L1});
        offer.price = service.money({"price"_L1}, usd());
        offer.available = service.flag({"available"_L1}).value_or(true);
        if (!offer.serviceId.isEmpty() && !offer.service.isEmpty())
            offers.append(offer);
    }
    if (offers.isEmpty() && !services->isEmpty())
        return malformed(reply, u"services.id"_s);
    return offers;
}

HttpRequest buyRequest(const Offer &offer)
{
    HttpRequest request;
    request.method = "POST";
    request.path = u"/orders/buy"_s;
    request.body =
        QJsonDocument(QJsonObject{{"serviceId"_L1, offer.serviceId}}).toJson(QJsonDocument::Compact);
    request.delivery = Delivery::Once;
    request.spends = true;
    return request;
}

Result<OrderReport> readPurchase(const HttpReply &reply)
{
    const Result<QJsonValue> data = plainJson(reply);
    if (!data)
        return data.error();
    OrderReport report = reportOf(reply, JsonView(*data));
    if (report.id.isEmpty())
        return malformed(reply, u"id"_s);
    if (report.number.isEmpty()) {
        ApiError error = malformed(reply, u"phoneNumber"_s);
        error.detail = report.id; // the one clue to an order that may have been paid
        return error;
    }
    if (report.statusWord.isEmpty())
        report.status = OrderStatus::Waiting;
    return report;
}

HttpRequest orderRequest(const QString &orderId)
{
    HttpRequest request;
    request.path = u"/orders/"_s + orderId;
    return request;
}

Result<OrderReport> readOrder(const HttpReply &reply)
{
    Result<OrderReport> report = readCancellation(reply);
    if (report && report->statusWord.isEmpty())
        return malformed(reply, u"status"_s);
    return report;
}

HttpRequest cancelRequest(const QString &orderId)
{
    HttpRequest request;
    request.method = "POST";
    request.path = u"/orders/"_s + orderId + u"/cancel"_s;
    request.delivery = Delivery::Once;
    return request;
}

Result<OrderReport> readCancellation(const HttpReply &reply)
{
    const Result<QJsonValue> data = plainJson(reply);
    if (!data)
        return data.error();
    return reportOf(reply, JsonView(*data));
}

} // namespace otpdesk::whichotp
