#include "providers/simulator/world.h"

#include "providers/simulator/mailtexts.h"
#include "providers/simulator/simnumbers.h"
#include "providers/simulator/smstexts.h"

#include <QRegularExpression>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

ApiError refusal(ErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

ApiError refusalUntil(const QDateTime &until, const QDateTime &now)
{
    ApiError error = refusal(ErrorKind::TooEarly);
    error.retryAfter = seconds(std::max<qint64>(1, (now.msecsTo(until) + 999) / 1000));
    return error;
}

bool hasCooldown(const QString &providerId, const Offer &offer)
{
    return offer.kind == OfferKind::Number && (providerId == "otpzap"_L1 || providerId == "otpget"_L1);
}

/// Elsewhere an order is over with its first message.
bool keepsNumberAfterSms(const SimOrder &order)
{
    if (order.offer.kind != OfferKind::Number)
        return true;
    return order.providerId != "whichotp"_L1 && order.offer.line != "s2"_L1 &&
           order.offer.line != "special"_L1;
}

seconds lifetimeOf(const Offer &offer)
{
    if (offer.kind == OfferKind::Rental)
        return offer.duration;
    return offer.line == "cheap"_L1 ? minutes(15) : minutes(20);
}

/// A rental is paid for its time, whether anything comes or not.
bool refundsAtExpiry(const Offer &offer)
{
    return offer.kind != OfferKind::Rental;
}

QString codeIn(const QString &text)
{
    static const QRegularExpression digits(u"\\d{3}-\\d{3}|\\d{4,8}"_s);
    return digits.match(text).captured();
}

} // namespace

World::World(Clock &clock, Script script, SimCatalog catalog)
    : m_clock(clock),
      m_startUtc(clock.utc().toUTC()),
      m_startSteady(clock.steady()),
      m_script(std::move(script)),
      m_catalog(std::move(catalog)),
      m_random(m_script.seed)
{}

QDateTime World::now() const
{
    return m_startUtc.addMSecs((m_clock.steady() - m_startSteady).count());
}

void World::open(const QString &providerId, const QString &key, Money balance)
{
    m_accounts.insert(providerId, {key, Money::fromUnits(0, balance.currency()), false});
    book(LedgerEntry::Kind::Opening, providerId, {}, balance, now());
}

const SimAccount &World::account(const QString &providerId) const
{
    const auto found = m_accounts.constFind(providerId);
    Q_ASSERT(found != m_accounts.cend());
    return *found;
}

Money World::balance(const QString &providerId)
{
    advance();
    return account(providerId).balance;
}

void World::setBalance(const QString &providerId, Money balance)
{
    advance();
    book(LedgerEntry::Kind::Adjustment, providerId, {}, balance - account(providerId).balance, now());
}

void World::setBlocked(const QString &providerId, bool blocked)
{
    m_accounts[providerId].blocked = blocked;
}

Result<SimOrder> World::buy(const QString &providerId, const Offer &offer)
{
    advance();
    Offer *shelf = shelved(providerId, offer);
    if (!shelf || !shelf->available || shelf->stock == 0)
        return refusal(ErrorKind::NoStock);
    // A plan is used up by the order it makes or refuses, not by a purchase that fails for want of money.
    if (!shelf->price || account(providerId).balance < *shelf->price)
        return refusal(ErrorKind::NoBalance);
    Plan plan = takePlan(providerId, offer);
    if (plan.refuseBuying)
        return refusal(*plan.refuseBuying);
    return begin(providerId, offer, *shelf, std::move(plan));
}

Result<QList<SimOrder>> World::buySeveral(const QString &providerId, const QList<Offer> &anyOf, int count)
{
    advance();
    const Offer *chosen = nullptr;
    const Offer *shelf = nullptr;
    for (const Offer &offer : anyOf) {
        shelf = shelved(providerId, offer);
        if (shelf && shelf->available && shelf->price && shelf->stock.value_or(count) >= count) {
            chosen = &offer;
            break;
        }
    }
    if (!chosen)
        return refusal(ErrorKind::NoStock);
    if (account(providerId).balance < *shelf->price * count)
        return refusal(ErrorKind::NoBalance);
    QList<SimOrder> bought;
    for (int i = 0; i < count; ++i) {
        const Result<SimOrder> one = buy(providerId, *chosen);
        if (!one)
            return one.error(); // only a plan says so, and it is asked for the first one
        bought.append(*one);
    }
    return bought;
}

Result<SimOrder> World::renew(const QString &providerId, const QString &orderId, const Offer &offer)
{
    advance();
    Life *life = lifeOf(providerId, orderId);
    if (!life || life->order.offer.kind != OfferKind::Rental)
        return refusal(ErrorKind::NotFound);
    if (!life->order.isActive())
        return refusal(ErrorKind::TooLate);
    const Offer *shelf = shelved(providerId, offer);
    if (!shelf || !shelf->price)
        return refusal(ErrorKind::NoStock);
    if (account(providerId).balance < *shelf->price)
        return refusal(ErrorKind::NoBalance);
    if (QList<Plan> &queue = m_nextPlans[providerId]; !queue.isEmpty() && queue.first().refuseBuying)
        return refusal(*queue.takeFirst().refuseBuying);
    life->order.expiresAt = life->order.expiresAt.addSecs(seconds(offer.duration).count());
    life->order.renewals += 1;
    book(LedgerEntry::Kind::Charge, providerId, orderId, -*shelf->price, now());
    SimOrder renewed = life->order;
    renewed.price = *shelf->price;
    return renewed;
}

Result<SimOrder> World::find(const QString &providerId, const QString &orderId)
{
    advance();
    if (const Life *life = lifeOf(providerId, orderId))
        return life->order;
    return refusal(ErrorKind::NotFound);
}

Result<SimOrder> World::cancel(const QString &providerId, const QString &orderId)
{
    advance();
    Life *life = lifeOf(providerId, orderId);
    if (!life)
        return refusal(ErrorKind::NotFound);
    const SimOrder &order = life->order;
    if (life->plan.smsAtCancel && order.state == SimState::Waiting) {
        life->plan.smsAtCancel = false;
        receive(*life, PlannedSms(), now());
    }
    if (order.state != SimState::Waiting)
        return refusal(ErrorKind::TooLate);
    const QDateTime from = order.createdAt.addSecs(m_script.cancelCooldown.count());
    if (hasCooldown(providerId, order.offer) && now() < from)
        return refusalUntil(from, now());
    if (life->plan.upstreamRefusesCancel > 0) {
        --life->plan.upstreamRefusesCancel;
        return refusal(ErrorKind::UpstreamRefused);
    }
    end(*life, SimState::Cancelled, now());
    return order;
}

Result<SimOrder> World::finish(const QString &providerId, const QString &orderId)
{
    advance();
    Life *life = lifeOf(providerId, orderId);
    if (!life)
        return refusal(ErrorKind::NotFound);
    if (!life->order.isActive())
        return refusal(ErrorKind::TooLate);
    if (life->order.messages.isEmpty())
        return refusal(ErrorKind::NoSmsYet);
    end(*life, SimState::Finished, now());
    return life->order;
}

Result<SimOrder> World::resend(const QString &providerId, const QString &orderId)
{
    advance();
    Life *life = lifeOf(providerId, orderId);
    if (!life)
        return refusal(ErrorKind::NotFound);
    SimOrder &order = life->order;
    if (!order.isActive())
        return refusal(ErrorKind::TooLate);
    if (order.offer.kind == OfferKind::Email) {
        ++order.resendCount;
        order.expiresAt = std::max(order.expiresAt, now().addSecs(lifetimeOf(order.offer).count()));
        life->expect(now(), {.after = usualDelay(order.offer.service)});
        m_due = {};
        for (const Life &other : m_lives)
            expectFrom(other);
        return order;
    }
    if (m_catalog.withoutResend.contains(order.offer.service))
        return refusal(ErrorKind::NotSupported);
    if (order.messages.isEmpty())
        return refusal(ErrorKind::NoSmsYet);
    if (order.resendPending)
        return refusalUntil(order.resendLockedUntil, now());
    ++order.resendCount;
    order.resendPending = true;
    order.resendLockedUntil = now().addSecs(m_script.resendLock.count());
    life->expect(now(), {.after = usualDelay(order.offer.service)});
    expectFrom(*life);
    return order;
}

Result<SimOrder> World::replace(const QString &providerId, const QString &orderId)
{
    advance();
    Life *old = lifeOf(providerId, orderId);
    if (!old)
        return refusal(ErrorKind::NotFound);
    if (old->order.offer.line != "s1"_L1)
        return refusal(ErrorKind::NotSupported);
    if (old->order.state != SimState::Waiting)
        return refusal(ErrorKind::TooLate);
    // Everything that may fail is looked at before anything changes: it is one transaction.
    Offer *shelf = shelved(providerId, old->order.offer);
    if (!shelf || !shelf->available || shelf->stock == 0)
        return refusal(ErrorKind::NoStock);
    if (account(providerId).balance + old->order.price < *shelf->price)
        return refusal(ErrorKind::NoBalance);
    Plan plan = takePlan(providerId, old->order.offer);
    if (plan.refuseBuying)
        return refusal(*plan.refuseBuying);
    end(*old, SimState::Cancelled, now());
    SimOrder &fresh = begin(providerId, old->order.offer, *shelf, std::move(plan));
    fresh.replaces = old->order.id;
    old->order.replacedBy = fresh.id;
    return fresh;
}

void World::planNext(const QString &providerId, Plan plan)
{
    m_nextPlans[providerId].append(std::move(plan));
}

void World::planService(const QString &service, Plan plan)
{
    m_script.byService.insert(service, std::move(plan));
}

bool World::deliver(const QString &orderId, const QString &text, const QString &code)
{
    advance();
    Life *life = m_byId.value(orderId);
    if (!life || !life->order.isActive())
        return false;
    receive(*life, {.text = text, .code = code.isEmpty() ? codeIn(text) : code}, now());
    return true;
}

bool World::deliver(const QString &orderId, const SimMessage &message)
{
    advance();
    Life *life = m_byId.value(orderId);
    if (!life || !life->order.isActive())
        return false;
    SimMessage now = message;
    now.at = this->now();
    take(*life, now);
    return true;
}

void World::credit(const QString &providerId, Money amount, const QString &reference)
{
    advance();
    book(LedgerEntry::Kind::TopUp, providerId, reference, amount, now());
}

int World::changeOffers(const QString &providerId, const std::function<bool(const Offer &)> &fits,
                        const std::function<void(Offer &)> &change)
{
    int changed = 0;
    for (Offer &offer : m_catalog.offers[providerId]) {
        if (!fits(offer))
            continue;
        change(offer);
        ++changed;
    }
    m_catalog.forgetShelves();
    return changed;
}

QList<SimOrder> World::orders()
{
    advance();
    QList<SimOrder> all;
    for (const Life &life : m_lives)
        all.append(life.order);
    return all;
}

const QList<LedgerEntry> &World::ledger()
{
    advance();
    return m_ledger;
}

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

void World::book(LedgerEntry::Kind kind, const QString &providerId, const QString &orderId, Money amount,
                 const QDateTime &at)
{
    SimAccount &account = m_accounts[providerId];
    account.balance = account.balance + amount;
    m_ledger.append({kind, providerId, orderId, amount, account.balance, at});
}

World::Life *World::lifeOf(const QString &providerId, const QString &orderId)
{
    Life *life = m_byId.value(orderId);
    return life && life->order.providerId == providerId ? life : nullptr;
}

Offer *World::shelved(const QString &providerId, const Offer &offer)
{
    QList<Offer> &shelf = m_catalog.offers[providerId];
    const auto same = std::find_if(shelf.begin(), shelf.end(), [&offer](const Offer &o) {
        // The operator of OTPZap's server 2 is chosen with the order; what is on the shelf has none.
        return o.line == offer.line && o.serviceId == offer.serviceId && o.countryId == offer.countryId &&
               o.productId == offer.productId && o.duration == offer.duration &&
               (o.variantId.isEmpty() || o.variantId == offer.variantId);
    });
    return same == shelf.end() ? nullptr : &*same;
}

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
