#pragma once

#include <QString>

namespace otpdesk {

/// Whether a text is a page of HTML, or a piece of one, and not written to be read as it stands.
bool looksLikeHtml(QStringView text);

/// The words a reader of the page would see, one line per block, to look for a code in: no tags, nothing from
/// styles and scripts, the usual entities as the characters they stand for. Not a rendering. Looks at the
/// first 200,000 characters.
QString wordsOfHtml(QStringView html);

} // namespace otpdesk
