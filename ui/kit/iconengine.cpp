#include "ui/kit/iconengine.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <array>

using namespace Qt::StringLiterals;

// Outside the namespace, as Q_INIT_RESOURCE demands: a static library's resources are not found otherwise.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace otpdesk {

namespace {

// In the order of Icon: the names of the drawings.
constexpr std::array<const char *, IconCount> Names{
    "bell",    "cancel",  "cart",  "check", "clock", "collapsed", "copy",    "error",  "expanded",
    "eye",     "globe",   "group", "home",  "info",  "key",       "link",    "list",   "mail",
    "message", "minus",   "more",  "phone", "plus",  "refresh",   "resend",  "search", "settings",
    "star",    "starred", "swap",  "tag",   "undo",  "wallet",    "warning",
};

/// The drawing closest to `pixels`. A scaled one starts from the largest, which shrinks without blur.
QImage loadMask(Icon symbol, int pixels)
{
    initIcons();
    const char *suffix = pixels == 24 ? "" : pixels == 48 ? "@2x" : "@3x";
    const QString name = QLatin1StringView(Names[static_cast<size_t>(symbol)]) + QLatin1StringView(suffix);
    QImage mask(u":/otpdesk/icons/%1.png"_s.arg(name));
    mask.setDevicePixelRatio(1);
    if (mask.width() != pixels)
        mask = mask.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return mask.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

/// Paints one alpha mask in a colour taken from the palette only when it is painted.
class MaskIconEngine : public QIconEngine
{
public:
    MaskIconEngine(Icon symbol, std::optional<QColor> color) : m_symbol(symbol), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const int side = qMin(size.width(), size.height());
        QPixmap pixmap = iconPixmap(m_symbol, tint(mode), side, 1);
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return {side, side};
    }

    QIconEngine *clone() const override { return new MaskIconEngine(*this); }
    QString key() const override { return u"otpdesk-mask"_s; }
    bool isNull() override { return false; }

private:
    QColor tint(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_color.value_or(palette.color(QPalette::ButtonText));
    }

    Icon m_symbol;
    std::optional<QColor> m_color;
};

} // namespace

QIcon icon(Icon symbol)
{
    return QIcon(new MaskIconEngine(symbol, std::nullopt));
}

QIcon icon(Icon symbol, const QColor &color)
{
    return QIcon(new MaskIconEngine(symbol, color));
}

QPixmap iconPixmap(Icon symbol, const QColor &color, int size, qreal devicePixelRatio)
{
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    const QString key = u"otpdesk/%1/%2/%3"_s.arg(int(symbol)).arg(pixels).arg(color.rgba(), 8, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QImage image = loadMask(symbol, pixels);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        pixmap = QPixmap::fromImage(image);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon appIcon()
{
    initIcons();
    QIcon result;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        result.addFile(u":/otpdesk/icons/app-%1.png"_s.arg(size), QSize(size, size));
    return result;
}

} // namespace otpdesk
