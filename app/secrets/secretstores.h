#pragma once

#include "models/accounts/secretstore.h"

#include <memory>
#include <vector>

namespace otpdesk {

/// The homes for keys there can be on this platform, best first. Whether the first one works on this machine
/// is told by its probe().
std::vector<std::unique_ptr<SecretStore>> secretStores(const QString &secretsFile);

} // namespace otpdesk
