#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace otpdesk::fuzz {

/// A part of the program that reads bytes from outside, and what must hold whatever they are: run() ends the
/// process where it does not. The same input always takes the same way.
struct Target
{
    const char *name;
    void (*run)(QByteArrayView input);
    /// How many readers its first byte chooses from; see wirereader.h. 0: the input is all data.
    int readers = 0;
};

extern const Target otpzapTarget;
extern const Target zapotpTarget;
extern const Target whichotpTarget;
extern const Target otpwallTarget;
extern const Target otpgetTarget;
extern const Target codesTarget;
extern const Target moneyTarget;
extern const Target timeTarget;
extern const Target httpTarget;
extern const Target htmlTarget;

/// All of them.
std::span<const Target *const> targets();

/// Ends the process, naming the rule that was broken, unless it holds.
void holds(bool rule, const char *what);

/// Takes an input apart from its front: a byte of a choice, then the rest.
class Bytes
{
public:
    explicit Bytes(QByteArrayView input) : m_left(input) {}

    /// 0 where none is left.
    quint8 take()
    {
        if (m_left.isEmpty())
            return 0;
        const quint8 byte = quint8(m_left.front());
        m_left = m_left.sliced(1);
        return byte;
    }
    /// A copy, so that reading beyond its end is noticed.
    QByteArray rest() const { return m_left.toByteArray(); }

private:
    QByteArrayView m_left;
};

} // namespace otpdesk::fuzz
