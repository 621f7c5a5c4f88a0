#pragma once

#include <QColor>
#include <QPalette>

namespace otpdesk {

/// What a colour means. Never used without a word or an icon beside it.
enum class Tone { Waiting, Received, Attention, Done, Refunded, Failed };
constexpr int ToneCount = 6;

/// A tone in the colours of the theme in use.
struct ToneColors
{
    QColor text; ///< readable on `fill`: a contrast of 4.5 and more
    QColor fill; ///< quiet background of a pill or bar
    QColor mark; ///< dots, rings and icons on the window's own background
};

/// Colours that the system's palette does not have, chosen to fit it. Light or dark follows the palette
/// given.
namespace colors {

bool isDark(const QPalette &palette);
ToneColors of(Tone tone, const QPalette &palette);
/// Secondary text, still readable (4.5) on windows and lists.
QColor muted(const QPalette &palette);
/// Separators and outlines.
QColor hairline(const QPalette &palette);
/// The quiet ground of bubbles and hovered parts.
QColor quiet(const QPalette &palette);
/// The system's accent, as far as it is visible on the window's background.
QColor accent(const QPalette &palette);
/// Laid over `ground`, marks what a search found: translucent `tint`, as strong as `text` allows that is to
/// stay readable (4.5) on both.
QColor found(const QColor &tint, const QColor &ground, const QColor &text);
/// The ground of a button that is switched on.
QColor switchedOn(const QPalette &palette);
/// Of a list that the keyboard is not in: its selection fainter, where the style makes no difference.
QPalette withPaleSelection(const QPalette &palette);
/// WCAG 2 contrast of two opaque colours: 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace colors

} // namespace otpdesk
