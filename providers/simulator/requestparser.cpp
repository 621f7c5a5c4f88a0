#include "providers/simulator/requestparser.h"

#include <QUrl>

namespace otpdesk {

namespace {

constexpr qsizetype LargestRequest = 1024 * 1024;

/// "GET /path?query HTTP/1.1". False when it is anything else.
bool readRequestLine(const QByteArray &line, ParsedRequest &parsed)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || words[0].isEmpty() || !words[1].startsWith('/') ||
        !words[2].startsWith("HTTP/1."))
        return false;
    const qsizetype mark = words[1].indexOf('?');
    parsed.request.method = words[0];
    parsed.request.path = QUrl::fromPercentEncoding(mark < 0 ? words[1] : words[1].first(mark));
    if (mark >= 0)
        parsed.request.query = QUrlQuery(QString::fromLatin1(words[1].mid(mark + 1)));
    parsed.keepAlive = words[2] != "HTTP/1.0";
    return true;
}

bool readHeader(const QByteArray &line, ServerRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    const QByteArray name = line.first(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    // Two lengths are two opinions on where the next request starts.
    if (name == "content-length" && request.headers.contains(name))
        return false;
    request.headers.insert(name, value);
    return true;
}

} // namespace

ParsedRequest parseRequest(const QByteArray &bytes)
{
    using State = ParsedRequest::State;
    ParsedRequest parsed;
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        parsed.state = bytes.size() > LargestRequest ? State::TooLarge : State::Incomplete;
        return parsed;
    }

    parsed.state = State::Malformed;
    QList<QByteArray> lines = bytes.first(headEnd).split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    if (!readRequestLine(lines.takeFirst(), parsed))
        return parsed;
    for (const QByteArray &line : std::as_const(lines)) {
        if (!readHeader(line, parsed.request))
            return parsed;
    }
    const auto &headers = parsed.request.headers;
    if (headers.contains("transfer-encoding"))
        return parsed;
    if (headers.value("connection").toLower() == "close")
        parsed.keepAlive = false;

    const qsizetype bodyStart = headEnd + 4;
    bool isNumber = true;
    const qlonglong length =
        headers.contains("content-length") ? headers.value("content-length").toLongLong(&isNumber) : 0;
    if (!isNumber || length < 0)
        return parsed;
    if (length > LargestRequest - bodyStart) {
        parsed.state = State::TooLarge;
        return parsed;
    }
    if (bytes.size() < bodyStart + length) {
        parsed.state = State::Incomplete;
        return parsed;
    }
    parsed.request.body = bytes.mid(bodyStart, length);
    parsed.used = bodyStart + length;
    parsed.state = State::Complete;
    return parsed;
}

} // namespace otpdesk
