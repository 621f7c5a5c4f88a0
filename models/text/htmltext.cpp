#include "models/text/htmltext.h"

#include "providers/wire/text.h"

#include <QHash>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace otpdesk::html {

namespace {

constexpr qsizetype LongestAddress = 4000;
constexpr int DeepestMarkup = 24; ///< of our own: what is nested deeper loses its markup, not its words

struct Token
{
    QString text;    ///< entities resolved; of a tag: its name, in small letters
    QString address; ///< of a link
    bool isTag = false;
    bool closes = false;
};

bool isSpace(QChar c)
{
    return c.isSpace() && c != QChar::Nbsp;
}

/// The character an entity stands for; nothing where it is none.
std::optional<QString> entity(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool ok = false;
        const uint code = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        if (!ok || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
            return std::nullopt;
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
    }
    static const QHash<QString, QString> known{
        {u"amp"_s, u"&"_s},     {u"lt"_s, u"<"_s},     {u"gt"_s, u">"_s},     {u"quot"_s, u"\""_s},
        {u"apos"_s, u"'"_s},    {u"nbsp"_s, u" "_s},   {u"copy"_s, u"©"_s},   {u"reg"_s, u"®"_s},
        {u"trade"_s, u"™"_s},   {u"hellip"_s, u"…"_s}, {u"mdash"_s, u"—"_s},  {u"ndash"_s, u"–"_s},
        {u"lsquo"_s, u"‘"_s},   {u"rsquo"_s, u"’"_s},  {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s},
        {u"laquo"_s, u"«"_s},   {u"raquo"_s, u"»"_s},  {u"bull"_s, u"•"_s},   {u"middot"_s, u"·"_s},
        {u"euro"_s, u"€"_s},    {u"pound"_s, u"£"_s},  {u"yen"_s, u"¥"_s},    {u"cent"_s, u"¢"_s},
        {u"zwnj"_s, QString()}, {u"zwj"_s, QString()}, {u"shy"_s, QString()}, {u"times"_s, u"×"_s},
        {u"deg"_s, u"°"_s},     {u"eacute"_s, u"é"_s}, {u"egrave"_s, u"è"_s}, {u"agrave"_s, u"à"_s},
        {u"auml"_s, u"ä"_s},    {u"ouml"_s, u"ö"_s},   {u"uuml"_s, u"ü"_s},   {u"szlig"_s, u"ß"_s}};
    const auto found = known.constFind(name.toString());
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

QString resolved(QStringView raw)
{
    constexpr qsizetype LongestName = 10;
    QString text;
    text.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size(); ++at) {
        if (raw[at] == u'&') {
            const qsizetype end = raw.sliced(at, std::min(raw.size() - at, LongestName)).indexOf(u';');
            const auto meant = end > 1 ? entity(raw.sliced(at + 1, end - 1)) : std::nullopt;
            if (meant) {
                text += *meant;
                at += end;
                continue;
            }
        }
        text += raw[at];
    }
    return text;
}

/// Cuts HTML into words and tags. Goes forward only; what never ends, ends with the text.
class Scanner
{
public:
    explicit Scanner(QStringView html) : m_html(html) {}

    bool next(Token &token)
    {
        while (m_at < m_html.size()) {
            if (m_html[m_at] != u'<' || !startsTag()) {
                token = words();
                return true;
            }
            if (tag(token))
                return true;
        }
        return false;
    }

private:
    QChar peek(qsizetype ahead) const
    {
        return m_at + ahead < m_html.size() ? m_html[m_at + ahead] : QChar();
    }
    bool startsTag() const
    {
        const QChar c = peek(1);
        return c.isLetter() || c == u'!' || c == u'?' || (c == u'/' && peek(2).isLetter());
    }
    void skipBehind(QStringView end)
    {
        const qsizetype found = m_html.indexOf(end, m_at);
        m_at = found < 0 ? m_html.size() : found + end.size();
    }

    Token words()
    {
        const qsizetype start = m_at++;
        while (m_at < m_html.size() && !(m_html[m_at] == u'<' && startsTag()))
            ++m_at;
        return {resolved(m_html.sliced(start, m_at - start)), {}, false, false};
    }

    /// False: a comment, a declaration, or something whose content is not for people.
    bool tag(Token &token)
    {
        if (m_html.sliced(m_at).startsWith("<!--"_L1)) {
            m_at += 4;
            skipBehind(u"-->");
            return false;
        }
        if (peek(1) == u'!' || peek(1) == u'?') {
            skipBehind(u">");
            return false;
        }
        token = {};
        token.isTag = true;
        token.closes = peek(1) == u'/';
        m_at += token.closes ? 2 : 1;
        const qsizetype start = m_at;
        while (m_at < m_html.size() && (m_html[m_at].isLetterOrNumber() || m_html[m_at] == u':'))
            ++m_at;
        token.text = m_html.sliced(start, std::min<qsizetype>(m_at - start, 20)).toString().toLower();
        attributes(token);
        static const QStringList silent{u"style"_s,  u"script"_s,   u"title"_s,    u"template"_s,
                                        u"iframe"_s, u"noscript"_s, u"textarea"_s, u"svg"_s,
                                        u"math"_s,   u"object"_s,   u"select"_s};
        if (token.closes || !silent.contains(token.text))
            return true;
        skipContent(token.text);
        return false;
    }

    void skipContent(const QString &name)
    {
        const qsizetype end = m_html.indexOf(u"</"_s + name, m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_html.size() : end;
        if (end >= 0)
            skipBehind(u">");
    }

    void attributes(Token &token)
    {
        while (m_at < m_html.size() && m_html[m_at] != u'>') {
            const qsizetype start = m_at;
            while (m_at < m_html.size() && !isSpace(m_html[m_at]) && m_html[m_at] != u'>' &&
                   m_html[m_at] != u'=')
                ++m_at;
            const QStringView name = m_html.sliced(start, m_at - start);
            skipSpaces();
            if (peek(0) != u'=') {
                m_at += m_at == start ? 1 : 0;
                continue;
            }
            ++m_at;
            skipSpaces();
            const QStringView value = attributeValue();
            if (token.text == "a"_L1 && name.compare("href"_L1, Qt::CaseInsensitive) == 0)
                token.address = resolved(value.left(LongestAddress)).trimmed();
        }
        m_at += m_at < m_html.size() ? 1 : 0;
    }

    QStringView attributeValue()
    {
        const QChar quote = peek(0);
        if (quote == u'"' || quote == u'\'') {
            const qsizetype start = ++m_at;
            const qsizetype end = m_html.indexOf(quote, start);
            m_at = end < 0 ? m_html.size() : end + 1;
            return m_html.sliced(start, (end < 0 ? m_html.size() : end) - start);
        }
        const qsizetype start = m_at;
        while (m_at < m_html.size() && !isSpace(m_html[m_at]) && m_html[m_at] != u'>')
            ++m_at;
        return m_html.sliced(start, m_at - start);
    }

    void skipSpaces()
    {
        while (m_at < m_html.size() && isSpace(m_html[m_at]))
            ++m_at;
    }

    QStringView m_html;
    qsizetype m_at = 0;
};

/// Elements that begin a line of their own, and whether one is left blank before them.
std::optional<int> linesBefore(const QString &tag)
{
    static const QHash<QString, int> known{
        {u"p"_s, 2},       {u"h1"_s, 2},         {u"h2"_s, 2},     {u"h3"_s, 2},      {u"h4"_s, 2},
        {u"h5"_s, 2},      {u"h6"_s, 2},         {u"table"_s, 2},  {u"ul"_s, 2},      {u"ol"_s, 2},
        {u"div"_s, 1},     {u"tr"_s, 1},         {u"li"_s, 1},     {u"center"_s, 1},  {u"hr"_s, 2},
        {u"section"_s, 1}, {u"blockquote"_s, 2}, {u"header"_s, 1}, {u"footer"_s, 1},  {u"pre"_s, 2},
        {u"article"_s, 1}, {u"body"_s, 1},       {u"main"_s, 1},   {u"address"_s, 1}, {u"dt"_s, 1},
        {u"dd"_s, 1},      {u"thead"_s, 1},      {u"tbody"_s, 1},  {u"form"_s, 1}};
    const auto found = known.constFind(tag);
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

bool isWebAddress(const QString &address)
{
    return address.startsWith("https://"_L1, Qt::CaseInsensitive) ||
           address.startsWith("http://"_L1, Qt::CaseInsensitive);
}

/// Puts words on lines: runs of space become one, and no more than one line is left blank.
class Lines
{
public:
    void say(const QString &words)
    {
        for (const QChar c : words) {
            if (isSpace(c) || c == QChar::Nbsp) {
                m_gap = true;
                continue;
            }
            if (m_breaks > 0 && !m_text.isEmpty())
                m_text += QString(m_breaks, u'\n');
            else if (m_gap && !m_text.isEmpty())
                m_text += u' ';
            m_breaks = 0;
            m_gap = false;
            m_text += c;
        }
    }
    void gap() { m_gap = true; }
    void endLine(int breaks) { m_breaks = std::max(m_breaks, breaks); }
    void breakLine() { m_breaks = std::min(m_breaks + 1, 2); }
    qsizetype size() const { return m_text.size(); }
    QString since(qsizetype start) const { return m_text.sliced(std::min(start, m_text.size())).trimmed(); }
    QString text() const { return m_text; }

private:
    QString m_text;
    int m_breaks = 0;
    bool m_gap = false;
};

/// The element of our own that stands for one of theirs; empty: only its words are kept.
QString ours(const QString &tag)
{
    static const QHash<QString, QString> known{{u"b"_s, u"b"_s},
                                               {u"strong"_s, u"b"_s},
                                               {u"i"_s, u"i"_s},
                                               {u"em"_s, u"i"_s},
                                               {u"u"_s, u"u"_s},
                                               {u"s"_s, u"s"_s},
                                               {u"h1"_s, u"h3"_s},
                                               {u"h2"_s, u"h3"_s},
                                               {u"h3"_s, u"h4"_s},
                                               {u"h4"_s, u"h4"_s},
                                               {u"h5"_s, u"h4"_s},
                                               {u"h6"_s, u"h4"_s},
                                               {u"p"_s, u"p"_s},
                                               {u"ul"_s, u"ul"_s},
                                               {u"ol"_s, u"ol"_s},
                                               {u"li"_s, u"li"_s},
                                               {u"code"_s, u"tt"_s},
                                               {u"tt"_s, u"tt"_s},
                                               {u"blockquote"_s, u"blockquote"_s}};
    const auto found = known.constFind(tag);
    if (found != known.cend())
        return *found;
    return linesBefore(tag) ? u"div"_s : QString();
}

} // namespace

QString toText(const QString &html)
{
    Scanner scanner(html);
    Lines lines;
    Token token;
    QString address;
    qsizetype linkStart = 0;
    while (scanner.next(token)) {
        if (!token.isTag) {
            lines.say(token.text);
        } else if (token.text == "br"_L1) {
            lines.breakLine();
        } else if (token.text == "a"_L1) {
            if (isWebAddress(address) && lines.since(linkStart) != address)
                lines.say(u" <"_s + address + u'>');
            address = token.closes ? QString() : token.address;
            linkStart = lines.size();
        } else if (token.text == "td"_L1 || token.text == "th"_L1) {
            lines.gap();
        } else if (const auto breaks = linesBefore(token.text)) {
            lines.endLine(*breaks);
            if (token.text == "li"_L1 && !token.closes)
                lines.say(u"• "_s);
        }
    }
    return cleanText(lines.text());
}

QString toSafeMarkup(const QString &html)
{
    Scanner scanner(html);
    QString out;
    QStringList open;
    Token token;
    const auto closeDownTo = [&](qsizetype depth) {
        while (open.size() > depth)
            out += u"</"_s + open.takeLast() + u'>';
    };
    while (scanner.next(token)) {
        if (!token.isTag) {
            if (token.text.isEmpty())
                continue;
            // Cleaned once more: an entity may stand for what the cleaning of the whole has removed.
            const bool spaceBefore = isSpace(token.text.front());
            const bool spaceBehind = isSpace(token.text.back());
            out += (spaceBefore ? u" "_s : QString()) + cleanText(token.text).toHtmlEscaped() +
                   (spaceBehind ? u" "_s : QString());
            continue;
        }
        if (token.text == "br"_L1) {
            out += u"<br>"_s;
            continue;
        }
        if (token.text == "td"_L1 || token.text == "th"_L1)
            out += u' ';
        const bool link = token.text == "a"_L1;
        const QString name = link ? u"a"_s : ours(token.text);
        if (name.isEmpty())
            continue;
        if (token.closes) {
            const qsizetype depth = open.lastIndexOf(name);
            if (depth >= 0)
                closeDownTo(depth);
            continue;
        }
        const bool usable = !link || isWebAddress(token.address) ||
                            token.address.startsWith("mailto:"_L1, Qt::CaseInsensitive);
        if (!usable || open.size() >= DeepestMarkup)
            continue;
        open.append(name);
        out += link ? u"<a href=\"%1\">"_s.arg(token.address.toHtmlEscaped()) : u'<' + name + u'>';
    }
    closeDownTo(0);
    return out;
}

} // namespace otpdesk::html
