#include "providers/otpzap/otpzaptopupwire.h"

#include "providers/otpzap/otpzapanswers.h"
#include "providers/otpzap/otpzapwire.h"
#include "providers/wire/envelope.h"

namespace otpdesk::otpzap {

using namespace Qt::StringLiterals;

namespace {

/// No honest address is longer.
constexpr qsizetype LongestUrl = 4000;

std::optional<TopUpStatus> topUpStatusOf(const QString &statusWord)
{
    const QString word = statusWord.toLower();
    if (word == u"pending" || word == u"waiting" || word == u"unpaid")
        return TopUpStatus::Pending;
    if (word == u"success" || word == u"paid" || word == u"completed")
        return TopUpStatus::Paid;
    if (word == u"expired")
        return TopUpStatus::Expired;
    if (word == u"failed" || word == u"cancelled" || word == u"canceled")
        return TopUpStatus::Failed;
    return std::nullopt;
}

TopUpReport readInvoice(const JsonView &view, const HttpReply &reply)
{
    TopUpReport report;
    report.id = view.id({"order_id"_L1, "id"_L1});
    report.amount = view.money({"amount"_L1}, currency());
    report.totalAmount = view.money({"total_amount"_L1, "total"_L1}, currency());
    const QString url = view.text({"payment_url"_L1});
    if (url.size() <= LongestUrl)
        report.paymentUrl = QUrl(url);
    report.statusWord = view.line({"status"_L1});
    report.status = topUpStatusOf(report.statusWord);
    report.expiresAt = view.time({"expired_at"_L1, "expires_at"_L1}, UtcOffset);
    report.createdAt = view.time({"created_at"_L1}, UtcOffset);
    report.paidAt = view.time({"paid_at"_L1}, UtcOffset);
    report.serverTime = reply.date;
    return report;
}

} // namespace

TopUpTerms topUpTerms()
{
    constexpr qint64 minimumRupiah = 5000;
    TopUpTerms terms;
    terms.minimum = Money::fromUnits(minimumRupiah * Money::UnitsPerMain, currency());
    terms.lifetime = std::chrono::minutes(30);
    terms.pollEvery = std::chrono::seconds(10);
    return terms;
}

Result<HttpRequest> topUpCreateRequest(Money amount, const QString &idempotencyKey)
{
    const bool isWhole = amount.units() % Money::UnitsPerMain == 0;
    if (!isWhole || !(amount >= topUpTerms().minimum)) // unordered where it is another currency
        return badArgument(u"amount"_s);
    HttpRequest request =
        requestWith("POST", u"/topup/create"_s, {{u"amount"_s, amount.units() / Money::UnitsPerMain}});
    request.idempotencyKey = idempotencyKey.toUtf8();
    if (!request.idempotencyKey.isEmpty()) // without one the same request, repeated, makes another invoice
        request.delivery = Delivery::Repeatable;
    return request;
}

Result<TopUpReport> readTopUpCreated(const HttpReply &reply)
{
    HttpReply creating = reply;
    creating.delivery = Delivery::Once;
    const Result<QJsonValue> data = openEnvelope(creating);
    if (!data)
        return data.error();
    TopUpReport report = readInvoice(JsonView(*data), creating);
    if (report.id.isEmpty())
        return malformed(creating, u"order_id"_s);
    if (report.statusWord.isEmpty())
        report.status = TopUpStatus::Pending;
    return report;
}

HttpRequest topUpCheckRequest(const QString &id)
{
    HttpRequest request;
    request.path = u"/topup/check"_s;
    request.query.addQueryItem(u"order_id"_s, id);
    return request;
}

Result<TopUpReport> readTopUpChecked(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data)
        return data.error();
    const TopUpReport report = readInvoice(JsonView(*data), reply);
    if (report.statusWord.isEmpty())
        return malformed(reply, u"status"_s);
    return report;
}

} // namespace otpdesk::otpzap
