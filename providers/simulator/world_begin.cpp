#include "providers/simulator/simnumbers.h"
#include "providers/simulator/world.h"

namespace otpdesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

Plan World::takePlan(const QString &providerId, const Offer &offer)
{
    if (QList<Plan> &queue = m_nextPlans[providerId]; !queue.isEmpty())
        return queue.takeFirst();
    if (const auto scripted = m_script.byService.constFind(offer.service);
        scripted != m_script.byService.cend())
        return *scripted;
    return usualPlan(offer);
}

Plan World::usualPlan(const Offer &offer) const
{
    Plan plan = Plan::codeAfter(usualDelay(offer.service));
    if (offer.kind == OfferKind::Rental) // it is used again and again
        plan.sms += {{.after = minutes(5)}, {.after = minutes(90)}, {.after = std::chrono::hours(9)}};
    return plan;
}

seconds World::lifetimeOf(const Offer &offer)
{
    if (offer.kind == OfferKind::Rental)
        return offer.duration;
    return offer.line == "cheap"_L1 ? minutes(15) : minutes(20);
}

SimOrder &World::begin(const QString &providerId, const Offer &offer, Offer &shelf, Plan plan)
{
    Life &life = m_lives.emplace_back();
    SimOrder &order = life.order;
    order.serial = int(m_lives.size());
    order.providerId = providerId;
    order.offer = offer;
    order.price = *shelf.price;
    order.id = freshOrderId(providerId, offer);
    order.number = offer.kind == OfferKind::Email ? freshAddress(offer) : freshNumber(offer.countryIso);
    order.refunded = Money::fromUnits(0, order.price.currency());
    order.createdAt = now();
    order.expiresAt = order.createdAt.addSecs(lifetimeOf(offer).count());
    life.plan = std::move(plan);
    for (const PlannedSms &sms : life.plan.sms)
        life.expect(order.createdAt, sms);
    if (shelf.stock)
        shelf.stock = *shelf.stock - 1;
    m_byId.insert(order.id, &life);
    book(LedgerEntry::Kind::Charge, providerId, order.id, -order.price, order.createdAt);
    expectFrom(life);
    return order;
}

milliseconds World::usualDelay(const QString &service) const
{
    // Each service has its own pace, the same in every run.
    quint32 mix = 17;
    for (const QChar c : service)
        mix = mix * 31 + c.unicode();
    const qint64 span = (m_script.slowestCode - m_script.fastestCode).count();
    return m_script.fastestCode + milliseconds(span > 0 ? mix % span : 0);
}

QString World::freshOrderId(const QString &providerId, const Offer &offer)
{
    const int serial = int(m_lives.size());
    const auto letters = [this](int count, QLatin1StringView from) {
        QString text;
        for (int i = 0; i < count; ++i)
            text += from[m_random.bounded(int(from.size()))];
        return text;
    };
    constexpr auto hex = "0123456789abcdef"_L1;
    if (offer.kind == OfferKind::Rental)
        return QString::number(2673093356180000582 + serial);
    if (offer.kind == OfferKind::Email)
        return providerId == "otpzap"_L1 ? u"APIE-3-"_s + QString::number(4100 + serial)
                                         : QString::number(7291833 + serial);
    if (providerId == "otpzap"_L1)
        return QString::number(20640 + serial);
    if (providerId == "zapotp"_L1)
        return QString::number(51380200 + serial * 7);
    if (providerId == "otpwall"_L1)
        return QString::number(418200 + serial);
    if (providerId == "whichotp"_L1)
        return u"ord_"_s + letters(7, hex) + QString::number(serial, 16).rightJustified(4, u'0');
    if (offer.line == "cheap"_L1)
        return u"ORD_"_s + letters(10, hex) + u'_' + QString::number(100 + serial);
    return letters(6, "abcdefghijkmnpqrstuvwxyz23456789"_L1) + QString::number(100 + serial);
}

QString World::freshAddress(const Offer &offer)
{
    QString name;
    for (int i = 0; i < 5; ++i) {
        name += "bcdfghjklmnprstvz"_L1[m_random.bounded(17)];
        name += "aeiou"_L1[m_random.bounded(5)];
    }
    return u"%1%2@%3"_s.arg(name).arg(m_lives.size()).arg(offer.variantId);
}

QString World::freshNumber(const QString &countryIso)
{
    QString number;
    // Reserved ranges are small: after some tries a number comes twice, as it does at real providers.
    for (int tries = 0; tries < 50; ++tries) {
        number = fictionalNumber(countryIso, m_random);
        if (!m_usedNumbers.contains(number))
            break;
    }
    m_usedNumbers.insert(number);
    return number;
}

} // namespace otpdesk
