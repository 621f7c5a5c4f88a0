#include "tests/fault/crashes/dyingdisk.h"

namespace otpdesk::dyingdisk {

bool isAvailable()
{
    return false;
}

int writes()
{
    return 0;
}

void dieAt(int, Death) {}
void failFrom(int, int) {}
void heal() {}

} // namespace otpdesk::dyingdisk
