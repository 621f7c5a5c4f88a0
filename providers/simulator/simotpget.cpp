#include "providers/simulator/simotpget.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// PHP says text/html for whatever a script prints, plain words included.
ServerReply word(const QString &text)
{
    return textReply(text, "text/html; charset=UTF-8");
}

QString parameter(const ServerRequest &request, const QString &name)
{
    return request.query.queryItemValue(name, QUrl::FullyDecoded);
}

bool isSmsType(const QString &type)
{
    return type.size() == 1 && type[0] >= u'1' && type[0] <= u'6';
}

QString changeCall(const QString &status)
{
    return status == "8"_L1 ? u"cancel"_s : u"finish"_s;
}

/// A price as the lists of the SMS handler write it: "45", or "376.88".
QString rupees(Money price)
{
    const QString text = price.toDecimal();
    return text.endsWith(".00"_L1) ? text.chopped(3) : text;
}

ServerReply refusedPurchase(const ApiError &error, const QString &noBalance, const QString &noStock,
                            const QString &type)
{
    switch (error.kind) {
    case ErrorKind::NoBalance:
        return word(noBalance);
    case ErrorKind::NoStock:
        return word(noStock);
    case ErrorKind::PriceChanged:
        return word(u"ERROR_PRICE_CHANGE"_s);
    default:
        return word(u"ERROR_PROVIDER_%1:SERVICE_UNAVAILABLE"_s.arg(type));
    }
}

ServerReply refusedChange(const ApiError &error, const QString &type)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return word(u"NO_ACTIVATION"_s);
    case ErrorKind::TooEarly:
        return word(u"EARLY_CANCEL_DENIED"_s);
    case ErrorKind::NoSmsYet:
        return word(u"NO_SMS_RECEIVED"_s);
    case ErrorKind::TooLate:
        return word(u"STATUS_ALREADY_CHANGED"_s);
    default:
        return word(u"ERROR_PROVIDER_%1:CANNOT_CANCEL"_s.arg(type));
    }
}

} // namespace

SimOtpGet::SimOtpGet(World &world)
    : SimWire(world, u"otpget"_s, u"/otpget/stubs"_s), m_rentals(world), m_mail(world)
{}

SimWire::Call SimOtpGet::resolve(const ServerRequest &request, const QString &path)
{
    if (request.method == "GET" && path == "/rental-handler.php"_L1)
        return m_rentals.resolve(request, path);
    if (request.method == "GET" && path == "/email_handler.php"_L1)
        return m_mail.resolve(request, path);
    const bool cheap = path == "/cheap_handler.php"_L1;
    if ((!cheap && path != "/handler_api.php"_L1) || request.method != "GET") {
        const int status = request.method == "GET" ? 404 : 405;
        return {u"unknown"_s, [status] {
                    ServerReply reply =
                        textReply(u"<html><body><h1>%1</h1></body></html>"_s.arg(status), "text/html");
                    reply.status = status;
                    return reply;
                }};
    }
    static const QHash<QString, QString> smsCalls = {{u"getBalance"_s, u"balance"_s},
                                                     {u"getCountries"_s, u"countries"_s},
                                                     {u"getServices"_s, u"services"_s},
                                                     {u"getNumber"_s, u"buy"_s},
                                                     {u"getStatus"_s, u"check"_s}};
    static const QHash<QString, QString> cheapCalls = {{u"getBalance"_s, u"cheapbalance"_s},
                                                       {u"getServers"_s, u"servers"_s},
                                                       {u"getServices"_s, u"cheapservices"_s},
                                                       {u"buyNumber"_s, u"cheapbuy"_s},
                                                       {u"getStatus"_s, u"cheapcheck"_s}};
    const QString action = parameter(request, u"action"_s);
    QString name = (cheap ? cheapCalls : smsCalls).value(action, u"unknown"_s);
    if (action == "setStatus"_L1)
        name = (cheap ? u"cheap"_s : QString()) + changeCall(parameter(request, u"status"_s));
    return {name, [this, &request, line = cheap ? Line::Cheap : Line::Sms] { return act(line, request); }};
}

ServerReply SimOtpGet::act(Line line, const ServerRequest &request)
{
    if (parameter(request, u"api_key"_s) != account().key)
        return word(u"BAD_KEY"_s);
    if (account().blocked)
        return word(u"ACCOUNT_BLOCKED"_s);
    const QString action = parameter(request, u"action"_s);
    const QString type = parameter(request, u"type"_s);
    if (action == "getBalance"_L1)
        return word(u"ACCESS_BALANCE:"_s + world().balance(providerId()).toDecimal());
    if (action == "getStatus"_L1 || action == "setStatus"_L1)
        return actOnOrder(line, action, request);
    if (line == Line::Sms) {
        const QString country = parameter(request, u"country"_s);
        if (action == "getCountries"_L1)
            return countries(type);
        if (action == "getServices"_L1)
            return services(country, type);
        if (action == "getNumber"_L1)
            return getNumber(parameter(request, u"service"_s), country, type);
    } else {
        const QString server = parameter(request, u"server"_s);
        if (action == "getServers"_L1)
            return servers(type);
        if (action == "getServices"_L1)
            return cheapServices(server, type);
        if (action == "buyNumber"_L1)
            return buyNumber(server, type);
    }
    return word(u"BAD_ACTION"_s);
}

ServerReply SimOtpGet::actOnOrder(Line line, const QString &action, const ServerRequest &request)
{
    const QString id = parameter(request, u"id"_s);
    if (id.isEmpty())
        return word(u"BAD_ID"_s);
    const QString status = parameter(request, u"status"_s);
    if (action == "setStatus"_L1 && status != "3"_L1 && status != "6"_L1 && status != "8"_L1)
        return word(u"BAD_STATUS"_s);
    const Result<SimOrder> order = world().find(providerId(), id);
    if (!order || (order->offer.line == "cheap"_L1) != (line == Line::Cheap))
        return word(u"NO_ACTIVATION"_s);

    if (action == "getStatus"_L1) {
        if (order->state == SimState::Waiting)
            return word(u"STATUS_WAIT_CODE"_s);
        if (order->messages.isEmpty())
            return word(u"STATUS_CANCEL"_s);
        return word(u"STATUS_OK:"_s + newestCode(*order));
    }
    const bool cancels = status == "8"_L1;
    const Result<SimOrder> changed =
        cancels ? world().cancel(providerId(), id) : world().finish(providerId(), id);
    if (!changed)
        return refusedChange(changed.error(), order->offer.variantId);
    return word(cancels ? u"ACCESS_READY"_s : u"ACCESS_FINISH"_s);
}

ServerReply SimOtpGet::countries(const QString &type) const
{
    if (!type.isEmpty() && !isSmsType(type))
        return word(u"BAD_TYPE"_s);
    QJsonObject byType;
    for (const QString &one : type.isEmpty() ? u"1 2 3 4 5 6"_s.split(u' ') : QStringList{type}) {
        QList<const Offer *> sold = offers(u"sms");
        sold.removeIf([&one](const Offer *o) { return o->variantId != one; });
        QJsonArray list;
        for (const NamedId &country : countriesIn(sold))
            list.append(QJsonObject{{u"id"_s, country.id}, {u"name"_s, country.name}});
        byType.insert(one, list);
    }
    return jsonReply(byType);
}

ServerReply SimOtpGet::services(const QString &country, const QString &type) const
{
    if (!isSmsType(type))
        return word(u"BAD_TYPE"_s);
    QJsonObject list;
    for (const Offer *offer : offers(u"sms")) {
        if (offer->countryId == country && offer->variantId == type)
            list.insert(offer->serviceId, u"%1 - %2 PKR"_s.arg(offer->service, rupees(*offer->price)));
    }
    if (list.isEmpty())
        return word(u"BAD_COUNTRY"_s);
    return jsonReply(world().script().seenForms ? QJsonObject{{type, list}} : list);
}

ServerReply SimOtpGet::getNumber(const QString &service, const QString &country, const QString &type)
{
    if (!isSmsType(type))
        return word(u"BAD_TYPE"_s);
    QList<const Offer *> sold = offers(u"sms");
    sold.removeIf([&](const Offer *o) { return o->countryId != country || o->variantId != type; });
    if (sold.isEmpty())
        return word(u"BAD_COUNTRY"_s);
    const auto offer = std::find_if(sold.cbegin(), sold.cend(),
                                    [&service](const Offer *o) { return o->serviceId == service; });
    if (offer == sold.cend())
        return word(u"BAD_SERVICE"_s);
    const Result<SimOrder> order = world().buy(providerId(), **offer);
    // This handler has no word of its own for an empty shelf: the supplier's is passed on.
    if (!order)
        return refusedPurchase(order.error(), u"NO_BALANCE"_s, u"ERROR_PROVIDER_%1:NO_NUMBERS"_s.arg(type),
                               type);
    return word(u"ACCESS_NUMBER:%1:%2"_s.arg(order->id, order->number));
}

ServerReply SimOtpGet::servers(const QString &type) const
{
    if (!type.isEmpty() && type != "1"_L1)
        return word(type == "2"_L1 ? u"NO_SERVERS"_s : u"BAD_TYPE"_s);
    QJsonArray list;
    for (const Offer *offer : offers(u"cheap"))
        list.append(QJsonObject{{u"id"_s, offer->serviceId}, {u"name"_s, offer->service}});
    return jsonReply(QJsonObject{{u"1"_s, list}});
}

const Offer *SimOtpGet::cheapServer(const QString &server) const
{
    for (const Offer *offer : offers(u"cheap")) {
        if (offer->serviceId == server)
            return offer;
    }
    return nullptr;
}

ServerReply SimOtpGet::cheapServices(const QString &server, const QString &type) const
{
    if (type != "1"_L1)
        return word(type == "2"_L1 ? u"NO_SERVICES"_s : u"BAD_TYPE"_s);
    if (!cheapServer(server))
        return word(u"BAD_SERVER"_s);
    // The documentation's answer for server 1 holds the other servers as well.
    QJsonObject list;
    for (const Offer *offer : offers(u"cheap")) {
        QString label = offer->service;
        if (offer->serviceId != "1"_L1)
            label.replace(" - "_L1, " "_L1);
        list.insert(offer->serviceId, u"%1 — ₨%2"_s.arg(label, offer->price->toDecimal()));
    }
    return jsonReply(list);
}

ServerReply SimOtpGet::buyNumber(const QString &server, const QString &type)
{
    if (type != "1"_L1)
        return word(type == "2"_L1 ? u"NO_SERVERS"_s : u"BAD_TYPE"_s);
    const Offer *offer = cheapServer(server);
    if (!offer)
        return word(u"BAD_SERVER"_s);
    const Result<SimOrder> order = world().buy(providerId(), *offer);
    if (!order)
        return refusedPurchase(order.error(), u"LOW_BALANCE"_s, u"NO_NUMBERS"_s, type);
    const qint64 left = order->createdAt.secsTo(order->expiresAt);
    return word(u"%1,%2,%3"_s.arg(order->id, order->number, QString::number(left)));
}

} // namespace otpdesk
