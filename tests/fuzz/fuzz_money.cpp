#include "models/text/format.h"
#include "providers/types/money.h"
#include "tests/fuzz/target.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostUnits = 9'000'000'000'000'000'000;

void isMoney(const Money &money, Currency currency)
{
    holds(money.currency() == currency, "an amount keeps its currency");
    holds(money.units() >= -MostUnits && money.units() <= MostUnits, "an amount is in range");
    const auto again = Money::fromText(money.toDecimal(), currency);
    holds(again && *again == money, "an amount written and read is the same");
    holds(Money::fromJson(money.toDecimal(), currency) == again, "and the same as JSON text");
    holds(!format::money(money).isEmpty(), "an amount can be shown");
}

void reckon(const Money &a, const Money &b)
{
    const Currency currency = a.currency();
    isMoney(a + b, currency);
    isMoney(a - b, currency);
    isMoney(-a, currency);
    holds(a + b == b + a, "a sum has no order");
    holds(-(-a) == a, "an amount turned twice is the same");
    holds((a <=> b) == (a.units() <=> b.units()), "amounts of one currency compare");
    for (const int count : {0, 1, 2, 100, 100'000})
        isMoney(a * count, currency);
    holds(a * 2 == a + a, "two of it are it and it");
}

/// The first bytes name the currency, the rest are two amounts behind one another, or JSON.
void run(QByteArrayView input)
{
    const QString all = QString::fromUtf8(Bytes(input).rest());
    const QString code = all.left(3);
    const Currency named = Currency::fromCode(code);
    const bool isAscii = std::all_of(code.cbegin(), code.cend(), [](QChar c) { return c.unicode() < 0x80; });
    holds(!named.isValid() || (isAscii && named.code() == code.toUpper()), "a currency is what was written");
    const Currency currency = named.isValid() ? named : Currency::fromCode(u"USD");

    const QString text = all.mid(3);
    const auto a = Money::fromText(text.section(u'|', 0, 0), currency);
    const auto b = Money::fromText(text.section(u'|', 1), currency);
    if (a)
        isMoney(*a, currency);
    if (a && b)
        reckon(*a, *b);

    const QJsonArray list = QJsonDocument::fromJson('[' + text.toUtf8() + ']').array();
    for (const QJsonValue value : list) {
        const auto read = Money::fromJson(value, currency);
        if (read)
            isMoney(*read, currency);
        if (read && value.isDouble())
            holds(std::abs(value.toDouble() - double(read->units()) / Money::UnitsPerMain) <=
                      0.0001 + std::abs(value.toDouble()) * 1e-12,
                  "a number is read as what it is");
    }
}

} // namespace

const Target moneyTarget{"money", run};

} // namespace otpdesk::fuzz
