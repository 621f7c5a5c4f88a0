#pragma once

#include "models/accounts/accountmodel.h"

#include <QToolButton>

namespace otpdesk {

/// An account's balance in the toolbar. Amber with a sign when it is low, red when it could not be fetched.
class BalanceChip : public QToolButton
{
    Q_OBJECT

public:
    explicit BalanceChip(QWidget *parent = nullptr);

    /// `explanation` is the tool tip: the age of the figure, and what is wrong if anything is.
    void setAccount(const QString &name, const QString &balance, AccountModel::State state,
                    const QString &explanation);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont balanceFont() const;

    QString m_name;
    QString m_balance;
    AccountModel::State m_state = AccountModel::State::Loading;
};

} // namespace otpdesk
