#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

#include <optional>

namespace otpdesk {

/// The drawings in resources/icons, by name.
enum class Icon {
    Bell,
    Cancel,
    Cart,
    Check,
    Clock,
    Collapsed,
    Copy,
    Error,
    Expanded,
    Eye,
    Globe,
    Group,
    Home,
    Info,
    Key,
    Link,
    List,
    Mail,
    Message,
    Minus,
    More,
    Phone,
    Plus,
    Refresh,
    Resend,
    Search,
    Settings,
    Star,
    Starred,
    Swap,
    Tag,
    Undo,
    Wallet,
    Warning,
};
constexpr int IconCount = 34;

/// A symbol in the text colour of the palette at the moment of painting, so that it follows a change of
/// theme.
QIcon icon(Icon symbol);
/// The same in one colour of its own.
QIcon icon(Icon symbol, const QColor &color);
/// One picture of `size` device-independent pixels.
QPixmap iconPixmap(Icon symbol, const QColor &color, int size, qreal devicePixelRatio);
/// The application's own, in colour, 16 to 256 pixels.
QIcon appIcon();

} // namespace otpdesk
