#include "models/text/htmltext.h"
#include "providers/wire/html.h"
#include "tests/fuzz/target.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// Our own markup: nothing in it but a few tags, the address of a link the only attribute.
void isSafe(const QString &markup)
{
    static const QRegularExpression tag(
        uR"(</?(p|h[1-6]|ul|ol|li|b|i|u|em|strong|br|hr|pre|code|blockquote|div)( /|/)?>|</a>)"
        uR"(|<a href="(https?://|mailto:)[^"<>]*">)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString words = markup;
    words.remove(tag);
    holds(!words.contains(u'<'), "safe markup has none but our own tags");
}

void run(QByteArrayView input)
{
    const QString html = QString::fromUtf8(Bytes(input).rest());
    static_cast<void>(looksLikeHtml(html));
    static_cast<void>(wordsOfHtml(html));
    static_cast<void>(html::toText(html));
    isSafe(html::toSafeMarkup(html));
}

} // namespace

const Target htmlTarget{"html", run};

} // namespace otpdesk::fuzz
