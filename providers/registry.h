#pragma once

#include "providers/provider.h"

#include <QList>

#include <memory>

namespace otpdesk {

/// A provider this application knows: what is fixed about it, and how to make an account of it.
struct ProviderEntry
{
    const ProviderInfo &(*info)();
    std::unique_ptr<Provider> (*make)(Connection connection);
};

/// All of them, in the order they are offered to a person.
const QList<ProviderEntry> &providerRegistry();

/// The entry with this id; null when unknown (an account of a newer version).
const ProviderEntry *findProvider(const QString &id);

} // namespace otpdesk
