#include "providers/zapotp/zapotpcatalog.h"
#include "providers/zapotp/zapotpwire.h"
#include "tests/fuzz/wirereader.h"

#include <iterator>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;
using namespace zapotp;

namespace {

using enum WireReader::Of;

void readShelves(const HttpReply &reply, const Rules &rules, quint8 variation)
{
    const QList<Shelf> shelves = rootPage().shelves;
    const Shelf &shelf = shelves[variation % shelves.size()];
    const Result<ShelfPage> page = readShelf(shelf, reply);
    rules.of(page);
    if (!page)
        return;
    for (const Offer &offer : page->offers)
        rules.ofRequest(poolsRequest(offer));
}

void readAllPools(const HttpReply &reply, const Rules &rules, quint8 variation)
{
    Offer offer;
    offer.line = (variation & 1 ? LineUsa : LineGlobal).toString();
    offer.service = u"WhatsApp"_s;
    offer.serviceId = u"whatsapp"_s;
    offer.countryId = u"US"_s;
    offer.variantId = variation & 2 ? u"1"_s : QString();
    offer.price = Money::fromText(u"450.00", currency());
    rules.of(readPools(offer, reply));
}

constexpr WireReader readers[] = {
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readBalance(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readRented(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readChecked(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readOrders(r)); }},
    {Read, readShelves},
    {Read, readAllPools},
};

void run(QByteArrayView input)
{
    readWire(input, readers, currency());
}

} // namespace

const Target zapotpTarget{"zapotp", run, std::size(readers)};

} // namespace otpdesk::fuzz
