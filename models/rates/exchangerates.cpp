#include "models/rates/exchangerates.h"

#include <QSettings>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

const QString Group = QStringLiteral("rates");
const QString Display = QStringLiteral("display");
constexpr qsizetype LongestText = 20;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isMark(QChar c)
{
    return c == u'.' || c == u',';
}

/// Digits, with at most one point or comma between them.
std::optional<double> numberIn(QString text)
{
    const bool belongs =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return isDigit(c) || isMark(c); });
    if (!belongs || text.isEmpty() || text.size() > LongestText || isMark(text.front()) ||
        isMark(text.back()) || std::count_if(text.cbegin(), text.cend(), isMark) > 1)
        return std::nullopt;
    return text.replace(u',', u'.').toDouble();
}

bool isInRange(double value)
{
    return value >= ExchangeRates::Smallest && value <= ExchangeRates::Largest;
}

/// "16,250" can be read in two ways where the comma separates thousands; "0,250" and "84,10" cannot.
bool mayBeGrouped(const QString &text, const QString &separator)
{
    const qsizetype at = text.indexOf(separator);
    return separator.size() == 1 && at > 0 && at <= 3 && text.size() - at == 4 && text.front() != u'0';
}

} // namespace

Currency ExchangeRates::reference()
{
    return Currency::fromCode(u"USD");
}

/// A rate is kept under the name of its pair: USDINR=84.10, 2026-11-03
ExchangeRates ExchangeRates::load(QSettings &settings)
{
    ExchangeRates rates;
    settings.beginGroup(Group);
    rates.m_display = Currency::fromCode(settings.value(Display).toString());
    const QStringList keys = settings.childKeys();
    for (const QString &key : keys) {
        const QStringList kept = settings.value(key).toStringList();
        if (key.startsWith(reference().code()) && kept.size() == 2)
            rates.set(Currency::fromCode(QStringView(key).sliced(3)), kept[0],
                      QDate::fromString(kept[1], Qt::ISODate));
    }
    settings.endGroup();
    return rates;
}

void ExchangeRates::save(QSettings &settings) const
{
    settings.remove(Group);
    settings.beginGroup(Group);
    if (m_display.isValid())
        settings.setValue(Display, m_display.code());
    for (const Rate &rate : m_rates)
        settings.setValue(reference().code() + rate.currency.code(),
                          QStringList{rate.text, rate.date.toString(Qt::ISODate)});
    settings.endGroup();
}

std::optional<ExchangeRates::Rate> ExchangeRates::rate(Currency currency) const
{
    const auto found = std::find_if(m_rates.cbegin(), m_rates.cend(),
                                    [currency](const Rate &one) { return one.currency == currency; });
    return found == m_rates.cend() ? std::nullopt : std::optional(*found);
}

ExchangeRates::Problem ExchangeRates::problemWith(const QString &text, const QLocale &locale)
{
    QString typed = text.trimmed();
    const bool isNegative = typed.startsWith(u'-');
    if (isNegative)
        typed.remove(0, 1);
    const std::optional<double> number = numberIn(typed);
    if (!number)
        return Problem::NotANumber;
    if (isNegative || *number <= 0)
        return Problem::NotPositive;
    if (mayBeGrouped(typed, locale.groupSeparator()))
        return Problem::Grouped;
    return isInRange(*number) ? Problem::None : Problem::OutOfRange;
}

bool ExchangeRates::set(Currency currency, const QString &text, QDate date)
{
    const QString typed = text.trimmed();
    const std::optional<double> number = numberIn(typed);
    if (!number || !isInRange(*number) || !date.isValid() || !currency.isValid() || currency == reference())
        return false;
    remove(currency);
    const auto place = std::find_if(m_rates.begin(), m_rates.end(), [currency](const Rate &one) {
        return one.currency.code() > currency.code();
    });
    m_rates.insert(place, {currency, typed, date, *number});
    return true;
}

void ExchangeRates::remove(Currency currency)
{
    m_rates.removeIf([currency](const Rate &one) { return one.currency == currency; });
}

std::optional<double> ExchangeRates::valueOf(Currency currency) const
{
    if (currency == reference())
        return 1.;
    const std::optional<Rate> known = rate(currency);
    return known ? std::optional(known->value) : std::nullopt;
}

std::optional<double> ExchangeRates::factor(Currency from, Currency to) const
{
    if (from == to)
        return from.isValid() ? std::optional(1.) : std::nullopt;
    const std::optional<double> ofFrom = valueOf(from);
    const std::optional<double> ofTo = valueOf(to);
    return ofFrom && ofTo ? std::optional(*ofTo / *ofFrom) : std::nullopt;
}

std::optional<Money> ExchangeRates::convert(const Money &amount, Currency to) const
{
    const std::optional<double> by = factor(amount.currency(), to);
    if (!by)
        return std::nullopt;
    if (amount.currency() == to)
        return amount;
    // What is half a unit in decimals may be a hair less in binary: it is given that hair.
    constexpr double hair = 1 + 4 * std::numeric_limits<double>::epsilon();
    const double units = std::round(static_cast<double>(amount.units()) * *by * hair);
    constexpr qint64 most = std::numeric_limits<qint64>::max(); // Money has a narrower range yet
    if (std::abs(units) < 9.2e18)
        return Money::fromUnits(static_cast<qint64>(units), to);
    return Money::fromUnits(units < 0 ? -most : most, to);
}

QList<ExchangeRates::Rate> ExchangeRates::between(Currency from, Currency to) const
{
    QList<Rate> involved;
    if (from == to || !factor(from, to))
        return involved;
    for (const Currency currency : {from, to}) {
        if (const std::optional<Rate> known = rate(currency))
            involved.append(*known);
    }
    return involved;
}

QDate ExchangeRates::dateOf(Currency from, Currency to) const
{
    QDate oldest;
    const QList<Rate> involved = between(from, to);
    for (const Rate &rate : involved)
        oldest = oldest.isValid() ? std::min(oldest, rate.date) : rate.date;
    return oldest;
}

} // namespace otpdesk
