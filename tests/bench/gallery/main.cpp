#include "tests/bench/gallery/chapters.h"
#include "ui/kit/plaintextguard.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStyleFactory>
#include <QTextStream>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<QStringView, void (*)(const Camera &)> Chapters[] = {
    {u"kit", drawKit},         {u"orders", drawOrders},   {u"rentals", drawRentals},
    {u"inboxes", drawInboxes}, {u"catalog", drawCatalog}, {u"purchase", drawPurchase},
    {u"topups", drawTopUps},   {u"watches", drawWatches},
};

/// The folder, then the chapters.
QStringList argumentsOf(const QCoreApplication &application)
{
    QStringList known;
    for (const auto &[name, draw] : Chapters)
        known.append(name.toString());
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Draws the window's parts, light and dark, into PNG files to look at.\n"
                                     "QT_SCALE_FACTOR=2 gives the pictures of a dense screen."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"DIR"_s, u"Where the pictures go."_s);
    parser.addPositionalArgument(u"CHAPTER"_s, u"All of them where none is named: "_s + known.join(u", "_s),
                                 u"[CHAPTER...]"_s);
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        parser.showHelp(2);
    for (const QString &name : arguments.mid(1)) {
        if (!known.contains(name)) {
            QTextStream(stderr) << u"There is no chapter \"%1\", only: %2\n"_s.arg(name, known.join(u", "_s));
            std::exit(2);
        }
    }
    return arguments;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x2d, 0x2f, 0x33), QColor(0x2a, 0x2c, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1f, 0x21, 0x24));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

} // namespace

/// Needs no display: otpdesk_gallery DIR [CHAPTER...]
int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStringList chapters = argumentsOf(application);
    const QDir dir(chapters.takeFirst());
    dir.mkpath(u"."_s);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const PlainTextGuard guard(&application);
    const QPalette light = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : light);
        for (const auto &[name, draw] : Chapters) {
            if (chapters.isEmpty() || chapters.contains(name))
                draw(Camera(dir.filePath(u"%1-%2-"_s.arg(name, dark ? u"dark" : u"light"))));
        }
    }
    return 0;
}
