#pragma once

#include "providers/simulator/world.h"

#include <QJsonObject>

namespace otpdesk {

/// An invoice as the simulated provider knows it.
struct SimTopUp
{
    enum class State { Pending, Paid, Expired };
    QString id;
    QByteArray key; ///< the Idempotency-Key it was made under; may be empty
    Money amount;
    Money total; ///< the amount and a few units that tell it apart
    State state = State::Pending;
    QDateTime createdAt; ///< UTC, like all its times
    QDateTime expiresAt;
    QDateTime paidAt; ///< invalid while it is not
};

/// The invoices of OTPZap, and what paying one does. They are paid by hand, or by themselves after the
/// script's time; like the world's, their time passes when somebody looks.
class SimTopUps
{
public:
    /// The world must outlive it.
    explicit SimTopUps(World &world) : m_world(world) {}

    /// The same key with the same amount is answered with the same invoice. BadRequest for one with another
    /// amount, and for less than the minimum.
    Result<SimTopUp> create(Money amount, const QByteArray &key);
    Result<SimTopUp> find(const QString &id);
    /// The id of the newest; empty: there is none.
    QString newest() const { return m_all.isEmpty() ? QString() : m_all.last().id; }
    /// Somebody pays. False: there is no such invoice, or it is paid or expired.
    bool pay(const QString &id);
    /// Lets happen what has fallen due.
    void settle();

private:
    void credit(SimTopUp &topUp, const QDateTime &at);

    World &m_world;
    QList<SimTopUp> m_all;
};

} // namespace otpdesk
