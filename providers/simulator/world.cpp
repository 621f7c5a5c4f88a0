#include "providers/simulator/world.h"

#include <QRegularExpression>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
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

} // namespace otpdesk
