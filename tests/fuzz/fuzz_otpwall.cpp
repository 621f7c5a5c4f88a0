#include "providers/otpwall/otpwallwire.h"
#include "tests/fuzz/wirereader.h"

#include <iterator>

namespace otpdesk::fuzz {

using namespace otpwall;

namespace {

using enum WireReader::Of;

/// The same list for both: its countries become shelves, its services what stands on the first of them.
void readLists(const HttpReply &reply, const Rules &rules, quint8)
{
    const Result<QList<Entry>> entries = readEntries(reply);
    if (!entries)
        return rules.ofError(entries.error());
    for (const Entry &entry : *entries)
        rules.ofLines({entry.code, entry.name});
    const QList<Shelf> shelves = shelvesOf(*entries);
    rules.ofValue(ShelfPage{{}, shelves});
    if (!shelves.isEmpty())
        rules.ofValue(offersOn(shelves.first(), *entries));
}

constexpr WireReader readers[] = {
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readBalance(r)); }},
    {Read, readLists},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readPurchase(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readStatus(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readChange(r)); }},
};

void run(QByteArrayView input)
{
    readWire(input, readers, Currency::fromCode(u"USD"));
}

} // namespace

const Target otpwallTarget{"otpwall", run, std::size(readers)};

} // namespace otpdesk::fuzz
