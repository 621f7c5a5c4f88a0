#include "models/text/htmltext.h"
#include "providers/wire/html.h"
#include "tests/fuzz/rules.h"
#include "tests/fuzz/target.h"

#include <QRegularExpression>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// Our own markup: nothing in it but a few tags, each closed again, and a link's address the only attribute.
void isSafe(const QString &markup)
{
    static const QRegularExpression tag(
        u"<(/?)(b|i|u|s|p|h3|h4|ul|ol|li|tt|div|blockquote|a)>|<br>|<(a) href=\"(https?://|mailto:)[^\"<>]*\">"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList open;
    for (const QRegularExpressionMatch &match : tag.globalMatch(markup)) {
        const QString name = match.captured(2) + match.captured(3);
        if (match.captured(1).isEmpty() && !name.isEmpty())
            open += name;
        else if (!name.isEmpty())
            holds(!open.isEmpty() && open.takeLast() == name, "a tag closes the last one open");
    }
    holds(open.isEmpty(), "every tag is closed");
    const QString words = QString(markup).remove(tag);
    holds(!words.contains(u'<') && !words.contains(u'>'), "safe markup has none but our own tags");
    isText(words.trimmed(), "words of an e-mail are clean");
}

void run(QByteArrayView input)
{
    const QString html = QString::fromUtf8(Bytes(input).rest());
    static_cast<void>(looksLikeHtml(html));
    static_cast<void>(wordsOfHtml(html));
    isText(html::toText(html), "an e-mail as text is clean");
    isSafe(html::toSafeMarkup(html));
}

} // namespace

const Target htmlTarget{"html", run};

} // namespace otpdesk::fuzz
