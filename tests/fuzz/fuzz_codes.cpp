#include "providers/codes/codeextractor.h"
#include "providers/wire/messages.h"
#include "providers/wire/text.h"
#include "tests/fuzz/rules.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace otpdesk::fuzz {

namespace {

/// What the extractor names is there to be typed: plain letters and digits that stand in the message.
void run(QByteArrayView input)
{
    const QString message = QString::fromUtf8(Bytes(input).rest());
    const QString code = extractCode(message);
    const bool isPlain = std::all_of(code.cbegin(), code.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-';
    });
    holds(isPlain, "a code can be typed");
    holds(code.size() <= 20, "a code is short");
    holds(code.isEmpty() || standsIn(code, message), "a code stands in its message");
    holds(extractCode(message) == code, "the same message has the same code");

    const QString field = cleanText(message);
    const Message whole = messageFrom(field, {});
    isLine(whole.code, "a code of a field is clean", 64);
    holds(whole.code.isEmpty() || standsIn(whole.code, field), "a code stands in its field");
    const Message beside = messageFrom({}, message);
    holds(beside.code == code && beside.text == message, "a text without a field keeps its own code");
}

} // namespace

const Target codesTarget{"codes", run};

} // namespace otpdesk::fuzz
