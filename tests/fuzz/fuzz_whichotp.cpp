#include "providers/whichotp/whichotpwire.h"
#include "tests/fuzz/wirereader.h"

#include <iterator>

namespace otpdesk::fuzz {

using namespace whichotp;

namespace {

using enum WireReader::Of;

constexpr WireReader readers[] = {
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readBalance(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readServices(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readPurchase(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readOrder(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readCancellation(r)); }},
};

void run(QByteArrayView input)
{
    readWire(input, readers, Currency::fromCode(u"USD"));
}

} // namespace

const Target whichotpTarget{"whichotp", run, std::size(readers)};

} // namespace otpdesk::fuzz
