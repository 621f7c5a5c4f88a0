#include "providers/otpwall/otpwallwire.h"

#include "providers/codes/codeextractor.h"
#include "providers/types/country.h"
#include "providers/wire/balance.h"
#include "providers/wire/json.h"
#include "providers/wire/orders.h"
#include "providers/wire/plain.h"
#include "providers/wire/text.h"

#include <QJsonDocument>

namespace otpdesk::otpwall {

using namespace Qt::StringLiterals;

namespace {

Currency usd()
{
    return Currency::fromCode(u"USD");
}

std::optional<OrderStatus> statusOf(const QString &word)
{
    static const QHash<QString, OrderStatus> known = {
        {u"waiting"_s, OrderStatus::Waiting},       {u"pending"_s, OrderStatus::Waiting},
        {u"received"_s, OrderStatus::CodeReceived}, {u"complete"_s, OrderStatus::Finished},
        {u"completed"_s, OrderStatus::Finished},    {u"cancel"_s, OrderStatus::Refunded},
        {u"canceled"_s, OrderStatus::Refunded},     {u"cancelled"_s, OrderStatus::Refunded},
        {u"refunded"_s, OrderStatus::Refunded},     {u"expired"_s, OrderStatus::Expired},
    };
    const auto found = known.constFind(word.toLower());
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

void addSms(OrderReport &report, const QJsonValue &sms)
{
    const QString text =
        cleanText(sms.isObject() ? JsonView(sms).text({"sms"_L1, "text"_L1, "message"_L1}) : scalarText(sms));
    if (text.isEmpty())
        return;
    Message message;
    message.text = text;
    message.code = extractCode(text);
    addMessage(report, message);
}

OrderReport reportOf(const HttpReply &reply, const JsonView &activation)
{
    OrderReport report;
    report.id = activation.id({"activation_id"_L1, "id"_L1});
    report.number = activation.line({"number"_L1, "phone_number"_L1, "phone"_L1});
    report.statusWord = activation.line({"status"_L1});
    report.status = statusOf(report.statusWord);
    report.price = activation.money({"price"_L1, "cost"_L1}, usd());
    report.balanceAfter = activation.money({"balance"_L1}, usd());
    report.serverTime = reply.date;
    const QJsonValue sms = activation.value({"sms"_L1});
    if (sms.isArray()) {
        for (const QJsonValue item : sms.toArray())
            addSms(report, item);
    } else {
        addSms(report, sms);
    }
    return report;
}

Result<OrderReport> readActivation(const HttpReply &reply)
{
    const Result<QJsonValue> data = plainJson(reply);
    if (!data)
        return data.error();
    return reportOf(reply, JsonView(*data));
}

HttpRequest get(const QString &path)
{
    HttpRequest request;
    request.path = path;
    return request;
}

HttpRequest post(const QString &path, const QJsonObject &body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.delivery = Delivery::Once;
    return request;
}

} // namespace

HttpRequest balanceRequest()
{
    return get(u"/balance"_s);
}

Result<Balance> readBalance(const HttpReply &reply)
{
    return balanceIn(plainJson(reply), reply, usd());
}

HttpRequest countriesRequest()
{
    return get(u"/countries"_s);
}

HttpRequest servicesRequest()
{
    return get(u"/services"_s);
}

Result<QList<Entry>> readEntries(const HttpReply &reply)
{
    const Result<QJsonValue> data = plainJson(reply);
    if (!data)
        return data.error();
    const auto list = listIn(*data, {"countries"_L1, "services"_L1});
    if (!list)
        return malformed(reply, u"list"_s);
    QList<Entry> entries;
    for (const QJsonValue item : *list) {
        const JsonView view(item);
        Entry entry;
        entry.code = item.isObject() ? view.id({"code"_L1, "id"_L1}) : cleanLine(scalarText(item));
        entry.name = view.line({"name"_L1});
        if (entry.name.isEmpty())
            entry.name = entry.code;
        if (!entry.code.isEmpty())
            entries.append(entry);
    }
    if (entries.isEmpty() && !list->isEmpty())
        return malformed(reply, u"code"_s);
    return entries;
}

QList<Shelf> shelvesOf(const QList<Entry> &countries)
{
    QList<Shelf> shelves;
    shelves.reserve(countries.size());
    for (const Entry &entry : countries) {
        Shelf shelf;
        shelf.path = u"country/"_s + entry.code;
        shelf.title = entry.name;
        shelf.country = entry.name;
        // The name is meant for people and says more surely what is meant than a code of the provider's own.
        const Country *country = findCountry(entry.name);
        if (!country)
            country = findCountry(entry.code);
        if (country)
            shelf.countryIso = country->iso;
        shelves.append(shelf);
    }
    return shelves;
}

QList<Offer> offersOn(const Shelf &country, const QList<Entry> &services)
{
    const QString code = country.path.sliced(country.path.indexOf(u'/') + 1);
    QList<Offer> offers;
    offers.reserve(services.size());
    for (const Entry &service : services) {
        Offer offer;
        offer.service = service.name;
        offer.serviceId = service.code;
        offer.country = country.country;
        offer.countryIso = country.countryIso;
        offer.countryId = code;
        offers.append(offer);
    }
    return offers;
}

HttpRequest buyRequest(const Offer &offer)
{
    HttpRequest request =
        post(u"/number"_s, {{"service"_L1, offer.serviceId}, {"country"_L1, offer.countryId}});
    request.spends = true;
    return request;
}

Result<OrderReport> readPurchase(const HttpReply &reply)
{
    Result<OrderReport> report = readActivation(reply);
    if (!report)
        return report;
    if (report->id.isEmpty())
        return malformed(reply, u"activation_id"_s);
    if (report->number.isEmpty()) {
        ApiError error = malformed(reply, u"number"_s);
        error.detail = report->id; // the one clue to an activation that may have been paid
        return error;
    }
    if (report->statusWord.isEmpty())
        report.value().status = OrderStatus::Waiting;
    return report;
}

HttpRequest statusRequest(const QString &activationId)
{
    return get(u"/activation/"_s + activationId + u"/status"_s);
}

Result<OrderReport> readStatus(const HttpReply &reply)
{
    Result<OrderReport> report = readActivation(reply);
    if (report && report->statusWord.isEmpty())
        return malformed(reply, u"status"_s);
    return report;
}

HttpRequest changeRequest(const QString &activationId, Change change)
{
    const QString word = change == Change::Complete ? u"complete"_s : u"cancel"_s;
    return post(u"/activation/"_s + activationId + u"/status"_s, {{"status"_L1, word}});
}

Result<OrderReport> readChange(const HttpReply &reply)
{
    Result<OrderReport> report = readActivation(reply);
    const bool isAccepted = reply.status >= 200 && reply.status < 300;
    if (!report && report.error().kind == ErrorKind::Malformed && isAccepted) {
        OrderReport unsaid;
        unsaid.serverTime = reply.date;
        return unsaid;
    }
    // "success" or "ok" is about the call, not the activation.
    if (report && !report->status)
        report.value().statusWord.clear();
    return report;
}

} // namespace otpdesk::otpwall
