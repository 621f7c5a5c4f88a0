#pragma once

#include <QDialog>

class QListView;
class QPushButton;

namespace otpdesk {

class AccountList;
class AccountModel;
class MessageBar;

/// The person's accounts: add, edit, remove, and test the connection.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    AccountsDialog(AccountList &accounts, AccountModel &model, QWidget *parent = nullptr);

    /// Opens the editor for a new account.
    void addAccount();
    /// Opens the editor for this one.
    void editAccount(const QString &accountId);

private:
    void build();
    void updateButtons();
    QString currentId() const;
    void select(const QString &accountId);
    void removeAccount();
    void testConnection();
    void openEditor(const QString &accountId);

    AccountList &m_accounts;
    AccountModel &m_model;
    QListView *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_test;
    MessageBar *m_bar;
    QString m_testing; // account whose answer is awaited
};

} // namespace otpdesk
