#pragma once

#include <QString>

namespace otpdesk {

/// What an e-mail in HTML says. Both read it in one pass, whatever it holds: no style, no script, no picture
/// and no table of it goes any further.
namespace html {

/// Its words as plain text, with a line for each paragraph and row; a link's address stands behind its words.
QString toText(const QString &html);

/// Markup of our own for the same words: paragraphs, headings, lists, emphasis and links (http, https and
/// mailto), without a single attribute besides a link's address. There is nothing in it that could be loaded,
/// and nothing that takes long to lay out.
QString toSafeMarkup(const QString &html);

} // namespace html

} // namespace otpdesk
