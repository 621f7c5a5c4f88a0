#include "tests/fault/matrix/faulttable.h"

#include "models/store/words.h"
#include "tests/fault/matrix/bodies.h"

#include <QLocale>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

using enum ErrorKind;
using Then = RawAnswer::Then;

constexpr int Day = 24 * 60 * 60;
/// More than the 64 MiB of the largest honest answer.
constexpr qsizetype BombSize = 80 * 1024 * 1024;
constexpr qsizetype LesserBombSize = 2 * 1024 * 1024;

// How often a request may come. Qt sends a read, and nothing else of ours, again by itself.
constexpr Arrivals Never{0, 0};
constexpr Arrivals Thrice{3, 3};
constexpr Arrivals ThriceOrByQt{3, 6};

QByteArray page(int status, const QByteArray &words)
{
    return bodies::http(status, "text/html; charset=UTF-8",
                        "<!DOCTYPE html><html><head><title>" + words + "</title></head><body><h1>" + words +
                            "</h1></body></html>");
}

/// Nothing but what the server sends, whatever the row is.
FaultCase simple(const QString &name, const QString &what, RawAnswer answer, Ending ending)
{
    const Variant variant{{}, std::move(answer), {}, {}};
    return {name, what, Where::Answer,
            [variant](const WireRow &, const WireCase &) { return QList{variant}; }, std::move(ending)};
}

/// Something that is wrong with the documented answer.
FaultCase spoilt(const QString &name, const QString &what,
                 const std::function<RawAnswer(const WireCase &)> &spoil, Ending ending)
{
    return {name, what, Where::Answer,
            [spoil](const WireRow &, const WireCase &answer) {
                return QList{Variant{{}, spoil(answer), {}}};
            },
            std::move(ending)};
}

/// Something that happens before there is an answer.
FaultCase before(const QString &name, const QString &what, Where where, Ending ending)
{
    FaultCase fault = simple(name, what, {}, std::move(ending));
    fault.where = where;
    return fault;
}

FaultCase silent(FaultCase fault)
{
    fault.isSilent = fault.isSlow = true;
    return fault;
}

FaultCase slow(FaultCase fault)
{
    fault.isSlow = true;
    return fault;
}

FaultCase large(FaultCase fault)
{
    fault.isLarge = true;
    return fault;
}

FaultCase pages(const QString &name, const QString &what, const QList<int> &statuses, Ending ending)
{
    return {name, what, Where::Answer,
            [statuses](const WireRow &, const WireCase &) {
                QList<Variant> variants;
                for (const int status : statuses)
                    variants += {QString::number(status), {page(status, "Error")}, {}};
                return variants;
            },
            std::move(ending)};
}

/// 429 with this header; "+7" and "-7" stand for dates so many seconds from the server's own clock.
FaultCase tooMany(const QString &name, const QString &what, const QByteArrayList &values, Ending ending)
{
    return {name, what, Where::Answer,
            [values](const WireRow &, const WireCase &answer) {
                QList<Variant> variants;
                for (const QByteArray &value : values) {
                    QByteArray said = value;
                    QByteArray date;
                    for (const auto &[header, text] : answer.reply.headers)
                        date = header == "Date" ? text : date;
                    if (value.startsWith("date ")) {
                        const QLocale c = QLocale::c();
                        const QString shape = u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s;
                        const QDateTime now = c.toDateTime(QString::fromLatin1(date), shape);
                        said = c.toString(now.addSecs(value.sliced(5).toLongLong()), shape).toLatin1();
                    }
                    variants += {QString::fromLatin1(value),
                                 {bodies::http(429, "text/plain", "slow down",
                                               {{"Retry-After", said}, {"Date", date}})},
                                 {}};
                }
                return variants;
            },
            std::move(ending)};
}

FaultCase redirects()
{
    return {u"redirect to another host"_s,
            u"301, 302, 303, 307, 308 to another server, which is asked nothing"_s,
            Where::Answer,
            [](const WireRow &, const WireCase &) {
                QList<Variant> variants;
                for (const int status : {301, 302, 303, 307, 308}) {
                    variants += {QString::number(status),
                                 {bodies::http(status, "text/html", "moved", {{"Location", "ELSEWHERE"}})},
                                 {}};
                }
                return variants;
            },
            {.kinds = {Redirected}}};
}

QByteArray withHeader(QByteArray http, const QByteArray &header)
{
    return http.replace("\r\n\r\n", "\r\n" + header + "\r\n\r\n");
}

FaultCase gzipBombs(const Ending &ending)
{
    const auto bombs = [](const WireRow &, const WireCase &) {
        const auto bomb = [](qsizetype size) {
            const QByteArray zipped = bodies::gzipBomb(size);
            return RawAnswer{
                withHeader(bodies::http(200, "application/json", zipped), "Content-Encoding: gzip")};
        };
        static const Variant variant{{}, bomb(BombSize), bomb(LesserBombSize), {}};
        return QList{variant};
    };
    return large({u"gzip bomb"_s, u"80 kB that grow to 80 MB"_s, Where::Answer, bombs, ending});
}

QList<Variant> changedBodies(const WireCase &answer, const QList<bodies::Changed> &changed)
{
    QList<Variant> variants;
    for (const bodies::Changed &each : changed) {
        Variant variant{each.at, {bodies::http(answer, each.body)}, {}};
        if (!each.twin.isEmpty())
            variant.twin = RawAnswer{bodies::http(answer, each.twin)};
        variants += variant;
    }
    return variants;
}

QByteArray half(const WireCase &answer)
{
    return answer.reply.body.first(answer.reply.body.size() / 2);
}

QList<FaultCase> network()
{
    const Ending notSent{
        .kinds = {Unreachable}, .outcome = Outcome::Definite, .read = Never, .keyed = Never, .once = Never};
    Ending insecure = notSent;
    insecure.kinds = {InsecureTls};
    const Ending lost{.kinds = {Unreachable}, .read = ThriceOrByQt, .keyed = Thrice};
    Ending unread = lost;
    unread.read = unread.keyed = unread.once = Never;
    const Ending late{.kinds = {TimedOut}};
    const auto all = [](const WireCase &answer) { return answer.reply.body; };
    return {
        before(u"connection refused"_s, u"nobody listens on the port"_s, Where::ClosedPort, notSent),
        slow(before(u"DNS failure"_s, u"a host name that does not exist"_s, Where::UnknownHost, notSent)),
        before(u"TLS: expired"_s, u"a certificate of last year"_s, Where::ExpiredCertificate, insecure),
        before(u"TLS: other host"_s, u"another host's certificate"_s, Where::OtherHostsCertificate, insecure),
        before(u"TLS: broken off"_s, u"resets in the handshake"_s, Where::BrokenHandshake, notSent),
        before(u"reset before reading"_s, u"resets once the first line came"_s, Where::UnreadRequest, unread),
        simple(u"reset after reading"_s, u"reads the request, then resets"_s, {{}, Then::Reset}, lost),
        simple(u"close without answer"_s, u"reads the request, then closes"_s, {{}, Then::Close}, lost),
        simple(u"garbage"_s, u"answers what is no HTTP"_s, {"\x01\x02 no HTTP\r\n\r\n", Then::Close}, lost),
        silent(simple(u"silence"_s, u"reads the request, and nothing more"_s, {}, late)),
        silent(simple(u"stall in the headers"_s, u"a status line, and nothing more"_s,
                      {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"}, late)),
        silent(spoilt(
            u"stall in the body"_s, u"half of the body, and nothing more"_s,
            [](const WireCase &a) { return RawAnswer{bodies::http(a, half(a), a.reply.body.size())}; },
            late)),
        silent(spoilt(
            u"drip"_s, u"a byte every 20 ms, without end"_s,
            [](const WireCase &a) {
                return RawAnswer{bodies::http(a, {}, 1 << 20), Then::Drip, " "};
            },
            late)),
        spoilt(
            u"truncated body"_s, u"closes in the middle of the body"_s,
            [](const WireCase &a) {
                return RawAnswer{bodies::http(a, half(a), a.reply.body.size()), Then::Close};
            },
            lost),
        spoilt(
            u"Content-Length too large"_s, u"promises 10 bytes more than it sends, then closes"_s,
            [all](const WireCase &a) {
                return RawAnswer{bodies::http(a, all(a), all(a).size() + 10), Then::Close};
            },
            lost),
        spoilt(u"Content-Length too small"_s, u"promises half of what it sends"_s,
               [all](const WireCase &a) { return RawAnswer{bodies::http(a, all(a), all(a).size() / 2)}; },
               {.kinds = {Malformed}}),
    };
}

QList<FaultCase> answers()
{
    const Ending unreadable{.kinds = {Malformed}};
    const Ending tooLarge{.kinds = {TooLarge}};
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n";
    const auto limited = [](std::optional<int> retryAfter, Arrivals repeated, int wait) {
        return Ending{.kinds = {RateLimited},
                      .outcome = Outcome::Definite,
                      .read = repeated,
                      .keyed = repeated,
                      .retryAfter = retryAfter,
                      .longestWait = wait};
    };
    return {
        simple(u"empty body"_s, u"200 without a body"_s, {bodies::http(200, "application/json", {})},
               unreadable),
        simple(u"garbage in the body"_s, u"200 with bytes that mean nothing"_s,
               {bodies::http(200, "application/octet-stream", QByteArray("\x7f\x45\x4c\x46\0\xff\xfe{", 8))},
               unreadable),
        simple(u"page with 200"_s, u"the login page of a hotel"_s, {page(200, "Free Wi-Fi")},
               {.kinds = {NotAnApi}}),
        pages(u"5xx page"_s, u"500, 501, 520 to 526 as HTML"_s, {500, 501, 520, 521, 522, 523, 524, 525, 526},
              {.kinds = {ServiceDown}}),
        pages(u"5xx page, passing"_s, u"502, 503, 504 as HTML"_s, {502, 503, 504},
              {.kinds = {ServiceDown}, .read = Thrice, .keyed = Thrice}),
        tooMany(u"429, seconds"_s, u"Retry-After: 7"_s, {"7"}, limited(7, Thrice, 14)),
        tooMany(u"429, date"_s, u"Retry-After: the server's time and 7 s"_s, {"date 7"},
                limited(7, Thrice, 14)),
        tooMany(u"429, date gone by"_s, u"Retry-After: the server's time less an hour"_s, {"date -3600"},
                limited(0, Thrice, 0)),
        tooMany(u"429, absurd"_s, u"Retry-After: 20 digits; a date in ten years"_s,
                {"99999999999999999999", "date 315360000"}, limited(Day, {}, 0)),
        tooMany(u"429, nonsense"_s, u"Retry-After: -5; soon; 1e3; nothing"_s, {"-5", "soon", "1e3", ""},
                limited({}, Thrice, 0)),
        redirects(),
        large(
            simple(u"1 GB promised"_s, u"Content-Length: 1 GB, and keeps to it"_s,
                   {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n",
                    Then::Repeat, QByteArray(0x10000, ' ')},
                   tooLarge)),
        large(
            simple(u"endless chunks"_s, u"a chunked body without end"_s,
                   {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
                    Then::Repeat, chunk},
                   tooLarge)),
        gzipBombs(tooLarge),
        spoilt(
            u"deep JSON"_s, u"a member 100,000 levels deep in the documented answer"_s,
            [](const WireCase &a) { return RawAnswer{bodies::http(a, bodies::deep(a, 100000))}; },
            unreadable),
    };
}

QList<FaultCase> contents()
{
    FaultCase duplicates{u"duplicate keys"_s,
                         u"a member twice with different values: the last one counts"_s,
                         Where::Answer,
                         [](const WireRow &, const WireCase &answer) {
                             return bodies::isJson(answer) ? changedBodies(answer, bodies::duplicates(answer))
                                                           : QList<Variant>();
                         },
                         {}};
    duplicates.isTwin = true;
    const FaultCase types{u"wrong types"_s,
                          u"each member in turn as each other JSON type"_s,
                          Where::Answer,
                          [](const WireRow &, const WireCase &answer) {
                              return bodies::isJson(answer)
                                         ? changedBodies(answer, bodies::wrongTypes(answer))
                                         : QList<Variant>();
                          },
                          {.kinds = {Malformed, Refused, NotAnApi}, .mayBeValue = true}};
    FaultCase departure = before(u"account removed meanwhile"_s, u"never answers; its client is destroyed"_s,
                                 Where::Departure, {.kinds = {}});
    return {duplicates, types, departure};
}

/// The faults that leave a whole answer, but none that says anything.
bool saysNothing(const FaultCase &fault)
{
    static const QStringList names = {u"Content-Length too small"_s, u"empty body"_s,
                                      u"garbage in the body"_s, u"deep JSON"_s};
    return names.contains(fault.name);
}

bool isPage(const FaultCase &fault)
{
    return fault.name.startsWith(u"5xx page") || fault.name == u"page with 200";
}

QList<Exception> madeExceptions()
{
    const auto any = [](Ending ending) {
        ending.mayBeValue = true;
        return ending;
    };
    const auto tooEarly = [](Ending ending) {
        ending.kinds = {TooEarly};
        return ending;
    };
    const auto orRefused = [](Ending ending) {
        ending.kinds += Refused;
        ending.mayBeValue = true;
        return ending;
    };
    return {
        {u"any 429"_s, u"OTPZap's changes of an order"_s, u"too_early."_s,
         u"There 429 means that the order cannot be changed yet (documented)."_s,
         [](const FaultCase &fault, const WireRow &row, const WireCase &) {
             return fault.name.startsWith(u"429") && row.providerId == u"otpzap" &&
                    row.delivery == WireDelivery::Once &&
                    QStringList{u"cancel"_s, u"finish"_s, u"resend"_s}.contains(row.call.what);
         },
         tooEarly},
        {u"whatever is no refusal"_s, u"OTPZap's products of a country"_s, u"an answer."_s,
         u"It goes on with the country's platforms, one by one."_s,
         [](const FaultCase &fault, const WireRow &row, const WireCase &) {
             return (saysNothing(fault) || isPage(fault)) && row.id == u"otpzap.products of a country";
         },
         any},
        {u"an answer that says nothing"_s, u"OTPWALL's changes of an order"_s,
         u"an answer without a status."_s, u"Any 2xx is accepted, and the order's status read again."_s,
         [](const FaultCase &fault, const WireRow &row, const WireCase &) {
             return saysNothing(fault) && row.endpoint == u"otpwall.activation.set";
         },
         any},
        {u"Content-Length too small"_s, u"reads answered in plain text"_s,
         u"malformed, refused, or an answer."_s,
         u"Text has no end: half of a word may be a word nobody knows. An order stays alive over it."_s,
         [](const FaultCase &fault, const WireRow &row, const WireCase &answer) {
             return fault.name == u"Content-Length too small" && !bodies::isJson(answer) &&
                    row.delivery == WireDelivery::Repeatable;
         },
         orRefused},
        {u"any error in its answer"_s, u"OTPGet's stock of rentals"_s, u"an answer without stock."_s,
         u"Offers and prices are shown without it."_s,
         [](const FaultCase &fault, const WireRow &row, const WireCase &) {
             return fault.where == Where::Answer && row.id == u"otpget.rental.getAvailableRentals";
         },
         any},
    };
}

QString kindsIn(const Ending &ending)
{
    QStringList words;
    for (const ErrorKind kind : ending.kinds)
        words += wordOf(kind);
    if (ending.mayBeValue)
        words += u"an answer"_s;
    return words.isEmpty() ? u"–"_s : words.join(u", "_s);
}

QString countIn(Arrivals arrivals)
{
    return arrivals.fewest == arrivals.most ? QString::number(arrivals.most)
                                            : u"%1–%2"_s.arg(arrivals.fewest).arg(arrivals.most);
}

} // namespace

Arrivals Ending::arrivals(WireDelivery delivery) const
{
    return delivery == WireDelivery::Once ? once : delivery == WireDelivery::Keyed ? keyed : read;
}

const QList<FaultCase> &faultCases()
{
    static const QList<FaultCase> all = network() + answers() + contents();
    return all;
}

const QList<Exception> &exceptions()
{
    static const QList<Exception> all = madeExceptions();
    return all;
}

Ending endingOf(const FaultCase &fault, const WireRow &row, const WireCase &answer)
{
    for (const Exception &exception : exceptions()) {
        if (exception.fits(fault, row, answer))
            return exception.instead(fault.ending);
    }
    return fault.ending;
}

QString tableInMarkdown()
{
    QString text = u"| fault | the server | a call ends in | of a change, the outcome is | arrivals: read | "
                   "under a key | once |\n|---|---|---|---|---|---|---|\n"_s;
    for (const FaultCase &fault : faultCases()) {
        const Ending &ending = fault.ending;
        const QString outcome = fault.isTwin || fault.where == Where::Departure ? u"–"_s
                                : ending.outcome == Outcome::Unknown            ? u"unknown"_s
                                                                                : u"definite"_s;
        const QString end = fault.isTwin                      ? u"what the last values alone come to"_s
                            : fault.where == Where::Departure ? u"cancelled, once"_s
                                                              : kindsIn(ending);
        text += u"| %1 | %2 | %3 | %4 | %5 | %6 | %7 |\n"_s.arg(fault.name, fault.what, end, outcome,
                                                                countIn(ending.read), countIn(ending.keyed),
                                                                countIn(ending.once));
    }
    text += u"\nA read's error is always definite. Exceptions:\n\n"_s;
    for (const Exception &exception : exceptions()) {
        text += u"- %1, %2: %3 %4\n"_s.arg(exception.faults, exception.rows, exception.end, exception.why);
    }
    return text;
}

} // namespace otpdesk
