#include "tests/bench/gallery/chapters.h"
#include "tests/support/watchbench.h"
#include "ui/watches/watchdialog.h"
#include "ui/watches/watcheslist.h"

namespace otpdesk {

using namespace std::chrono_literals;

namespace {

void drawLists(const Camera &camera)
{
    WatchFloor floor;
    WatchBench bench(floor);
    if (!bench.open() || !bench.add(u"one"_s))
        qFatal("no journal");
    WatchesList empty(bench.watcher, bench.catalog, floor.clock);
    camera.shoot(empty, u"list-empty"_s);
    const QList<Offer> offers{WatchBench::offer("12.40", 340), WatchBench::offer("20", 0, u"WhatsApp"_s),
                              WatchBench::offer("18.75", 12, u"Google, YouTube, Gmail"_s)};
    floor.one.pages[u"pk"_s] = {offers, {}};
    bench.catalog.putShelf(u"one"_s, WatchBench::shelf(), offers);
    bench.watch(WatchBench::market(), WatchBench::inr("15"));
    bench.watch(WatchBench::market(u"WhatsApp"_s));
    bench.watch(WatchBench::market(u"Google, YouTube, Gmail"_s), WatchBench::inr("9.5"));
    bench.pass(200s);
    bench.watch(WatchBench::market(u"Signal"_s));
    WatchesList list(bench.watcher, bench.catalog, floor.clock);
    camera.shoot(list, u"list"_s);
}

} // namespace

void drawWatches(const Camera &camera)
{
    const Offer offer = WatchBench::offer("20", 340);
    std::optional<WatchFinding> cheapest(WatchFinding{u"one"_s, offer, offer.price});
    WatchDialog::Question question{WatchBench::market(),
                                   [&](Currency) {
                                       return WatchDialog::Now{cheapest, u"ZapOTP"_s};
                                   },
                                   std::nullopt,
                                   {Currency::fromCode(u"INR"), Currency::fromCode(u"IDR")}};
    const auto draw = [&](const QString &name) {
        WatchDialog dialog(question);
        camera.shoot(dialog, name);
    };
    draw(u"dialog-new"_s);
    question.existing = Watch{1, question.market, WatchBench::inr("25"), {}};
    draw(u"dialog-existing"_s);
    question.existing.reset();
    cheapest.reset();
    draw(u"dialog-sold-out"_s);
    drawLists(camera);
}

} // namespace otpdesk
