#pragma once

#include <QString>
#include <QUrl>

namespace otpdesk {

/// Where an account's key is kept.
enum class SecretHome {
    Keyring, ///< the platform's store
    File,    ///< a file only the user can read
    Session, ///< memory; gone when the application quits
};

/// A person's account at a provider, without its key.
struct Account
{
    QString id; ///< UUID, ours
    QString providerId;
    QString label;
    QUrl baseUrl;
    SecretHome keyHome = SecretHome::Session;

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace otpdesk
