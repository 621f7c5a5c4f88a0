#include "models/rates/ratewords.h"

#include "models/text/format.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace otpdesk::ratewords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExchangeRates)
};

QString day(QDate date)
{
    //: Format of a day with its year; see QLocale::toString()
    return QLocale().toString(date, Words::tr("d MMM yyyy"));
}

/// To the currency's own decimals, or to two significant digits.
Money rounded(const Money &amount)
{
    const qint64 magnitude = qAbs(amount.units());
    qint64 step = Money::UnitsPerMain;
    for (int i = 0; i < amount.currency().shownDecimals(); ++i)
        step /= 10;
    while (step > 1 && magnitude < step * 10)
        step /= 10;
    const qint64 units = (magnitude + step / 2) / step * step;
    return Money::fromUnits(amount.isNegative() ? -units : units, amount.currency());
}

} // namespace

QString amount(const Money &converted)
{
    return format::money(rounded(converted));
}

QString rate(const ExchangeRates::Rate &rate)
{
    return u"1 %1 = %2 %3"_s.arg(ExchangeRates::reference().code(), rate.text, rate.currency.code());
}

QString converted(const Money &price, const ExchangeRates &rates)
{
    const QList<ExchangeRates::Rate> involved = rates.between(price.currency(), rates.display());
    const std::optional<Money> shown = rates.convert(price, rates.display());
    if (involved.isEmpty() || !shown)
        return {};
    if (involved.size() == 1)
        //: "About ₹12.40, at your rate of 3 Nov 2026: 1 USD = 84.10 INR"
        return Words::tr("About %1, at your rate of %2: %3")
            .arg(amount(*shown), day(involved[0].date), rate(involved[0]));
    //: "About ₹5.18, at your rates: 1 USD = 16250 IDR (3 Nov 2026), 1 USD = 84.10 INR (10 Nov 2026)"
    return Words::tr("About %1, at your rates: %2 (%3), %4 (%5)")
        .arg(amount(*shown), rate(involved[0]), day(involved[0].date), rate(involved[1]),
             day(involved[1].date));
}

QString age(QDate date, QDate today)
{
    const qint64 days = date.daysTo(today);
    if (!date.isValid() || days <= 7)
        return {};
    if (days < 14)
        //: Of an exchange rate; 8 to 13
        return Words::tr("%1 days old").arg(days);
    if (days < 61)
        //: Of an exchange rate; 2 to 8
        return Words::tr("%1 weeks old").arg(days / 7);
    if (days < 731)
        //: Of an exchange rate; 2 to 23
        return Words::tr("%1 months old").arg(days * 12 / 366);
    //: Of an exchange rate; 2 and more
    return Words::tr("%1 years old").arg(days * 4 / 1461);
}

QString example(Currency from, Currency to, const ExchangeRates &rates)
{
    if (from == to || !rates.factor(from, to))
        return {};
    Money price = Money::fromUnits(Money::UnitsPerMain, from);
    std::optional<Money> shown = rates.convert(price, to);
    for (int i = 0; i < 9 && shown->units() < Money::UnitsPerMain; ++i) {
        price = price * 10;
        shown = rates.convert(price, to);
    }
    //: "Rp 1,000 ≈ ₹5.18"
    return Words::tr("%1 ≈ %2").arg(amount(price), amount(*shown));
}

QString problem(ExchangeRates::Problem problem, const QString &typed)
{
    using Problem = ExchangeRates::Problem;
    const QLocale locale;
    switch (problem) {
    case Problem::None:
        break;
    case Problem::NotANumber:
        return Words::tr("Enter a number such as 16250 or %1, without separators between thousands; or "
                         "leave the field empty.")
            .arg(u"84"_s + locale.decimalPoint() + u"10"_s);
    case Problem::Grouped: {
        QString whole = typed.trimmed();
        QString fraction = whole;
        whole.remove(locale.groupSeparator());
        fraction.replace(locale.groupSeparator(), locale.decimalPoint());
        //: %1 is "16250", %2 "16.250"
        return Words::tr("This can be read in two ways. Enter %1, or %2 if a fraction was meant.")
            .arg(whole, fraction);
    }
    case Problem::NotPositive:
        return Words::tr("Enter a number above 0, or leave the field empty.");
    case Problem::OutOfRange:
        return Words::tr("Check the zeros: this is no rate between two currencies.");
    }
    return {};
}

} // namespace otpdesk::ratewords
