#include "providers/codes/messagetext.h"

#include <algorithm>
#include <array>

namespace otpdesk {

namespace {

constexpr qsizetype MostCharacters = 4000;

bool isInvisible(char16_t c)
{
    return c == 0x00ad || c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
}

/// Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel marks of Arabic: written or left out at
/// will.
bool isDroppedMark(char16_t c)
{
    return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7 && c != 0x05be) ||
           (c >= 0x064b && c <= 0x065f) || c == 0x0670 || c == 0x0640;
}

/// Letters which people and keyboards use for one another.
char16_t sameLetter(char16_t c)
{
    switch (c) {
    case u'đ':
        return u'd';
    case u'Đ':
        return u'D';
    case u'ł':
        return u'l';
    case u'Ł':
        return u'L';
    case u'ø':
        return u'o';
    case u'Ø':
        return u'O';
    case u'ı':
        return u'i';
    case u'ə':
    case u'Ə':
        return u'e';
    case 0x0643: // Arabic kaf
        return 0x06a9;
    case 0x064a: // Arabic yeh
    case 0x0649:
        return 0x06cc;
    case 0x0629: // teh marbuta, and the Urdu forms of heh
    case 0x06be:
    case 0x06c1:
    case 0x06c3:
    case 0x06d5:
        return 0x0647;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
        return u'-';
    case u'\t':
    case 0x00a0:
    case 0x202f:
        return u' ';
    case u'\r':
    case 0x2028:
    case 0x2029:
        return u'\n';
    default:
        return c;
    }
}

QString folded(QStringView text)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD);
    QString out;
    out.reserve(plain.size());
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        if (c.unicode() < 0x80 && c != u'\t' && c != u'\r') {
            out += c;
            continue;
        }
        if (c.isHighSurrogate() && i + 1 < plain.size() && plain[i + 1].isLowSurrogate()) {
            const int digit = QChar::digitValue(QChar::surrogateToUcs4(c, plain[i + 1]));
            if (digit >= 0)
                out += QChar(u'0' + digit);
            else
                out.append(c).append(plain[i + 1]);
            ++i;
        } else if (const int digit = c.digitValue(); digit >= 0) {
            out += QChar(u'0' + digit);
        } else if (!isInvisible(c.unicode()) && !isDroppedMark(c.unicode())) {
            out += QChar(sameLetter(c.unicode()));
        }
    }
    return out;
}

QString lowered(QString text)
{
    // QString::toLower() may change the length; positions in both forms must agree.
    for (QChar &c : text)
        c = c.toLower();
    return text;
}

bool isUrlChar(QChar c)
{
    return c.unicode() > u' ' && c.unicode() < 0x7f && !QStringView(u"<>\"'()[]{}|").contains(c);
}

bool isAbbreviation(QStringView word)
{
    static constexpr std::array<QStringView, 26> words = {
        u"no",  u"nr",  u"rs",  u"st",  u"mr", u"mrs", u"dr",  u"ref",  u"tel",
        u"apt", u"ac",  u"num", u"nro", u"fl", u"ord", u"acc", u"acct", u"ext",
        u"rd",  u"ave", u"тел", u"руб", u"ул", u"д",   u"кв",  u"стр"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiAlnum(QChar c)
{
    return isAsciiDigit(c) || isAsciiLetter(c);
}

bool isWordChar(QChar c)
{
    return c.unicode() < 0x80 ? isAsciiLetter(c) : c.isLetter() || c.isMark();
}

bool isUnspacedScript(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x2e80 && u <= 0x9fff) || (u >= 0xf900 && u <= 0xfaff) || (u >= 0x0e00 && u <= 0x0eff) ||
           (u >= 0x1000 && u <= 0x109f) || (u >= 0x1780 && u <= 0x17ff);
}

MessageText::MessageText(const QString &message)
    : m_text(folded(QStringView(message).first(std::min(message.size(), MostCharacters)))),
      m_lower(lowered(m_text)),
      m_address(size_t(m_text.size()), false),
      m_sentenceEnd(size_t(m_text.size()), false)
{
    findAddresses();
    findSentences();
}

QString MessageText::foldedLower(QStringView text)
{
    return lowered(folded(text));
}

void MessageText::mark(Span span)
{
    std::fill(m_address.begin() + span.start, m_address.begin() + span.end, true);
}

/// Words with a dot before letters ("v.example.com/1234"), with "://", and with '@' between letters. Each run
/// of URL characters is looked at once.
void MessageText::findAddresses()
{
    for (qsizetype i = 0; i < size();) {
        if (!isUrlChar(m_text[i])) {
            ++i;
            continue;
        }
        qsizetype end = i;
        qsizetype scheme = -1;
        qsizetype host = -1;
        qsizetype at = -1;
        bool letterSeen = false;
        for (; end < size() && isUrlChar(m_text[end]); ++end) {
            const QChar c = m_text[end];
            const bool glued = end > i && isAsciiAlnum(m_text[end - 1]);
            if (c == u':' && glued && scheme < 0 && QStringView(m_text).sliced(end).startsWith(u"://"))
                scheme = end;
            else if (c == u'@' && glued && at < 0 && isAsciiAlnum(this->at(end + 1)))
                at = end;
            else if (c == u'.' && glued && letterSeen && host < 0 && isAsciiLetter(this->at(end + 1)) &&
                     isAsciiLetter(this->at(end + 2)))
                host = end;
            else if (c == u':' || c == u',' || c == u';')
                letterSeen = false;
            letterSeen = letterSeen || isAsciiLetter(c);
        }
        // A sentence whose space is missing ("482913.Use") has no letter before the dot; "code.Use" is only
        // taken for an address with something behind the name that a sentence does not have.
        qsizetype start = scheme >= 0 ? scheme : at >= 0 ? at : host;
        if (start >= 0) {
            while (start > i && (isAsciiAlnum(m_text[start - 1]) || m_text[start - 1] == u'.' ||
                                 m_text[start - 1] == u'-' || m_text[start - 1] == u'_'))
                --start;
            const Span span{start, end};
            mark(span);
            if (at < 0 || scheme >= 0)
                m_urls.push_back(span);
        }
        i = end;
    }
}

void MessageText::findSentences()
{
    static constexpr QStringView ends = u"。｡।॥۔؟።։\u0964";
    for (qsizetype i = 0; i < size(); ++i) {
        const QChar c = m_text[i];
        if (c == u'\n' || ends.contains(c)) {
            m_sentenceEnd[size_t(i)] = true;
        } else if ((c == u'.' || c == u'!' || c == u'?') &&
                   !(isAddress(i) && i + 1 < size() && isAddress(i + 1))) {
            if (c == u'.' && isAsciiDigit(at(i + 1)))
                continue;
            qsizetype start = i;
            while (start > 0 && isWordChar(m_text[start - 1]) && i - start < 6)
                --start;
            m_sentenceEnd[size_t(i)] =
                c != u'.' || !isAbbreviation(QStringView(m_lower).sliced(start, i - start));
        }
    }
}

Span MessageText::sentenceAround(Span range) const
{
    while (range.start > 0 && !isSentenceEnd(range.start - 1))
        --range.start;
    while (range.end < size() && !isSentenceEnd(range.end))
        ++range.end;
    return range;
}

} // namespace otpdesk
