#pragma once

#include <QJsonValue>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace otpdesk {

/// A currency by its ISO 4217 code ("IDR"). The default is "no currency".
class Currency
{
public:
    constexpr Currency() = default;
    /// Takes three ASCII letters in any case; anything else gives "no currency".
    static Currency fromCode(QStringView code);

    bool isValid() const { return m_code[0] != '\0'; }
    QString code() const;
    /// Decimals a person expects to read: 0 for IDR, JPY…, 2 otherwise.
    int shownDecimals() const;
    /// "Rp", "₦", "$", "₨"; the code itself where no sign is known.
    QString sign() const;

    friend bool operator==(const Currency &, const Currency &) = default;

private:
    char m_code[3] = {};
};

/// An exact amount. Counted in ten-thousandths of the currency's main unit
/// (1.50 USD is 15000), finer than any provider's price; a value with more
/// decimals is rounded half away from zero when it is read, and never again.
class Money
{
public:
    constexpr Money() = default;
    static constexpr int Decimals = 4;
    static constexpr qint64 UnitsPerMain = 10000;

    static Money fromUnits(qint64 tenThousandths, Currency currency);
    /// Reads "840.00", "50", "-1.5", "1,234.50" (commas only as thousands separators in a well-formed
    /// grouping). Nothing for anything else, exponents and amounts beyond ±9e14 included.
    static std::optional<Money> fromText(QStringView text, Currency currency);
    /// A JSON number or a string as fromText(); nothing for other types, NaN or an amount out of range.
    static std::optional<Money> fromJson(const QJsonValue &value, Currency currency);

    qint64 units() const { return m_units; }
    Currency currency() const { return m_currency; }
    bool isZero() const { return m_units == 0; }
    bool isNegative() const { return m_units < 0; }
    /// Plain decimal text without grouping or sign of currency, at least the
    /// currency's shown decimals, no superfluous zeros: "50000", "1.50", "0.0125".
    QString toDecimal() const;

    /// Both must be of one currency (asserted); saturates at the range's ends.
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    /// `count` of the same; saturates as well.
    friend Money operator*(Money one, int count);
    Money operator-() const { return fromUnits(-m_units, m_currency); }
    friend bool operator==(Money, Money) = default;
    /// Unordered where the currencies differ: amounts of two currencies are never compared as numbers.
    friend std::partial_ordering operator<=>(Money a, Money b)
    {
        if (a.m_currency != b.m_currency)
            return std::partial_ordering::unordered;
        return a.m_units <=> b.m_units;
    }

private:
    qint64 m_units = 0;
    Currency m_currency;
};

} // namespace otpdesk

Q_DECLARE_METATYPE(otpdesk::Money)
