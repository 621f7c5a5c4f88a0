#include "providers/simulator/simotpgetmail.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PageSize = 20;

/// "server=1 (default)".
QString serverOf(const SimRequest &request)
{
    const QString server = request.query(u"server"_s);
    return server.isEmpty() ? u"1"_s : server;
}

bool isMail(const SimOrder &order)
{
    return order.providerId == "otpget"_L1 && order.offer.kind == OfferKind::Email;
}

bool isOfServer(const SimOrder &order, const QString &server)
{
    return order.offer.line == QString(u"email"_s + server);
}

/// Server 2 names no service.
QString serviceOf(const SimOrder &order)
{
    return isOfServer(order, u"2"_s) ? u"Email Activation"_s : order.offer.service;
}

QString wordOf(SimState state)
{
    switch (state) {
    case SimState::Waiting:
        return u"waiting"_s;
    case SimState::Received:
        return u"received"_s;
    case SimState::Finished:
        return u"completed"_s;
    case SimState::Cancelled:
        return u"cancelled"_s;
    case SimState::Expired:
        return u"expired"_s;
    }
    return {};
}

} // namespace

SimOtpGetMail::SimOtpGetMail(World &world)
    : SimOtpGetJson(world, {u"BAD_KEY"_s, u"ACCOUNT_BLOCKED"_s, u"BAD_ACTION"_s})
{
    act(u"getEmailServices"_s, u"emailservices"_s, [this](const auto &r) { return catalog(r); });
    act(u"buyEmail"_s, u"emailbuy"_s, [this](const auto &r) { return buy(r); });
    act(u"getEmailCode"_s, u"emailcheck"_s, [this](const auto &r) { return check(r); });
    act(u"cancelEmail"_s, u"emailcancel"_s, [this](const auto &r) { return cancel(r); });
    act(u"getEmailHistory"_s, u"emailhistory"_s, [this](const auto &r) { return history(r); });
}

QList<Offer> SimOtpGetMail::sold(const QString &server, const SimRequest &request) const
{
    const QList<const Offer *> shelf = offers(QString(u"email"_s + server));
    QList<Offer> found;
    if (server == "1"_L1) {
        const QString domain = request.query(u"domain"_s);
        for (const Offer *offer : shelf) {
            if (offer->variantId == (domain.isEmpty() ? u"gmail.com"_s : domain))
                found.append(*offer);
        }
        return found;
    }
    const QString site = request.query(u"site"_s);
    const bool isListed =
        std::any_of(shelf.cbegin(), shelf.cend(), [&site](const Offer *o) { return o->serviceId == site; });
    const QString terms = isListed ? site : shelf.isEmpty() ? QString() : shelf.first()->serviceId;
    for (const Offer *offer : shelf) {
        if (offer->serviceId != terms)
            continue;
        found.append(*offer);
        if (!site.isEmpty())
            found.last().service = site;
    }
    return found;
}

ServerReply SimOtpGetMail::catalog(const SimRequest &request) const
{
    const QString server = serverOf(request);
    const QList<Offer> offers = sold(server, request);
    if (offers.isEmpty())
        return say(404, u"Service not available"_s);
    const bool byService = server == "1"_L1;
    QJsonArray list;
    for (const Offer &offer : offers) {
        QJsonObject item{{u"price"_s, jsonAmount(*offer.price)}, {u"count"_s, offer.stock.value_or(0)}};
        if (byService) {
            item.insert(u"service_code"_s, offer.serviceId);
            item.insert(u"service_name"_s, offer.service);
        } else {
            item.insert(u"domain"_s, offer.variantId);
        }
        list.append(item);
    }
    return done({{u"server"_s, server.toInt()},
                 {u"count"_s, list.size()},
                 {byService ? u"services"_s : u"domains"_s, list}});
}

ServerReply SimOtpGetMail::buy(const SimRequest &request)
{
    const QString server = serverOf(request);
    const bool byService = server == "1"_L1;
    const QString wanted = request.query(byService ? u"service_id"_s : u"domain"_s);
    if (wanted.isEmpty())
        return say(400, byService ? u"service_id is required"_s : u"domain is required"_s);
    const QList<Offer> offers = sold(server, request);
    const auto offer = std::find_if(offers.cbegin(), offers.cend(), [&](const Offer &o) {
        return (byService ? o.serviceId : o.variantId) == wanted;
    });
    if (offer == offers.cend())
        return say(404, u"Service not available"_s);
    const Result<SimOrder> order = world().buy(providerId(), *offer);
    const QString balance = world().balance(providerId()).toDecimal();
    if (!order) {
        switch (order.error().kind) {
        case ErrorKind::NoBalance:
            return say(
                402, u"Insufficient balance. Need: %1 — Have: %2"_s.arg(offer->price->toDecimal(), balance));
        case ErrorKind::NoStock:
            return say(404, u"No stock available"_s);
        case ErrorKind::ServiceDown:
            return say(500, u"Database error"_s);
        default:
            return say(500, u"API connection error"_s);
        }
    }
    return done({{u"message"_s, u"Email activated successfully"_s},
                 {u"email_id"_s, order->id},
                 {u"email"_s, order->number},
                 {u"service"_s, serviceOf(*order)},
                 {u"domain"_s, order->offer.variantId},
                 {u"price"_s, jsonAmount(order->price)},
                 {u"balance"_s, jsonAmount(world().balance(providerId()))},
                 {u"server"_s, server.toInt()}});
}

Result<SimOrder> SimOtpGetMail::find(const SimRequest &request) const
{
    Result<SimOrder> order = world().find(providerId(), request.query(u"email_id"_s));
    if (order && isMail(*order) && isOfServer(*order, serverOf(request)))
        return order;
    ApiError error;
    error.kind = ErrorKind::NotFound;
    return error;
}

/// The newest first, as the documentation reads them: `messages[0].code`.
ServerReply SimOtpGetMail::messages(const SimOrder &order) const
{
    QJsonArray list;
    for (const SimMessage &mail : order.messages) {
        list.prepend(QJsonObject{{u"code"_s, mail.code},
                                 {u"subject"_s, mail.subject},
                                 {u"from"_s, mail.sender},
                                 {u"text"_s, mail.text},
                                 {u"html"_s, mail.html},
                                 {u"received_at"_s, mail.at.toUTC().toString(Qt::ISODate)}});
    }
    return done({{u"email"_s, order.number}, {u"messages"_s, list}});
}

ServerReply SimOtpGetMail::check(const SimRequest &request) const
{
    if (request.query(u"email_id"_s).isEmpty())
        return say(400, u"email_id is required"_s);
    const Result<SimOrder> order = find(request);
    if (!order)
        return say(404, u"Email activation not found"_s);
    if (!order->messages.isEmpty())
        return messages(*order);
    return order->isActive() ? say(202, u"Waiting for code..."_s) : say(300, u"Cancelled"_s);
}

ServerReply SimOtpGetMail::cancel(const SimRequest &request)
{
    if (request.query(u"email_id"_s).isEmpty())
        return say(400, u"email_id is required"_s);
    if (!find(request))
        return say(404, u"Email activation not found"_s);
    const Result<SimOrder> order = world().cancel(providerId(), request.query(u"email_id"_s));
    if (order) {
        return done({{u"message"_s, u"Email cancelled and refunded"_s},
                     {u"refund"_s, jsonAmount(order->refunded)},
                     {u"balance"_s, jsonAmount(world().balance(providerId()))}});
    }
    if (order.error().kind != ErrorKind::TooLate)
        return say(500, u"API connection error"_s);
    const Result<SimOrder> now = find(request);
    if (now->messages.isEmpty())
        return say(300, u"Cancelled"_s);
    return done({{u"message"_s, u"OTP already received"_s}, {u"code"_s, newestCode(*now)}});
}

ServerReply SimOtpGetMail::history(const SimRequest &request) const
{
    QList<SimOrder> bought = world().orders();
    bought.removeIf([](const SimOrder &order) { return !isMail(order); });
    std::reverse(bought.begin(), bought.end());
    const int page = std::max(1, request.query(u"page"_s).toInt());
    QJsonArray list;
    for (const SimOrder &order : bought.mid((page - 1) * PageSize, PageSize)) {
        list.append(QJsonObject{{u"email_id"_s, order.id},
                                {u"email_address"_s, order.number},
                                {u"status"_s, wordOf(order.state)},
                                {u"server"_s, isOfServer(order, u"2"_s) ? 2 : 1},
                                {u"service"_s, serviceOf(order)},
                                {u"domain"_s, order.offer.variantId},
                                {u"price"_s, jsonAmount(order.price)},
                                {u"created_at"_s, pakistanTime(order.createdAt)}});
    }
    return done({{u"page"_s, page}, {u"history"_s, list}});
}

} // namespace otpdesk
