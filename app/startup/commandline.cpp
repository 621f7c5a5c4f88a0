#include "app/startup/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr int MostTourOffers = 5'000'000;

CommandLine refused(const QString &why)
{
    return {std::nullopt, u"otpdesk: "_s + why + u"\n"_s + Words::tr("Try 'otpdesk --help'.") + u"\n"_s, 2};
}

/// Nothing is made here: a folder that is not there yet will be made, a file in its place will not go away.
bool isUsableFolder(const QString &path)
{
    return !path.trimmed().isEmpty() && (!QFileInfo::exists(path) || QFileInfo(path).isDir());
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    const QString dir = u"DIR"_s;
    const QCommandLineOption demo(
        u"demo"_s, Words::tr("Try everything on a simulated provider. Nothing is bought, no real money."));
    const QCommandLineOption profile(u"profile"_s, Words::tr("Keep all data in the folder DIR."), dir);
    const QCommandLineOption minimized(u"minimized"_s, Words::tr("Start without showing the window."));
    const QCommandLineOption tour(
        u"tour"_s,
        Words::tr("Go through the main job on a simulated provider and save a picture of each step in DIR."),
        dir);
    const QCommandLineOption offers(
        u"offers"_s,
        Words::tr(
            "With --tour: load N more offers and only go through the catalog, to see that nothing stalls."),
        u"N"_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, Words::tr("Print the version and exit."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Words::tr("Print this help and exit."));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("One window for numbers and one-time codes of several providers."));
    parser.addOptions({demo, profile, minimized, tour, offers, version, help});
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(version))
        return {std::nullopt, u"otpdesk %1\n"_s.arg(QLatin1StringView(OTPDESK_VERSION)), 0};
    if (!parser.positionalArguments().isEmpty())
        return refused(Words::tr("'%1' is not expected.").arg(parser.positionalArguments().constFirst()));

    for (const QCommandLineOption &option : {profile, tour}) {
        if (parser.isSet(option) && !isUsableFolder(parser.value(option)))
            return refused(Words::tr("--%1 needs a folder, and '%2' is none.")
                               .arg(option.names().constFirst(), parser.value(option)));
    }
    if (parser.isSet(tour) && parser.isSet(minimized))
        return refused(Words::tr("--tour shows the window: leave out --minimized."));
    bool isNumber = false;
    const int tourOffers = parser.value(offers).toInt(&isNumber);
    if (parser.isSet(offers) && (!isNumber || tourOffers < 1 || tourOffers > MostTourOffers))
        return refused(Words::tr("--offers needs a number from 1 to %1.").arg(MostTourOffers));
    if (parser.isSet(offers) && !parser.isSet(tour))
        return refused(Words::tr("--offers needs --tour as well."));

    StartOptions options;
    options.demo = parser.isSet(demo);
    options.minimized = parser.isSet(minimized);
    options.profileDir = parser.value(profile);
    options.tourDir = parser.value(tour);
    options.tourOffers = tourOffers;
    return {options, {}, 0};
}

} // namespace otpdesk
