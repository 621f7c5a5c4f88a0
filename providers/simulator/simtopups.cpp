#include "providers/simulator/simtopups.h"

#include "providers/simulator/simotpzapanswers.h"

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MinimumRupiah = 5000;
constexpr std::chrono::seconds Lifetime{1800};

} // namespace

Result<SimTopUp> SimTopUps::create(Money amount, const QByteArray &key)
{
    settle();
    if (amount.units() < MinimumRupiah * Money::UnitsPerMain)
        return simzap::badField(u"amount"_s, u"Minimum amount is Rp 5,000"_s);
    const auto before = std::find_if(m_all.cbegin(), m_all.cend(), [&key](const SimTopUp &topUp) {
        return !key.isEmpty() && topUp.key == key;
    });
    if (before != m_all.cend()) {
        if (before->amount != amount)
            return simzap::badField(u"amount"_s, u"Idempotency-Key was used for a different amount"_s);
        return *before;
    }
    const qint64 serial = m_all.size();
    const qint64 units = 1 + serial * 17 % 99; // comes again after 99 invoices only
    SimTopUp topUp;
    topUp.id = u"APIDEP-3-%1"_s.arg(8800 + serial);
    topUp.key = key;
    topUp.amount = amount;
    topUp.total = amount + Money::fromUnits(units * Money::UnitsPerMain, amount.currency());
    topUp.createdAt = m_world.now();
    topUp.expiresAt = topUp.createdAt.addSecs(Lifetime.count());
    m_all.append(topUp);
    return topUp;
}

Result<SimTopUp> SimTopUps::find(const QString &id)
{
    settle();
    for (const SimTopUp &topUp : m_all) {
        if (topUp.id == id)
            return topUp;
    }
    return simzap::errorOf(ErrorKind::NotFound);
}

bool SimTopUps::pay(const QString &id)
{
    settle();
    const auto topUp = std::find_if(m_all.begin(), m_all.end(), [&id](const SimTopUp &t) {
        return t.id == id && t.state == SimTopUp::State::Pending;
    });
    if (topUp == m_all.end())
        return false;
    credit(*topUp, m_world.now());
    return true;
}

void SimTopUps::settle()
{
    const QDateTime now = m_world.now();
    const auto paidAfter = m_world.script().topUpPaidAfter;
    for (SimTopUp &topUp : m_all) {
        if (topUp.state != SimTopUp::State::Pending)
            continue;
        const QDateTime due = paidAfter ? topUp.createdAt.addSecs(paidAfter->count()) : QDateTime();
        if (due.isValid() && due <= now && due < topUp.expiresAt)
            credit(topUp, due);
        else if (topUp.expiresAt <= now)
            topUp.state = SimTopUp::State::Expired;
    }
}

void SimTopUps::credit(SimTopUp &topUp, const QDateTime &at)
{
    topUp.state = SimTopUp::State::Paid;
    topUp.paidAt = at;
    m_world.credit(simzap::ProviderId, topUp.amount, topUp.id);
}

} // namespace otpdesk
