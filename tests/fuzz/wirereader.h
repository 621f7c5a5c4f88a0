#pragma once

#include "tests/fuzz/rules.h"
#include "tests/fuzz/target.h"

#include <span>

namespace otpdesk::fuzz {

/// One reader of a provider's answers, with what it must keep to.
struct WireReader
{
    /// What the request was decides how much an unreadable answer means.
    enum class Of { Read, Change };
    Of of;
    /// `variation` is any byte: for readers that take more than the answer.
    void (*read)(const HttpReply &reply, const Rules &rules, quint8 variation);
};

/// Runs one of the readers over an answer. The first bytes of the input choose the reader, the HTTP status,
/// the answer's headers and the variation; the rest is the body.
void readWire(QByteArrayView input, std::span<const WireReader> readers, Currency currency);

/// The first bytes of such an input. A status that is not among those tried is taken for the first, 200.
QByteArray wireHead(int reader, int httpStatus, quint8 variation);

} // namespace otpdesk::fuzz
