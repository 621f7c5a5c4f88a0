#include "models/text/format.h"
#include "providers/http/httpheaders.h"
#include "providers/wire/text.h"
#include "tests/fuzz/rules.h"
#include "tests/fuzz/target.h"

#include <QJsonObject>
#include <QLocale>

#include <iterator>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void readAt(const QString &text, int utcOffset)
{
    const QDateTime time = readTime(text, utcOffset);
    isTime(time, "a time is in UTC, in a year of four digits");
    if (time.isValid())
        holds(readTime(time.toString(Qt::ISODateWithMs), utcOffset) == time,
              "a time written and read is the same");
}

void readHeaders(const QByteArray &bytes)
{
    const QDateTime now(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);
    const QDateTime date = readHttpDate(bytes);
    isTime(date, "an HTTP date is in UTC");
    if (date.isValid()) {
        const QString again = QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'");
        holds(readHttpDate(again.toLatin1()) == date, "an HTTP date written and read is the same");
    }
    const auto wait = readRetryAfter(bytes, now);
    holds(!wait || (*wait >= 0s && *wait <= 24h), "a wait is between none and a day");
    holds(!date.isValid() || wait.has_value(), "a date is a wait");
}

/// The zones the providers' bare times are in, one of them taken by the first byte.
void run(QByteArrayView input)
{
    static constexpr int zones[] = {0, 3600, 5 * 3600, 7 * 3600, -8 * 3600, 14 * 3600};
    Bytes bytes(input);
    const quint8 choice = bytes.take();
    const QByteArray rest = bytes.rest();
    readAt(QString::fromUtf8(rest), zones[choice % std::size(zones)]);
    readHeaders(rest);

    bool isNumber = false;
    const qlonglong count = rest.toLongLong(&isNumber);
    if (isNumber) {
        const std::chrono::milliseconds left(count);
        holds(!format::timeLeft(left).isEmpty(), "what is left can be shown");
        holds(format::timeLeftChangesIn(left) >= 1s, "and changes in a while");
    }
}

} // namespace

const Target timeTarget{"time", run};

} // namespace otpdesk::fuzz
