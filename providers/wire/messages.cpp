#include "providers/wire/messages.h"

#include "providers/codes/codeextractor.h"

#include <algorithm>

namespace otpdesk {

QString codeOfField(const QString &field)
{
    // "123 456" is a code, "Your code is 123456" is not.
    constexpr int longestCode = 64;
    constexpr int longestSpacedCode = 12;
    const bool spaced = std::any_of(field.cbegin(), field.cend(), [](QChar c) { return c.isSpace(); });
    if (field.size() <= (spaced ? longestSpacedCode : longestCode))
        return field;
    return extractCode(field);
}

Message messageFrom(const QString &codeField, const QString &text)
{
    Message message;
    message.code = codeOfField(codeField);
    message.text = text;
    if (codeField.size() > message.code.size() && text.isEmpty())
        message.text = codeField; // the message itself, in the field for its code
    if (message.code.isEmpty())
        message.code = extractCode(text);
    return message;
}

} // namespace otpdesk
