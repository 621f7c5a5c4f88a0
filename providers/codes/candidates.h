#pragma once

#include "providers/codes/messagetext.h"

#include <vector>

namespace otpdesk {

/// Something in a message that has the shape of a code.
struct Candidate
{
    enum class Shape {
        Digits,  ///< 482913, 123-456, 12 34 56
        Upper,   ///< RKJ-YP6, 12345X
        Lower,   ///< a1b2c3
        Mixed,   ///< aB3xY9
        Letters, ///< RKJ-YPQ
    };
    Span span;
    QString code; ///< as it is to be typed
    Shape shape = Shape::Digits;
    bool prefixed = false; ///< was "G-412157"
    bool dotted = false;   ///< was "412.157": more often an amount
    bool bound = false;    ///< from "@host #code", made for machines
};

/// All of them, in order. Telephone numbers, dates, times, amounts with decimals, masked and overlong
/// numbers, addresses and the app's hash at the end are left out by their shape alone.
std::vector<Candidate> findCandidates(const MessageText &text);

/// The code in an address such as https://example.com/verify?code=482913; empty when there is none.
QString codeInAddress(const MessageText &text);

} // namespace otpdesk
