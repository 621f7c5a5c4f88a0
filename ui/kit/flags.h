#pragma once

#include <QFont>
#include <QPixmap>
#include <QString>

namespace otpdesk {

/// A country's flag as text, where an installed font has it as one glyph of its own; empty elsewhere. (Segoe
/// UI Emoji of Windows has letters in its place.) `iso` is a code of two letters. Only for the GUI thread;
/// cheap after the first time.
QString flagOf(const QString &iso);

/// `base`, and for what it lacks the font that has the flags: without it the first flag drawn costs a search
/// through all fonts.
QFont flagFont(const QFont &base);

/// The flag as it is drawn with that font; null where flagOf() has none. `ink`: the colour of flags that are
/// no pictures themselves; `density`: device pixels in a pixel.
QPixmap flagPicture(const QString &iso, const QFont &base, const QColor &ink, qreal density);

} // namespace otpdesk
