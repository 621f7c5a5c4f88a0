#pragma once

#include <QLineEdit>

namespace otpdesk {

/// A field for an amount of money. Only what an amount is written with stays in it; what is pasted may be
/// grouped and carry a sign of currency ("Rp 50.000", "50,000.00").
class AmountEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// For whole amounts.
    explicit AmountEdit(const QString &accessibleName, QWidget *parent = nullptr);

    /// How many decimals the currency is written with; what stands in the field is read anew.
    void setDecimals(int decimals);
};

} // namespace otpdesk
