#include "providers/simulator/simotpzap.h"

#include "providers/simulator/simotpzapanswers.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using simzap::answered;
using simzap::badField;
using simzap::refused;
using simzap::statusWord;
using simzap::wib;

namespace {

QJsonObject priced(const Offer &offer, const QString &idName)
{
    return {{idName, jsonId(offer.serviceId)},
            {u"name"_s, offer.service},
            {u"price"_s, jsonAmount(*offer.price)},
            {u"stock"_s, offer.stock ? QJsonValue(*offer.stock) : QJsonValue::Null}};
}

QJsonArray named(const QList<NamedId> &list, const QString &idName)
{
    QJsonArray array;
    for (const NamedId &item : list)
        array.append(QJsonObject{{idName, jsonId(item.id)}, {u"name"_s, item.name}});
    return array;
}

void sortProducts(QList<const Offer *> &offers, const QString &order)
{
    const bool down = order.endsWith("desc"_L1) || order.startsWith(u'-');
    if (order.contains("price"_L1)) {
        std::stable_sort(offers.begin(), offers.end(), [down](const Offer *a, const Offer *b) {
            return down ? *b->price < *a->price : *a->price < *b->price;
        });
    } else if (order.contains("stock"_L1)) {
        std::stable_sort(offers.begin(), offers.end(), [down](const Offer *a, const Offer *b) {
            const int x = a->stock.value_or(0);
            const int y = b->stock.value_or(0);
            return down ? y < x : x < y;
        });
    }
}

} // namespace

SimOtpZap::SimOtpZap(World &world, SimTopUps &topUps)
    : RestWire(world, simzap::ProviderId, u"/otpzap/api/v1"_s),
      m_mail(world),
      m_topUps(topUps),
      m_webhooks(world)
{
    route("GET", u"balance"_s, u"balance"_s, [this](const SimRequest &) {
        const Money balance = this->world().balance(providerId());
        return answered({{u"balance"_s, jsonAmount(balance)}, {u"currency"_s, balance.currency().code()}});
    });
    route("GET", u"countries"_s, u"countries"_s, [this](const SimRequest &) { return countries(u"s1"); });
    route("GET", u"services"_s, u"services"_s, [this](const SimRequest &r) { return services(r); });
    route("GET", u"products"_s, u"products"_s, [this](const SimRequest &r) { return products(r); });
    route("GET", u"s2/countries"_s, u"s2countries"_s,
          [this](const SimRequest &) { return countries(u"s2"); });
    route("GET", u"s2/services"_s, u"s2services"_s,
          [this](const SimRequest &r) { return pricedServices(r); });
    route("GET", u"s2/operators"_s, u"operators"_s, [this](const SimRequest &r) { return operators(r); });
    route("GET", u"s2/special"_s, u"special"_s, [this](const SimRequest &) { return special(); });
    route("POST", u"order/create"_s, u"buy"_s, [this](const SimRequest &r) { return create(r); });
    route("GET", u"order/check"_s, u"check"_s, [this](const SimRequest &r) { return check(r); });
    route("POST", u"order/cancel"_s, u"cancel"_s,
          [this](const SimRequest &r) { return change(r, &World::cancel); });
    route("POST", u"order/finish"_s, u"finish"_s,
          [this](const SimRequest &r) { return change(r, &World::finish); });
    route("POST", u"order/resend"_s, u"resend"_s,
          [this](const SimRequest &r) { return change(r, &World::resend); });
    route("POST", u"order/replace"_s, u"replace"_s, [this](const SimRequest &r) { return replace(r); });
    routeMail();
    routeMoneyAndWebhook();
}

void SimOtpZap::routeMail()
{
    route("GET", u"s3/sites"_s, u"sites"_s, [this](const SimRequest &) { return m_mail.sites(); });
    route("GET", u"s3/domains"_s, u"domains"_s, [this](const SimRequest &r) { return m_mail.domains(r); });
    route("POST", u"order/email-create"_s, u"emailcreate"_s,
          [this](const SimRequest &r) { return m_mail.create(r); });
    route("GET", u"order/email-check"_s, u"emailcheck"_s,
          [this](const SimRequest &r) { return m_mail.check(r); });
    route("POST", u"order/email-reorder"_s, u"emailreorder"_s,
          [this](const SimRequest &r) { return m_mail.change(r, &World::resend); });
    route("POST", u"order/email-cancel"_s, u"emailcancel"_s,
          [this](const SimRequest &r) { return m_mail.change(r, &World::cancel); });
    route("POST", u"order/email-finish"_s, u"emailfinish"_s,
          [this](const SimRequest &r) { return m_mail.change(r, &World::finish); });
}

void SimOtpZap::routeMoneyAndWebhook()
{
    route("POST", u"topup/create"_s, u"topupcreate"_s,
          [this](const SimRequest &r) { return m_topUps.create(r); });
    route("GET", u"topup/check"_s, u"topupcheck"_s,
          [this](const SimRequest &r) { return m_topUps.check(r); });
    route("GET", u"webhook/get"_s, u"webhookget"_s, [this](const SimRequest &) { return m_webhooks.get(); });
    route("PATCH", u"webhook/update"_s, u"webhookupdate"_s,
          [this](const SimRequest &r) { return m_webhooks.update(r); });
}

ServerReply SimOtpZap::refuse(int status, const QString &words, const QString &field) const
{
    return simzap::refuse(status, words, field);
}

ServerReply SimOtpZap::countries(QStringView line) const
{
    return answered({{u"countries"_s, named(countriesIn(offers(line)), u"id"_s)}});
}

ServerReply SimOtpZap::services(const SimRequest &request) const
{
    QList<const Offer *> found = offers(u"s1");
    if (const QString country = request.query(u"country_id"_s); !country.isEmpty())
        found.removeIf([&country](const Offer *o) { return o->countryId != country; });
    return answered({{u"services"_s, named(servicesIn(found), u"id"_s)}});
}

ServerReply SimOtpZap::products(const SimRequest &request) const
{
    QList<const Offer *> found = offers(u"s1");
    const QString platform = request.query(u"platform_id"_s);
    const QString country = request.query(u"country_id"_s);
    found.removeIf([&](const Offer *o) {
        return (!platform.isEmpty() && o->serviceId != platform) ||
               (!country.isEmpty() && o->countryId != country);
    });
    sortProducts(found, request.query(u"sort"_s));

    const int limit =
        request.query(u"limit"_s).isEmpty() ? 50 : qBound(1, request.query(u"limit"_s).toInt(), 100);
    const int page = std::max(1, request.query(u"page"_s).toInt());
    QJsonArray products;
    for (const Offer *offer : found.mid(qsizetype(page - 1) * limit, limit)) {
        QJsonObject product = priced(*offer, u"platform_id"_s);
        product.insert(u"product_id"_s, jsonId(offer->productId));
        product.insert(u"country_id"_s, jsonId(offer->countryId));
        product.insert(u"country"_s, offer->country);
        products.append(product);
    }
    return answered(
        {{u"products"_s, products},
         {u"pagination"_s, QJsonObject{{u"page"_s, page},
                                       {u"limit"_s, limit},
                                       {u"total"_s, qint64(found.size())},
                                       {u"total_pages"_s, qint64((found.size() + limit - 1) / limit)}}}});
}

ServerReply SimOtpZap::pricedServices(const SimRequest &request) const
{
    const QString country = request.query(u"country_id"_s);
    if (country.isEmpty())
        return refuse(422, u"country_id is required"_s, u"country_id"_s);
    QJsonArray services;
    for (const Offer *offer : offers(u"s2", country))
        services.append(priced(*offer, u"service_id"_s));
    return answered({{u"services"_s, services}});
}

ServerReply SimOtpZap::operators(const SimRequest &request) const
{
    const QString country = request.query(u"country_id"_s);
    if (country.isEmpty())
        return refuse(422, u"country_id is required"_s, u"country_id"_s);
    return answered({{u"operators"_s, named(world().catalog().operators.value(country), u"operator_id"_s)}});
}

ServerReply SimOtpZap::special() const
{
    QJsonArray services;
    for (const Offer *offer : offers(u"special"))
        services.append(priced(*offer, u"service_id"_s));
    return answered({{u"services"_s, services}});
}

Result<Offer> SimOtpZap::chosen(const SimRequest &request) const
{
    const QString product = request.field("product_id"_L1);
    const QString service = request.field("service_id"_L1);
    const QString country = request.field("country_id"_L1);
    const QString server = request.field("server"_L1);
    if (!server.isEmpty() && server != (product.isEmpty() ? "2"_L1 : "1"_L1))
        return badField(u"server"_s, u"Server and ids do not match"_s);
    if (product.isEmpty() && service.isEmpty())
        return badField(u"product_id"_s, u"product_id or service_id is required"_s);

    const QString line = !product.isEmpty() ? u"s1"_s : country.isEmpty() ? u"special"_s : u"s2"_s;
    const QList<const Offer *> shelf = offers(line);
    const auto found = std::find_if(shelf.cbegin(), shelf.cend(), [&](const Offer *o) {
        return product.isEmpty() ? o->serviceId == service && o->countryId == country
                                 : o->productId == product;
    });
    if (found == shelf.cend())
        return badField(product.isEmpty() ? u"service_id"_s : u"product_id"_s, u"Unknown id"_s);

    Offer offer = **found;
    if (const QString name = request.field("service_name"_L1);
        !name.isEmpty() && name.compare(offer.service, Qt::CaseInsensitive) != 0)
        return badField(u"service_name"_s, u"service_name does not match the selected id"_s);
    if (line != "s2"_L1)
        return offer;

    const QString wanted = request.field("operator_id"_L1);
    if (wanted.isEmpty())
        return badField(u"operator_id"_s, u"operator_id is required"_s);
    if (wanted == "any"_L1)
        return offer;
    for (const NamedId &known : world().catalog().operators.value(country)) {
        if (known.id == wanted) {
            offer.variantId = known.id;
            offer.variant = known.name;
            return offer;
        }
    }
    return badField(u"operator_id"_s, u"Unknown operator"_s);
}

ServerReply SimOtpZap::create(const SimRequest &request)
{
    const QByteArray key = request.http.headers.value("idempotency-key");
    if (const auto before = m_repeatable.constFind(key); !key.isEmpty() && before != m_repeatable.cend()) {
        if (before->body != request.body)
            return refuse(422, u"Idempotency-Key was used for a different order"_s);
        return answered(created(*world().find(providerId(), before->orderId)));
    }
    const Result<Offer> offer = chosen(request);
    if (!offer)
        return refused(offer.error());
    const Result<SimOrder> order = world().buy(providerId(), *offer);
    if (!order)
        return refused(order.error());
    // A refusal is not remembered: nothing was charged, and the next try may succeed.
    if (!key.isEmpty())
        m_repeatable.insert(key, {request.body, order->id});
    return answered(created(*order));
}

QJsonObject SimOtpZap::created(const SimOrder &order) const
{
    return {{u"order_id"_s, jsonId(order.id)}, {u"service_name"_s, order.offer.service},
            {u"phone_number"_s, order.number}, {u"price"_s, jsonAmount(order.price)},
            {u"status"_s, statusWord(order)},  {u"expired_at"_s, wib(order.expiresAt)}};
}

ServerReply SimOtpZap::check(const SimRequest &request)
{
    const QString id = request.query(u"order_id"_s);
    if (id.isEmpty())
        return refuse(422, u"order_id is required"_s, u"order_id"_s);
    const Result<SimOrder> order = number(id);
    if (!order)
        return refused(order.error());

    QJsonArray otps;
    for (const SimMessage &message : order->messages) {
        if (world().script().seenForms)
            otps.append(message.code);
        else
            otps.append(
                QJsonObject{{u"otp"_s, message.code.isEmpty() ? QJsonValue::Null : QJsonValue(message.code)},
                            {u"message"_s, message.text},
                            {u"received_at"_s, wib(message.at)}});
    }
    QString newest;
    for (const SimMessage &message : order->messages)
        newest = message.code.isEmpty() ? newest : message.code;
    QJsonObject data = created(*order);
    data.insert(u"otp_code"_s, newest.isEmpty() ? QJsonValue::Null : QJsonValue(newest));
    data.insert(u"otps"_s, otps);
    data.insert(u"resend_count"_s, order->resendCount);
    data.insert(u"resend_locked_until"_s, wib(order->resendLockedUntil));
    return answered(data);
}

/// Inboxes have calls of their own: these do not know them.
Result<SimOrder> SimOtpZap::number(const QString &orderId) const
{
    const Result<SimOrder> order = world().find(providerId(), orderId);
    return order && order->offer.kind != OfferKind::Number ? simzap::errorOf(ErrorKind::NotFound) : order;
}

ServerReply SimOtpZap::change(const SimRequest &request, Change act)
{
    const QString id = request.field("order_id"_L1);
    const Result<SimOrder> known = number(id);
    const Result<SimOrder> result = known ? (world().*act)(providerId(), id) : known;
    if (!result)
        return refused(result.error());
    const SimOrder &order = *result;
    QJsonObject data{{u"order_id"_s, jsonId(order.id)}, {u"status"_s, statusWord(order)}};
    if (order.state == SimState::Cancelled)
        data.insert(u"refunded_amount"_s, jsonAmount(order.price));
    if (order.isActive()) {
        data.insert(u"resend_count"_s, order.resendCount);
        data.insert(u"resend_locked_until"_s, wib(order.resendLockedUntil));
    }
    return answered(data);
}

ServerReply SimOtpZap::replace(const SimRequest &request)
{
    const QString id = request.field("order_id"_L1);
    const Result<SimOrder> known = number(id);
    const Result<SimOrder> fresh = known ? world().replace(providerId(), id) : known;
    if (!fresh)
        return refused(fresh.error());
    QJsonObject data = created(*fresh);
    data.insert(u"replaced_order_id"_s, jsonId(fresh->replaces));
    return answered(data);
}

} // namespace otpdesk
