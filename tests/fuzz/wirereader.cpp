#include "tests/fuzz/wirereader.h"

#include <algorithm>
#include <iterator>

namespace otpdesk::fuzz {

namespace {

constexpr int Statuses[] = {200, 201, 202, 204, 302, 400, 401, 402, 403, 404, 405, 408,
                            409, 418, 422, 429, 500, 501, 502, 503, 504, 522, 0,   999};

/// Bits of the third byte.
enum Header : quint8 { HasDate = 1, HasRetryAfter = 2, IsCalledHtml = 4 };

} // namespace

void readWire(QByteArrayView input, std::span<const WireReader> readers, Currency currency)
{
    Bytes bytes(input);
    const WireReader &reader = readers[bytes.take() % readers.size()];
    HttpReply reply;
    reply.status = Statuses[bytes.take() % std::size(Statuses)];
    const quint8 headers = bytes.take();
    if (headers & HasDate)
        reply.date = QDateTime(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);
    if (headers & HasRetryAfter)
        reply.retryAfter = std::chrono::seconds(7);
    reply.contentType = headers & IsCalledHtml ? "text/html; charset=UTF-8" : "application/json";
    const quint8 variation = bytes.take();
    reply.body = bytes.rest();
    reply.delivery = reader.of == WireReader::Of::Read ? Delivery::Repeatable : Delivery::Once;
    reader.read(reply, Rules(reply, currency), variation);
}

QByteArray wireHead(int reader, int httpStatus, quint8 variation)
{
    const auto found = std::find(std::begin(Statuses), std::end(Statuses), httpStatus);
    const auto at = found == std::end(Statuses) ? 0 : std::distance(std::begin(Statuses), found);
    QByteArray head;
    head += char(reader);
    head += char(at);
    head += char(HasDate);
    head += char(variation);
    return head;
}

} // namespace otpdesk::fuzz
