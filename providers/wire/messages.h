#pragma once

#include "providers/types/order.h"

#include <QString>

namespace otpdesk {

/// The code in a field made for codes, as it is to be typed ("123-456" → 123456): extracted where the field
/// holds a sentence. May be empty.
QString codeOfField(const QString &field);

/// A message from what a provider gives of it: its own code where it has one, else the one found in the text.
Message messageFrom(const QString &codeField, const QString &text);

} // namespace otpdesk
