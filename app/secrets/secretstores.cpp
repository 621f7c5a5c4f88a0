#include "app/secrets/secretstores.h"

#include "app/secrets/filestore.h"
#include "app/secrets/sessionstore.h"
#ifdef OTPDESK_SECRET_SERVICE
#include "app/secrets/secretservicestore_linux.h"
#endif

namespace otpdesk {

std::vector<std::unique_ptr<SecretStore>> secretStores(const QString &secretsFile)
{
    std::vector<std::unique_ptr<SecretStore>> stores;
#ifdef OTPDESK_SECRET_SERVICE
    stores.push_back(std::make_unique<SecretServiceStore>());
#endif
    stores.push_back(std::make_unique<FileStore>(secretsFile));
    stores.push_back(std::make_unique<SessionStore>());
    return stores;
}

} // namespace otpdesk
