#pragma once

#include "providers/types/money.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace otpdesk {

/// Where an invoice stands. The first two are ours: no provider has answered yet.
enum class TopUpStatus {
    Creating,    ///< intent recorded, request under way
    Unconfirmed, ///< sent, and no readable answer: it is asked for again under the same key
    Pending,     ///< waiting for the payment
    Paid,
    Expired,
    Failed,     ///< the provider says so
    NotCreated, ///< definitely refused, or given up
};

constexpr bool isLive(TopUpStatus s)
{
    return s == TopUpStatus::Creating || s == TopUpStatus::Unconfirmed || s == TopUpStatus::Pending;
}

/// What a provider says about an invoice. Members it did not mention are unknown, and change nothing.
struct TopUpReport
{
    QString id;
    std::optional<Money> amount;      ///< what the balance grows by
    std::optional<Money> totalAmount; ///< what is to be paid: the amount and a few units that tell it apart
    QUrl paymentUrl;
    std::optional<TopUpStatus> status; ///< nothing: a word nobody knows; see `statusWord`
    QString statusWord;
    QDateTime expiresAt;  ///< UTC; invalid: not said
    QDateTime createdAt;  ///< UTC; invalid: not said
    QDateTime paidAt;     ///< UTC; invalid: not paid, or not said
    QDateTime serverTime; ///< the answer's Date header, UTC; invalid: not there
};

/// An invoice as we know it.
struct TopUp
{
    qint64 key = 0; ///< the journal's own id, known before anything is sent
    QString accountId;
    QString providerId;
    QString idempotencyKey; ///< fixed with the intent: a repeat returns the same invoice
    QString id;             ///< the provider's; empty until it is known
    Money amount;
    std::optional<Money> totalAmount; ///< what is to be paid
    QUrl paymentUrl;                  ///< as it came; opened only when it is https
    TopUpStatus status = TopUpStatus::Creating;
    QString statusWord;  ///< the provider's last word
    QString error;       ///< the provider's own words when it refused; untrusted text
    QDateTime createdAt; ///< UTC, of the intent
    QDateTime expiresAt; ///< UTC; invalid where unknown
    QDateTime paidAt;    ///< UTC; invalid where unknown
    QDateTime endedAt;   ///< UTC; invalid while live

    friend bool operator==(const TopUp &, const TopUp &) = default;
};

/// What is fixed about paying in at a provider.
struct TopUpTerms
{
    Money minimum;
    std::chrono::seconds lifetime{1800}; ///< of an invoice where the provider does not say
    std::chrono::seconds pollEvery{10};
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::TopUp)
