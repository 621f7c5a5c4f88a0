#include "providers/otpzap/otpzapcatalog.h"
#include "providers/otpzap/otpzapmailcatalog.h"
#include "providers/otpzap/otpzapmailwire.h"
#include "providers/otpzap/otpzaptopupwire.h"
#include "providers/otpzap/otpzapwebhookwire.h"
#include "providers/otpzap/otpzapwire.h"
#include "providers/wire/signature.h"
#include "tests/fuzz/wirereader.h"

#include <iterator>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;
using namespace otpzap;

namespace {

using enum WireReader::Of;

Offer offerOn(QStringView line)
{
    Offer offer;
    offer.line = line.toString();
    offer.service = u"WhatsApp"_s;
    offer.serviceId = u"12"_s;
    offer.countryId = u"6"_s;
    offer.productId = u"345"_s;
    return offer;
}

void readShelves(const HttpReply &reply, const Rules &rules, quint8 variation)
{
    static const QString paths[] = {u"s1"_s, u"s1/6"_s, u"s1/6/platforms"_s, u"s1/6/12/2/abc/def"_s,
                                    u"s2"_s, u"s2/6"_s, u"special"_s,        u"s1/6//500//"_s};
    Shelf shelf;
    shelf.path = paths[variation % std::size(paths)];
    const Result<ShelfPage> page = readShelf(shelf, reply);
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
    const Shelf shelf = variation % 2 ? mailShelfOf(u"openai.com"_s) : Shelf();
    const Result<ShelfPage> page = readMailShelf(shelf, reply);
    rules.of(page);
    if (!page)
        return;
    for (const Shelf &next : page->shelves)
        holds(mailShelfRequest(next).has_value(), "a listed shelf can be opened");
}

void readWebhook(const HttpReply &reply, const Rules &rules, quint8 variation)
{
    WebhookUpdate update;
    update.url = u"https://example.org/otp"_s;
    update.events = webhookEvents();
    update.isActive = variation % 2;
    rules.of(readWebhookUpdated(update, reply));
}

/// What the provider sends and a person pastes, instead of an answer.
void readSignature(const HttpReply &reply, const Rules &, quint8 variation)
{
    const QByteArray secret = reply.body.left(variation);
    const QString text = QString::fromUtf8(secret);
    const QByteArray payload = reply.body.mid(variation);
    const QString right = QString::fromLatin1(hmacSha256Hex(payload, text.toUtf8()));
    if (!text.isEmpty())
        holds(signatureMatches(payload, text, right), "a right signature matches");
    holds(!signatureMatches(payload, text, right.chopped(1)), "a shorter one does not");
    static_cast<void>(signatureMatches(payload, u"secret"_s, QString::fromUtf8(payload)));
}

/// Arguments that come from people.
void writeRequests(const HttpReply &reply, const Rules &rules, quint8)
{
    const QString text = QString::fromUtf8(reply.body);
    rules.ofRequest(checkRequest(text));
    rules.ofRequest(cancelRequest(text));
    rules.ofRequest(mailCheckRequest(text));
    isLine(siteIn(text), "a site is one line", 300);
    WebhookUpdate update;
    update.url = text;
    update.events = webhookEvents();
    update.secret = text;
    static_cast<void>(webhookProblem(update));
}

constexpr WireReader readers[] = {
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readBalance(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readCreated(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readChecked(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readCancelled(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readFinished(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readResent(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readReplaced(r)); }},
    {Read, readShelves},
    {Read,
     [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readOperators(offerOn(LineS2), r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.ofPurchase(readMailCreated(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailChecked(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailReordered(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailCancelled(r)); }},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readMailFinished(r)); }},
    {Read, readMailShelves},
    {Change, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readTopUpCreated(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readTopUpChecked(r)); }},
    {Read, [](const HttpReply &r, const Rules &rules, quint8) { rules.of(readWebhookState(r)); }},
    {Change, readWebhook},
    {Read, readSignature},
    {Read, writeRequests},
};

void run(QByteArrayView input)
{
    readWire(input, readers, currency());
}

} // namespace

const Target otpzapTarget{"otpzap", run, std::size(readers)};

} // namespace otpdesk::fuzz
