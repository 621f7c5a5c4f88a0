#include "providers/http/httpheaders.h"

#include <QLocale>

#include <algorithm>

namespace otpdesk {

using std::chrono::seconds;

namespace {

constexpr seconds LongestRetryAfter = std::chrono::hours(24);

} // namespace

QDateTime readHttpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (date.isValid())
        date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<seconds> readRetryAfter(const QByteArray &text, const QDateTime &nowUtc)
{
    const QByteArray value = text.trimmed();
    if (value.isEmpty())
        return {};
    if (std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qlonglong count = value.toLongLong(&fits);
        return fits ? std::min(seconds(count), LongestRetryAfter) : LongestRetryAfter;
    }
    const QDateTime date = readHttpDate(value);
    if (!date.isValid())
        return {};
    return std::clamp(seconds(nowUtc.secsTo(date)), seconds(0), LongestRetryAfter);
}

bool isHeaderSafe(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace otpdesk
