#pragma once

#include "tests/support/desk.h"
#include "tests/support/spending.h"

#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace otpdesk {

/// The real engine and the simulated providers, each with a clock of its own, and one way to spend money.
class Rig : public QObject
{
    Q_OBJECT

public:
    /// Our clock is ahead of the providers' by so much.
    explicit Rig(const Spending &spending, std::chrono::milliseconds ahead = {});

    /// Opens the account; and buys what a replacement or a renewal is of.
    bool begin();
    /// Whatever buying means here. The key of what is asked for; 0: refused before anything was sent.
    qint64 click();

    /// The network is gone, and comes back.
    void leave();
    void comeBack();
    /// Lets time pass everywhere; whoever waits for the network gets a moment each `step`.
    void pass(std::chrono::milliseconds span, std::chrono::milliseconds step = std::chrono::seconds(10));
    /// Lets time pass until it comes true, for half an hour at most.
    bool soon(const std::function<bool()> &condition);
    bool becomes(qint64 key, OrderStatus status);

    /// Says what is wrong, unless it is so.
    bool expect(bool isSo, const QString &what);
    /// What any of these runs must keep to: one charge, one purchase request, no burst.
    void expectOnePurchase(int charges = 1);

    int charges() const;                          ///< since begin()
    int purchases() const { return m_purchases; } ///< requests, since begin()
    int busiestMinute() const;                    ///< requests
    const SimOrder bought() const { return simulator.orders().last(); }
    /// The order in which a message comes: a renewal has none of its own.
    qint64 receiver(qint64 key) const { return spending.isRenewal ? old : key; }

    const Spending &spending;
    SteerableClock ours;
    SteerableClock theirs{SteerableClock::Mode::Frozen};
    QTemporaryDir folder;
    Drawer drawer;
    Simulator simulator{theirs, quietScript()};
    std::unique_ptr<Desk> desk;
    qint64 old = 0; ///< what a replacement or a renewal is of
    int clicks = 0;
    int codes = 0;           ///< how often a code was announced
    bool leavesNext = false; ///< the network goes when the next purchase has arrived
    QStringList wrong;

private:
    int allCharges() const;

    Account m_account;
    Offer m_offer;
    quint16 m_port = 0;
    int m_chargesBefore = 0;
    int m_purchases = 0;
    std::vector<std::chrono::milliseconds> m_requests; ///< when they came, by the providers' clock
};

} // namespace otpdesk
