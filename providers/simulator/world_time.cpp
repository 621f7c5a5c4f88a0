#include "providers/simulator/mailtexts.h"
#include "providers/simulator/smstexts.h"
#include "providers/simulator/world.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// Elsewhere an order is over with its first message.
bool keepsNumberAfterSms(const SimOrder &order)
{
    if (order.offer.kind != OfferKind::Number)
        return true;
    return order.providerId != "whichotp"_L1 && order.offer.line != "s2"_L1 &&
           order.offer.line != "special"_L1;
}

/// A rental is paid for its time, whether anything comes or not.
bool refundsAtExpiry(const Offer &offer)
{
    return offer.kind != OfferKind::Rental;
}

} // namespace

void World::Life::expect(const QDateTime &from, const PlannedSms &sms)
{
    const QDateTime at = from.addMSecs(sms.after.count());
    const auto later =
        std::find_if(coming.cbegin(), coming.cend(), [&at](const auto &c) { return c.first > at; });
    coming.insert(later - coming.cbegin(), {at, sms});
}

QDateTime World::Life::next() const
{
    if (!order.isActive())
        return {};
    return coming.isEmpty() ? order.expiresAt : std::min(order.expiresAt, coming.first().first);
}

void World::advance()
{
    const QDateTime present = now();
    while (m_due.isValid() && m_due <= present) {
        const auto first = std::find_if(m_lives.begin(), m_lives.end(),
                                        [this](const Life &life) { return life.next() == m_due; });
        if (first != m_lives.end())
            happen(*first);
        m_due = {};
        for (const Life &life : m_lives)
            expectFrom(life);
    }
}

void World::expectFrom(const Life &life)
{
    const QDateTime next = life.next();
    if (next.isValid() && (!m_due.isValid() || next < m_due))
        m_due = next;
}

void World::happen(Life &life)
{
    const QDateTime at = life.next();
    if (at == life.order.expiresAt) {
        end(life, life.order.messages.isEmpty() ? SimState::Expired : SimState::Finished, at);
        return;
    }
    receive(life, life.coming.takeFirst().second, at);
}

void World::receive(Life &life, const PlannedSms &sms, const QDateTime &at)
{
    take(life, compose(life.order, sms, at));
}

SimMessage World::compose(const SimOrder &order, const PlannedSms &sms, const QDateTime &at)
{
    const Offer &offer = order.offer;
    if (!sms.text.isEmpty())
        return {sms.code, sms.text, at, offer.service, sms.subject, sms.html};
    if (offer.kind == OfferKind::Email)
        return composeMail(offer.service, sms.wording, at, m_random);
    // To a rented number anybody may write.
    const QString service = offer.service.isEmpty() ? anyService(m_random) : offer.service;
    const ComposedSms composed = composeSms(service, offer.countryIso, sms.wording, m_random);
    return {composed.code, composed.text, at, service};
}

void World::take(Life &life, const SimMessage &message)
{
    SimOrder &order = life.order;
    order.messages.append(message);
    order.state = SimState::Received;
    order.resendPending = false;
    order.resendLockedUntil = {};
    if (order.offer.kind == OfferKind::Email)
        order.expiresAt = std::max(order.expiresAt, message.at.addSecs(m_script.inboxAfterMessage.count()));
    if (!keepsNumberAfterSms(order))
        end(life, SimState::Finished, message.at);
}

void World::end(Life &life, SimState state, const QDateTime &at)
{
    SimOrder &order = life.order;
    order.state = state;
    order.endedAt = at;
    order.resendPending = false;
    order.resendLockedUntil = {};
    life.coming.clear();
    const bool refunds =
        state == SimState::Cancelled || (state == SimState::Expired && refundsAtExpiry(order.offer));
    if (!refunds)
        return;
    order.refunded = order.price;
    if (state == SimState::Cancelled && order.offer.cancelFee)
        order.refunded = order.price - *order.offer.cancelFee;
    book(LedgerEntry::Kind::Refund, order.providerId, order.id, order.refunded, at);
}

} // namespace otpdesk
