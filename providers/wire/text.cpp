#include "providers/wire/text.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace otpdesk {

namespace {

/// Characters that change how the text around them is shown without being seen themselves.
bool isTrickster(char16_t c)
{
    return c == 0x00ad || c == 0x061c || (c >= 0x200b && c <= 0x200f && c != 0x200d) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfff9 && c <= 0xfffb);
}

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

/// Tag characters: a second, invisible alphabet.
bool isTag(QChar high, QChar low)
{
    return high == QChar(0xdb40) && low >= QChar(0xdc00) && low <= QChar(0xdc7f);
}

QString cut(QString text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype end = std::max<qsizetype>(most - 1, 0);
    if (end > 0 && text[end - 1].isHighSurrogate())
        --end;
    return text.first(end) + u'…';
}

bool isLineBreak(char16_t c)
{
    return c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029;
}

QString cleaned(QStringView raw, qsizetype most, bool keepLines)
{
    QString out;
    QString space; // written with the next visible character, so that none is at either end
    out.reserve(std::min(raw.size(), most + 1));
    for (qsizetype i = 0; i < raw.size() && out.size() <= most; ++i) {
        const QChar ch = raw[i];
        const QChar next = i + 1 < raw.size() ? raw[i + 1] : QChar();
        const char16_t c = ch.unicode();
        if (isLineBreak(c) || c == u'\t' || (ch.isSpace() && !isControl(c))) {
            const bool halfBreak = c == u'\r' && next == u'\n';
            if (!halfBreak && !out.isEmpty() && space.size() <= most)
                space += isLineBreak(c)             ? QChar(keepLines ? u'\n' : u' ')
                         : c == u'\t' && !keepLines ? QChar(u' ')
                                                    : ch;
        } else if (isTag(ch, next)) {
            ++i;
        } else if (ch.isSurrogate() && !(ch.isHighSurrogate() && next.isLowSurrogate())) {
            // Half a character: kept, it could make a new one with the half behind what is removed here.
        } else if (!isControl(c) && !isTrickster(c)) {
            out += space;
            space.clear();
            out += ch;
            if (ch.isHighSurrogate())
                out += raw[++i];
        }
    }
    return cut(out, most);
}

/// Takes a zone word off the end; nothing when there is none.
std::optional<int> takeZone(QStringView &text)
{
    static constexpr std::pair<QStringView, int> zones[] = {
        {u"WIB", 7}, {u"WITA", 8}, {u"WIT", 9}, {u"WAT", 1}, {u"PKT", 5}, {u"UTC", 0}, {u"GMT", 0}};
    for (const auto &[word, hours] : zones) {
        if (text.endsWith(word, Qt::CaseInsensitive)) {
            text = text.chopped(word.size()).trimmed();
            return hours * 3600;
        }
    }
    return std::nullopt;
}

} // namespace

QString cleanLine(QStringView raw, qsizetype most)
{
    return cleaned(raw, most, false);
}

QString cleanText(QStringView raw, qsizetype most)
{
    return cleaned(raw, most, true);
}

QDateTime readTime(QStringView text, int utcOffsetSeconds)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > 40)
        return {};

    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber) {
        if (number < 1'000'000'000 || number > 99'999'999'999'999)
            return {};
        return number < 100'000'000'000 ? QDateTime::fromSecsSinceEpoch(number, Qt::UTC)
                                        : QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
    }

    const std::optional<int> zone = takeZone(text);
    QString iso = text.toString();
    if (iso.size() == 10)
        iso += QStringLiteral("T00:00:00");
    else if (iso.size() > 10 && iso[10] == u' ')
        iso[10] = u'T';
    // Read as this computer's time, it would be wrong or invalid in the hour that summer time skips here.
    const QStringView clock = QStringView(iso).sliced(std::min<qsizetype>(iso.size(), 10));
    const bool isBare =
        !clock.endsWith(u'Z', Qt::CaseInsensitive) && !clock.contains(u'+') && !clock.contains(u'-');
    if (isBare)
        iso += u'Z';
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (isBare)
        time = QDateTime(time.date(), time.time(), Qt::OffsetFromUTC, zone.value_or(utcOffsetSeconds));
    // Its offset may lead out of the years that can be written.
    time = time.toUTC();
    return time.date().year() >= 1 && time.date().year() <= 9999 ? time : QDateTime();
}

} // namespace otpdesk
