#pragma once

#include "providers/provider.h"
#include "providers/types/topup.h"

namespace otpdesk {

/// Where money is paid into an account by invoice. Every future ends in the calling thread.
class TopUpDesk
{
public:
    virtual ~TopUpDesk() = default;

    virtual TopUpTerms terms() const = 0;
    /// Makes an invoice, or returns the one made before under the same key.
    virtual Async<TopUpReport> create(Money amount, const QString &idempotencyKey) = 0;
    virtual Async<TopUpReport> check(const QString &id, Priority priority) = 0;
};

} // namespace otpdesk
