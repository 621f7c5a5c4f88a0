#include "tests/fuzz/target.h"

#include <cstdio>
#include <cstdlib>

namespace otpdesk::fuzz {

std::span<const Target *const> targets()
{
    static constexpr const Target *all[] = {&otpzapTarget, &zapotpTarget, &whichotpTarget, &otpwallTarget,
                                            &otpgetTarget, &codesTarget,  &moneyTarget,    &timeTarget,
                                            &httpTarget,   &htmlTarget};
    return all;
}

void holds(bool rule, const char *what)
{
    if (rule)
        return;
    std::fprintf(stderr, "\nDoes not hold: %s\n", what);
    std::abort();
}

} // namespace otpdesk::fuzz
