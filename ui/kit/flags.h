#pragma once

#include <QFont>
#include <QString>

namespace otpdesk {

/// A country's flag as text, where an installed font has it as one glyph of its own; empty elsewhere. (Segoe
/// UI Emoji of Windows has letters in its place.) `iso` is a code of two letters. Only for the GUI thread;
/// cheap after the first time.
QString flagOf(const QString &iso);

/// `base`, and for what it lacks the font that has the flags: without it the first flag drawn costs a search
/// through all fonts.
QFont flagFont(const QFont &base);

} // namespace otpdesk
