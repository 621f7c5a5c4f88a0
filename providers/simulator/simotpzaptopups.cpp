#include "providers/simulator/simotpzaptopups.h"

#include "providers/simulator/simotpzapanswers.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(SimTopUp::State state)
{
    switch (state) {
    case SimTopUp::State::Pending:
        return u"pending"_s;
    case SimTopUp::State::Paid:
        return u"success"_s;
    case SimTopUp::State::Expired:
        return u"expired"_s;
    }
    return {};
}

} // namespace

ServerReply SimOtpZapTopUps::create(const SimRequest &request)
{
    // Fractions of a rupiah are no amount, and neither is anything but a number.
    const qint64 rupiah = request.body.value("amount"_L1).toInteger(0);
    const Money amount = Money::fromUnits(rupiah * Money::UnitsPerMain, Currency::fromCode(u"IDR"));
    const Result<SimTopUp> topUp = m_topUps.create(amount, request.http.headers.value("idempotency-key"));
    if (!topUp)
        return simzap::refused(topUp.error());
    return simzap::answered({{u"order_id"_s, topUp->id},
                             {u"amount"_s, jsonAmount(topUp->amount)},
                             {u"total_amount"_s, jsonAmount(topUp->total)},
                             // A name reserved for examples: nobody is to pay for a demo.
                             {u"payment_url"_s, u"https://otpzap.example/pay/"_s + topUp->id},
                             {u"expired_at"_s, simzap::wib(topUp->expiresAt)}});
}

ServerReply SimOtpZapTopUps::check(const SimRequest &request)
{
    const QString id = request.query(u"order_id"_s);
    if (id.isEmpty())
        return simzap::refuse(422, u"order_id is required"_s, u"order_id"_s);
    const Result<SimTopUp> topUp = m_topUps.find(id);
    if (!topUp)
        return simzap::refused(topUp.error());
    return simzap::answered({{u"order_id"_s, topUp->id},
                             {u"amount"_s, jsonAmount(topUp->amount)},
                             {u"status"_s, wordOf(topUp->state)},
                             {u"paid_at"_s, simzap::wib(topUp->paidAt)},
                             {u"created_at"_s, simzap::wib(topUp->createdAt)}});
}

} // namespace otpdesk
