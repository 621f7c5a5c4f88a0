#include "providers/http/httpaddress.h"
#include "providers/http/httpheaders.h"
#include "providers/simulator/requestparser.h"
#include "tests/fuzz/target.h"

#include <QList>
#include <QUrl>

#include <algorithm>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// What a connection has told by its end, or by the first thing that cannot be read.
struct Conversation
{
    QList<ServerRequest> requests;
    ParsedRequest::State last = ParsedRequest::State::Incomplete;
};

/// Reads what has come, as a connection does.
void readOn(Conversation &talk, QByteArray &buffer)
{
    while (talk.last == ParsedRequest::State::Incomplete || talk.last == ParsedRequest::State::Complete) {
        const ParsedRequest parsed = parseRequest(buffer);
        talk.last = parsed.state;
        if (parsed.state != ParsedRequest::State::Complete)
            return;
        holds(parsed.used > 0 && parsed.used <= buffer.size(), "a request takes some of what is there");
        talk.requests += parsed.request;
        buffer.remove(0, parsed.used);
    }
}

Conversation inPieces(const QByteArray &bytes, int size)
{
    Conversation talk;
    QByteArray buffer;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        buffer += bytes.sliced(at, std::min<qsizetype>(size, bytes.size() - at));
        if (talk.last == ParsedRequest::State::Complete)
            talk.last = ParsedRequest::State::Incomplete;
        if (talk.last == ParsedRequest::State::Incomplete)
            readOn(talk, buffer);
    }
    return talk;
}

bool isSame(const ServerRequest &a, const ServerRequest &b)
{
    return a.method == b.method && a.path == b.path && a.query == b.query && a.headers == b.headers &&
           a.body == b.body;
}

void readServer(const QByteArray &bytes, quint8 split)
{
    const Conversation whole = inPieces(bytes, int(std::max<qsizetype>(bytes.size(), 1)));
    // Each piece is read from the beginning again: some dozens of them are enough.
    const Conversation pieces = inPieces(bytes, std::max<int>(split + 1, int(bytes.size() / 64)));
    holds(whole.last == pieces.last, "pieces end as the whole does");
    holds(std::equal(whole.requests.cbegin(), whole.requests.cend(), pieces.requests.cbegin(),
                     pieces.requests.cend(), isSame),
          "pieces hold the same requests as the whole");
}

/// The client's side: the address of a server as a person writes it, and an id in a path below it.
void readClient(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const QString written = text.section(u'\n', 0, 0);
    const QUrl base(written);
    static_cast<void>(problemOfAddress(base));
    holds(!withoutSecrets(base).contains(u'?'), "a log has no query");

    HttpRequest request;
    request.path = u"/order/"_s + text.section(u'\n', 1, 1);
    request.query.addQueryItem(u"id"_s, text.section(u'\n', 2));
    const QUrl home(u"https://api.example.org/v1"_s);
    const QUrl address = addressOf(home, request, u"key"_s);
    holds(address.isEmpty() || sameOrigin(address, home), "a request stays with its server");
    if (isHeaderSafe(text))
        holds(!text.contains(u'\n') && !text.contains(u'\r'), "a header is one line");
}

void run(QByteArrayView input)
{
    Bytes bytes(input);
    const quint8 split = bytes.take();
    const QByteArray rest = bytes.rest();
    readServer(rest, split);
    readClient(rest);
}

} // namespace

const Target httpTarget{"http", run};

} // namespace otpdesk::fuzz
