#include "providers/registry.h"

#include "providers/otpget/otpgetprovider.h"
#include "providers/otpwall/otpwallprovider.h"
#include "providers/otpzap/otpzapprovider.h"
#include "providers/whichotp/whichotpprovider.h"
#include "providers/zapotp/zapotpprovider.h"

#include <algorithm>

namespace otpdesk {

namespace {

template <typename P>
constexpr ProviderEntry entryOf()
{
    return {&P::descriptor, [](Connection connection) -> std::unique_ptr<Provider> {
                return std::make_unique<P>(std::move(connection));
            }};
}

} // namespace

const QList<ProviderEntry> &providerRegistry()
{
    static const QList<ProviderEntry> entries = {entryOf<OtpZapProvider>(), entryOf<ZapOtpProvider>(),
                                                 entryOf<WhichOtpProvider>(), entryOf<OtpWallProvider>(),
                                                 entryOf<OtpGetProvider>()};
    return entries;
}

const ProviderEntry *findProvider(const QString &id)
{
    const auto &all = providerRegistry();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const ProviderEntry &e) { return e.info().id == id; });
    return found == all.cend() ? nullptr : &*found;
}

} // namespace otpdesk
