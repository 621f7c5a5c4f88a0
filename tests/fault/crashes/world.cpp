#include "tests/fault/crashes/world.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

Script worldOf(quint32 seed)
{
    Script script = quietScript();
    script.seed = seed;
    return script;
}

} // namespace

CrashWorld::CrashWorld(quint32 seed) : simulator(clock, worldOf(seed)), cashier(simulator)
{
    simulator.start();
    for (const QString &id : simulator.providerIds()) {
        simulator.setBalance(id, simulator.balance(id) * 1000);
        simulator.changeOffers(
            id, [](const Offer &offer) { return offer.stock > 0; }, [](Offer &offer) { offer.stock = 1000; });
    }
}

void CrashWorld::start(const QString &arms)
{
    buyer = std::make_unique<BuyerProcess>(profile.path());
    for (const QString &id : simulator.providerIds())
        buyer->tell(
            u"account account-%1 %1 %2 %3"_s.arg(id, simulator.baseUrl(id).toString(), simulator.key(id)));
    if (!arms.isEmpty())
        buyer->tell(arms);
    buyer->tell(u"open %1"_s.arg(clock.utc().toMSecsSinceEpoch()));
}

void CrashWorld::skip(std::chrono::milliseconds span)
{
    if (buyer && buyer->isRunning())
        buyer->tell(u"skip %1"_s.arg(span.count()));
    clock.skip(span);
}

void CrashWorld::click(int call, int offer)
{
    const Spending &spending = spendings()[call];
    cashier.expect(call, u"click %1"_s.arg(++clicks));
    if (spending.needsOrder())
        buyer->tell(u"%1 %2"_s.arg(spending.isRenewal ? u"renew"_s : u"replace"_s).arg(key));
    else
        buyer->tell(u"buy %1 %2"_s.arg(call).arg(offer));
}

} // namespace otpdesk
