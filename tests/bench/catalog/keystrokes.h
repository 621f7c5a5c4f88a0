#pragma once

#include <QStringList>

namespace otpdesk {

/// What people type into the search field, each letter of it, and how they delete it again: the text after
/// each keystroke. With `shortest` the keystrokes at which less than that stands there are left out; a text
/// of that length then stands where they were.
QStringList keystrokes(int shortest = 0);

} // namespace otpdesk
