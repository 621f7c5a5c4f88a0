#pragma once

#include "providers/types/money.h"

#include <QString>
#include <QUrl>

namespace otpdesk {

/// Where an account's key is kept.
enum class SecretHome {
    Keyring, ///< the platform's store
    File,    ///< a file only the user can read
    Session, ///< memory; gone when the application quits
};

/// How much an account may spend without an explicit yes. In the provider's currency; nothing: no limit.
struct SpendLimits
{
    std::optional<Money> perDay;   ///< since midnight, local time, with the purchase in question
    std::optional<Money> askAbove; ///< a single purchase

    bool isSet() const { return perDay || askAbove; }
    friend bool operator==(const SpendLimits &, const SpendLimits &) = default;
};

/// A person's account at a provider, without its key.
struct Account
{
    QString id; ///< UUID, ours
    QString providerId;
    QString label;
    QUrl baseUrl;
    SecretHome keyHome = SecretHome::Session;
    SpendLimits limits{};

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace otpdesk
