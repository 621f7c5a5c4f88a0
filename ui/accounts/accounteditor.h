#pragma once

#include "models/accounts/account.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace otpdesk {

class AccountList;
class AmountEdit;
class MessageBar;

/// Adds or edits one account. Checks what can be checked here (a key is there, the address is usable), saves,
/// and closes only when the account and its key are really kept.
class AccountEditor : public QDialog
{
    Q_OBJECT

public:
    /// A default Account adds one.
    AccountEditor(AccountList &accounts, const Account &account, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const QString &accountId);

private:
    /// An optional amount in the provider's currency.
    struct LimitField
    {
        AmountEdit *amount;
        QLabel *sign;
    };

    void build();
    QDialogButtonBox *makeButtons();
    LimitField makeLimit(const QString &objectName, const QString &name);
    void fill();
    void probeKeyring();
    void providerChanged();
    void showCurrency();
    void explainHome();
    void checkKeyShape();
    bool complain(const QString &sentence, QWidget *where);
    bool readLimit(const LimitField &field, std::optional<Money> &limit);
    void save();
    QUrl enteredAddress() const;
    Currency currency() const;

    AccountList &m_accounts;
    Account m_account;
    bool m_isNew;
    QString m_suggestedLabel; // by the provider chosen
    QComboBox *m_provider;
    QLineEdit *m_label;
    QLineEdit *m_key;
    QLabel *m_keyHint;
    QLineEdit *m_address;
    QComboBox *m_home;
    QLabel *m_homeHint;
    LimitField m_askAbove;
    LimitField m_perDay;
    MessageBar *m_bar;
    QDialogButtonBox *m_buttons;
    QTimer m_patience; // saving takes so long that somebody must be asked for something
};

} // namespace otpdesk
