#include "providers/types/money.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace otpdesk {

namespace {

constexpr qint64 MaxUnits = 9'000'000'000'000'000'000LL;

struct CurrencyFacts
{
    const char *code;
    const char16_t *sign;
    int shownDecimals;
};

constexpr CurrencyFacts knownCurrencies[] = {
    {"IDR", u"Rp", 0},  {"NGN", u"₦", 2}, {"USD", u"$", 2}, {"PKR", u"₨", 2}, {"EUR", u"€", 2},
    {"GBP", u"£", 2},   {"INR", u"₹", 2}, {"JPY", u"¥", 0}, {"KRW", u"₩", 0}, {"VND", u"₫", 0},
    {"RUB", u"₽", 2}, {"TRY", u"₺", 2}, {"UAH", u"₴", 2}, {"PHP", u"₱", 2}, {"BRL", u"R$", 2},
};

const CurrencyFacts *factsOf(const QString &code)
{
    for (const CurrencyFacts &facts : knownCurrencies) {
        if (code == QLatin1StringView(facts.code))
            return &facts;
    }
    return nullptr;
}

qint64 saturatedSum(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!qAddOverflow(a, b, &sum))
        return qBound(-MaxUnits, sum, MaxUnits);
    return a > 0 ? MaxUnits : -MaxUnits;
}

/// "1,234,567" grouping: one to three digits, then groups of exactly three.
bool isWellGrouped(QStringView whole)
{
    const auto groups = whole.split(u',');
    if (groups.first().isEmpty() || groups.first().size() > 3)
        return false;
    return std::all_of(groups.cbegin() + 1, groups.cend(), [](QStringView g) { return g.size() == 3; });
}

} // namespace

Currency Currency::fromCode(QStringView code)
{
    Currency currency;
    if (code.size() != 3)
        return currency;
    for (int i = 0; i < 3; ++i) {
        // Letters outside ASCII may have capitals inside: "uſd" is no currency.
        const char16_t c = code[i].unicode() < 0x80 ? code[i].toUpper().unicode() : u'\0';
        if (c < u'A' || c > u'Z')
            return {};
        currency.m_code[i] = static_cast<char>(c);
    }
    return currency;
}

QString Currency::code() const
{
    return isValid() ? QString::fromLatin1(m_code, 3) : QString();
}

int Currency::shownDecimals() const
{
    const CurrencyFacts *facts = factsOf(code());
    return facts ? facts->shownDecimals : 2;
}

QString Currency::sign() const
{
    const CurrencyFacts *facts = factsOf(code());
    return facts ? QString::fromUtf16(facts->sign) : code();
}

Money Money::fromUnits(qint64 tenThousandths, Currency currency)
{
    Money money;
    money.m_units = qBound(-MaxUnits, tenThousandths, MaxUnits);
    money.m_currency = currency;
    return money;
}

std::optional<Money> Money::fromText(QStringView text, Currency currency)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);

    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView fraction = dot < 0 ? QStringView() : text.sliced(dot + 1);
    if (whole.isEmpty() || (dot >= 0 && fraction.isEmpty()))
        return std::nullopt;
    if (whole.contains(u',') && !isWellGrouped(whole))
        return std::nullopt;

    qint64 units = 0;
    const auto push = [&units](QChar c) {
        if (c < u'0' || c > u'9')
            return false;
        const int digit = c.unicode() - u'0';
        if (units > (MaxUnits - digit) / 10)
            return false;
        units = units * 10 + digit;
        return true;
    };
    for (const QChar c : whole) {
        if (c != u',' && !push(c))
            return std::nullopt;
    }
    for (int i = 0; i < Decimals; ++i) {
        if (!push(i < fraction.size() ? fraction[i] : QChar(u'0')))
            return std::nullopt;
    }
    for (qsizetype i = Decimals; i < fraction.size(); ++i) {
        if (fraction[i] < u'0' || fraction[i] > u'9')
            return std::nullopt;
    }
    if (fraction.size() > Decimals && fraction[Decimals] >= u'5')
        ++units;
    return fromUnits(negative ? -units : units, currency);
}

std::optional<Money> Money::fromJson(const QJsonValue &value, Currency currency)
{
    if (value.isString())
        return fromText(value.toString(), currency);
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!std::isfinite(number) || std::abs(number) > 9e14)
        return std::nullopt;
    // The shortest text that reads back as the same number is what the sender wrote; from there on the
    // amount is exact.
    return fromText(QString::number(number, 'f', QLocale::FloatingPointShortest), currency);
}

QString Money::toDecimal() const
{
    const quint64 magnitude = m_units < 0 ? quint64(-(m_units + 1)) + 1 : quint64(m_units);
    QString fraction = QString::number(magnitude % UnitsPerMain).rightJustified(Decimals, u'0');
    while (fraction.size() > m_currency.shownDecimals() && fraction.endsWith(u'0'))
        fraction.chop(1);
    QString text = QString::number(magnitude / UnitsPerMain);
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return m_units < 0 ? u'-' + text : text;
}

Money operator+(Money a, Money b)
{
    Q_ASSERT(a.m_currency == b.m_currency);
    return Money::fromUnits(saturatedSum(a.m_units, b.m_units), a.m_currency);
}

Money operator-(Money a, Money b)
{
    return a + -b;
}

Money operator*(Money one, int count)
{
    qint64 product = 0;
    if (qMulOverflow(one.m_units, qint64(count), &product))
        product = (one.m_units < 0) == (count < 0) ? MaxUnits : -MaxUnits;
    return Money::fromUnits(product, one.m_currency);
}

} // namespace otpdesk
