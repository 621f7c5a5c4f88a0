#pragma once

#include "providers/types/offer.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace otpdesk {

/// One SMS or e-mail. `code` is what the provider or the extractor found; empty when none.
struct Message
{
    QString code;
    QString text;         ///< in full where the provider gives it; may be empty
    QString sender;       ///< may be empty
    QDateTime receivedAt; ///< UTC; invalid where the provider does not say
    QString subject{};    ///< of an e-mail; may be empty
    QString html{};       ///< of an e-mail that has no text: as it came, never rendered with remote loads

    friend bool operator==(const Message &, const Message &) = default;
};

/// What a buyer may wish for beside the offer. Only inboxes have any.
struct PurchaseOptions
{
    int quantity = 1;      ///< how many at once, each an order of its own
    QStringList domains{}; ///< any of these will do; empty: the offer's own
    QString subject{};     ///< only messages whose subject holds this
    QString regex{};       ///< how the provider is to find the code

    friend bool operator==(const PurchaseOptions &, const PurchaseOptions &) = default;
};

/// Where an order stands. The first two are ours: no provider has answered yet.
enum class OrderStatus {
    Buying,       ///< intent recorded, request under way
    Unconfirmed,  ///< sent, and no readable answer: it may have been charged
    Waiting,      ///< number assigned, no message yet
    CodeReceived, ///< at least one message; the number may still be active
    Finished,
    Refunded, ///< cancelled or failed, money back
    Expired,
    NotBought, ///< definitely refused or confirmed as not charged
};

/// Whether the provider may still change something about it by itself.
constexpr bool isLive(OrderStatus s)
{
    return s == OrderStatus::Buying || s == OrderStatus::Unconfirmed || s == OrderStatus::Waiting ||
           s == OrderStatus::CodeReceived;
}

/// What a provider said about an order, in its answer to a purchase, a check or a change. Members it did
/// not mention are unknown, and change nothing.
struct OrderReport
{
    QString id;
    QString number;                    ///< raw, as the provider writes it
    QString service;                   ///< in a list of orders: the service's id or name
    std::optional<Offer> offer;        ///< in a list of orders: what was bought, as far as it says
    QString renewId;                   ///< what renewals of a rental are asked for with; empty: not said
    std::optional<OrderStatus> status; ///< nothing: a word nobody knows; see `statusWord`
    QString statusWord;                ///< the provider's own word
    std::optional<Money> price;
    std::optional<Money> refunded;
    std::optional<Money> balanceAfter;
    QDateTime expiresAt; ///< UTC; invalid: not said
    /// How far `expiresAt` may be off, because it was written without a zone: an expiry known already that is
    /// this near stays.
    std::chrono::seconds expirySlack{0};
    std::chrono::seconds lifetime{0}; ///< from the purchase; counts while `expiresAt` is invalid; 0: not said
    QDateTime boughtAt;               ///< in a list of orders, UTC; invalid: not said
    std::optional<QList<Message>> messages; ///< all of them, oldest first; nothing: not said
    QString code; ///< the newest code where the provider has a field for it; empty: not said
    std::optional<int> resendCount;
    QDateTime resendLockedUntil; ///< UTC; invalid: not locked
    QDateTime serverTime;        ///< the answer's Date header, UTC; invalid: not there
    QList<OrderReport> more;     ///< the others, where several were bought at once; an id may be missing
};

/// One page of an account's own list of orders, newest first.
struct OrderPage
{
    QList<OrderReport> orders;
    bool hasMore = false;
};

/// An order as we know it: what was bought, from which account, and where it stands.
struct Order
{
    qint64 key = 0; ///< the journal's own id, known before anything is sent
    QString accountId;
    QString providerId;
    Offer offer;
    PurchaseOptions options;
    QString idempotencyKey; ///< fixed with the intent; sent where the provider takes one
    QString id;             ///< the provider's order id; empty until it is known
    QString number;         ///< raw
    OrderStatus status = OrderStatus::Buying;
    QString statusWord;         ///< the provider's last word
    std::optional<Money> price; ///< charged, or expected until that is known
    std::optional<Money> refunded;
    std::optional<Money> balanceBefore;
    std::optional<Money> balanceAfter;
    QDateTime createdAt;     ///< UTC, of the intent
    QDateTime boughtAt;      ///< UTC, when the purchase was answered; cooldowns count from here
    QDateTime expiresAt;     ///< UTC; invalid where unknown
    QDateTime endedAt;       ///< UTC; invalid while live
    QList<Message> messages; ///< oldest first
    QString code;            ///< the current (newest) code; empty: none
    int resendCount = 0;
    QDateTime resendLockedUntil; ///< UTC; invalid: not locked
    bool resendPending = false;  ///< asked for, and no new message since
    qint64 replacedBy = 0;       ///< journal key of the order that took its place
    qint64 replaces = 0;         ///< journal key of the order whose place it took
    qint64 renews = 0;           ///< of a renewal: journal key of the rental it prolongs
    QString renewId;             ///< of a rental: what the provider renews it by; empty: not known yet
    QDateTime warnedAt;          ///< UTC, of the last warning that it expires soon; invalid: none
    QDateTime cancelAt;          ///< UTC, when it is cancelled if no message has come; invalid: never

    friend bool operator==(const Order &, const Order &) = default;
};

/// Whether something may be done with an order now, later, or not at all.
struct Permission
{
    enum class State { Allowed, From, Never };
    /// Why not; the window has a sentence for each.
    enum class Reason {
        None,
        Cooldown,             ///< From: the provider's waiting time is not over
        NotOffered,           ///< the provider has no such function (for this line)
        NoMessageYet,         ///< needs a message first
        AlreadyHasMessage,    ///< a message has come: no refund any more
        WaitingForNewMessage, ///< one resend per message
        Ended,                ///< the order is over
        NotConfirmed,         ///< nothing can be asked before the purchase is confirmed
        NoAccount,            ///< the account was removed, or its key is missing
    };
    State state = State::Never;
    Reason reason = Reason::None;
    QDateTime from; ///< UTC, with State::From

    static Permission allowed() { return {State::Allowed, Reason::None, {}}; }
    static Permission never(Reason why) { return {State::Never, why, {}}; }
    static Permission after(QDateTime when, Reason why = Reason::Cooldown)
    {
        return {State::From, why, when};
    }
    bool isAllowed() const { return state == State::Allowed; }
    friend bool operator==(const Permission &, const Permission &) = default;
};

/// What may be done with an order at a moment: data for buttons, menus and the engine alike.
struct OrderActions
{
    Permission cancel;
    Permission finish;
    Permission resend;
    Permission replace;
    Permission renew{}; ///< of a rental
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::Order)
Q_DECLARE_METATYPE(otpdesk::Message)
