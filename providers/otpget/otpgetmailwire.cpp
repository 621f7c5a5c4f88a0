#include "providers/otpget/otpgetmailwire.h"

#include "providers/codes/codeextractor.h"
#include "providers/otpget/otpgetjson.h"
#include "providers/otpget/otpgetlabels.h"
#include "providers/wire/html.h"
#include "providers/wire/messages.h"
#include "providers/wire/orders.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace otpdesk::otpget {

using namespace Qt::StringLiterals;

namespace {

/// The only domain that server 1 is documented with, and its default.
constexpr auto Gmail = "gmail.com"_L1;
/// "20 records per page".
constexpr qsizetype HistoryPageSize = 20;
/// What server 2 calls every service ("service":"Email Activation"): it names none.
constexpr auto AnyService = "Email Activation"_L1;

/// Server 2 sells for any site and suggests none; each listed here costs a request, the person can ask for
/// any other by name.
constexpr QLatin1StringView KnownSites[] = {
    "telegram.com"_L1, "instagram.com"_L1, "facebook.com"_L1, "twitter.com"_L1,
    "tiktok.com"_L1,   "discord.com"_L1,   "openai.com"_L1,   "github.com"_L1,
};

HttpRequest requestFor(const QString &action, const QString &server,
                       std::initializer_list<std::pair<QLatin1StringView, QString>> arguments)
{
    HttpRequest request = jsonRequest(u"/email_handler.php"_s, action, {{"server"_L1, server}});
    for (const auto &[name, value] : arguments)
        request.query.addQueryItem(name, value);
    return request;
}

QString serverOf(const Offer &offer)
{
    return offer.line == u"email2" ? u"2"_s : u"1"_s;
}

/// The site of a shelf "email2/<site>"; nothing for another.
std::optional<QString> siteOf(const Shelf &shelf)
{
    const QString site = shelf.path.section(u'/', 1);
    if (!shelf.path.startsWith("email2/"_L1) || site.isEmpty())
        return std::nullopt;
    return site;
}

Offer mailOffer(const QString &server, const QString &domain)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    if (!server.isEmpty())
        offer.line = u"email"_s + server;
    offer.variant = offer.variantId = domain;
    return offer;
}

Message mailFrom(const QJsonValue &item)
{
    if (!item.isObject())
        return messageOfCode(scalarText(item));
    const JsonView mail(item);
    QString text = mail.text({"text"_L1, "body"_L1, "message"_L1, "content"_L1});
    QString html = mail.text({"html"_L1, "body_html"_L1});
    if (text.startsWith(u'<') || looksLikeHtml(text)) {
        html = html.isEmpty() ? text : html;
        text.clear();
    }
    Message message = messageFrom(mail.text({"code"_L1, "otp"_L1}), text);
    message.subject = mail.line({"subject"_L1});
    message.sender = mail.line({"from"_L1, "sender"_L1});
    message.receivedAt =
        mail.time({"received_at"_L1, "date"_L1, "timestamp"_L1, "created_at"_L1, "time"_L1}, ZoneSeconds);
    if (text.isEmpty())
        message.html = html;
    for (const QString &other : {message.subject, wordsOfHtml(html)}) {
        if (message.code.isEmpty())
            message.code = extractCode(other);
    }
    return message;
}

QList<Message> messagesIn(const JsonView &data)
{
    QList<Message> messages;
    // No other list will do: what is taken for a message is shown as a code.
    const QJsonArray list = data.value({"messages"_L1, "data"_L1}).toArray();
    for (const QJsonValue item : list) {
        const Message mail = mailFrom(item);
        if (!(mail.code + mail.text + mail.subject + mail.html).isEmpty())
            messages.append(mail);
    }
    const QString code = data.text({"code"_L1, "otp"_L1});
    if (messages.isEmpty() && !code.isEmpty())
        messages.append(messageOfCode(code));
    return messages;
}

std::optional<OrderStatus> statusOf(const QString &word)
{
    static constexpr std::pair<QLatin1StringView, OrderStatus> words[] = {
        {"waiting"_L1, OrderStatus::Waiting},       {"pending"_L1, OrderStatus::Waiting},
        {"active"_L1, OrderStatus::Waiting},        {"202"_L1, OrderStatus::Waiting},
        {"received"_L1, OrderStatus::CodeReceived}, {"200"_L1, OrderStatus::CodeReceived},
        {"completed"_L1, OrderStatus::Finished},    {"finished"_L1, OrderStatus::Finished},
        {"success"_L1, OrderStatus::Finished},      {"cancelled"_L1, OrderStatus::Refunded},
        {"canceled"_L1, OrderStatus::Refunded},     {"refunded"_L1, OrderStatus::Refunded},
        {"300"_L1, OrderStatus::Refunded},          {"expired"_L1, OrderStatus::Expired},
    };
    for (const auto &[known, status] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return status;
    }
    return std::nullopt;
}

OrderReport listedMail(const HttpReply &reply, const JsonView &mail)
{
    OrderReport report;
    report.id = mail.id({"email_id"_L1, "order_id"_L1, "activation_id"_L1, "id"_L1});
    report.number = mail.line({"email_address"_L1, "email"_L1});
    report.statusWord = mail.line({"status"_L1});
    report.status = statusOf(report.statusWord);
    report.price = mail.money({"price"_L1, "cost"_L1}, pkr());
    report.boughtAt = mail.time({"created_at"_L1, "date"_L1, "created"_L1, "timestamp"_L1}, ZoneSeconds);
    report.serverTime = reply.date;
    if (const QString code = mail.text({"code"_L1, "otp"_L1}); !code.isEmpty())
        addMessage(report, messageOfCode(code));

    const QString address = report.number.section(u'@', 1);
    const QString domain = mail.line({"domain"_L1});
    const QString said = mail.line({"server"_L1}); // "2", or "Server 2"
    const QString server = said.endsWith(u'1') ? u"1"_s : said.endsWith(u'2') ? u"2"_s : QString();
    Offer offer = mailOffer(server, domain.isEmpty() ? address : domain);
    const QString service = mail.line({"service_name"_L1, "site"_L1, "service"_L1});
    if (service.compare(AnyService, Qt::CaseInsensitive) != 0)
        report.service = offer.service = service;
    offer.serviceId = mail.id({"service_id"_L1, "service_code"_L1, "site"_L1});
    offer.price = report.price;
    report.offer = offer;
    return report;
}

} // namespace

ShelfPage mailRoot()
{
    Shelf gmail;
    gmail.kind = OfferKind::Email;
    gmail.path = u"email1"_s;
    gmail.title = u"E-mail · Server 1"_s;
    return {{}, {gmail, mailShelfOfSite(KnownSites[0]).value()}};
}

std::optional<Shelf> mailShelfOfSite(const QString &site)
{
    static const QRegularExpression shape(
        u"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$"_s);
    const QString host = QString::fromLatin1(QUrl::toAce(site.trimmed().toLower()));
    if (!shape.match(host).hasMatch())
        return std::nullopt;
    Shelf shelf;
    shelf.kind = OfferKind::Email;
    shelf.path = u"email2/"_s + host;
    shelf.title = u"E-mail · Server 2 · "_s + host;
    shelf.service = host;
    return shelf;
}

Shelf mailShelfOf(const Offer &offer)
{
    if (offer.line != u"email2")
        return mailRoot().shelves.first();
    Shelf none;
    none.kind = OfferKind::Email;
    none.path = u"email2/"_s;
    return mailShelfOfSite(offer.serviceId).value_or(none);
}

std::optional<HttpRequest> mailShelfRequest(const Shelf &shelf)
{
    if (shelf.path == u"email1")
        return requestFor(u"getEmailServices"_s, u"1"_s, {{"domain"_L1, Gmail}});
    if (const auto site = siteOf(shelf))
        return requestFor(u"getEmailServices"_s, u"2"_s, {{"site"_L1, *site}});
    return std::nullopt;
}

Result<ShelfPage> readMailShelf(const HttpReply &reply, const Shelf &shelf)
{
    const auto site = siteOf(shelf);
    const Result<QJsonArray> list = openCatalog(reply, site ? "domains"_L1 : "services"_L1);
    if (!list)
        return list.error();
    ShelfPage page;
    for (const QJsonValue item : *list) {
        const JsonView sold(item);
        const QString domain = site ? sold.line({"domain"_L1, "name"_L1}) : QString(Gmail);
        Offer offer = mailOffer(site ? u"2"_s : u"1"_s, domain);
        offer.serviceId = site ? *site : sold.id({"service_code"_L1, "service_id"_L1, "code"_L1});
        offer.service = site ? *site : sold.line({"service_name"_L1, "name"_L1});
        offer.price = sold.money({"price"_L1}, pkr());
        offer.stock = sold.count({"count"_L1, "stock"_L1});
        if (offer.service.isEmpty())
            offer.service = offer.serviceId;
        if (!domain.isEmpty() && !offer.serviceId.isEmpty())
            page.offers.append(offer);
    }
    if (page.offers.isEmpty() && !list->isEmpty())
        return malformed(reply, site ? u"domain"_s : u"service_code"_s);
    // Behind the first, so that a server which is down is asked once and not for every site.
    if (site == KnownSites[0]) {
        for (const QLatin1StringView other : KnownSites) {
            if (other != KnownSites[0])
                page.shelves.append(mailShelfOfSite(other).value());
        }
    }
    return page;
}

HttpRequest mailBuyRequest(const Offer &offer)
{
    const QString server = serverOf(offer);
    return onceRequest(server == u"2"
                           ? requestFor(u"buyEmail"_s, server,
                                        {{"domain"_L1, offer.variantId}, {"site"_L1, offer.serviceId}})
                           : requestFor(u"buyEmail"_s, server,
                                        {{"service_id"_L1, offer.serviceId}, {"domain"_L1, offer.variantId}}),
                       true);
}

Result<OrderReport> readMailPurchase(const HttpReply &reply)
{
    const Result<JsonView> data = openData(reply);
    if (!data)
        return data.error();
    OrderReport report;
    report.status = OrderStatus::Waiting;
    report.id = data->id({"email_id"_L1, "id"_L1});
    report.number = data->line({"email"_L1, "email_address"_L1});
    if (report.id.isEmpty() || report.number.isEmpty()) {
        ApiError error = malformed(reply, report.id.isEmpty() ? u"email_id"_s : u"email"_s);
        error.detail = report.id + report.number; // the one clue to an order that may have been paid
        return error;
    }
    report.price = data->money({"price"_L1}, pkr());
    report.balanceAfter = data->money({"balance"_L1, "new_balance"_L1}, pkr());
    report.serverTime = reply.date;
    return report;
}

HttpRequest mailCheckRequest(const Offer &offer, const QString &id)
{
    return requestFor(u"getEmailCode"_s, serverOf(offer), {{"email_id"_L1, id}});
}

Result<OrderReport> readMailCheck(const HttpReply &reply)
{
    const Result<Answer> answer = openAnswer(reply);
    if (!answer)
        return answer.error();
    OrderReport report;
    report.serverTime = reply.date;
    if (answer->code == 200 || answer->code == 202) {
        report.status = OrderStatus::Waiting;
    } else if (answer->code == 300) {
        report.status = OrderStatus::Refunded;
    } else {
        report.statusWord = answer->word;
    }
    takeMessages(report, messagesIn(answer->data));
    return report;
}

HttpRequest mailCancelRequest(const Offer &offer, const QString &id)
{
    return onceRequest(requestFor(u"cancelEmail"_s, serverOf(offer), {{"email_id"_L1, id}}), false);
}

Result<OrderReport> readMailCancellation(const HttpReply &reply)
{
    const Result<Answer> answer = openAnswer(reply);
    if (!answer)
        return answer.error();
    OrderReport report;
    report.serverTime = reply.date;
    report.balanceAfter = answer->data.money({"balance"_L1, "new_balance"_L1}, pkr());
    const QList<Message> messages = messagesIn(answer->data);
    if (!messages.isEmpty()) {
        report.status = OrderStatus::CodeReceived;
        takeMessages(report, messages);
    } else if (answer->code == 202) {
        report.status = OrderStatus::Waiting; // neither cancelled nor received
    } else if (answer->code == 200 || answer->code == 300) {
        report.status = OrderStatus::Refunded;
        report.refunded =
            answer->data.money({"refund"_L1, "refunded"_L1, "refund_amount"_L1, "refunded_amount"_L1}, pkr());
    } else {
        report.statusWord = answer->word; // read it again
    }
    return report;
}

HttpRequest mailHistoryRequest(int page)
{
    return requestFor(u"getEmailHistory"_s, u"1"_s, {{"page"_L1, QString::number(page)}});
}

Result<OrderPage> readMailHistory(const HttpReply &reply)
{
    const Result<JsonView> data = openData(reply);
    if (!data)
        return data.error();
    const auto list = listIn(data->object(), {"history"_L1});
    if (!list)
        return malformed(reply, u"history"_s);
    OrderPage page;
    for (const QJsonValue item : *list) {
        const OrderReport report = listedMail(reply, JsonView(item));
        // A purchase that is there but cannot be named must not look like one that is not.
        if (report.id.isEmpty())
            return malformed(reply, u"email_id"_s);
        page.orders.append(report);
    }
    page.hasMore = list->size() >= HistoryPageSize;
    return page;
}

} // namespace otpdesk::otpget
