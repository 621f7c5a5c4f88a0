// Draws the dialogs about watched offers in their states into PNG files:
//     otpdesk_gallery_watches DIR
// Run with -platform offscreen; QT_SCALE_FACTOR=2 gives the pictures of a dense screen.

#include "tests/support/watchbench.h"
#include "ui/watches/watchdialog.h"
#include "ui/watches/watcheslist.h"
#include "ui/kit/plaintextguard.h"

#include <QApplication>
#include <QDir>
#include <QStyleFactory>

using namespace otpdesk;
using namespace std::chrono_literals;

namespace {

const QList<Currency> Currencies{Currency::fromCode(u"INR"), Currency::fromCode(u"IDR")};

QPalette darkPalette()
{
    QPalette palette(QColor(0x2d, 0x2f, 0x33), QColor(0x2a, 0x2c, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1f, 0x21, 0x24));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

void shoot(QWidget &widget, const QString &file)
{
    widget.show();
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    widget.grab().save(file);
}

void drawDialogs(const QString &base)
{
    const Offer offer = WatchBench::offer("20", 340);
    WatchDialog::Question question{WatchBench::market(), WatchFinding{u"one"_s, offer, offer.price},
                                   u"ZapOTP"_s, std::nullopt, Currencies};
    WatchDialog fresh(question);
    shoot(fresh, base + u"dialog-new.png"_s);
    question.existing = Watch{1, question.market, WatchBench::inr("25"), {}};
    WatchDialog existing(question);
    shoot(existing, base + u"dialog-existing.png"_s);
    question.existing.reset();
    question.cheapest.reset();
    WatchDialog soldOut(question);
    shoot(soldOut, base + u"dialog-sold-out.png"_s);
}

void drawLists(const QString &base)
{
    WatchFloor floor;
    WatchBench bench(floor);
    if (!bench.open() || !bench.add(u"one"_s))
        qFatal("no journal");
    WatchesList empty(bench.watcher, bench.catalog, floor.clock);
    shoot(empty, base + u"list-empty.png"_s);
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
    shoot(list, base + u"list.png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    PlainTextGuard guard(&app);
    const QString folder = QCoreApplication::arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    const QPalette light = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : light);
        const QString base = folder + u'/' + (dark ? u"dark-"_s : u"light-"_s);
        drawDialogs(base);
        drawLists(base);
    }
    return 0;
}
