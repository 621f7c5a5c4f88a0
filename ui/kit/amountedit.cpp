#include "ui/kit/amountedit.h"

#include <QRegularExpression>
#include <QValidator>

#include <algorithm>

namespace otpdesk {

namespace {

constexpr int MostDigits = 10;

class AmountValidator : public QValidator
{
public:
    AmountValidator(int decimals, QObject *parent) : QValidator(parent), m_decimals(decimals) {}

    State validate(QString &input, int &position) const override
    {
        const auto belongs = [this](QChar c) {
            return (c >= u'0' && c <= u'9') || (m_decimals > 0 && (c == u'.' || c == u','));
        };
        const bool begins = input.isEmpty() || input.front().isDigit();
        const qsizetype most = m_decimals > 0 ? MostDigits + 1 + m_decimals : MostDigits;
        if (begins && std::all_of(input.cbegin(), input.cend(), belongs))
            return input.size() > most ? Invalid : Acceptable;

        QString amount = input;
        // Decimals are a fraction of nothing here: "50.000,00" is fifty thousand, not five million.
        static const QRegularExpression fraction(QStringLiteral("(?<=\\d)[.,]\\d{1,2}\\s*$"));
        if (m_decimals == 0)
            amount.remove(fraction);
        amount.removeIf([belongs](QChar c) { return !belongs(c); });
        while (!amount.isEmpty() && !amount.front().isDigit())
            amount.remove(0, 1); // of "Rs. 840.00"
        if (amount.isEmpty() || input.contains(u'-'))
            return Invalid; // another amount than the one that was meant is worse than none
        amount.truncate(most);
        const bool atEnd = position == input.size();
        input = amount;
        const int end = static_cast<int>(input.size());
        position = atEnd ? end : std::min(position, end);
        return Acceptable;
    }

private:
    int m_decimals;
};

} // namespace

AmountEdit::AmountEdit(const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setAlignment(Qt::AlignRight);
    setDecimals(0);
}

void AmountEdit::setDecimals(int decimals)
{
    delete validator();
    setValidator(new AmountValidator(decimals, this));
    setInputMethodHints(decimals > 0 ? Qt::ImhFormattedNumbersOnly : Qt::ImhDigitsOnly);
    setText(text());
}

} // namespace otpdesk
