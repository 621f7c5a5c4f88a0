#include "ui/topups/amountedit.h"

#include <QRegularExpression>
#include <QValidator>

#include <algorithm>

namespace otpdesk {

namespace {

constexpr int MostDigits = 10;

class DigitsOnly : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString &input, int &position) const override
    {
        // Decimals are a fraction of nothing here: "50.000,00" is fifty thousand, not five million.
        static const QRegularExpression decimals(QStringLiteral("(?<=\\d)[.,]\\d{1,2}\\s*$"));
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        if (std::all_of(input.cbegin(), input.cend(), isDigit))
            return input.size() > MostDigits ? Invalid : Acceptable;
        const bool atEnd = position == input.size();
        input.remove(decimals);
        input.removeIf([isDigit](QChar c) { return !isDigit(c); });
        input.truncate(MostDigits);
        position =
            atEnd ? static_cast<int>(input.size()) : std::min(position, static_cast<int>(input.size()));
        return Acceptable;
    }
};

} // namespace

AmountEdit::AmountEdit(const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setValidator(new DigitsOnly(this));
    setInputMethodHints(Qt::ImhDigitsOnly);
    setAlignment(Qt::AlignRight);
}

} // namespace otpdesk
