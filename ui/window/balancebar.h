#pragma once

#include <QWidget>

namespace otpdesk {

class AccountList;
class AccountModel;
class BalanceChip;
class Clock;

/// The toolbar's row of balances, one chip per account. A click fetches the balance again.
class BalanceBar : public QWidget
{
    Q_OBJECT

public:
    /// The Tab key goes from `before` through the chips.
    BalanceBar(AccountList &accounts, AccountModel &model, Clock &clock, QWidget *before,
               QWidget *parent = nullptr);

Q_SIGNALS:
    void editRequested(const QString &accountId);

private:
    void rebuild();
    void refresh(int first, int last);
    QString explanation(int row) const;
    void clicked(int row);

    AccountList &m_accounts;
    AccountModel &m_model;
    Clock &m_clock;
    QWidget *m_before;
    QList<BalanceChip *> m_chips;
};

} // namespace otpdesk
