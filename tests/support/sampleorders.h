#pragma once

#include "providers/types/order.h"

namespace otpdesk::sample {

using namespace Qt::StringLiterals;

inline std::optional<Money> rupees(int amount)
{
    return Money::fromText(QString::number(amount), Currency::fromCode(u"PKR"));
}
inline std::optional<Money> rupiah(int amount)
{
    return Money::fromText(QString::number(amount), Currency::fromCode(u"IDR"));
}

/// A rented number that was bought a while ago and has `hours` left.
inline Order rental(const QDateTime &now, int hours = 500, const QString &number = u"3434337545"_s)
{
    Order order;
    order.accountId = u"acc"_s;
    order.providerId = u"otpget"_s;
    order.offer.kind = OfferKind::Rental;
    order.offer.country = u"United States"_s;
    order.offer.countryIso = u"US"_s;
    order.offer.variant = u"Server 2"_s;
    order.offer.duration = std::chrono::hours(720);
    order.id = u"R-"_s + number;
    order.renewId = u"27"_s;
    order.number = number;
    order.status = OrderStatus::Waiting;
    order.price = order.offer.price = rupees(840);
    order.createdAt = order.boughtAt = now.addSecs((hours - 720) * 3600);
    order.expiresAt = now.addSecs(hours * 3600);
    return order;
}

/// More time for that rental, and nobody knows whether it was charged.
inline Order renewal(const QDateTime &now, const Order &rented, qint64 rentalKey)
{
    Order order = rented;
    order.id.clear();
    order.renewId.clear();
    order.messages.clear();
    order.code.clear();
    order.renews = rentalKey;
    order.status = OrderStatus::Unconfirmed;
    order.createdAt = now.addSecs(-300);
    order.boughtAt = {};
    order.expiresAt = rented.expiresAt.addDays(30);
    order.balanceBefore = rupees(5000);
    return order;
}

/// An inbox that has waited for two of its twenty minutes.
inline Order inbox(const QDateTime &now, const QString &address = u"kaelen.moss@gmail.com"_s)
{
    Order order;
    order.accountId = u"acc"_s;
    order.providerId = u"otpzap"_s;
    order.offer.kind = OfferKind::Email;
    order.offer.service = u"openai.com"_s;
    order.offer.variant = address.section(u'@', 1);
    order.offer.cancelFee = rupiah(100);
    order.id = u"APIE-3-"_s + QString::number(qHash(address) % 10000);
    order.number = address;
    order.status = OrderStatus::Waiting;
    order.price = order.offer.price = rupiah(1000);
    order.createdAt = order.boughtAt = now.addSecs(-120);
    order.expiresAt = now.addSecs(1080);
    return order;
}

/// The order after another message came to it.
inline Order with(Order order, const Message &message)
{
    order.messages.append(message);
    if (!message.code.isEmpty())
        order.code = message.code;
    order.status = OrderStatus::CodeReceived;
    return order;
}

/// The order after it ended.
inline Order ended(Order order, OrderStatus how, const QDateTime &when)
{
    order.status = how;
    order.endedAt = when;
    return order;
}

} // namespace otpdesk::sample
