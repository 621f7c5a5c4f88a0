#include "providers/wire/messages.h"

#include "providers/codes/codeextractor.h"

#include <algorithm>

namespace otpdesk {

namespace {

QString withoutSeparators(QString code)
{
    return code.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
}

} // namespace

QString codeOfField(const QString &field)
{
    constexpr int longestCode = 64;
    const QString code = extractCode(field);
    const bool isOneWord = std::none_of(field.cbegin(), field.cend(), [](QChar c) { return c.isSpace(); });
    // The provider says that this is a code: where the extractor is unsure, a single word is believed.
    return code.isEmpty() && isOneWord && field.size() <= longestCode ? field : code;
}

Message messageFrom(const QString &codeField, const QString &text)
{
    Message message;
    message.code = codeOfField(codeField);
    message.text = text;
    if (text.isEmpty() && withoutSeparators(codeField) != withoutSeparators(message.code))
        message.text = codeField; // the message itself, in the field for its code
    if (message.code.isEmpty())
        message.code = extractCode(text);
    return message;
}

} // namespace otpdesk
