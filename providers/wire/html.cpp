#include "providers/wire/html.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLookedAt = 200000;

/// What "&…;" stands for; nothing when nobody knows. `name` is without the ampersand and the semicolon.
std::optional<char32_t> characterOf(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
        bool ok = false;
        const uint code = name.sliced(isHex ? 2 : 1).toUInt(&ok, isHex ? 16 : 10);
        const bool isCharacter = ok && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        return isCharacter ? std::optional<char32_t>(code) : std::nullopt;
    }
    static constexpr std::pair<QStringView, char32_t> known[] = {
        {u"amp", U'&'},   {u"lt", U'<'},   {u"gt", U'>'},         {u"quot", U'"'},
        {u"apos", U'\''}, {u"nbsp", U' '}, {u"ndash", U'\u2013'}, {u"mdash", U'\u2014'}};
    const auto *found =
        std::find_if(std::begin(known), std::end(known), [name](const auto &k) { return k.first == name; });
    return found == std::end(known) ? std::nullopt : std::optional(found->second);
}

/// Elements that stand in a line of text; all others begin a new one.
bool isInline(QStringView element)
{
    static constexpr QStringView inlines[] = {u"a",    u"b",    u"i",     u"u",      u"em",  u"strong",
                                              u"span", u"font", u"small", u"code",   u"big", u"sub",
                                              u"sup",  u"mark", u"tt",    u"strike", u"kbd", u"img"};
    return std::find(std::begin(inlines), std::end(inlines), element) != std::end(inlines);
}

/// Elements whose content is not for reading.
bool isHidden(QStringView element)
{
    return element == u"style" || element == u"script" || element == u"title";
}

/// Reads a page once, from its beginning to its end.
class Words
{
public:
    explicit Words(QStringView html) : m_html(html.first(std::min(html.size(), MostLookedAt))) {}

    QString read() &&
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            if (c == u'<' && startsTag())
                skipTag();
            else if (c == u'&')
                takeEntity();
            else {
                m_words += c.isSpace() ? QChar(u' ') : c;
                ++m_at;
            }
        }
        static const QRegularExpression spaces(u"[ \\x{00a0}]*\\n[ \\x{00a0}\\n]*"_s);
        return m_words.replace(spaces, u"\n"_s).trimmed();
    }

private:
    bool startsTag() const
    {
        const QChar next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }

    void skipTag()
    {
        const QStringView rest = m_html.sliced(m_at);
        if (rest.startsWith(u"<!--")) {
            const qsizetype end = rest.indexOf(u"-->");
            m_at = end < 0 ? m_html.size() : m_at + end + 3;
            return;
        }
        const bool closes = rest.size() > 1 && rest[1] == u'/';
        qsizetype nameEnd = closes ? 2 : 1;
        while (nameEnd < rest.size() && rest[nameEnd].isLetterOrNumber())
            ++nameEnd;
        const QString name = rest.sliced(closes ? 2 : 1, nameEnd - (closes ? 2 : 1)).toString().toLower();
        const qsizetype end = rest.indexOf(u'>');
        m_at = end < 0 ? m_html.size() : m_at + end + 1;
        if (!closes && isHidden(name)) {
            const qsizetype over = m_html.indexOf(u"</"_s + name, m_at, Qt::CaseInsensitive);
            m_at = over < 0 ? m_html.size() : over;
        } else if (!isInline(name)) {
            m_words += u'\n';
        }
    }

    void takeEntity()
    {
        constexpr qsizetype longestName = 10;
        const QStringView rest = m_html.sliced(m_at + 1);
        const qsizetype end = rest.first(std::min(rest.size(), longestName)).indexOf(u';');
        const auto character = end > 0 ? characterOf(rest.first(end)) : std::nullopt;
        if (character) {
            m_words += QString::fromUcs4(&*character, 1);
            m_at += end + 2;
        } else {
            m_words += u'&';
            ++m_at;
        }
    }

    QStringView m_html;
    qsizetype m_at = 0;
    QString m_words;
};

} // namespace

bool looksLikeHtml(QStringView text)
{
    static const QRegularExpression tag(
        u"^\\s*<(!doctype|html|head|body)\\b|<br\\s*/?>"
        "|</(html|body|p|div|span|table|td|a|b|strong|h[1-6]|li|ul|font|center)\\s*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return tag.match(text.first(std::min(text.size(), MostLookedAt)).toString()).hasMatch();
}

QString wordsOfHtml(QStringView html)
{
    return Words(html).read();
}

} // namespace otpdesk
