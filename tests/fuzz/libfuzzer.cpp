#include "tests/fuzz/target.h"

// One program for each target: OTPDESK_FUZZ_TARGET is its name in target.h.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    otpdesk::fuzz::OTPDESK_FUZZ_TARGET.run(
        QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
