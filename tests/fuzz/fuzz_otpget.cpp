#include "providers/otpget/otpgetlabels.h"
#include "providers/otpget/otpgetmailwire.h"
#include "providers/otpget/otpgetrentalwire.h"
#include "providers/otpget/otpgetwire.h"
#include "tests/fuzz/wirereader.h"

#include <iterator>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;
using namespace otpget;

namespace {

using enum WireReader::Of;

void readShelves(const HttpReply &reply, const Rules &rules, quint8 variation)
{
    static const QString paths[] = {u"sms"_s, u"cheap"_s, u"sms/1/6"_s, u"cheap/1/2"_s};
    Shelf shelf;
    shelf.path = paths[variation % std::size(paths)];
    shelf.title = u"Pakistan - Server 2"_s;
    const Result<ShelfPage> page = readShelf(reply, shelf);
    rules.of(page);
    if (!page)
        return;
    for (const Shelf &next : page->shelves)
        holds(shelfRequest(next).has_value(), "a listed shelf can be opened");
    for (const Offer &offer : page->offers)
        holds(shelfRequest(shelfOf(offer)).has_value(), "an offer is found again");
}

void readMailShelves(const HttpReply &reply, const Rules &rules, quint8 variation)
{
    const QList<Shelf> shelves = mailRoot().shelves;
    const Result<ShelfPage> page = readMailShelf(reply, shelves[variation % shelves.size()]);
    rules.of(page);
    if (!page)
        return;
    for (const Shelf &next : page->shelves)
        holds(mailShelfRequest(next).has_value(), "a listed shelf can be opened");
}

void readRentalShelves(const HttpReply &reply, const Rules &rules, quint8)
{
    const Result<ShelfPage> page = readRentalCountries(reply);
    rules.of(page);
    if (!page)
        return;
    for (const Shelf &next : page->shelves)
        holds(rentalPlaceOf(next).has_value(), "a listed shelf can be opened");
}

RentalPlace place(quint8 variation)
{
    return {variation & 1 ? u"2"_s : u"1"_s, u"ca"_s, variation & 2 ? u"Canada"_s : QString(), u"CA"_s};
}

QList<Offer> rentals(quint8 variation)
{
    Offer day;
    day.kind = OfferKind::Rental;
    day.duration = std::chrono::hours(24);
    day.variantId = place(variation).server;
    Offer month = day;
    month.duration = std::chrono::hours(720);
    return {day, month};
}

/// What a person asks for, and the words of labels.
void readWordsOfPeople(const HttpReply &reply, const Rules &rules, quint8)
{
    const QString text = QString::fromUtf8(reply.body);
    if (const auto shelf = mailShelfOfSite(text)) {
        rules.ofValue(ShelfPage{{}, {*shelf}});
        holds(mailShelfRequest(*shelf).has_value(), "a site's shelf can be opened");
    }
    rules.ofRequest(statusRequest(Line::Cheap, text));
    const Label label = readLabel(text);
    holds(!label.price || label.price->currency() == pkr(), "a label's price is in rupees");
    holds(isSameName(text, text), "a name is the same as itself");
}

constexpr WireReader readers[] = {
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readBalance(r)); }},
    {Read, readShelves},
    {Change,
     [](const HttpReply &r, const Rules &rules, quint8 variation) {
         rules.ofPurchase(readPurchase(r, variation & 1 ? Line::Cheap : Line::Sms));
     }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readStatus(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readFinish(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readCancellation(r)); }},
    {Read, readMailShelves},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readMailPurchase(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailCheck(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailCancellation(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailHistory(r)); }},
    {Read, readRentalShelves},
    {Read, [](const HttpReply &r, const Rules &rules,
              quint8 variation) { rules.of(readRentalPricing(r, place(variation))); }},
    {Read, [](const HttpReply &r, const Rules &rules,
              quint8 variation) { rules.ofValue(withRentalStock(r, rentals(variation))); }},
    {Change, [](const HttpReply &r, const Rules &rules,
                quint8 variation) { rules.ofPurchase(readRented(r, rentals(variation).first())); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readRentalMessages(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readRentals(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readRenewal(r)); }},
    {Read, readWordsOfPeople},
};

void run(QByteArrayView input)
{
    readWire(input, readers, pkr());
}

} // namespace

const Target otpgetTarget{"otpget", run, std::size(readers)};

} // namespace otpdesk::fuzz
