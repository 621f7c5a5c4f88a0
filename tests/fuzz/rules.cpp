#include "tests/fuzz/rules.h"

#include "providers/codes/messagetext.h"
#include "providers/wire/html.h"
#include "providers/wire/json.h"
#include "providers/wire/text.h"
#include "tests/fuzz/target.h"

#include <QJsonDocument>

#include <algorithm>

namespace otpdesk::fuzz {

namespace {

/// Names put together of several, and what an error quotes.
constexpr qsizetype LongestComposed = 500;
constexpr std::chrono::seconds LongestOrder = std::chrono::hours(24) * 366 * 10;

QString lettersAndDigits(const QString &text)
{
    QString plain = MessageText::foldedLower(text);
    return plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
}

void collect(const QJsonValue &value, QStringList &texts)
{
    if (value.isArray()) {
        for (const QJsonValue item : value.toArray())
            collect(item, texts);
    } else if (value.isObject()) {
        for (const QJsonValue item : value.toObject())
            collect(item, texts);
    } else if (const QString text = scalarText(value); !text.isEmpty()) {
        texts += cleanText(text);
        texts += wordsOfHtml(cleanText(text));
    }
}

} // namespace

void isLine(const QString &text, const char *what, qsizetype most)
{
    holds(text.size() <= most, what);
    holds(cleanLine(text, most) == text, what);
}

void isText(const QString &text, const char *what)
{
    holds(cleanText(text) == text, what);
}

void isTime(const QDateTime &time, const char *what)
{
    if (!time.isValid())
        return;
    holds(time.timeSpec() == Qt::UTC, what);
    holds(time.date().year() >= 1 && time.date().year() <= 9999, what);
}

bool standsIn(const QString &code, const QString &text)
{
    return text.contains(code) || lettersAndDigits(text).contains(lettersAndDigits(code));
}

void Rules::ofPurchase(const Result<OrderReport> &result) const
{
    of(result);
    if (result) {
        holds(!result->id.isEmpty(), "a purchase has an id");
        bool hasNumber = !result->number.isEmpty();
        for (const OrderReport &other : result->more) {
            holds(!other.id.isEmpty() || !other.number.isEmpty(), "each of several has an id or an address");
            hasNumber = hasNumber || !other.number.isEmpty();
        }
        holds(hasNumber, "a purchase has a number, at least one of several");
    }
}

void Rules::ofError(const ApiError &error) const
{
    isLine(error.detail, "what an error quotes is clean", LongestComposed);
    isLine(error.field, "the field of an error is clean", LongestComposed);
    holds(error.retryAfter.value_or(std::chrono::seconds(0)).count() >= 0, "a wait is never negative");
    const bool isUnread = error.kind == ErrorKind::Malformed || error.kind == ErrorKind::NotAnApi;
    const bool saysRefused = m_reply.status >= 400 && m_reply.status < 500 && m_reply.status != 408;
    if (isUnread && m_reply.delivery == Delivery::Once && !saysRefused)
        holds(error.outcome == Outcome::Unknown, "what was sent once and not understood is unknown");
}

void Rules::ofMoney(const std::optional<Money> &money) const
{
    holds(!money || money->currency() == m_currency, "money is in the provider's currency");
}

void Rules::ofCode(const QString &code) const
{
    if (code.isEmpty())
        return;
    isLine(code, "a code is clean");
    const bool isSaid = std::any_of(said().cbegin(), said().cend(),
                                    [&code](const QString &text) { return standsIn(code, text); });
    holds(isSaid, "a code stands in what the provider said");
}

const QStringList &Rules::said() const
{
    if (!m_said.isEmpty())
        return m_said;
    const QByteArray body = m_reply.body.trimmed();
    const QJsonDocument json = QJsonDocument::fromJson(body);
    collect(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), m_said);
    collect(QJsonDocument::fromJson('[' + body + ']').array(), m_said); // a single value
    collect(QString::fromUtf8(body), m_said);
    return m_said;
}

void Rules::ofValue(const Balance &balance) const
{
    holds(balance.amount.currency().isValid(), "a balance has a currency");
    isLine(balance.username, "a user name is clean");
}

void Rules::ofOffer(const Offer &offer) const
{
    for (const QString &text : {offer.line, offer.service, offer.country, offer.countryIso, offer.variant,
                                offer.serviceId, offer.countryId, offer.variantId, offer.productId})
        isLine(text, "what an offer says is clean", LongestComposed);
    ofMoney(offer.price);
    ofMoney(offer.cancelFee);
    holds(offer.stock.value_or(0) >= 0, "a stock is never negative");
    holds(offer.successRate.value_or(0) >= 0, "a rate is never negative");
    holds(offer.duration.count() >= 0 && offer.duration <= LongestOrder, "a rental ends");
}

void Rules::ofValue(const QList<Offer> &offers) const
{
    for (const Offer &offer : offers)
        ofOffer(offer);
}

void Rules::ofValue(const ShelfPage &page) const
{
    ofValue(page.offers);
    for (const Shelf &shelf : page.shelves) {
        // A path may carry an id, in which every character is written with three.
        isLine(shelf.path, "a shelf's path is clean", 10 * LongestComposed);
        for (const QString &text : {shelf.title, shelf.country, shelf.countryIso, shelf.service})
            isLine(text, "what a shelf says is clean", LongestComposed);
    }
}

void Rules::ofValue(const OrderReport &report) const
{
    for (const QString &text : {report.id, report.number, report.service, report.renewId, report.statusWord})
        isLine(text, "what an order says is clean");
    if (report.offer)
        ofOffer(*report.offer);
    holds(report.status != OrderStatus::Buying && report.status != OrderStatus::Unconfirmed,
          "an answer is an answer");
    ofMoney(report.price);
    ofMoney(report.refunded);
    ofMoney(report.balanceAfter);
    isTime(report.expiresAt, "an order's expiry is a time");
    isTime(report.boughtAt, "an order's purchase is a time");
    isTime(report.resendLockedUntil, "a lock ends at a time");
    holds(report.lifetime.count() >= 0 && report.lifetime <= LongestOrder, "an order ends");
    holds(report.resendCount.value_or(0) >= 0, "resends are counted from 0");
    ofCode(report.code);
    for (const Message &message : report.messages.value_or(QList<Message>())) {
        ofCode(message.code);
        isText(message.text, "a message is clean");
        isText(message.html, "a message in HTML is clean");
        isLine(message.sender, "a sender is clean");
        isLine(message.subject, "a subject is clean");
        isTime(message.receivedAt, "a message came at a time");
    }
    ofValue(report.more);
}

void Rules::ofValue(const QList<OrderReport> &reports) const
{
    for (const OrderReport &report : reports)
        ofValue(report);
}

void Rules::ofValue(const TopUpReport &report) const
{
    isLine(report.id, "an invoice's id is clean");
    isLine(report.statusWord, "an invoice's status is clean");
    ofMoney(report.amount);
    ofMoney(report.totalAmount);
    isTime(report.expiresAt, "an invoice's expiry is a time");
    isTime(report.createdAt, "an invoice's beginning is a time");
    isTime(report.paidAt, "an invoice's payment is a time");
}

void Rules::ofValue(const WebhookState &state) const
{
    isText(state.url, "a webhook's address is clean");
    ofLines(state.events);
}

void Rules::ofValue(const WebhookSaved &saved) const
{
    ofValue(saved.state);
}

void Rules::ofLines(const QStringList &lines) const
{
    for (const QString &line : lines)
        isLine(line, "a line is clean", LongestComposed);
}

void Rules::ofRequest(const HttpRequest &request) const
{
    holds(!request.method.isEmpty() && request.path.startsWith(u'/'), "a request has a method and a path");
}

} // namespace otpdesk::fuzz
