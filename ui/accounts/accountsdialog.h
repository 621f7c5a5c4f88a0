#pragma once

#include <QDialog>

class QListView;
class QPushButton;

namespace otpdesk {

class AccountList;
class AccountModel;
class Clipboard;
class MessageBar;

/// The person's accounts: add, edit, remove, test the connection, and set up what the provider tells others.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    AccountsDialog(AccountList &accounts, AccountModel &model, Clipboard &clipboard,
                   QWidget *parent = nullptr);

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
    void openWebhook();
    void openEditor(const QString &accountId);

    AccountList &m_accounts;
    AccountModel &m_model;
    Clipboard &m_clipboard;
    QListView *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_webhook;
    QPushButton *m_remove;
    QPushButton *m_test;
    MessageBar *m_bar;
    QString m_testing; // account whose answer is awaited
};

} // namespace otpdesk
