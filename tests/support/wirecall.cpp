#include "tests/support/wirecall.h"

#include "models/store/words.h"

#include <QJsonArray>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const QJsonObject &table, QLatin1StringView name)
{
    return table.value(name).toString();
}

QStringList listIn(const QJsonObject &table, QLatin1StringView name)
{
    QStringList list;
    for (const QJsonValue item : table.value(name).toArray())
        list += item.toString();
    return list;
}

Offer offerFrom(const QJsonObject &table, OfferKind kind, Currency currency)
{
    Offer offer;
    offer.kind = kind;
    offer.line = textIn(table, "line"_L1);
    offer.service = textIn(table, "service"_L1);
    offer.country = textIn(table, "country"_L1);
    offer.countryIso = textIn(table, "iso"_L1);
    offer.variant = textIn(table, "variant"_L1);
    offer.serviceId = textIn(table, "serviceId"_L1);
    offer.countryId = textIn(table, "countryId"_L1);
    offer.variantId = textIn(table, "variantId"_L1);
    offer.productId = textIn(table, "productId"_L1);
    offer.duration = std::chrono::hours(table.value("hours"_L1).toInt());
    offer.price = Money::fromText(textIn(table, "price"_L1), currency);
    return offer;
}

Order orderFrom(const QJsonObject &table, const Offer &offer)
{
    Order order;
    order.offer = offer;
    order.id = textIn(table, "id"_L1);
    order.number = textIn(table, "number"_L1);
    order.renewId = textIn(table, "renewId"_L1);
    order.status = OrderStatus::Waiting;
    return order;
}

Shelf shelfFrom(const QJsonObject &table, OfferKind kind)
{
    Shelf shelf;
    shelf.kind = kind;
    shelf.path = textIn(table, "path"_L1);
    shelf.title = textIn(table, "title"_L1);
    shelf.country = textIn(table, "country"_L1);
    shelf.countryIso = textIn(table, "iso"_L1);
    shelf.service = textIn(table, "service"_L1);
    return shelf;
}

PurchaseOptions optionsFrom(const QJsonObject &table)
{
    PurchaseOptions options;
    options.quantity = table.value("quantity"_L1).toInt(1);
    options.domains = listIn(table, "domains"_L1);
    options.subject = textIn(table, "subject"_L1);
    options.regex = textIn(table, "regex"_L1);
    return options;
}

template <typename T>
QFuture<Digest> told(const Async<T> &future, Provider &provider)
{
    return mapped(future, &provider, [](const Result<T> &result) {
        return result ? digestOf(*result) : digestOf(result.error());
    });
}

QFuture<Digest> notSupported()
{
    ApiError error;
    error.kind = ErrorKind::NotSupported;
    return readyFuture(digestOf(error));
}

QFuture<Digest> madeAtShop(const WireCall &call, Shop &shop, Provider &provider)
{
    if (call.what == u"browse") {
        const auto shelf = call.site.isEmpty() ? std::optional(call.shelf) : shop.shelfOfSite(call.site);
        return shelf ? told(shop.browse(*shelf, Priority::Catalog), provider) : notSupported();
    }
    if (call.what == u"refresh")
        return told(shop.refresh(call.offer), provider);
    if (call.what == u"buy")
        return told(shop.buy({call.offer, call.idempotencyKey, call.options}), provider);
    if (call.what == u"check")
        return told(shop.check(call.order, Priority::Poll), provider);
    if (call.what == u"cancel")
        return told(shop.cancel(call.order), provider);
    if (call.what == u"finish")
        return told(shop.finish(call.order), provider);
    if (call.what == u"resend")
        return told(shop.resend(call.order), provider);
    if (call.what == u"replace")
        return told(shop.replace(call.order, call.idempotencyKey), provider);
    if (call.what == u"renew")
        return told(shop.renew(call.order, call.offer), provider);
    if (call.what == u"listOrders")
        return told(shop.listOrders(call.page, Priority::Reconcile), provider);
    return notSupported();
}

} // namespace

WireCall wireCallFrom(const QJsonObject &table, Currency currency)
{
    WireCall call;
    call.what = textIn(table, "do"_L1);
    call.kind = offerKindOf(textIn(table, "kind"_L1), OfferKind::Number);
    call.shelf = shelfFrom(table.value("shelf"_L1).toObject(), call.kind);
    call.site = textIn(table, "site"_L1);
    call.offer = offerFrom(table.value("offer"_L1).toObject(), call.kind, currency);
    call.order = orderFrom(table.value("order"_L1).toObject(), call.offer);
    call.options = optionsFrom(table.value("options"_L1).toObject());
    call.page = table.value("page"_L1).toInt(1);
    call.amount = Money::fromText(textIn(table, "amount"_L1), currency).value_or(Money());
    call.topUpId = textIn(table, "topUpId"_L1);
    const QJsonObject webhook = table.value("webhook"_L1).toObject();
    call.webhook.url = textIn(webhook, "url"_L1);
    call.webhook.events = listIn(webhook, "events"_L1);
    call.webhook.isActive = webhook.value("active"_L1).toBool(true);
    call.webhook.secret = textIn(webhook, "secret"_L1);
    call.idempotencyKey = u"2f1b8d2a-6c11-4d1f-9e54-5d0f4f0e7c1a"_s;
    return call;
}

QFuture<Digest> made(const WireCall &call, Provider &provider)
{
    if (call.what == u"balance")
        return told(provider.balance(Priority::User), provider);
    if (call.what.startsWith(u"topup.")) {
        TopUpDesk *desk = provider.topUps();
        if (!desk)
            return notSupported();
        return call.what == u"topup.create" ? told(desk->create(call.amount, call.idempotencyKey), provider)
                                            : told(desk->check(call.topUpId, Priority::Poll), provider);
    }
    if (call.what.startsWith(u"webhook.")) {
        WebhookDesk *desk = provider.webhooks();
        if (!desk)
            return notSupported();
        return call.what == u"webhook.update" ? told(desk->update(call.webhook), provider)
                                              : told(desk->state(), provider);
    }
    Shop *shop = shopOf(call, provider);
    return shop ? madeAtShop(call, *shop, provider) : notSupported();
}

} // namespace otpdesk
