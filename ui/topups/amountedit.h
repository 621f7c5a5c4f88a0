#pragma once

#include <QLineEdit>

namespace otpdesk {

/// A field for a whole amount of money. Only digits stay in it; what is pasted may be grouped and carry a
/// sign of currency ("Rp 50.000", "50,000.00").
class AmountEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit AmountEdit(const QString &accessibleName, QWidget *parent = nullptr);
};

} // namespace otpdesk
