#pragma once

#include "providers/types/money.h"

#include <QDate>
#include <QList>
#include <QLocale>

class QSettings;

namespace otpdesk {

/// The person's own exchange rates, and the currency in which prices are to be shown. Every rate says how
/// much one unit of reference() is worth; prices of two other currencies meet there. Where the person gave no
/// rate, nothing is converted: no figure here comes from anywhere else.
class ExchangeRates
{
public:
    struct Rate
    {
        Currency currency;
        QString text;      ///< as it was typed: "84.10"
        QDate date;        ///< when it applied, by the person's calendar
        double value = 0.; ///< of `text`

        friend bool operator==(const Rate &, const Rate &) = default;
    };

    /// What is wrong with a rate that was typed.
    enum class Problem {
        None,
        NotANumber,
        Grouped,     ///< "16,250" where the comma separates thousands and may have been meant otherwise
        NotPositive, ///< zero or less
        OutOfRange,  ///< beyond Smallest and Largest
    };
    static constexpr double Smallest = 1e-9;
    static constexpr double Largest = 1e9;

    /// The US dollar, in which rates are quoted everywhere.
    static Currency reference();

    /// What was saved. What is no rate there is passed over.
    static ExchangeRates load(QSettings &settings);
    void save(QSettings &settings) const;

    /// No currency: each price in its own only.
    Currency display() const { return m_display; }
    void setDisplay(Currency currency) { m_display = currency; }

    /// By currency code. The reference needs no rate and has none.
    const QList<Rate> &rates() const { return m_rates; }
    std::optional<Rate> rate(Currency currency) const;
    /// `locale` tells what separates thousands where the person lives.
    static Problem problemWith(const QString &text, const QLocale &locale);
    /// Decimal text with a point or a comma. False where it is no rate, or not one of that day and currency;
    /// the earlier rate stays then.
    bool set(Currency currency, const QString &text, QDate date);
    void remove(Currency currency);

    /// What one unit of `from` is worth in `to`; 1 for a currency and itself.
    std::optional<double> factor(Currency from, Currency to) const;
    /// Rounded half away from zero; saturates at the range's ends. An amount in `to` already stays as it is.
    std::optional<Money> convert(const Money &amount, Currency to) const;
    /// The rates that takes, one or two; none where there is nothing to convert, or no way to.
    QList<Rate> between(Currency from, Currency to) const;
    /// The older date of those; invalid where there are none.
    QDate dateOf(Currency from, Currency to) const;

    friend bool operator==(const ExchangeRates &, const ExchangeRates &) = default;

private:
    /// Of one unit of the reference; nothing: unknown.
    std::optional<double> valueOf(Currency currency) const;

    Currency m_display;
    QList<Rate> m_rates;
};

} // namespace otpdesk
