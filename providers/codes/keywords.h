#pragma once

#include "providers/codes/messagetext.h"

#include <vector>

namespace otpdesk {

/// What a word says about a number near it.
enum class WordClass {
    Strong,    ///< names a one-time code and nothing else: OTP, PIN, password, 验证码
    Code,      ///< names a code of some kind
    Context,   ///< verification, login, security
    Enter,     ///< use, enter, type
    Action,    ///< confirm, continue, pay: what a code is entered for
    Promo,     ///< coupon, discount, sale: its codes are not ours
    Thing,     ///< order, booking, tracking: has numbers and codes of its own
    Holder,    ///< account, card, phone, address: has a number of its own
    Money,     ///< balance, debited, paid
    Currency,  ///< stands before or behind an amount
    Unit,      ///< stands behind a quantity
    Connector, ///< is, =, 为: what follows is the thing named
    Filler,    ///< number, no., ending in
    NotCode,   ///< swallows the word "code" in it: QR code, postcode, Škoda
};

/// A keyword found in a text, and where.
struct WordMatch
{
    Span span;
    WordClass kind = WordClass::Code;
};

/// Every known word of a message, in order; the longest where several begin at one place.
std::vector<WordMatch> findWords(const MessageText &text);

} // namespace otpdesk
