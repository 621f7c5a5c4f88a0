#include "models/search/searchfold.h"

#include <algorithm>
#include <vector>

namespace otpdesk {

namespace {

/// Letters that Unicode does not take apart, but a person types in a plainer way.
QStringView plainLetter(const QChar &c)
{
    switch (c.unicode()) {
    case u'ø':
        return u"o";
    case u'ł':
        return u"l";
    case u'đ':
        return u"d";
    case u'ı':
        return u"i";
    case u'ß':
        return u"ss";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'’':
        return u"'";
    default:
        return {&c, 1};
    }
}

/// Nothing around a character changes how it is folded: what decomposition moves are marks, which go away.
void appendFolded(QString &out, char32_t c)
{
    if (c < 0x80) {
        out += QChar(c >= U'A' && c <= U'Z' ? char16_t(c + 32) : char16_t(c));
        return;
    }
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QChar &unit = parts[i];
        if (unit.isHighSurrogate() && i + 1 < parts.size()) {
            if (!QChar::isMark(QChar::surrogateToUcs4(unit, parts[i + 1])))
                out += parts.sliced(i, 2);
            ++i;
        } else if (!unit.isMark()) {
            out += plainLetter(unit);
        }
    }
}

struct CodePoint
{
    char32_t value;
    qsizetype length;
};

CodePoint codePointAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(unit, text[at + 1]), 2};
    return {unit.unicode(), 1};
}

/// Of a script that sets its words apart, and changes them at their ends rather than at their beginnings.
bool isOfSeparateWords(char16_t c)
{
    if (c < 0x80)
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    const QChar::Script script = QChar(c).script();
    return (script == QChar::Script_Latin || script == QChar::Script_Greek ||
            script == QChar::Script_Cyrillic) &&
           QChar(c).isLetterOrNumber();
}

/// What follows a dot is no word of its own: "co" is rather Colombia than the end of "telegram.com".
bool beginsWord(QStringView text, qsizetype at)
{
    if (at > 1 && text[at - 1] == u'.')
        return !isOfSeparateWords(text[at - 2].unicode());
    return at == 0 || !isOfSeparateWords(text[at - 1].unicode());
}

quint64 bitOf(QChar c)
{
    return quint64(1) << (c.unicode() & 63);
}

} // namespace

QString searchFolded(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        appendFolded(folded, c.value);
        at += c.length;
    }
    return folded;
}

QStringList searchWords(QStringView typed)
{
    return searchFolded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
}

SearchText::SearchText(const QString &text) : folded(text)
{
    for (qsizetype at = 0; at < folded.size(); ++at) {
        letters |= bitOf(folded[at]);
        if (beginsWord(folded, at))
            firstLetters |= bitOf(folded[at]);
    }
}

SearchWord::SearchWord(const QString &folded)
    : m_word(folded),
      m_beginsWords(
          !folded.isEmpty() && folded.size() <= 2 &&
          std::all_of(folded.cbegin(), folded.cend(), [](QChar c) { return isOfSeparateWords(c.unicode()); }))
{
    for (const QChar c : folded)
        m_letters |= bitOf(c);
    if (m_beginsWords)
        m_firstLetters = bitOf(folded.front());
}

qsizetype SearchWord::indexIn(QStringView folded, qsizetype from) const
{
    qsizetype at = folded.indexOf(m_word, from);
    while (m_beginsWords && at > 0 && !beginsWord(folded, at))
        at = folded.indexOf(m_word, at + 1);
    return at;
}

QList<TextRange> matchRanges(QStringView text, const QStringList &foldedWords)
{
    // For each folded unit, the character it comes from.
    QString folded;
    std::vector<qsizetype> origin;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        appendFolded(folded, c.value);
        origin.resize(folded.size(), at);
        at += c.length;
    }
    origin.push_back(text.size());

    QList<TextRange> found;
    for (const QString &typed : foldedWords) {
        const SearchWord word(typed);
        for (qsizetype at = word.indexIn(folded); at >= 0 && word.length() > 0;
             at = word.indexIn(folded, at + 1)) {
            // Up to where the next character begins, so that accents of the last one are within.
            const auto last = origin.cbegin() + at + word.length() - 1;
            const qsizetype end =
                *std::find_if(last, origin.cend(), [last](qsizetype o) { return o > *last; });
            found.append({origin[at], end - origin[at]});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const TextRange &a, const TextRange &b) { return a.start < b.start; });
    QList<TextRange> merged;
    for (const TextRange &range : found) {
        if (!merged.isEmpty() && range.start <= merged.last().end())
            merged.last().length = std::max(merged.last().end(), range.end()) - merged.last().start;
        else
            merged.append(range);
    }
    return merged;
}

} // namespace otpdesk
