#include "tests/bench/catalog/heap.h"

#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#include <malloc.h>
#define OTPDESK_HAS_MALLINFO2
#endif

namespace otpdesk {

std::optional<qint64> heapInUse()
{
#ifdef OTPDESK_HAS_MALLINFO2
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return std::nullopt;
#endif
}

} // namespace otpdesk
