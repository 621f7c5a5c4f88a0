#include "ui/kit/flags.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QTextLayout>

#include <optional>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView NoCountry("ZZ"); // nor will it ever be one: some fonts have a placeholder for it

/// The two regional indicators that stand for a flag together.
QString indicatorsOf(const QString &iso)
{
    QString pair;
    for (const QChar letter : iso) {
        const char16_t upper = letter.toUpper().unicode();
        if (upper < u'A' || upper > u'Z')
            return {};
        pair += QChar::fromUcs4(U'\U0001F1E6' + (upper - u'A'));
    }
    return iso.size() == 2 ? pair : QString();
}

/// The one glyph that a text is drawn with.
std::optional<quint32> glyphOf(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QList<quint32> glyphs;
    const QList<QGlyphRun> runs = layout.glyphRuns();
    for (const QGlyphRun &run : runs)
        glyphs += run.glyphIndexes();
    if (glyphs.size() != 1 || glyphs.first() == 0)
        return std::nullopt;
    return glyphs.first();
}

bool isFlag(const QString &iso, const QFont &font)
{
    const QString pair = indicatorsOf(iso);
    const auto glyph = pair.isEmpty() ? std::nullopt : glyphOf(pair, font);
    return glyph && glyph != glyphOf(indicatorsOf(QString(NoCountry)), font);
}

QFont withFamily(const QFont &base, const QString &family)
{
    QFont font = base;
    font.setFamilies(base.families() << family);
    return font;
}

/// Looked for by name: to have the fonts searched for a character takes some 40 ms where none has it.
QString familyWithFlags()
{
    const QStringList families = QFontDatabase::families();
    for (const QString &family : families) {
        if ((family.contains("emoji"_L1, Qt::CaseInsensitive) ||
             family.contains("joypixels"_L1, Qt::CaseInsensitive)) &&
            isFlag(u"US"_s, withFamily(QGuiApplication::font(), family)))
            return family;
    }
    return {};
}

/// What was found out about the fonts that are installed.
struct Known
{
    std::optional<QString> family;
    QHash<QString, QString> flags;
};

Known &known()
{
    static Known all;
    static const bool forgets =
        QObject::connect(qGuiApp, &QGuiApplication::fontDatabaseChanged, qGuiApp, [] { all = {}; });
    Q_UNUSED(forgets)
    if (!all.family)
        all.family = familyWithFlags();
    return all;
}

} // namespace

QString flagOf(const QString &iso)
{
    Known &all = known();
    if (all.family->isEmpty())
        return {};
    const auto found = all.flags.constFind(iso);
    if (found != all.flags.cend())
        return *found;
    const QString flag = isFlag(iso, flagFont(QGuiApplication::font())) ? indicatorsOf(iso) : QString();
    all.flags.insert(iso, flag);
    return flag;
}

QFont flagFont(const QFont &base)
{
    const QString family = *known().family;
    return family.isEmpty() ? base : withFamily(base, family);
}

/// Fonts have their flags as compressed pictures, which Qt unpacks each time that it draws one: a window full
/// of them would take longer to paint than a frame lasts.
QPixmap flagPicture(const QString &iso, const QFont &base, const QColor &ink, qreal density)
{
    const QString flag = flagOf(iso);
    if (flag.isEmpty())
        return {};
    const QString key = u"flag %1 %2 %3 %4"_s.arg(iso, base.key(), ink.name()).arg(density);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    const QFont font = flagFont(base);
    const QFontMetrics metrics(font);
    picture = QPixmap(QSize(metrics.horizontalAdvance(flag), metrics.height()) * density);
    picture.setDevicePixelRatio(density);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QPointF(0, metrics.ascent()), flag);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace otpdesk
