#pragma once

#include "models/accounts/account.h"
#include "providers/types/result.h"

#include <QObject>

namespace otpdesk {

/// Why a secret could not be read or written.
enum class SecretProblem {
    NoStore,  ///< there is no such store on this machine
    Locked,   ///< the user did not unlock it
    TimedOut, ///< it does not answer
    Failed,   ///< it answered with an error; see `detail`
};

/// What a secret store says. `ok` with an empty `secret` after a read: nothing is kept under that name.
struct SecretReply
{
    bool ok = false;
    QString secret;
    SecretProblem problem = SecretProblem::Failed; ///< when not ok
    QString detail;                                ///< the store's words; never holds a secret
};

/// A home for API keys. Calls never block; each ends once, within seconds, also where the service hangs.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual SecretHome home() const = 0;
    /// Whether it can be used at all (there is a service, it answers). May prompt nobody.
    virtual QFuture<bool> probe() = 0;
    virtual QFuture<SecretReply> read(const QString &name) = 0;
    virtual QFuture<SecretReply> write(const QString &name, const QString &secret, const QString &label) = 0;
    virtual QFuture<SecretReply> erase(const QString &name) = 0;
};

} // namespace otpdesk
