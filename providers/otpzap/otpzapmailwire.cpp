#include "providers/otpzap/otpzapmailwire.h"

#include "providers/codes/codeextractor.h"
#include "providers/otpzap/otpzapanswers.h"
#include "providers/otpzap/otpzapmailcatalog.h"
#include "providers/otpzap/otpzapwire.h"
#include "providers/wire/envelope.h"
#include "providers/wire/html.h"
#include "providers/wire/messages.h"
#include "providers/wire/orders.h"
#include "providers/wire/text.h"

#include <algorithm>

namespace otpdesk::otpzap {

using namespace Qt::StringLiterals;

namespace {

/// A page with its pictures inside is not shown, and too much for the journal.
constexpr qsizetype LongestPage = 500000;

constexpr auto newestCodeNames = {"otp_code"_L1, "otp"_L1};

HttpRequest changeOf(const QString &path, const QString &ref)
{
    return requestWith("POST", path, {{u"ref"_s, ref}});
}

/// Puts a body where it belongs: text into `text`, a page into `html`, unless there is text already.
void takeBody(Message &message, const QString &body)
{
    if (!looksLikeHtml(body)) {
        if (message.text.isEmpty())
            message.text = cleanText(body);
    } else if (message.html.isEmpty()) {
        message.html = cleanText(body, LongestPage);
    }
    if (!message.text.isEmpty())
        message.html.clear();
}

/// The code in a message that has none of its own: in its text, its page, or its subject.
void findCode(Message &message)
{
    for (const QString &words : {message.text, wordsOfHtml(message.html), message.subject}) {
        if (message.code.isEmpty())
            message.code = extractCode(words);
    }
}

Message messageIn(const QJsonValue &element)
{
    Message message;
    if (!element.isObject()) {
        takeBody(message, scalarText(element));
        findCode(message);
        return message;
    }
    const JsonView view(element);
    for (const QLatin1StringView name : {"text"_L1, "body"_L1, "html"_L1})
        takeBody(message, scalarText(view.value({name})));
    message.sender = view.line({"from"_L1, "sender"_L1});
    message.subject = view.line({"subject"_L1});
    message.receivedAt = view.time({"received_at"_L1, "date"_L1, "created_at"_L1}, UtcOffset);
    message.code = codeOfField(view.line({"otp"_L1, "otp_code"_L1, "code"_L1}));
    findCode(message);
    return message;
}

bool isEmpty(const Message &message)
{
    return message.text.isEmpty() && message.html.isEmpty() && message.subject.isEmpty() &&
           message.sender.isEmpty() && message.code.isEmpty();
}

/// The messages of a list, oldest first where they say when they came, else as they stand.
QList<Message> messagesIn(const QJsonArray &list)
{
    QList<Message> messages;
    for (const QJsonValue element : list) {
        if (Message message = messageIn(element); !isEmpty(message))
            messages += std::move(message);
    }
    const bool haveTimes = std::all_of(messages.cbegin(), messages.cend(),
                                       [](const Message &m) { return m.receivedAt.isValid(); });
    if (haveTimes) {
        std::stable_sort(messages.begin(), messages.end(),
                         [](const Message &a, const Message &b) { return a.receivedAt < b.receivedAt; });
    }
    return messages;
}

/// What is told of the newest message outside any list: its headline, a preview, its code.
Message previewIn(const JsonView &view)
{
    Message message;
    message.subject = view.line({"headline"_L1});
    takeBody(message, scalarText(view.value({"preview"_L1, "inbox_preview"_L1})));
    message.code = codeOfField(view.text(newestCodeNames));
    findCode(message);
    return message;
}

void readMessages(OrderReport &report, const JsonView &view)
{
    report.code = codeOfField(view.text(newestCodeNames));
    const QJsonValue list = view.value({"messages"_L1, "timeline"_L1});
    if (list.isArray())
        report.messages = messagesIn(list.toArray());
    const bool haveNone = !report.messages || report.messages->isEmpty();
    // An empty list says that nothing has come, unless there is a code all the same.
    if (haveNone && (!list.isArray() || !report.code.isEmpty())) {
        if (const Message preview = previewIn(view); !isEmpty(preview))
            report.messages = QList<Message>{preview};
    }
    if (!report.messages || report.messages->isEmpty())
        return;
    Message &last = report.messages->last();
    const bool isKnown = std::any_of(report.messages->cbegin(), report.messages->cend(),
                                     [&report](const Message &m) { return m.code == report.code; });
    if (last.code.isEmpty() && !isKnown)
        last.code = report.code;
    for (auto it = report.messages->crbegin(); report.code.isEmpty() && it != report.messages->crend(); ++it)
        report.code = it->code;
}

std::optional<OrderStatus> statusIn(const OrderReport &report)
{
    const bool hasMessages = report.messages && !report.messages->isEmpty();
    const bool isActive = report.statusWord.compare("active"_L1, Qt::CaseInsensitive) == 0;
    const auto status = isActive ? OrderStatus::Waiting : statusOf(report.statusWord);
    return status == OrderStatus::Waiting && hasMessages ? OrderStatus::CodeReceived : status;
}

/// Everything an answer may say about an inbox.
OrderReport readInbox(const JsonView &view, const HttpReply &reply)
{
    OrderReport report;
    report.id = view.id({"ref"_L1});
    report.number = view.line({"email"_L1, "email_address"_L1, "address"_L1});
    report.price = view.money({"price"_L1, "cost"_L1}, currency());
    report.refunded =
        view.money({"refund_amount"_L1, "refunded_amount"_L1, "refund"_L1, "refunded"_L1}, currency());
    report.balanceAfter = view.money({"balance_after"_L1, "new_balance"_L1, "balance"_L1}, currency());
    report.expiresAt = view.time({"expires_at"_L1, "expired_at"_L1}, UtcOffset);
    report.serverTime = reply.date;
    readMessages(report, view);
    report.statusWord = view.line({"status"_L1});
    report.status = statusIn(report);
    return report;
}

/// The inboxes in the answer to a purchase: a list, or one on its own.
QList<JsonView> inboxesIn(const QJsonValue &data)
{
    const JsonView view(data);
    QJsonArray list = view.value({"orders"_L1, "emails"_L1, "items"_L1}).toArray();
    if (list.isEmpty() && !view.has({"ref"_L1}))
        list = listIn(data, {}).value_or(QJsonArray());
    QList<JsonView> inboxes;
    for (const QJsonValue element : list) {
        if (element.isObject())
            inboxes += JsonView(element);
    }
    if (inboxes.isEmpty() && data.isObject()) {
        const JsonView inner = view.child({"order"_L1});
        inboxes += inner.has({"ref"_L1}) ? inner : view;
    }
    return inboxes;
}

/// The inbox in any other answer's data, which may also hold it in a member or as a list of one.
JsonView inboxIn(const QJsonValue &data)
{
    if (data.isArray())
        return JsonView(data.toArray().first());
    const JsonView view(data);
    const JsonView inner = view.child({"order"_L1});
    return inner.object().isEmpty() ? view : inner;
}

} // namespace

ShopTerms mailTerms()
{
    ShopTerms terms;
    terms.pollEvery = std::chrono::seconds(5);
    terms.lifetime = std::chrono::minutes(20);
    terms.cancelRule = CancelRule::WhileWaiting;
    terms.takesOptions = true;
    return terms;
}

Result<HttpRequest> mailCreateRequest(const Purchase &purchase)
{
    const PurchaseOptions &options = purchase.options;
    QStringList domains = options.domains;
    if (domains.isEmpty() && !purchase.offer.variantId.isEmpty())
        domains += purchase.offer.variantId;
    if (purchase.offer.serviceId.isEmpty())
        return badArgument(u"site"_s);
    if (domains.isEmpty())
        return badArgument(u"domain"_s);

    QJsonObject body{{u"site"_s, purchase.offer.serviceId}};
    if (domains.size() == 1)
        body.insert("domain"_L1, domains.first());
    else
        body.insert("domains"_L1, QJsonArray::fromStringList(domains));
    if (options.quantity > 1)
        body.insert("qty"_L1, options.quantity);
    if (!options.subject.isEmpty())
        body.insert("subject"_L1, options.subject);
    if (!options.regex.isEmpty())
        body.insert("regex"_L1, options.regex);
    HttpRequest request = requestWith("POST", u"/order/email-create"_s, body);
    request.spends = true;
    return request;
}

Result<OrderReport> readMailCreated(const HttpReply &reply)
{
    HttpReply spending = reply;
    spending.delivery = Delivery::Once;
    const Result<QJsonValue> data = openEnvelope(spending);
    if (!data)
        return data.error();

    QList<OrderReport> bought;
    for (const JsonView &inbox : inboxesIn(*data)) {
        OrderReport report = readInbox(inbox, spending);
        if (report.statusWord.isEmpty())
            report.status = OrderStatus::Waiting;
        if (!report.id.isEmpty() || !report.number.isEmpty())
            bought += std::move(report);
    }
    std::stable_partition(bought.begin(), bought.end(), [](const OrderReport &r) { return !r.id.isEmpty(); });
    if (bought.isEmpty() || bought.first().id.isEmpty())
        return malformed(spending, u"ref"_s);
    const bool hasAddress =
        std::any_of(bought.cbegin(), bought.cend(), [](const OrderReport &r) { return !r.number.isEmpty(); });
    if (!hasAddress) {
        ApiError error = malformed(spending, u"email"_s);
        error.detail = u"ref "_s + bought.first().id; // bought all the same: it is worth showing
        return error;
    }
    OrderReport first = bought.takeFirst();
    const JsonView whole(*data);
    if (!first.balanceAfter)
        first.balanceAfter = whole.money({"balance_after"_L1, "new_balance"_L1, "balance"_L1}, currency());
    first.more = std::move(bought);
    return first;
}

HttpRequest mailCheckRequest(const QString &ref)
{
    HttpRequest request;
    request.path = u"/order/email-check"_s;
    request.query.addQueryItem(u"ref"_s, ref);
    return request;
}

Result<OrderReport> readMailChecked(const HttpReply &reply)
{
    const Result<QJsonValue> data = openEnvelope(reply);
    if (!data)
        return data.error();
    const OrderReport report = readInbox(inboxIn(*data), reply);
    if (report.statusWord.isEmpty())
        return malformed(reply, u"status"_s);
    return report;
}

HttpRequest mailReorderRequest(const QString &ref)
{
    return changeOf(u"/order/email-reorder"_s, ref);
}

Result<OrderReport> readMailReordered(const HttpReply &reply)
{
    const auto data = openChange(reply, {{409, ErrorKind::TooLate}, {429, ErrorKind::TooEarly}});
    if (!data)
        return data.error();
    OrderReport report = readInbox(inboxIn(*data), reply);
    // Asking again ends nothing: "success" is the call's own word.
    if (report.status == OrderStatus::Finished)
        report.status.reset();
    return report;
}

HttpRequest mailCancelRequest(const QString &ref)
{
    return changeOf(u"/order/email-cancel"_s, ref);
}

Result<OrderReport> readMailCancelled(const HttpReply &reply)
{
    const auto data = openChange(
        reply, {{409, ErrorKind::TooLate}, {429, ErrorKind::TooEarly}, {502, ErrorKind::UpstreamRefused}});
    if (!data)
        return data.error();
    OrderReport report = readInbox(inboxIn(*data), reply);
    // "pending" is an order that still is to be cancelled, "success" may be the call's own word.
    if (report.status == OrderStatus::Waiting || report.status == OrderStatus::Finished)
        report.status.reset();
    else if (report.statusWord.isEmpty() && reply.status != 202)
        report.status = OrderStatus::Refunded;
    return report;
}

HttpRequest mailFinishRequest(const QString &ref)
{
    return changeOf(u"/order/email-finish"_s, ref);
}

Result<OrderReport> readMailFinished(const HttpReply &reply)
{
    const auto data = openChange(reply, {{409, ErrorKind::TooLate}, {429, ErrorKind::TooEarly}});
    if (!data)
        return data.error();
    OrderReport report = readInbox(inboxIn(*data), reply);
    if (report.statusWord.isEmpty())
        report.status = OrderStatus::Finished;
    return report;
}

OrderActions mailActions(const Order &order, const QDateTime &nowUtc)
{
    OrderActions actions;
    actions.cancel = cancelPermission(order, mailTerms(), nowUtc);
    actions.finish = finishPermission(order);
    // It lives when nothing but a missing message keeps it from being finished.
    const bool lacksMessage = actions.finish == Permission::never(Permission::Reason::NoMessageYet);
    actions.resend = lacksMessage ? Permission::allowed() : actions.finish;
    actions.replace = Permission::never(Permission::Reason::NotOffered);
    return actions;
}

} // namespace otpdesk::otpzap
