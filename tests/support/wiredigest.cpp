#include "tests/support/wiredigest.h"

#include "models/store/words.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString written(const std::optional<Money> &money)
{
    return money ? money->toDecimal() + u' ' + money->currency().code() : QString();
}

QString written(const std::optional<int> &count)
{
    return count ? QString::number(*count) : QString();
}

QString written(const std::optional<bool> &flag)
{
    return flag ? (*flag ? u"yes"_s : u"no"_s) : QString();
}

QString written(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString written(std::chrono::seconds span)
{
    return span.count() > 0 ? QString::number(span.count()) : QString();
}

void tell(Digest &digest, const QString &at, const Offer &offer)
{
    digest.insert(at + u"kind"_s, wordOf(offer.kind));
    digest.insert(at + u"line"_s, offer.line);
    digest.insert(at + u"service"_s, offer.service);
    digest.insert(at + u"country"_s, offer.country);
    digest.insert(at + u"iso"_s, offer.countryIso);
    digest.insert(at + u"variant"_s, offer.variant);
    digest.insert(at + u"serviceId"_s, offer.serviceId);
    digest.insert(at + u"countryId"_s, offer.countryId);
    digest.insert(at + u"variantId"_s, offer.variantId);
    digest.insert(at + u"productId"_s, offer.productId);
    digest.insert(at + u"hours"_s,
                  offer.duration.count() > 0 ? QString::number(offer.duration.count()) : u""_s);
    digest.insert(at + u"price"_s, written(offer.price));
    digest.insert(at + u"fee"_s, written(offer.cancelFee));
    digest.insert(at + u"stock"_s, written(offer.stock));
    digest.insert(at + u"rate"_s, written(offer.successRate));
    digest.insert(at + u"available"_s, written(std::optional(offer.available)));
}

void tell(Digest &digest, const QString &at, const Message &message)
{
    digest.insert(at + u"code"_s, message.code);
    digest.insert(at + u"text"_s, message.text);
    digest.insert(at + u"from"_s, message.sender);
    digest.insert(at + u"at"_s, written(message.receivedAt));
    digest.insert(at + u"subject"_s, message.subject);
    digest.insert(at + u"html"_s, message.html);
}

void tell(Digest &digest, const QString &at, const OrderReport &report)
{
    digest.insert(at + u"id"_s, report.id);
    digest.insert(at + u"number"_s, report.number);
    digest.insert(at + u"service"_s, report.service);
    digest.insert(at + u"renewId"_s, report.renewId);
    digest.insert(at + u"status"_s, report.status ? wordOf(*report.status) : QString());
    digest.insert(at + u"word"_s, report.statusWord);
    digest.insert(at + u"price"_s, written(report.price));
    digest.insert(at + u"refunded"_s, written(report.refunded));
    digest.insert(at + u"balanceAfter"_s, written(report.balanceAfter));
    digest.insert(at + u"expiresAt"_s, written(report.expiresAt));
    digest.insert(at + u"lifetime"_s, written(report.lifetime));
    digest.insert(at + u"boughtAt"_s, written(report.boughtAt));
    digest.insert(at + u"code"_s, report.code);
    digest.insert(at + u"resendCount"_s, written(report.resendCount));
    digest.insert(at + u"resendLockedUntil"_s, written(report.resendLockedUntil));
    digest.insert(at + u"more"_s, QString::number(report.more.size()));
    if (report.offer)
        tell(digest, at + u"offer."_s, *report.offer);
    if (report.messages) {
        digest.insert(at + u"messages"_s, QString::number(report.messages->size()));
        for (qsizetype i = 0; i < report.messages->size(); ++i)
            tell(digest, at + u"message.%1."_s.arg(i), report.messages->at(i));
    }
    for (qsizetype i = 0; i < report.more.size(); ++i)
        tell(digest, at + u"more.%1."_s.arg(i), report.more.at(i));
}

void tell(Digest &digest, const QList<Offer> &offers)
{
    digest.insert(u"offers"_s, QString::number(offers.size()));
    for (qsizetype i = 0; i < offers.size(); ++i)
        tell(digest, u"offer.%1."_s.arg(i), offers.at(i));
}

Digest value()
{
    return {{u"is"_s, u"value"_s}};
}

void tell(Digest &digest, const WebhookState &state)
{
    digest.insert(u"url"_s, state.url);
    digest.insert(u"events"_s, state.events.join(u' '));
    digest.insert(u"active"_s, written(state.isActive));
}

} // namespace

Digest digestOf(const ApiError &error)
{
    return {{u"is"_s, u"error"_s},
            {u"kind"_s, wordOf(error.kind)},
            {u"outcome"_s, error.outcome == Outcome::Unknown ? u"unknown"_s : u"definite"_s},
            {u"field"_s, error.field},
            {u"detail"_s, error.detail},
            {u"retryAfter"_s, error.retryAfter ? QString::number(error.retryAfter->count()) : QString()}};
}

Digest digestOf(const Balance &balance)
{
    Digest digest = value();
    digest.insert(u"balance"_s, written(std::optional(balance.amount)));
    digest.insert(u"username"_s, balance.username);
    return digest;
}

Digest digestOf(const ShelfPage &page)
{
    Digest digest = value();
    tell(digest, page.offers);
    digest.insert(u"shelves"_s, QString::number(page.shelves.size()));
    for (qsizetype i = 0; i < page.shelves.size(); ++i) {
        const QString at = u"shelf.%1."_s.arg(i);
        const Shelf &shelf = page.shelves.at(i);
        digest.insert(at + u"path"_s, shelf.path);
        digest.insert(at + u"title"_s, shelf.title);
        digest.insert(at + u"country"_s, shelf.country);
        digest.insert(at + u"iso"_s, shelf.countryIso);
        digest.insert(at + u"service"_s, shelf.service);
    }
    return digest;
}

Digest digestOf(const QList<Offer> &offers)
{
    Digest digest = value();
    tell(digest, offers);
    return digest;
}

Digest digestOf(const OrderReport &report)
{
    Digest digest = value();
    tell(digest, {}, report);
    return digest;
}

Digest digestOf(const OrderPage &page)
{
    Digest digest = value();
    digest.insert(u"orders"_s, QString::number(page.orders.size()));
    digest.insert(u"hasMore"_s, written(std::optional(page.hasMore)));
    for (qsizetype i = 0; i < page.orders.size(); ++i)
        tell(digest, u"order.%1."_s.arg(i), page.orders.at(i));
    return digest;
}

Digest digestOf(const TopUpReport &report)
{
    Digest digest = value();
    digest.insert(u"id"_s, report.id);
    digest.insert(u"amount"_s, written(report.amount));
    digest.insert(u"total"_s, written(report.totalAmount));
    digest.insert(u"url"_s, report.paymentUrl.toString());
    digest.insert(u"status"_s, report.status ? wordOf(*report.status) : QString());
    digest.insert(u"word"_s, report.statusWord);
    digest.insert(u"expiresAt"_s, written(report.expiresAt));
    digest.insert(u"createdAt"_s, written(report.createdAt));
    digest.insert(u"paidAt"_s, written(report.paidAt));
    return digest;
}

Digest digestOf(const WebhookState &state)
{
    Digest digest = value();
    tell(digest, state);
    return digest;
}

Digest digestOf(const WebhookSaved &saved)
{
    Digest digest = value();
    tell(digest, saved.state);
    digest.insert(u"secret"_s, saved.secret);
    return digest;
}

QString written(const Digest &digest)
{
    QStringList lines;
    for (auto it = digest.constBegin(); it != digest.constEnd(); ++it) {
        if (!it->isEmpty())
            lines += it.key() + u": "_s + *it;
    }
    return lines.join(u'\n');
}

QString missing(const Digest &expected, const Digest &got)
{
    QStringList lines;
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        if (got.value(it.key()) != *it)
            lines += u"%1 is \"%2\", not \"%3\""_s.arg(it.key(), got.value(it.key()), *it);
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u"\nall of it:\n"_s + written(got);
}

} // namespace otpdesk
