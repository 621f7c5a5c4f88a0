#pragma once

#include "providers/types/offer.h"

#include <QDateTime>
#include <QList>

namespace otpdesk {

/// An SMS or e-mail that has come to a simulated order.
struct SimMessage
{
    QString code; ///< what the provider recognises in it; may be empty
    QString text;
    QDateTime at;      ///< UTC
    QString sender{};  ///< of an SMS: the service; of an e-mail: the address
    QString subject{}; ///< of an e-mail
    QString html{};    ///< of an e-mail; may be empty
};

/// Where a simulated order stands; each provider has its own words for it.
enum class SimState {
    Waiting,
    Received,  ///< has at least one message, and the number is still active
    Finished,  ///< ended with a message
    Cancelled, ///< ended by the customer (or replaced), money back
    Expired,   ///< ended without a message at the end of its lifetime, money back
};

/// An order as the simulated provider knows it.
struct SimOrder
{
    QString id;
    int serial = 0; ///< counts all orders from 1
    QString providerId;
    Offer offer;
    QString number; ///< digits with the country code, no plus; of an inbox: the address
    Money price;
    Money refunded; ///< zero: nothing
    SimState state = SimState::Waiting;
    QDateTime createdAt; ///< UTC, like all its times
    QDateTime expiresAt;
    QDateTime endedAt;          ///< invalid while active
    QList<SimMessage> messages; ///< oldest first
    int resendCount = 0;
    int renewals = 0;            ///< of a rental
    bool resendPending = false;  ///< asked for, and no new message since
    QDateTime resendLockedUntil; ///< invalid: not locked
    QString replacedBy;
    QString replaces;

    bool isActive() const { return state == SimState::Waiting || state == SimState::Received; }
};

/// A movement of money in a simulated account. All of one account add up to its balance.
struct LedgerEntry
{
    enum class Kind { Opening, Charge, Refund, TopUp, Adjustment };
    Kind kind = Kind::Opening;
    QString providerId;
    QString orderId; ///< empty where no order is concerned
    Money amount;    ///< negative for a charge
    Money balanceAfter;
    QDateTime at;
};

} // namespace otpdesk
