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
    BalanceBar(AccountList &accounts, AccountModel &model, Clock &clock, QWidget *parent = nullptr);

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
    QList<BalanceChip *> m_chips;
};

} // namespace otpdesk
